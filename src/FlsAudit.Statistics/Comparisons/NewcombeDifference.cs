using FlsAudit.Statistics.Intervals;

namespace FlsAudit.Statistics.Comparisons;

/// <summary>
/// The hybrid score interval of a difference of two independent proportions (method 10 of Newcombe, Stat Med 1998;17:873-890), made of
/// the <see cref="WilsonInterval"/> of each. It stays inside -1..1 and turns round exactly when the two are swapped.
/// </summary>
public static class NewcombeDifference
{
    /// <summary>The interval of x1/n1 - x2/n2.</summary>
    /// <param name="x1">Successes of the first, from 0 to <paramref name="n1"/>.</param>
    /// <param name="n1">Trials of the first.</param>
    /// <param name="x2">Successes of the second, from 0 to <paramref name="n2"/>.</param>
    /// <param name="n2">Trials of the second.</param>
    /// <param name="level">How sure the interval is.</param>
    /// <returns>On the scale of proportions, -1..1; null when either has no trials.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A count is impossible.</exception>
    public static Interval? Of(double x1, double n1, double x2, double n2, ConfidenceLevel level)
    {
        Counts.RequireTally(x1, n1);
        Counts.RequireTally(x2, n2);
        if (n1 == 0 || n2 == 0) return null;
        var (p1, p2) = (x1 / n1, x2 / n2);
        var (first, second) = (WilsonInterval.Of(x1, n1, level), WilsonInterval.Of(x2, n2, level));
        return new Interval(
            p1 - p2 - Hypotenuse(p1 - first.Lower, second.Upper - p2),
            p1 - p2 + Hypotenuse(first.Upper - p1, p2 - second.Lower));
    }

    private static double Hypotenuse(double a, double b) => Math.Sqrt((a * a) + (b * b));
}
