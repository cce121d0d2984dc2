using FlsAudit.Statistics.Intervals;

namespace FlsAudit.Statistics.Funnels;

/// <summary>How the limits around a common proportion are computed.</summary>
public enum FunnelMethod
{
    /// <summary>
    /// The binomial quantile, interpolated between counts so that the limits do not jump with n (Spiegelhalter, Stat Med
    /// 2005;24:1185-1202): (r - a)/n with r the smallest count for which P(X ≤ r) reaches q, and a = (P(X ≤ r) - q)/P(X = r), for
    /// the lower and the upper q alike, held to 0..1. Another implementation in circulation adds 1/n to the upper limit; this does not.
    /// </summary>
    InterpolatedBinomial,

    /// <summary>The same with 1/n more on the upper limit, as that other implementation (in R) has it; to reproduce it.</summary>
    InterpolatedBinomialOneCountHigher,

    /// <summary>The centre ∓ z·sqrt(p(1 - p)/n), held to 0..1; flags exactly the counts whose score test against the centre is significant.</summary>
    Normal,

    /// <summary>The Clopper-Pearson interval around the count that the centre predicts, n·p, whole or not.</summary>
    ExactBinomial,
}

/// <summary>On which side of its limits a proportion lies. Outside means strictly outside.</summary>
public enum FunnelSide
{
    /// <summary>Below the lower limit.</summary>
    Below,

    /// <summary>Between the limits or on one.</summary>
    Within,

    /// <summary>Above the upper limit.</summary>
    Above,
}

/// <summary>The range in which a proportion out of n lies by chance when its true value is that of all.</summary>
public static class FunnelLimits
{
    /// <summary>The limits at one number of trials, as proportions 0..1.</summary>
    /// <param name="centre">The common proportion. At 0 or at 1 nothing varies and both limits equal it.</param>
    /// <param name="n">Trials, above 0. Time does not grow with it; meant for up to 10^9.</param>
    /// <param name="level">How much chance variation lies between the limits.</param>
    /// <param name="method">How they are computed.</param>
    /// <exception cref="ArgumentOutOfRangeException">The centre is outside 0..1 or no number, or n is 0 or less.</exception>
    public static Interval Of(double centre, long n, ConfidenceLevel level, FunnelMethod method = FunnelMethod.InterpolatedBinomial)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(n);
        if (!(centre >= 0 && centre <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(centre), centre, "The common proportion must lie between 0 and 1.");
        }

        if (centre is 0 or 1) return new Interval(centre, centre);
        return method switch
        {
            FunnelMethod.InterpolatedBinomial => Interpolated(new BinomialDistribution(n, centre), level),
            FunnelMethod.InterpolatedBinomialOneCountHigher => OneCountHigher(Interpolated(new BinomialDistribution(n, centre), level), n),
            FunnelMethod.Normal => Normal(centre, n, level.Z),
            FunnelMethod.ExactBinomial => ExactBinomial.Of(centre * n, n, level),
            _ => throw new ArgumentOutOfRangeException(nameof(method), method, "There is no such funnel method."),
        };
    }

    /// <summary>Where x of n lies against its limits.</summary>
    /// <param name="x">Successes, from 0 to <paramref name="n"/>.</param>
    /// <param name="n">Trials, above 0.</param>
    /// <param name="centre">The common proportion.</param>
    /// <param name="level">How much chance variation lies between the limits.</param>
    /// <param name="method">How they are computed.</param>
    /// <returns>
    /// With <see cref="FunnelMethod.InterpolatedBinomial"/>, n of n is never above while its own chance, centre to the power n, is
    /// larger than the level's tail: the interpolated limit stays a fraction of a count below 1 even then, and would call every
    /// 1 of 1 too high.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">A count or the centre is impossible.</exception>
    public static FunnelSide SideOf(double x, long n, double centre, ConfidenceLevel level, FunnelMethod method = FunnelMethod.InterpolatedBinomial)
    {
        Counts.RequireProportion(x, n);
        var limits = Of(centre, n, level, method);
        var value = x / n;
        if (value < limits.Lower) return FunnelSide.Below;
        var likelyAll = method == FunnelMethod.InterpolatedBinomial && x == n && Math.Pow(centre, n) > level.Tail;
        return value > limits.Upper && !likelyAll ? FunnelSide.Above : FunnelSide.Within;
    }

    private static Interval Normal(double centre, long n, double z)
    {
        var reach = z * Math.Sqrt(centre * (1 - centre) / n);
        return new Interval(Math.Max(0, centre - reach), Math.Min(1, centre + reach));
    }

    private static Interval OneCountHigher(Interval limits, long n) => limits with { Upper = Math.Min(1, limits.Upper + (1.0 / n)) };

    private static Interval Interpolated(BinomialDistribution counts, ConfidenceLevel level) => new(
        Math.Max(0, counts.InterpolatedLower(level.Tail, level.Z) / counts.Trials),
        Math.Max(0, counts.InterpolatedUpper(level.Tail, level.Z) / counts.Trials));
}
