namespace FlsAudit.Statistics.Intervals;

/// <summary>
/// The exact interval in which the count that was seen has half its weight (method 6 of Newcombe, Stat Med 1998;17:857-872): the lower
/// limit solves P(X > x) + ½·P(X = x) = tail, the upper one the mirror image. Narrower than <see cref="ExactBinomial"/>.
/// </summary>
public static class MidPInterval
{
    /// <summary>The interval of x successes in n trials, as proportions 0..1.</summary>
    /// <param name="x">Successes, from 0 to <paramref name="n"/>. At 0 the lower limit is exactly 0, at n the upper limit is exactly 1.</param>
    /// <param name="n">Trials, above 0.</param>
    /// <param name="level">How sure the interval is.</param>
    /// <exception cref="ArgumentOutOfRangeException">x is below 0 or above n, or n is 0 or less.</exception>
    public static Interval Of(long x, long n, ConfidenceLevel level)
    {
        Counts.RequireProportion(x, n);
        return new Interval(LowerLimit(x, n, level.Tail), 1 - LowerLimit(n - x, n, level.Tail));
    }

    private static double LowerLimit(long x, long n, double tail) => x == 0 ? 0 : Bisection.Last(0, (double)x / n, p =>
    {
        var counts = new BinomialDistribution(n, p);
        return counts.Above(x) + (counts.Probability(x) / 2) <= tail;
    });
}
