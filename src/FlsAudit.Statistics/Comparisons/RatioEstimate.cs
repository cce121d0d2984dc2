namespace FlsAudit.Statistics.Comparisons;

/// <summary>What can be said about a ratio of two chances or odds.</summary>
public enum RatioState
{
    /// <summary>It has a value and an interval.</summary>
    Estimated,

    /// <summary>Its value is 0; an interval on the log scale does not exist.</summary>
    Zero,

    /// <summary>Its divisor is 0 and its dividend is not: it is larger than any number.</summary>
    Unbounded,

    /// <summary>Both are 0, or a side has no trials: nothing is known.</summary>
    Undefined,
}

/// <summary>A ratio of two chances or odds.</summary>
/// <param name="State">Whether there is a value and an interval.</param>
/// <param name="Value">0 or more; null when it is unbounded or undefined.</param>
/// <param name="Limits">Symmetric on the log scale; null unless it was estimated.</param>
public readonly record struct RatioEstimate(RatioState State, double? Value, Interval? Limits)
{
    /// <summary>The ratio of two numbers that are not negative, with limits at value·exp(∓z·error) where both are above 0 and the error is finite.</summary>
    internal static RatioEstimate Of(double dividend, double divisor, double logError, double z)
    {
        if (divisor == 0) return new(dividend == 0 ? RatioState.Undefined : RatioState.Unbounded, null, null);
        if (dividend == 0) return new(RatioState.Zero, 0, null);
        var value = dividend / divisor;
        var factor = Math.Exp(z * logError);
        return new(RatioState.Estimated, value, new Interval(value / factor, value * factor));
    }
}
