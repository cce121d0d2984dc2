namespace FlsAudit.Statistics.Comparisons;

/// <summary>
/// Whether two proportions differ by more than chance: Pearson's chi-square of the two by two table (Pearson, Phil Mag 1900;50:157-175),
/// the square of (p1 - p2)/√(p(1 - p)(1/n1 + 1/n2)) with p pooled.
/// </summary>
public static class PooledScoreTest
{
    /// <summary>The test without continuity correction.</summary>
    /// <param name="x1">Successes of the first, from 0 to <paramref name="n1"/>.</param>
    /// <param name="n1">Trials of the first.</param>
    /// <param name="x2">Successes of the second, from 0 to <paramref name="n2"/>.</param>
    /// <param name="n2">Trials of the second.</param>
    /// <returns>Null when there is nothing to test: a side without trials, or no success or no failure on either.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A count is impossible.</exception>
    public static ChiSquareResult? Of(double x1, double n1, double x2, double n2) => Test(x1, n1, x2, n2, 0);

    /// <summary>The test with the continuity correction of Yates, Suppl J R Stat Soc 1934;1:217-235, which never turns a difference round.</summary>
    /// <param name="x1">Successes of the first, from 0 to <paramref name="n1"/>.</param>
    /// <param name="n1">Trials of the first.</param>
    /// <param name="x2">Successes of the second, from 0 to <paramref name="n2"/>.</param>
    /// <param name="n2">Trials of the second.</param>
    /// <returns>Null when there is nothing to test: a side without trials, or no success or no failure on either.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A count is impossible.</exception>
    public static ChiSquareResult? WithContinuity(double x1, double n1, double x2, double n2) => Test(x1, n1, x2, n2, 0.5);

    private static ChiSquareResult? Test(double x1, double n1, double x2, double n2, double correction)
    {
        Counts.RequireTally(x1, n1);
        Counts.RequireTally(x2, n2);
        var (x, n) = (x1 + x2, n1 + n2);
        if (n1 == 0 || n2 == 0 || x == 0 || x == n) return null;

        // All four cells are off their expectation by the same amount.
        var off = Math.Abs((x1 * (n2 / n)) - (x2 * (n1 / n)));
        off -= Math.Min(correction, off);
        var p = x / n;
        return ChiSquareResult.Of(off * off / (p * (1 - p)) * ((1 / n1) + (1 / n2)), 1);
    }
}
