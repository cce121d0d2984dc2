namespace FlsAudit.Statistics.Intervals;

/// <summary>
/// The textbook interval p ∓ z·√(p(1 - p)/n). It is too narrow for small n, has no width at 0 of n and n of n, and may leave 0..1:
/// the limits are given as the formula says, so that others' figures can be reproduced.
/// </summary>
public static class WaldInterval
{
    /// <summary>The interval of x successes in n trials, as proportions that may lie below 0 or above 1.</summary>
    /// <param name="x">Successes, from 0 to <paramref name="n"/>.</param>
    /// <param name="n">Trials, above 0.</param>
    /// <param name="level">How sure the interval claims to be.</param>
    /// <exception cref="ArgumentOutOfRangeException">x is below 0 or above n, n is 0 or less, or one is no finite number.</exception>
    public static Interval Of(double x, double n, ConfidenceLevel level) => Around(x, n, level, 0);

    /// <summary>The same, wider by half a trial, 1/(2n), at either end.</summary>
    /// <param name="x">Successes, from 0 to <paramref name="n"/>.</param>
    /// <param name="n">Trials, above 0.</param>
    /// <param name="level">How sure the interval claims to be.</param>
    /// <exception cref="ArgumentOutOfRangeException">x is below 0 or above n, n is 0 or less, or one is no finite number.</exception>
    public static Interval WithContinuity(double x, double n, ConfidenceLevel level) => Around(x, n, level, 0.5);

    private static Interval Around(double x, double n, ConfidenceLevel level, double correction)
    {
        Counts.RequireProportion(x, n);
        var p = x / n;
        var reach = (level.Z * Math.Sqrt(p * (1 - p) / n)) + (correction / n);
        return new Interval(p - reach, p + reach);
    }
}
