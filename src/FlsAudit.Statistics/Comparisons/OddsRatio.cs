namespace FlsAudit.Statistics.Comparisons;

/// <summary>
/// The odds of a success in the first over those in the second, x1(n2 - x2)/((n1 - x1)x2), with the interval on the log scale of Woolf,
/// Ann Hum Genet 1955;19:251-253: error² is the sum of the reciprocals of the four counts.
/// </summary>
public static class OddsRatio
{
    /// <summary>The ratio and its interval.</summary>
    /// <param name="x1">Successes of the first, from 0 to <paramref name="n1"/>.</param>
    /// <param name="n1">Trials of the first.</param>
    /// <param name="x2">Successes of the second, from 0 to <paramref name="n2"/>.</param>
    /// <param name="n2">Trials of the second.</param>
    /// <param name="level">How sure the interval is.</param>
    /// <returns>No half is added to counts of 0: the state says what is missing.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A count is impossible.</exception>
    public static RatioEstimate Of(double x1, double n1, double x2, double n2, ConfidenceLevel level)
    {
        Counts.RequireTally(x1, n1);
        Counts.RequireTally(x2, n2);
        var (y1, y2) = (n1 - x1, n2 - x2);
        return RatioEstimate.Of(x1 * y2, y1 * x2, Math.Sqrt((1 / x1) + (1 / y1) + (1 / x2) + (1 / y2)), level.Z);
    }
}
