namespace FlsAudit.Statistics.Intervals;

/// <summary>
/// The score interval of a proportion (Wilson, J Am Stat Assoc 1927;22:209-212), without continuity correction. It stays inside
/// 0..1, has a width also at 0 of n and n of n, and mirrors when the two outcomes are swapped.
/// </summary>
public static class WilsonInterval
{
    /// <summary>The interval of x successes in n trials, as proportions 0..1. Counts need not be whole.</summary>
    /// <param name="x">Successes, from 0 to <paramref name="n"/>. At 0 the lower limit is exactly 0, at n the upper limit is exactly 1.</param>
    /// <param name="n">Trials, above 0: a proportion of nothing has no interval.</param>
    /// <param name="z">The standard normal quantile of the level, above 0; see <see cref="ConfidenceLevel.Z95"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">x is below 0 or above n, n is 0 or less, z is 0 or less, or one is no finite number.</exception>
    public static Interval Of(double x, double n, double z)
    {
        Counts.RequireProportion(x, n);
        if (!(z > 0 && double.IsFinite(z)))
        {
            throw new ArgumentOutOfRangeException(nameof(z), z, "The normal quantile must be a finite number above 0.");
        }

        var centre = (2 * x) + (z * z);
        var reach = z * Math.Sqrt((z * z) + (4 * x * (1 - (x / n))));
        var scale = 2 * (n + (z * z));
        return new Interval(
            x == 0 ? 0 : (centre - reach) / scale,
            x == n ? 1 : (centre + reach) / scale);
    }

    /// <inheritdoc cref="Of(double, double, double)" />
    /// <param name="x">Successes, from 0 to <paramref name="n"/>.</param>
    /// <param name="n">Trials, above 0.</param>
    /// <param name="level">How sure the interval is.</param>
    public static Interval Of(double x, double n, ConfidenceLevel level) => Of(x, n, level.Z);

    /// <summary>
    /// The score interval with continuity correction (method 4 of Newcombe, Stat Med 1998;17:857-872): the score limits around
    /// half a success fewer and half a success more.
    /// </summary>
    /// <param name="x">Successes, from 0 to <paramref name="n"/>. At 0 the lower limit is exactly 0, at n the upper limit is exactly 1; so they are up to half a success from either end.</param>
    /// <param name="n">Trials, above 0.</param>
    /// <param name="level">How sure the interval is.</param>
    /// <exception cref="ArgumentOutOfRangeException">x is below 0 or above n, n is 0 or less, or one is no finite number.</exception>
    public static Interval WithContinuity(double x, double n, ConfidenceLevel level)
    {
        Counts.RequireProportion(x, n);
        return new Interval(
            Of(Math.Max(0, x - 0.5), n, level.Z).Lower,
            Of(Math.Min(n, x + 0.5), n, level.Z).Upper);
    }
}
