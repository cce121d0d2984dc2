using FlsAudit.Standards;

namespace FlsAudit.Analysis.Suppressing;

/// <summary>All rows of a measure at one site, period and category: the whole under each policy, and its parts.</summary>
internal sealed class MeasurePlace
{
    private static readonly string WindowsWithin = $": {Kinds.TimingLadders.Windows}";

    private readonly List<Result> whole = [];
    private readonly List<Result> parts = [];

    /// <summary>The rows of the whole, one per policy.</summary>
    public IReadOnlyList<Result> Whole => whole;

    /// <summary>Steps, windows, caseload groups or fields.</summary>
    public IReadOnlyList<Result> Parts => parts;

    /// <summary>Both.</summary>
    public IEnumerable<Result> Rows => whole.Concat(parts);

    /// <summary>Whether it has values, and so is in the pooled ones. A cascade without its last step is in none.</summary>
    public bool HasValues => whole.Any(HasCounts) || (whole.Concat(parts).All(row => row.Measure.Kind != MeasureKind.Cascade) && parts.Any(HasCounts));

    public void Add(Result row) => (IsPart(row) ? parts : whole).Add(row);

    /// <summary>The place that a row belongs to; parts belong to that of their whole.</summary>
    public static (string Breakdown, string Category) Of(Result row)
    {
        if (!IsPart(row)) return (row.Breakdown, row.Category);
        return row.Breakdown.EndsWith(WindowsWithin, StringComparison.Ordinal)
            ? (row.Breakdown[..^WindowsWithin.Length], row.Category[..row.Category.LastIndexOf(": ", StringComparison.Ordinal)])
            : ("", "");
    }

    /// <summary>
    /// Disjoint counts of the records of the whole: those of the numerator and the others; where both answers are given, those not met and unknown apart. For a
    /// duration and for what is set against a caseload all records are those of the numerator. Zeros where there is no value.
    /// </summary>
    public IReadOnlyList<long> Counts(MeasureDefinition measure)
    {
        if (measure.Timing is not null || measure.Answer is not null || measure.Completeness is not null) return [];
        var both = measure.Unknown == UnknownPolicy.ReportBoth && (measure.IsShare || measure.Kind == MeasureKind.Cascade);
        if (!both) return whole.Count > 0 && HasCounts(whole[0]) ? CountsOf(whole[0]) : new long[measure.Kind is MeasureKind.Duration or MeasureKind.Ratio or MeasureKind.Shortfall ? 1 : 2];
        var counted = whole.Find(row => HasCounts(row) && row.Policy == UnknownPolicy.NotMet);
        var leftOut = whole.Find(row => HasCounts(row) && row.Policy == UnknownPolicy.LeaveOut);
        if (counted is null || leftOut is null) return [0, 0, 0];
        var answered = CountsOf(leftOut);
        return [answered[0], answered[1], CountsOf(counted).Sum() - answered.Sum()];
    }

    /// <summary>
    /// What parts tell of records: the counts of each, and how much they differ from one another, since later steps, longer windows and larger groups hold the
    /// records of earlier, shorter and smaller ones. Zeros where there is no value.
    /// </summary>
    /// <param name="keys">The parts of the measure anywhere, for a fixed order.</param>
    /// <param name="policy">Rounding hides differences, and counts of those who did not reach a part, which are not printed.</param>
    public IEnumerable<long> PartCounts(IReadOnlyList<(string Category, UnknownPolicy Policy)> keys, DisclosurePolicy policy)
    {
        var byKey = parts.Where(HasCounts).ToDictionary(row => KeyOf(row), row => CountsOf(row));
        long[][] counts = [.. keys.Select(key => byKey.GetValueOrDefault(key, [0, 0]))];
        foreach (var count in counts.SelectMany(part => Printed(part, policy))) yield return count;
        if (policy.RoundTo > 1 || whole.Concat(parts).Any(row => row.Measure.Kind == MeasureKind.Completeness)) yield break;
        for (var i = 0; i < counts.Length; i++)
        {
            for (var j = 0; j < i; j++)
            {
                yield return counts[i][0] - counts[j][0];
                yield return counts[i].Sum() - counts[j].Sum();
            }
        }
    }

    /// <summary>Disjoint counts where differences can be taken; the sums that are printed where rounding hides differences.</summary>
    public static IEnumerable<long> Printed(IReadOnlyList<long> counts, DisclosurePolicy policy) =>
        policy.RoundTo == 1 ? counts : counts.Select((_, kind) => counts.Take(kind + 1).Sum());

    public static (string Category, UnknownPolicy Policy) KeyOf(Result part) => (part.Category[(part.Category.LastIndexOf(": ", StringComparison.Ordinal) is >= 0 and var at ? at + 2 : 0)..], part.Policy);

    public static bool HasCounts(Result row) => row is { Status: ResultStatus.Ok, Denominator: not null };

    public static bool IsPart(Result row) => row.Measure switch
    {
        { Kind: MeasureKind.Cascade } => row.Breakdown == "step",
        { Kind: MeasureKind.Ratio or MeasureKind.Shortfall } => row.Breakdown == "caseload_group",
        { Kind: MeasureKind.Completeness } => row.Breakdown == "field",
        { Timing: not null } => row.Breakdown == Kinds.TimingLadders.Windows || row.Breakdown.EndsWith(WindowsWithin, StringComparison.Ordinal),
        _ => false,
    };

    // What a caseload expects is no count of records, and a duration counts no others.
    private static long[] CountsOf(Result row) => row.Measure.Kind switch
    {
        MeasureKind.Duration => [(long)row.Denominator!.Value],
        MeasureKind.Ratio or MeasureKind.Shortfall => [(long)row.Numerator!.Value],
        _ => [(long)row.Numerator!.Value, (long)(row.Denominator!.Value - row.Numerator.Value)],
    };
}
