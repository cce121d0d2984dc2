namespace FlsAudit.Statistics.Intervals;

/// <summary>
/// The exact interval of a proportion (Clopper and Pearson, Biometrika 1934;26:404-413): all proportions that neither one-sided
/// binomial test rejects. Never too narrow, and therefore wider than <see cref="WilsonInterval"/>.
/// </summary>
public static class ExactBinomial
{
    /// <summary>The interval of x successes in n trials, as proportions 0..1.</summary>
    /// <param name="x">Successes, from 0 to <paramref name="n"/>. At 0 the lower limit is exactly 0, at n the upper limit is exactly 1. Where it is not whole the beta quantiles that define the limits are used all the same.</param>
    /// <param name="n">Trials, above 0.</param>
    /// <param name="level">How sure the interval is.</param>
    /// <exception cref="ArgumentOutOfRangeException">x is below 0 or above n, n is 0 or less, or one is no finite number.</exception>
    public static Interval Of(double x, double n, ConfidenceLevel level)
    {
        Counts.RequireProportion(x, n);

        // The upper limit is the mirror image of a lower one, so that swapping the outcomes mirrors the interval exactly.
        return new Interval(LowerLimit(x, n, level.Tail), 1 - LowerLimit(n - x, n, level.Tail));
    }

    private static double LowerLimit(double x, double n, double tail) => x == 0 ? 0 : BetaQuantile.Of(tail, x, n - x + 1);
}
