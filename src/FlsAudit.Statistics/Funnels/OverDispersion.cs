namespace FlsAudit.Statistics.Funnels;

/// <summary>
/// How much more proportions differ between units than chance alone explains, and limits widened for it (Spiegelhalter, Qual Saf
/// Health Care 2005;14:347-351; Spiegelhalter et al., J R Stat Soc A 2012;175:1-47). Works on the arcsine scale: z is
/// (asin √(x/n) - asin √centre)·2√n. Extreme z are winsorised at their 10 % and 90 % quantiles (type 7) before phi is taken, unless said
/// otherwise, so that a true outlier does not widen the limits that should show it; the z that are returned are not winsorised.
/// </summary>
public sealed class OverDispersion
{
    /// <summary>Fewer units than this say nothing about a spread between units.</summary>
    public const int FewestUnits = 3;

    private readonly double angle;

    private OverDispersion(double centre, double[] n, double[] z, ExtremeScores extremes)
    {
        Centre = centre;
        angle = ArcsineScale.AngleOf(centre);
        Z = z;
        (Phi, Tau2, _) = ScoreSpread.Of(z.Zip(n, (score, trials) => (score, 1 / ArcsineScale.VarianceAt(trials))), extremes);
        AdjustedZ = [.. z.Zip(n, (score, trials) => score * Shrinkage(trials))];
    }

    /// <summary>The pooled proportion, Σx/Σn.</summary>
    public double Centre { get; }

    /// <summary>The mean square of z with the extremes dealt with, about 1 or less when units differ by chance alone; null when not estimated, with fewer than <see cref="FewestUnits"/> units.</summary>
    public double? Phi { get; }

    /// <summary>
    /// The variance between units in radians², estimated by moments with weights 4n; 0 when chance explains all, as it does when
    /// all units have the same proportion; null when not estimated, with fewer than <see cref="FewestUnits"/> units.
    /// </summary>
    public double? Tau2 { get; }

    /// <summary>Each unit's distance from the centre in its own standard deviations, in the order given.</summary>
    public IReadOnlyList<double> Z { get; }

    /// <summary>The same with the variance between units added; equal to <see cref="Z"/> where <see cref="Tau2"/> is 0 or not estimated.</summary>
    public IReadOnlyList<double> AdjustedZ { get; }

    /// <summary>Estimates from the counts of all units.</summary>
    /// <param name="units">Successes and trials of each unit, at least one unit; 0 of n and n of n are ordinary units.</param>
    /// <param name="extremes">What is done with extreme z before phi is taken.</param>
    /// <exception cref="ArgumentException">There is no unit.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A unit has no trials, or fewer than 0 or more than n successes: leave out units without trials.</exception>
    public static OverDispersion Of(IReadOnlyList<(double X, double N)> units, ExtremeScores extremes = ExtremeScores.Winsorised)
    {
        if (units.Count == 0)
        {
            throw new ArgumentException("Over-dispersion needs at least one unit; there is no centre without any.", nameof(units));
        }

        foreach (var (x, n) in units) Counts.RequireProportion(x, n);
        var centre = units.Sum(unit => unit.X) / units.Sum(unit => unit.N);
        var angle = ArcsineScale.AngleOf(centre);
        var z = units.Select(unit => (ArcsineScale.AngleOf(unit.X / unit.N) - angle) / Math.Sqrt(ArcsineScale.VarianceAt(unit.N)));
        return new OverDispersion(centre, [.. units.Select(unit => unit.N)], [.. z], extremes);
    }

    /// <summary>The limits on the arcsine scale without widening, as proportions 0..1.</summary>
    /// <param name="n">Trials, above 0.</param>
    /// <param name="level">How much chance variation lies between the limits.</param>
    /// <exception cref="ArgumentOutOfRangeException">n is 0 or less or no finite number.</exception>
    public Interval LimitsAt(double n, ConfidenceLevel level) => Limits(n, 0, level);

    /// <summary>The limits widened by <see cref="Tau2"/>, as proportions 0..1; not widened where it is 0 or not estimated.</summary>
    /// <param name="n">Trials, above 0.</param>
    /// <param name="level">How much variation by chance and between units lies between the limits.</param>
    /// <exception cref="ArgumentOutOfRangeException">n is 0 or less or no finite number.</exception>
    public Interval AdjustedLimitsAt(double n, ConfidenceLevel level) => Limits(n, Tau2 ?? 0, level);

    private Interval Limits(double n, double between, ConfidenceLevel level)
    {
        Counts.RequireProportion(0, n);
        return ArcsineScale.Limits(angle, level.Z * Math.Sqrt(ArcsineScale.VarianceAt(n) + between));
    }

    private double Shrinkage(double n)
    {
        var within = ArcsineScale.VarianceAt(n);
        return Math.Sqrt(within / (within + (Tau2 ?? 0)));
    }
}
