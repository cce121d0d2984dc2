using FlsAudit.Statistics;
using FlsAudit.Statistics.Trends;

namespace FlsAudit.Analysis.Periods;

/// <summary>Trends of proportions over all complete periods of a series.</summary>
internal static class PeriodTrends
{
    /// <summary>The trend, or null when no complete period has a value or the values are no proportions. Periods are scored 0..k-1 by their place in the series.</summary>
    public static PeriodTrend? Of(PeriodSeries series)
    {
        if (!series.HasCounts) return null;
        var counts = series.CompleteCounts;
        int[] used = [.. Enumerable.Range(0, counts.Count).Where(i => counts[i].N > 0)];
        if (used.Length == 0) return null;
        var test = CochranArmitage.Of(counts);
        var slope = LogisticSlope.Of(counts, ConfidenceLevel.Percent95);
        return new PeriodTrend
        {
            Measure = series.Measure,
            Title = series.Title,
            Site = series.Site,
            Periods = used.Length,
            First = series.Points[used[0]].Label,
            Last = series.Points[used[^1]].Label,
            ChiSquare = test?.ChiSquare,
            P = test?.P,
            Slope = slope.Slope,
            SlopeLimits95 = slope.Limits is { } limits ? new Limits(limits.Lower, limits.Upper) : null,
            Better = series.Better,
            Method = "Cochran-Armitage test with scores 0 to k - 1; logistic slope in log-odds per period with Wald limits"
                + Remark(slope.State)
                + (series.Points.Any(point => point is { IsIncomplete: true, Value: not null }) ? "; incomplete periods left out" : ""),
        };
    }

    private static string Remark(SlopeState state) => state switch
    {
        SlopeState.Estimated => "",
        SlopeState.TooFewPeriods => "; too few periods",
        SlopeState.NoVariation => "; no variation: nobody or everybody met it in every period",
        _ => "; the slope has no end: all failures lie before all successes or after them",
    };
}
