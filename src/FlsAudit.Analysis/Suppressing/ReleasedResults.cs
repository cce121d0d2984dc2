using FlsAudit.Standards;
using FlsAudit.Statistics;
using FlsAudit.Statistics.Intervals;

namespace FlsAudit.Analysis.Suppressing;

/// <summary>Makes of results what may be shown: counts before policy gone, suppressed values gone, the others rounded where the policy rounds.</summary>
internal static class ReleasedResults
{
    private static readonly OutcomeCounts None = new(0, 0, 0, 0, 0, 0);

    /// <summary>The same rows in the same order.</summary>
    /// <param name="results">All results.</param>
    /// <param name="policy">Any but internal.</param>
    public static IReadOnlyList<Result> Of(IReadOnlyList<Result> results, DisclosurePolicy policy)
    {
        var withheld = new HashSet<Result>(ReferenceEqualityComparer.Instance);
        foreach (var measure in results.GroupBy(row => row.Measure)) withheld.UnionWith(MeasureSuppression.Of(measure.Key, [.. measure], policy));
        return [.. results.Select(row => withheld.Contains(row) ? Withheld(row, policy) : Shown(row, policy))];
    }

    private static Result Withheld(Result row, DisclosurePolicy policy) =>
        row.WithoutValue(ResultStatus.Suppressed, $"suppressed; {policy.Remark}") with { Counts = None, CountsWithheld = true };

    private static Result Shown(Result row, DisclosurePolicy policy)
    {
        var method = Kinds.RecordRemarks.Without(row.Method);
        var shown = row with { Counts = None, CountsWithheld = row.Measure.ReadsRecords, UnknownCounted = 0, Method = row.Measure.ReadsRecords ? $"{method}; {policy.Remark}" : method };
        return policy.RoundTo == 1 || !MeasurePlace.HasCounts(row) || row.Measure.Completeness is not null && row.Breakdown.Length == 0 ? shown : Rounded(shown, policy);
    }

    private static Result Rounded(Result row, DisclosurePolicy policy) => row.Measure.Kind switch
    {
        MeasureKind.Duration => row with { Denominator = policy.Rounded(row.Denominator!.Value) },
        MeasureKind.Ratio => Ratio(row, policy.Rounded(row.Numerator!.Value)),
        MeasureKind.Shortfall => Shortfall(row, policy.Rounded(row.Numerator!.Value)),
        _ => Share(row, policy.Rounded(row.Numerator!.Value), policy.Rounded(row.Denominator!.Value)),
    };

    private static Result Share(Result row, double numerator, double denominator) => Judged(row, Kinds.Proportions.Percent(numerator, denominator)) with
    {
        Numerator = numerator,
        Denominator = denominator,
        Limits95 = row.Limits95 is null ? null : Kinds.Proportions.Percent(WilsonInterval.Of(numerator, denominator, ConfidenceLevel.Percent95)),
        Limits998 = row.Limits998 is null ? null : Kinds.Proportions.Percent(WilsonInterval.Of(numerator, denominator, ConfidenceLevel.Percent998)),
    };

    private static Result Ratio(Result row, double records)
    {
        var expected = row.Denominator!.Value;
        return Judged(row, Kinds.Proportions.Percent(records, expected)) with
        {
            Numerator = records,
            Limits95 = Kinds.Proportions.Percent(PoissonInterval.OfRatio(records, expected, ConfidenceLevel.Percent95)),
            Limits998 = Kinds.Proportions.Percent(PoissonInterval.OfRatio(records, expected, ConfidenceLevel.Percent998)),
        };
    }

    private static Result Shortfall(Result row, double observed)
    {
        var expected = row.Denominator!.Value;
        return Judged(row, expected - observed) with
        {
            Numerator = observed,
            Limits95 = Limits(PoissonInterval.Of(observed, ConfidenceLevel.Percent95)),
            Limits998 = Limits(PoissonInterval.Of(observed, ConfidenceLevel.Percent998)),
        };

        Limits Limits(Interval count) => new(expected - count.Upper, expected - count.Lower);
    }

    // A level that something else than the value keeps down stays down.
    private static Result Judged(Result row, double value)
    {
        var band = row.Band is null ? null : row.Measure.BandOf(value);
        var isKeptDown = row.Band != row.Measure.BandOf(row.Value!.Value);
        return row with { Value = value, Band = isKeptDown && band == Band.Level3 ? row.Band : band };
    }
}
