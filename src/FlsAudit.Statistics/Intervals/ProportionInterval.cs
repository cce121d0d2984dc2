namespace FlsAudit.Statistics.Intervals;

/// <summary>The interval of a proportion by a method that is named (compared by Newcombe, Stat Med 1998;17:857-872, and Brown, Cai and DasGupta, Stat Sci 2001;16:101-133).</summary>
public static class ProportionInterval
{
    /// <summary>The interval of x successes in n trials, as proportions; inside 0..1 but for the three methods that say otherwise.</summary>
    /// <param name="x">Successes, from 0 to <paramref name="n"/>.</param>
    /// <param name="n">Trials.</param>
    /// <param name="level">How sure the interval is.</param>
    /// <param name="method">How it is computed.</param>
    /// <returns>Null when there are no trials: a proportion of nothing has no interval.</returns>
    /// <exception cref="ArgumentOutOfRangeException">x is below 0 or above n, n is negative, or there is no such method.</exception>
    public static Interval? Of(long x, long n, ConfidenceLevel level, ProportionMethod method = ProportionMethod.Wilson)
    {
        Counts.RequireTally(x, n);
        if (n == 0) return null;
        return method switch
        {
            ProportionMethod.Wilson => WilsonInterval.Of(x, n, level),
            ProportionMethod.WilsonWithContinuity => WilsonInterval.WithContinuity(x, n, level),
            ProportionMethod.Exact => ExactBinomial.Of(x, n, level),
            ProportionMethod.MidP => MidPInterval.Of(x, n, level),
            ProportionMethod.Jeffreys => JeffreysInterval.Of(x, n, level),
            ProportionMethod.LikelihoodRatio => LikelihoodRatioInterval.Of(x, n, level),
            ProportionMethod.AgrestiCoull => AgrestiCoullInterval.Of(x, n, level),
            ProportionMethod.Wald => WaldInterval.Of(x, n, level),
            ProportionMethod.WaldWithContinuity => WaldInterval.WithContinuity(x, n, level),
            _ => throw new ArgumentOutOfRangeException(nameof(method), method, "There is no such method for a proportion."),
        };
    }
}
