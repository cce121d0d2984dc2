using System.Globalization;
using FlsAudit.Analysis;
using FlsAudit.Model;
using FlsAudit.Standards;

namespace FlsAudit.Reports.Wording;

/// <summary>Sentences about the report as a whole, the same in workbook and page.</summary>
internal static class ReportText
{
    public const string Title = "Fracture liaison service benchmark";

    /// <summary>Registry, as-at date, sites and periods in one line.</summary>
    public static string Scope(ReleasedReport report, ReportContext context)
    {
        string[] periods = [.. report.Periods.Where(period => period != Result.UnknownPeriod)];
        var span = periods.Length switch
        {
            0 => "no period",
            1 => periods[0],
            _ => $"{PrintedNumber.Count(periods.Length)} periods, {periods[0]} to {periods[^1]}",
        };
        var registries = string.Join(", ", context.Registries.Select(registry => registry.Title));
        return $"{(registries.Length > 0 ? registries + ". " : "")}Data as at {Date(context.AsAt)}. {Number(report.Sites.Count, "site")}; {span}.";
    }

    public static string Date(DateOnly date) => date.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>What every output must carry: the data set's own remarks, and a warning when dates on different bases are compared.</summary>
    public static IEnumerable<string> Remarks(ReportContext context) =>
        context.Registries.Select(registry => registry.FractureDateBasis).Distinct().Count() > 1
            ? context.Remarks.Append(
                "Compare with care: some registries record the day of injury and others the day of diagnosis, so time windows do not start alike.")
            : context.Remarks;

    /// <summary>What a reader of the matrix must know.</summary>
    public static IEnumerable<string> MatrixNotes(ReleasedReport report)
    {
        if (report.Sets.SelectMany(set => set.Measures).Any(measure => measure.WeakestProvenance != ProvenanceStatus.Verified))
            yield return ProvenanceMark.Footnote;
        if (report.Sets.SelectMany(set => set.Measures).Any(measure => measure.Kind == MeasureKind.Completeness))
            yield return "Where a row counts fields, the value of all sites is the share of sites that are good, in %.";
        foreach (var set in report.Sets.Where(set => set.Note.Length > 0)) yield return $"{set.Title}: {set.Note}";
        yield return "Bands judge unrounded values. Values are over all periods; open a measure for its counts, limits and periods.";
        if (!report.Policy.IsInternal) yield return "suppressed: there is a value, and it is of few people, or it would give away one that is.";
        yield return "not due: the time window of every record was still open on the as-at date. unknown: the records do not say.";
        yield return "no cases: nobody belongs to the denominator. not computed: something needed, such as a caseload or an answer in organisation.yaml, is missing. None of these is zero.";
    }

    /// <summary>A site as people read it.</summary>
    public static string Site(string site) => site == Result.All ? "All sites" : site;

    /// <summary>A period as people read it; records without a date say so.</summary>
    public static string Period(string period) => period switch
    {
        Result.All => "All periods",
        Result.UnknownPeriod => "no date",
        _ => period,
    };

    /// <summary>Sheet, column and first rows of a finding; empty when it is about a whole file.</summary>
    public static string Where(Finding finding)
    {
        string?[] parts =
        [
            finding.Place.Sheet is { } sheet ? $"sheet {sheet}" : null,
            finding.Place.Column is { } column ? $"column {column}" : null,
            finding.ExampleRows.Count > 0 ? $"row {string.Join(", ", finding.ExampleRows.Select(PrintedNumber.Plain))}" : null,
        ];
        return string.Join("; ", parts.OfType<string>());
    }

    /// <summary>What stands in place of counts of rows where they are not released.</summary>
    public const string RowsWithheld = "Counts of rows are part of internal reports only.";

    /// <summary>How a field is filled, in counts.</summary>
    public static string Filled(FieldCompleteness entry) =>
        $"{PrintedNumber.Count(entry.Recorded)} recorded, {PrintedNumber.Count(entry.NotKnown)} not known, {PrintedNumber.Count(entry.Blank)} blank";

    /// <summary>A unit as headings print it.</summary>
    public static string Unit(string unit) => unit == "percent" ? "%" : unit;

    /// <summary>How many registries, sites, … there are, with the word in the right number.</summary>
    public static string Number(long count, string noun) => $"{PrintedNumber.Count(count)} {noun}{(count == 1 ? "" : "s")}";

    /// <summary>Sites whose pooled results lie outside their funnels, measure by measure; empty when none does.</summary>
    public static IEnumerable<(MeasureDefinition Measure, IReadOnlyList<SiteInFunnel> Sites, SiteComparison Funnel)> Outside(ReleasedReport report) =>
        report.SiteComparisons.Where(comparison => comparison.Period == Result.All)
            .Select(comparison => (comparison.Measure, (IReadOnlyList<SiteInFunnel>)[.. comparison.Sites.Where(site =>
                comparison.HeadlineFlag(site) is FunnelFlag.Low998 or FunnelFlag.High998)], comparison))
            .Where(entry => entry.Item2.Count > 0);
}
