namespace FlsAudit.Statistics.Multiplicity;

/// <summary>How many units lie outside limits by chance alone, when none differs.</summary>
public static class ChanceFlags
{
    /// <summary>The number to expect: units times the chance left out at both ends. Limits on counts leave out less, so it is the most to expect.</summary>
    /// <param name="units">How many units are compared, 0 or more.</param>
    /// <param name="level">The level of the limits.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public static double Expected(int units, ConfidenceLevel level)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(units);
        return units * 2 * level.Tail;
    }

    /// <summary>The chance that at least one of independent units lies outside.</summary>
    /// <param name="units">How many units are compared, 0 or more.</param>
    /// <param name="level">The level of the limits.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public static double ChanceOfAny(int units, ConfidenceLevel level)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(units);
        return -double.ExpM1(units * double.LogP1(-2 * level.Tail));
    }

    /// <summary>The two-sided p-value of a z-score.</summary>
    /// <param name="z">Distance from the centre in standard deviations.</param>
    /// <exception cref="ArgumentOutOfRangeException">z is no number.</exception>
    public static double TwoSidedP(double z) =>
        double.IsNaN(z) ? throw new ArgumentOutOfRangeException(nameof(z), z, "A z-score must be a number.") : StandardNormal.TwoSided(z);
}
