using FlsAudit.Analysis;
using FlsAudit.Standards;

namespace FlsAudit.Reports.Wording;

/// <summary>Measures of different sets that ask the same thing, with what makes their numbers differ.</summary>
/// <param name="Title">What they ask.</param>
/// <param name="Rows">A row for each answer of each measure; one cell for each of <see cref="Columns"/>.</param>
/// <param name="Reasons">Sentences made from the definitions; never empty.</param>
internal sealed record SideBySide(string Title, IReadOnlyList<IReadOnlyList<string>> Rows, IReadOnlyList<string> Reasons)
{
    public const string Heading = "Side by side";

    private const string NoRecords = "no records are read";

    public const string Introduction =
        "Sets ask some things alike and define them differently. The same records give the numbers below, over all sites and periods; beneath each table stands why they differ.";

    public static IReadOnlyList<string> Columns { get; } =
        ["Measure", "Set", "Value", "Count", "Out of", "Window", "Records that do not say", "Deaths", "Counted", "Provenance"];

    /// <summary>The topics that measures of at least two sets share, in the order of the first measure; empty when there are none.</summary>
    public static IReadOnlyList<SideBySide> Of(ReleasedReport report) =>
    [
        .. report.Sets.SelectMany(set => set.Measures.Select(measure => new DefinedMeasure(measure, set))).Where(defined => defined.Measure.Topic is not null)
            .GroupBy(defined => defined.Measure.Topic!, StringComparer.Ordinal)
            .Where(topic => topic.Select(defined => defined.Set.Name).Distinct().Count() > 1)
            .Select(topic => Of(report, topic.Key, [.. topic])),
    ];

    private static SideBySide Of(ReleasedReport report, string topic, IReadOnlyList<DefinedMeasure> measures) => new(
        TitleOf(topic), [.. measures.SelectMany(defined => RowsOf(report, defined))], Differences.Of(measures));

    private static string TitleOf(string topic) =>
        MeasureText.Capital(string.Join(' ', topic.Split('-').Select(word => word is "dxa" or "fls" or "bmd" ? word.ToUpperInvariant() : word)));

    private static IEnumerable<IReadOnlyList<string>> RowsOf(ReleasedReport report, DefinedMeasure defined)
    {
        var (measure, set) = defined;
        Result?[] results = [.. report.Results.Where(result => result.Measure.Id == measure.Id && result is { Site: Result.All, Period: Result.All, Breakdown.Length: 0 })];
        foreach (var result in results.DefaultIfEmpty(null))
            yield return
            [
                $"{ProvenanceMark.Titled(measure)} ({measure.Id})", set.Title, Value(result) + Windows(report, measure, result), Count(result), measure.Words.Denominator,
                defined.Window, Unknown(measure, result), measure.ReadsRecords ? DeathText.Of(measure) : NoRecords, measure.ReadsRecords ? MeasureText.Unit(measure) : NoRecords,
                ProvenanceMark.Worded(measure.WeakestProvenance),
            ];
    }

    /// <summary>The shares of a timing ladder, whose level says less than they do; empty for other measures.</summary>
    private static string Windows(ReleasedReport report, MeasureDefinition measure, Result? whole)
    {
        if (measure.Timing is null) return "";
        var shares = report.Results.Where(result =>
            result.Measure.Id == measure.Id && result is { Site: Result.All, Period: Result.All, Breakdown: BreakdownText.Window, Value: not null } && result.Policy == whole?.Policy);
        return string.Concat(shares.Select(result => $"; {BreakdownText.Category(result).ToLowerInvariant()} {PrintedNumber.WithUnit(result.Value!.Value, result.Unit)}"));
    }

    private static string Value(Result? result) => result switch
    {
        null => Words.Of(ResultStatus.NotComputed),
        { Status: ResultStatus.Ok, Value: { } value } => PrintedNumber.WithUnit(value, result.Unit)
            + (result.Band is { } band && result.Unit != "level" ? $" {MeasureText.Marked(band)}" : ""),
        _ => Words.Of(result.Status),
    };

    private static string Count(Result? result) => result is { Numerator: { } numerator, Denominator: { } denominator }
        ? $"{PrintedNumber.AsNeeded(numerator)} of {PrintedNumber.AsNeeded(denominator)}"
        : result is { Denominator: { } records } ? PrintedNumber.AsNeeded(records) : "";

    private static string Unknown(MeasureDefinition measure, Result? result) => !measure.HasUnknownPolicy
        ? "no question here"
        : (result?.Policy ?? measure.Unknown) == UnknownPolicy.NotMet ? "count as not met" : "left out";
}
