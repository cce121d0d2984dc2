namespace FlsAudit.Statistics.ControlCharts;

/// <summary>
/// The chart of proportions (Shewhart 1931): limits at p ∓ 3·√(p(1 - p)/n) with p pooled over the baseline and n of the period, held to 0..1. They
/// are wider where n is small.
/// </summary>
public static class PChart
{
    private static readonly Interval Scale = new(0, 1);

    /// <summary>The chart with limits by the binomial distribution alone.</summary>
    /// <param name="counts">Successes and trials of each period in order; 0 of 0 where there is none, which is no value and not 0.</param>
    /// <param name="baseline">From which periods centre and limits are taken; all of them unless said otherwise.</param>
    /// <returns>A segment whose baseline is all failures or all successes says that nothing varies, and has no limits.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A count is impossible.</exception>
    public static ControlChart Of(IReadOnlyList<(double X, double N)> counts, ChartBaseline? baseline = null) =>
        CountChart.Of(counts, baseline, ChartKind.P, RequireProportion(counts), centre => centre * (1 - centre), Scale);

    /// <summary>
    /// The chart whose limits also allow for variation between periods (Laney, Qual Eng 2002;14:531-537): the plain distance times the
    /// standard deviation of z, which is the mean moving range of z over 1.128.
    /// </summary>
    /// <param name="counts">Successes and trials of each period in order.</param>
    /// <param name="baseline">From which periods centre and limits are taken; all of them unless said otherwise.</param>
    /// <param name="screening">What is done with extreme moving ranges of z.</param>
    /// <returns><see cref="ChartSegment.Inflation"/> says by how much; below 1 the limits are narrower than the plain ones, which then are the ones to use.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A count is impossible.</exception>
    public static ControlChart Prime(
        IReadOnlyList<(double X, double N)> counts, ChartBaseline? baseline = null, RangeScreening screening = RangeScreening.Screened) =>
        CountChart.Of(counts, baseline, ChartKind.PPrime, RequireProportion(counts), centre => centre * (1 - centre), Scale, screening);

    private static double?[] RequireProportion(IReadOnlyList<(double X, double N)> counts)
    {
        var values = new double?[counts.Count];
        for (var i = 0; i < values.Length; i++)
        {
            var (x, n) = counts[i];
            Counts.RequireTally(x, n);
            if (n > 0) values[i] = x / n;
        }

        return values;
    }
}
