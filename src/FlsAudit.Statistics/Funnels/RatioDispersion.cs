namespace FlsAudit.Statistics.Funnels;

/// <summary>
/// How much more ratios of observed to expected events differ between units than chance alone explains, and limits widened for it
/// (Spiegelhalter et al., J R Stat Soc A 2012;175:1-47). The centre is 1, or the pooled ratio for <see cref="RatioScale.TwoCounts"/>.
/// </summary>
public sealed class RatioDispersion
{
    private readonly RatioScale scale;

    private RatioDispersion(RatioScale scale, double centre, (double Z, double Variance)[] scores)
    {
        this.scale = scale;
        Centre = centre;
        Z = [.. scores.Select(score => double.IsFinite(score.Z) ? score.Z : (double?)null)];
        (Phi, Tau2, Used) = ScoreSpread.Of(
            scores.Select(score => (score.Z, 1 / score.Variance)), scale == RatioScale.Logarithm ? ExtremeScores.Truncated : ExtremeScores.Winsorised);
        AdjustedZ = [.. scores.Select(score => double.IsFinite(score.Z) ? score.Z * Math.Sqrt(score.Variance / (score.Variance + (Tau2 ?? 0))) : (double?)null)];
    }

    /// <summary>The ratio that is the same for all when only chance makes a difference.</summary>
    public double Centre { get; }

    /// <summary>Each unit's distance from the centre in its own standard deviations; null where the scale has no place for it, as the logarithm has none for 0.</summary>
    public IReadOnlyList<double?> Z { get; }

    /// <summary>The same with the variance between units added.</summary>
    public IReadOnlyList<double?> AdjustedZ { get; }

    /// <summary>The mean square of z after the extremes were dealt with; null when not estimated, with fewer than <see cref="OverDispersion.FewestUnits"/> units left.</summary>
    public double? Phi { get; }

    /// <summary>The variance between units on the scale; null when not estimated.</summary>
    public double? Tau2 { get; }

    /// <summary>How many units <see cref="Phi"/> counts.</summary>
    public int Used { get; }

    /// <summary>Estimates from the events of all units.</summary>
    /// <param name="units">Observed events, 0 or more, and expected ones, above 0; at least one unit.</param>
    /// <param name="scale">The scale.</param>
    /// <exception cref="ArgumentException">There is no unit, or with <see cref="RatioScale.TwoCounts"/> no event at all.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Observed is negative, expected is 0 or less, or one is no finite number: leave out units for which nothing is expected.</exception>
    public static RatioDispersion Of(IReadOnlyList<(double Observed, double Expected)> units, RatioScale scale)
    {
        foreach (var (observed, expected) in units) RequireRatio(observed, expected);
        var centre = scale == RatioScale.TwoCounts ? units.Sum(unit => unit.Observed) / units.Sum(unit => unit.Expected) : 1;
        if (units.Count == 0 || centre == 0) throw new ArgumentException("Over-dispersion needs at least one unit and one event; there is no centre without them.", nameof(units));
        return new RatioDispersion(scale, centre, [.. units.Select(unit => ScoreOf(unit.Observed, unit.Expected, scale, centre))]);
    }

    /// <summary>The limits at a number of expected events, on the scale of ratios, 0 or more.</summary>
    /// <param name="expected">Above 0.</param>
    /// <param name="level">How much chance variation lies between the limits.</param>
    /// <exception cref="ArgumentOutOfRangeException">Expected is 0 or less or no finite number.</exception>
    public Interval LimitsAt(double expected, ConfidenceLevel level) => Limits(expected, 0, level);

    /// <summary>The limits widened by <see cref="Tau2"/>; not widened where it is 0 or not estimated.</summary>
    /// <param name="expected">Above 0.</param>
    /// <param name="level">How much variation by chance and between units lies between the limits.</param>
    /// <exception cref="ArgumentOutOfRangeException">Expected is 0 or less or no finite number.</exception>
    public Interval AdjustedLimitsAt(double expected, ConfidenceLevel level) => Limits(expected, Tau2 ?? 0, level);

    // Back on the scale of ratios. A square root below 0 would fold back when squared: it is held there first.
    private Interval Limits(double expected, double between, ConfidenceLevel level)
    {
        RequireRatio(0, expected);
        var reach = level.Z * Math.Sqrt(VarianceAt(expected, expected, scale) + between);
        if (scale != RatioScale.SquareRoot) return new Interval(Centre * Math.Exp(-reach), Centre * Math.Exp(reach));
        var low = Math.Max(0, 1 - reach);
        return new Interval(low * low, (1 + reach) * (1 + reach));
    }

    private static (double Z, double Variance) ScoreOf(double observed, double expected, RatioScale scale, double centre)
    {
        var variance = VarianceAt(observed, expected, scale);
        var off = scale switch
        {
            RatioScale.SquareRoot => Math.Sqrt(observed / expected) - 1,
            RatioScale.Logarithm => Math.Log(observed / expected),
            RatioScale.TwoCounts => Math.Log((observed + 0.5) / (expected + 0.5) / centre),
            _ => throw new ArgumentOutOfRangeException(nameof(scale), scale, "There is no such scale for ratios."),
        };
        return (off / Math.Sqrt(variance), variance);
    }

    private static double VarianceAt(double observed, double expected, RatioScale scale) => scale switch
    {
        RatioScale.SquareRoot => 1 / (4 * expected),
        RatioScale.Logarithm => 1 / expected,
        _ => (observed / ((observed + 0.5) * (observed + 0.5))) + (expected / ((expected + 0.5) * (expected + 0.5))),
    };

    private static void RequireRatio(double observed, double expected)
    {
        if (!(expected > 0 && double.IsFinite(expected)))
        {
            throw new ArgumentOutOfRangeException(nameof(expected), expected, "The expected events must be a finite number above 0.");
        }

        if (!(observed >= 0 && double.IsFinite(observed)))
        {
            throw new ArgumentOutOfRangeException(nameof(observed), observed, "The observed events must be a finite number, 0 or more.");
        }
    }
}
