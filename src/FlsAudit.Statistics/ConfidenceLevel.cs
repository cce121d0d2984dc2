using MathNet.Numerics.Distributions;

namespace FlsAudit.Statistics;

/// <summary>
/// How sure an interval is, always with the same chance left out at either end. Normal formulas need <see cref="Z"/> and exact
/// ones need <see cref="Tail"/>; holding both keeps the two families at the same level.
/// </summary>
public sealed record ConfidenceLevel
{
    /// <summary>The 97.5 % point of the standard normal distribution: 95 % between -z and z.</summary>
    public const double Z95 = 1.959963984540054;

    /// <summary>The 99.9 % point of the standard normal distribution: 99.8 % between -z and z.</summary>
    public const double Z998 = 3.090232306167813;

    private ConfidenceLevel(double tail, double z)
    {
        Tail = tail;
        Z = z;
    }

    /// <summary>95 %, two-sided.</summary>
    public static ConfidenceLevel Percent95 { get; } = new(0.025, Z95);

    /// <summary>99.8 %, two-sided.</summary>
    public static ConfidenceLevel Percent998 { get; } = new(0.001, Z998);

    /// <summary>The chance left out at each end, above 0 and below one half: 0.025 for 95 %.</summary>
    public double Tail { get; }

    /// <summary>The standard normal quantile at 1 - <see cref="Tail"/>.</summary>
    public double Z { get; }

    /// <summary>The level that leaves out a given chance at each end.</summary>
    /// <param name="tail">Above 0 and below 0.5; 0.0015 gives 99.7 %.</param>
    /// <exception cref="ArgumentOutOfRangeException">The tail is 0 or less, one half or more, or no number.</exception>
    public static ConfidenceLevel WithTail(double tail) =>
        tail is > 0 and < 0.5
            ? new ConfidenceLevel(tail, -Normal.InvCDF(0, 1, tail))
            : throw new ArgumentOutOfRangeException(nameof(tail), tail, "The chance left out at each end must be above 0 and below 0.5.");
}
