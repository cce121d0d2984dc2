namespace FlsAudit.Statistics.Intervals;

/// <summary>
/// Quantiles of the beta distribution with shapes x + ½ and n - x + ½ (Brown, Cai and DasGupta, Stat Sci 2001;16:101-133), with the
/// limit 0 at 0 of n and the limit 1 at n of n.
/// </summary>
public static class JeffreysInterval
{
    /// <summary>The interval of x successes in n trials, as proportions 0..1.</summary>
    /// <param name="x">Successes, from 0 to <paramref name="n"/>. At 0 the lower limit is exactly 0, at n the upper limit is exactly 1.</param>
    /// <param name="n">Trials, above 0.</param>
    /// <param name="level">How sure the interval is.</param>
    /// <exception cref="ArgumentOutOfRangeException">x is below 0 or above n, n is 0 or less, or one is no finite number.</exception>
    public static Interval Of(double x, double n, ConfidenceLevel level)
    {
        Counts.RequireProportion(x, n);
        return new Interval(LowerLimit(x, n, level.Tail), 1 - LowerLimit(n - x, n, level.Tail));
    }

    private static double LowerLimit(double x, double n, double tail) => x == 0 ? 0 : BetaQuantile.Of(tail, x + 0.5, n - x + 0.5);
}
