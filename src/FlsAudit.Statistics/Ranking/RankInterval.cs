namespace FlsAudit.Statistics.Ranking;

/// <summary>The ranks that a unit may have, from its best to its worst; rank 1 is the first.</summary>
/// <param name="Best">One more than the number of units that are surely ahead.</param>
/// <param name="Worst">All units less those that are surely behind.</param>
public readonly record struct RankRange(long Best, long Worst);

/// <summary>
/// How far the order of units is known: a unit is surely ahead of another only where their intervals do not touch (Klein, Wright and
/// Wieczorek, J R Stat Soc C 2020;69:589-606). Where all intervals together hold the true values with some chance, all ranks
/// together do so with at least the same: use <see cref="JointLevel"/>. No random numbers.
/// </summary>
public static class RankInterval
{
    /// <summary>The ranks of each unit, in the order given.</summary>
    /// <param name="intervals">One of each unit; touching ones leave the order open.</param>
    /// <param name="highestFirst">Whether the highest value has rank 1.</param>
    /// <exception cref="ArgumentException">A lower limit lies above its upper one, or one is no number.</exception>
    public static IReadOnlyList<RankRange> Of(IReadOnlyList<Interval> intervals, bool highestFirst = true)
    {
        var (lowers, uppers) = (new double[intervals.Count], new double[intervals.Count]);
        for (var i = 0; i < intervals.Count; i++)
        {
            (lowers[i], uppers[i]) = (intervals[i].Lower, intervals[i].Upper);
            if (!(lowers[i] <= uppers[i])) throw new ArgumentException("Each interval must run from a lower to an upper number.", nameof(intervals));
        }

        Array.Sort(lowers);
        Array.Sort(uppers);
        var ranks = new RankRange[intervals.Count];
        for (var i = 0; i < ranks.Length; i++)
        {
            var above = lowers.Length - CountUpTo(lowers, intervals[i].Upper);
            var below = CountUnder(uppers, intervals[i].Lower);
            ranks[i] = highestFirst ? new(above + 1, ranks.Length - below) : new(below + 1, ranks.Length - above);
        }

        return ranks;
    }

    /// <summary>The level of each of so many independent intervals with which they all hold with the level asked for (Šidák, J Am Stat Assoc 1967;62:626-633).</summary>
    /// <param name="level">The level for all together.</param>
    /// <param name="intervals">How many there are, above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no interval.</exception>
    public static ConfidenceLevel JointLevel(ConfidenceLevel level, int intervals)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(intervals);
        return intervals == 1 ? level : ConfidenceLevel.WithTail(-double.ExpM1(double.LogP1(-2 * level.Tail) / intervals) / 2);
    }

    private static int CountUpTo(double[] sorted, double value) => First(sorted, other => other > value);

    private static int CountUnder(double[] sorted, double value) => First(sorted, other => other >= value);

    private static int First(double[] sorted, Func<double, bool> holds)
    {
        var (low, high) = (0, sorted.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (holds(sorted[middle])) high = middle;
            else low = middle + 1;
        }

        return low;
    }
}
