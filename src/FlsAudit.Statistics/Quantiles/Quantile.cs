namespace FlsAudit.Statistics.Quantiles;

/// <summary>
/// Sample quantiles, linear between order statistics (Hyndman and Fan, Am Stat 1996;50:361-365). Type 7, around position (n - 1)p
/// counted from 0, is the one used unless another is named: it is the default of R, NumPy and the spreadsheet programs.
/// </summary>
public static class Quantile
{
    /// <summary>The quantile of a sample given as values and how often each occurs.</summary>
    /// <param name="histogram">By rising value, each value once; a count of 0 is allowed and ignored.</param>
    /// <param name="p">From 0 (the smallest value) to 1 (the largest).</param>
    /// <returns>The same number as for the sample written out in full.</returns>
    /// <exception cref="ArgumentException">The histogram holds no observation, a negative count, or values that do not rise.</exception>
    /// <exception cref="ArgumentOutOfRangeException">p is outside 0..1.</exception>
    public static double Type7(IReadOnlyList<(int Value, long Count)> histogram, double p)
    {
        var n = OrderStatistics.CountOf(histogram);
        var (rank, fraction) = Position(n, p);
        double below = OrderStatistics.At(histogram, rank);
        return fraction == 0 ? below : Between(below, OrderStatistics.At(histogram, rank + 1), fraction);
    }

    /// <summary>The quantile of a sample in rising order; ties are allowed.</summary>
    /// <param name="sorted">At least one value, in rising order.</param>
    /// <param name="p">From 0 (the smallest value) to 1 (the largest).</param>
    /// <exception cref="ArgumentException">The sample is empty or not in rising order.</exception>
    /// <exception cref="ArgumentOutOfRangeException">p is outside 0..1.</exception>
    public static double Type7(IReadOnlyList<double> sorted, double p) => Of(sorted, p, QuantileType.Type7);

    /// <summary>The quantile of a sample in rising order by a named type; ties are allowed.</summary>
    /// <param name="sorted">At least one value, in rising order.</param>
    /// <param name="p">From 0 (the smallest value) to 1 (the largest).</param>
    /// <param name="type">Where it lies between two observations; never outside the sample.</param>
    /// <exception cref="ArgumentException">The sample is empty or not in rising order.</exception>
    /// <exception cref="ArgumentOutOfRangeException">p is outside 0..1, or there is no such type.</exception>
    public static double Of(IReadOnlyList<double> sorted, double p, QuantileType type)
    {
        for (var i = 1; i < sorted.Count; i++)
        {
            if (!(sorted[i] >= sorted[i - 1]))
            {
                throw new ArgumentException("The sample must be in rising order and hold numbers only.", nameof(sorted));
            }
        }

        if (sorted.Count == 0)
        {
            throw new ArgumentException("A quantile needs at least one observation.", nameof(sorted));
        }

        var (rank, fraction) = Position(sorted.Count, p, type);
        var below = sorted[(int)rank - 1];
        return fraction == 0 ? below : Between(below, sorted[(int)rank], fraction);
    }

    private static (long Rank, double Fraction) Position(long n, double p, QuantileType type = QuantileType.Type7)
    {
        if (!(p >= 0 && p <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(p), p, "The share below the quantile must lie between 0 and 1.");
        }

        var position = type switch
        {
            QuantileType.Type7 => (n - 1) * p,
            QuantileType.Type6 => ((n + 1) * p) - 1,
            QuantileType.Type8 => ((n + (1.0 / 3)) * p) - (2.0 / 3),
            _ => throw new ArgumentOutOfRangeException(nameof(type), type, "There is no such type of quantile."),
        };
        position = Math.Clamp(position, 0, n - 1);
        var floor = Math.Floor(position);
        return ((long)floor + 1, position - floor);
    }

    private static double Between(double below, double above, double fraction) => below + (fraction * (above - below));
}
