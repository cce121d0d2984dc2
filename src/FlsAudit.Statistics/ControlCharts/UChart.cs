namespace FlsAudit.Statistics.ControlCharts;

/// <summary>
/// The chart of rates of events that have no upper bound (Shewhart 1931): limits at u ∓ 3·√(u/n) with u pooled over the baseline and n the
/// exposure of the period, not below 0.
/// </summary>
public static class UChart
{
    private static readonly Interval Scale = new(0, double.MaxValue);

    /// <summary>The chart with limits by the Poisson distribution alone.</summary>
    /// <param name="counts">Events and exposure of each period in order; an exposure of 0 is no value and not 0.</param>
    /// <param name="baseline">From which periods centre and limits are taken; all of them unless said otherwise.</param>
    /// <exception cref="ArgumentOutOfRangeException">Events or exposure are negative or no finite number, or there are events without exposure.</exception>
    public static ControlChart Of(IReadOnlyList<(double X, double N)> counts, ChartBaseline? baseline = null) =>
        CountChart.Of(counts, baseline, ChartKind.U, RequireRate(counts), centre => centre, Scale);

    /// <summary>The chart whose limits also allow for variation between periods (Laney, Qual Eng 2002;14:531-537).</summary>
    /// <param name="counts">Events and exposure of each period in order.</param>
    /// <param name="baseline">From which periods centre and limits are taken; all of them unless said otherwise.</param>
    /// <param name="screening">What is done with extreme moving ranges of z.</param>
    /// <exception cref="ArgumentOutOfRangeException">Events or exposure are negative or no finite number, or there are events without exposure.</exception>
    public static ControlChart Prime(
        IReadOnlyList<(double X, double N)> counts, ChartBaseline? baseline = null, RangeScreening screening = RangeScreening.Screened) =>
        CountChart.Of(counts, baseline, ChartKind.UPrime, RequireRate(counts), centre => centre, Scale, screening);

    private static double?[] RequireRate(IReadOnlyList<(double X, double N)> counts)
    {
        var values = new double?[counts.Count];
        for (var i = 0; i < values.Length; i++)
        {
            var (x, n) = counts[i];
            if (!(x >= 0 && n >= 0 && double.IsFinite(x) && double.IsFinite(n) && (n > 0 || x == 0)))
            {
                throw new ArgumentOutOfRangeException(nameof(counts), (x, n), "Events and exposure must be finite numbers, 0 or more, and there are no events without exposure.");
            }

            if (n > 0) values[i] = x / n;
        }

        return values;
    }
}
