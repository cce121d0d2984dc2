namespace FlsAudit.Statistics.Comparisons;

/// <summary>
/// The textbook interval of a difference of two independent proportions, d ∓ z·√(p1(1 - p1)/n1 + p2(1 - p2)/n2). It has no width when
/// both are at an end of the scale and may leave -1..1; to reproduce others only.
/// </summary>
public static class WaldDifference
{
    /// <summary>The interval of x1/n1 - x2/n2, as the formula says.</summary>
    /// <param name="x1">Successes of the first, from 0 to <paramref name="n1"/>.</param>
    /// <param name="n1">Trials of the first.</param>
    /// <param name="x2">Successes of the second, from 0 to <paramref name="n2"/>.</param>
    /// <param name="n2">Trials of the second.</param>
    /// <param name="level">How sure the interval claims to be.</param>
    /// <returns>Null when either has no trials.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A count is impossible.</exception>
    public static Interval? Of(double x1, double n1, double x2, double n2, ConfidenceLevel level)
    {
        Counts.RequireTally(x1, n1);
        Counts.RequireTally(x2, n2);
        if (n1 == 0 || n2 == 0) return null;
        var (p1, p2) = (x1 / n1, x2 / n2);
        var reach = level.Z * Math.Sqrt((p1 * (1 - p1) / n1) + (p2 * (1 - p2) / n2));
        return new Interval(p1 - p2 - reach, p1 - p2 + reach);
    }
}
