using FlsAudit.Model;
using FlsAudit.Statistics;
using FlsAudit.Statistics.Comparisons;

namespace FlsAudit.Analysis.Periods;

/// <summary>Differences of proportions: period against period, site against site.</summary>
internal static class PeriodDifferences
{
    private const string Newcombe = "b - a, Newcombe's hybrid score limits, pooled score test without continuity correction";

    /// <summary>
    /// Each period with the one before and with the same one a year earlier, where both have a value. Labels that are periods must follow each other without a gap;
    /// of others the order of the series counts, and no year is known.
    /// </summary>
    public static IEnumerable<PeriodDifference> Of(PeriodSeries series)
    {
        if (!series.HasCounts) yield break;
        var points = series.Points;
        Period?[] periods = [.. points.Select(point => Period.TryParse(point.Label, out var period) ? period : (Period?)null)];
        for (var i = 1; i < points.Count; i++)
        {
            if (!IsGap(periods[i - 1], periods[i]) && Of(series, DifferenceKind.PeriodBefore, points[i - 1], points[i], "the period before") is { } before) yield return before;
            if (periods[i] is not { Kind: not PeriodKind.Year } period) continue;
            var earlier = Array.IndexOf(periods, period with { Number = period.Number - PerYear(period.Kind) }, 0, i);
            if (earlier >= 0 && Of(series, DifferenceKind.YearEarlier, points[earlier], points[i], $"the same {Noun(period.Kind)} a year earlier") is { } year) yield return year;
        }
    }

    /// <summary>Two points of a series; null when one has no value.</summary>
    public static PeriodDifference? Of(PeriodSeries series, DifferenceKind kind, PeriodPoint a, PeriodPoint b, string comparedWith) =>
        a.Value is null || b.Value is null ? null : Of(series, kind, (a.Label, a.Counts), (b.Label, b.Counts), comparedWith) is { } difference
            ? difference with
            {
                Incomplete = [.. new[] { a, b }.Where(point => point.IsIncomplete).Select(point => point.Label)],
                Method = difference.Method + (a.IsIncomplete || b.IsIncomplete ? "; incomplete: " + string.Join(", ", new[] { a, b }.Where(point => point.IsIncomplete).Select(point => point.Label)) : ""),
            }
            : null;

    /// <summary>Each site with all others pooled; none when no other has a value.</summary>
    /// <param name="sites">A series for each site, of one measure.</param>
    /// <param name="totals">Met and out of, over all periods, in the same order; 0 of 0 where there is no value.</param>
    public static IEnumerable<PeriodDifference> OfSites(IReadOnlyList<PeriodSeries> sites, IReadOnlyList<(double X, double N)> totals)
    {
        var (x, n) = (totals.Sum(site => site.X), totals.Sum(site => site.N));
        for (var i = 0; i < sites.Count; i++)
        {
            var own = totals[i];
            if (own.N > 0 && n > own.N
                && Of(sites[i], DifferenceKind.OtherSites, (PeriodDifference.OtherSites, (x - own.X, n - own.N)), (sites[i].Site, own), "all other sites pooled, over all periods") is { } difference)
                yield return difference;
        }
    }

    /// <summary>Any two proportions; null when one has no records.</summary>
    public static PeriodDifference? Of(PeriodSeries series, DifferenceKind kind, (string Label, (double X, double N) Counts) a, (string Label, (double X, double N) Counts) b, string comparedWith)
    {
        var ((x1, n1), (x2, n2)) = (a.Counts, b.Counts);
        var level = ConfidenceLevel.Percent95;
        if (NewcombeDifference.Of(x2, n2, x1, n1, level) is not { } limits) return null;
        var test = PooledScoreTest.Of(x2, n2, x1, n1);
        return new PeriodDifference
        {
            Measure = series.Measure,
            Title = series.Title,
            Site = series.Site,
            Kind = kind,
            A = a.Label,
            B = b.Label,
            X1 = x1,
            N1 = n1,
            X2 = x2,
            N2 = n2,
            Difference = Points(x1, n1, x2, n2),
            Limits95 = new Limits(100 * limits.Lower, 100 * limits.Upper),
            P = test?.P,
            RiskRatio = Ratio(RiskRatio.Of(x2, n2, x1, n1, level)),
            OddsRatio = Ratio(OddsRatio.Of(x2, n2, x1, n1, level)),
            Better = series.Better,
            Method = $"{comparedWith}; {Newcombe}{(test is null ? "; no test, since nobody or everybody met it on both sides" : "")}",
        };
    }

    // One division of whole numbers: the difference of two percentages would be off in the last digits.
    private static double Points(double x1, double n1, double x2, double n2) => 100 * ((x2 * n1) - (x1 * n2)) / (n1 * n2);

    private static RatioOfTwo Ratio(RatioEstimate estimate) => new(
        estimate.State switch
        {
            RatioState.Estimated => "ok",
            RatioState.Zero => "zero",
            RatioState.Unbounded => "unbounded",
            _ => "undefined",
        },
        estimate.Value,
        estimate.Limits is { } limits ? new Limits(limits.Lower, limits.Upper) : null);

    private static bool IsGap(Period? before, Period? period) =>
        before is { } first && period is { } second && (first.Kind != second.Kind || second.Number - first.Number != 1);

    private static int PerYear(PeriodKind kind) => kind == PeriodKind.Month ? 12 : 4;

    private static string Noun(PeriodKind kind) => kind == PeriodKind.Month ? "month" : "quarter";
}
