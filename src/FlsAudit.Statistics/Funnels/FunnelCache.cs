namespace FlsAudit.Statistics.Funnels;

/// <summary>
/// The limits of one funnel, each computed once however many units have the same number of trials: in a table of a thousand units most have.
/// For one thread at a time.
/// </summary>
/// <param name="centre">The common proportion, 0..1.</param>
/// <param name="level">How much chance variation lies between the limits.</param>
/// <param name="method">How they are computed.</param>
public sealed class FunnelCache(double centre, ConfidenceLevel level, FunnelMethod method = FunnelMethod.InterpolatedBinomial)
{
    private readonly Dictionary<long, Interval> limits = [];

    /// <summary>The limits at one number of trials, those of <see cref="FunnelLimits.Of"/>.</summary>
    /// <param name="n">Trials, above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The centre is outside 0..1 or no number, or n is 0 or less.</exception>
    public Interval LimitsAt(long n)
    {
        if (!limits.TryGetValue(n, out var known)) limits.Add(n, known = FunnelLimits.Of(centre, n, level, method));
        return known;
    }
}
