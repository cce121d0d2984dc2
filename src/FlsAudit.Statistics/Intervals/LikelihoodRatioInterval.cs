namespace FlsAudit.Statistics.Intervals;

/// <summary>
/// All proportions p for which twice the loss of log-likelihood, 2(l(x/n) - l(p)), does not exceed z² (method 7 of Newcombe, Stat Med
/// 1998;17:857-872).
/// </summary>
public static class LikelihoodRatioInterval
{
    /// <summary>The interval of x successes in n trials, as proportions 0..1.</summary>
    /// <param name="x">Successes, from 0 to <paramref name="n"/>. At 0 the lower limit is exactly 0, at n the upper limit is exactly 1.</param>
    /// <param name="n">Trials, above 0.</param>
    /// <param name="level">How sure the interval is.</param>
    /// <exception cref="ArgumentOutOfRangeException">x is below 0 or above n, n is 0 or less, or one is no finite number.</exception>
    public static Interval Of(double x, double n, ConfidenceLevel level)
    {
        Counts.RequireProportion(x, n);
        return new Interval(LowerLimit(x, n, level.Z), 1 - LowerLimit(n - x, n, level.Z));
    }

    private static double LowerLimit(double x, double n, double z) =>
        x == 0 ? 0 : Bisection.Last(0, x / n, p => Loss(x, n, p) >= z * z);

    private static double Loss(double x, double n, double p) =>
        2 * ((x * Math.Log(x / n / p)) + (x == n ? 0 : (n - x) * Math.Log((1 - (x / n)) / (1 - p))));
}
