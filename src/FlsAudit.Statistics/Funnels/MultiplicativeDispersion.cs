namespace FlsAudit.Statistics.Funnels;

/// <summary>
/// How much more proportions differ than chance explains, on the plain scale: z = (x/n - p)/√(p(1 - p)/n), phi = mean z², and normal
/// limits stretched by √phi where phi is above 1 (Spiegelhalter, Qual Saf Health Care 2005;14:347-351).
/// </summary>
public sealed class MultiplicativeDispersion
{
    private MultiplicativeDispersion(double centre, double[] z, ExtremeScores extremes)
    {
        Centre = centre;
        Z = z;
        Phi = ScoreSpread.Of(z.Select(score => (score, 1.0)), extremes).Phi;
    }

    /// <summary>The pooled proportion, Σx/Σn.</summary>
    public double Centre { get; }

    /// <summary>Each unit's distance from the centre in its own standard deviations, in the order given; all 0 when the centre is 0 or 1.</summary>
    public IReadOnlyList<double> Z { get; }

    /// <summary>The mean square of z; null when not estimated, with fewer than <see cref="OverDispersion.FewestUnits"/> units.</summary>
    public double? Phi { get; }

    /// <summary>Estimates from the counts of all units.</summary>
    /// <param name="units">Successes and trials of each unit, at least one unit.</param>
    /// <param name="extremes">What is done with extreme z.</param>
    /// <exception cref="ArgumentException">There is no unit.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A unit has no trials, or an impossible count: leave out units without trials.</exception>
    public static MultiplicativeDispersion Of(IReadOnlyList<(double X, double N)> units, ExtremeScores extremes = ExtremeScores.Winsorised)
    {
        if (units.Count == 0) throw new ArgumentException("Over-dispersion needs at least one unit; there is no centre without any.", nameof(units));
        foreach (var (x, n) in units) Counts.RequireProportion(x, n);
        var centre = units.Sum(unit => unit.X) / units.Sum(unit => unit.N);
        var deviation = Math.Sqrt(centre * (1 - centre));
        var z = units.Select(unit => deviation == 0 ? 0 : ((unit.X / unit.N) - centre) * Math.Sqrt(unit.N) / deviation);
        return new MultiplicativeDispersion(centre, [.. z], extremes);
    }

    /// <summary>The normal limits, stretched where <see cref="Phi"/> is above 1, as proportions held to 0..1.</summary>
    /// <param name="n">Trials, above 0.</param>
    /// <param name="level">How much variation lies between the limits.</param>
    /// <exception cref="ArgumentOutOfRangeException">n is 0 or less or no finite number.</exception>
    public Interval LimitsAt(double n, ConfidenceLevel level)
    {
        Counts.RequireProportion(0, n);
        var reach = level.Z * Math.Sqrt(Math.Max(1, Phi ?? 1) * Centre * (1 - Centre) / n);
        return new Interval(Math.Max(0, Centre - reach), Math.Min(1, Centre + reach));
    }
}
