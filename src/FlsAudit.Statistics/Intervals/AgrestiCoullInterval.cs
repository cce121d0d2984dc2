namespace FlsAudit.Statistics.Intervals;

/// <summary>
/// Wald's formula after adding z²/2 successes and z²/2 failures (Agresti and Coull, Am Stat 1998;52:119-126). It has the centre of
/// <see cref="WilsonInterval"/>, is never narrower, and may leave 0..1: the limits are given as the formula says.
/// </summary>
public static class AgrestiCoullInterval
{
    /// <summary>The interval of x successes in n trials, as proportions that may lie below 0 or above 1.</summary>
    /// <param name="x">Successes, from 0 to <paramref name="n"/>.</param>
    /// <param name="n">Trials, above 0.</param>
    /// <param name="level">How sure the interval is.</param>
    /// <exception cref="ArgumentOutOfRangeException">x is below 0 or above n, n is 0 or less, or one is no finite number.</exception>
    public static Interval Of(double x, double n, ConfidenceLevel level)
    {
        Counts.RequireProportion(x, n);
        var added = level.Z * level.Z;
        return WaldInterval.Of(x + (added / 2), n + added, level);
    }
}
