namespace FlsAudit.Statistics.Quantiles;

/// <summary>The sample behind a histogram, by rank: rank 1 is the smallest observation.</summary>
internal static class OrderStatistics
{
    internal static long CountOf(IReadOnlyList<(int Value, long Count)> histogram)
    {
        var total = 0L;
        for (var i = 0; i < histogram.Count; i++)
        {
            if (histogram[i].Count < 0)
            {
                throw new ArgumentException("A histogram cannot count a value less than zero times.", nameof(histogram));
            }

            if (i > 0 && histogram[i].Value <= histogram[i - 1].Value)
            {
                throw new ArgumentException("The values of a histogram must rise, each given once.", nameof(histogram));
            }

            total = checked(total + histogram[i].Count);
        }

        return total > 0 ? total : throw new ArgumentException("A quantile needs at least one observation.", nameof(histogram));
    }

    internal static int At(IReadOnlyList<(int Value, long Count)> histogram, long rank)
    {
        foreach (var (value, count) in histogram)
        {
            rank -= count;
            if (rank <= 0)
            {
                return value;
            }
        }

        throw new ArgumentOutOfRangeException(nameof(rank), "The rank lies beyond the last observation.");
    }
}
