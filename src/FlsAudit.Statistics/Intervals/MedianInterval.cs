using FlsAudit.Statistics.Quantiles;

namespace FlsAudit.Statistics.Intervals;

/// <summary>
/// The distribution-free interval of a median: two order statistics at equal rank from either end, the innermost between which
/// the median lies with at least the chance asked for, by the binomial distribution with one half (Conover, Practical
/// Nonparametric Statistics, 1999). Ties make it wider, never wrong.
/// </summary>
public static class MedianInterval
{
    /// <summary>The limits, two values of the sample.</summary>
    /// <param name="histogram">By rising value, each value once; a count of 0 is allowed and ignored.</param>
    /// <param name="level">How sure the interval is at least.</param>
    /// <returns>
    /// Null when the sample is too small for the level: even its smallest and largest observation then miss the median too often.
    /// 95 % needs 6 observations, 99.8 % needs 10.
    /// </returns>
    /// <exception cref="ArgumentException">The histogram holds no observation, a negative count, or values that do not rise.</exception>
    public static Interval? Of(IReadOnlyList<(int Value, long Count)> histogram, ConfidenceLevel level)
    {
        var n = OrderStatistics.CountOf(histogram);
        return LowerRank(n, level) is { } rank
            ? new Interval(OrderStatistics.At(histogram, rank), OrderStatistics.At(histogram, n + 1 - rank))
            : null;
    }

    /// <summary>The rank of the lower limit, counted from 1 at the smallest observation; the upper limit has the same rank from the largest.</summary>
    /// <param name="n">The number of observations, above 0.</param>
    /// <param name="level">How sure the interval is at least.</param>
    /// <returns>Null when the sample is too small for the level.</returns>
    /// <exception cref="ArgumentOutOfRangeException">n is 0 or less.</exception>
    public static long? LowerRank(long n, ConfidenceLevel level)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(n);

        // Rank r misses when fewer than r observations lie below the median.
        var rank = new BinomialDistribution(n, 0.5).LowerQuantile(level);
        return rank > 0 ? rank : null;
    }
}
