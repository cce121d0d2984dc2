namespace FlsAudit.Statistics.Comparisons;

/// <summary>
/// How many times as likely a success is in the first as in the second, (x1/n1)/(x2/n2), with the interval on the log scale of Katz,
/// Baptista, Azen and Pike, Biometrics 1978;34:469-474: error² = 1/x1 - 1/n1 + 1/x2 - 1/n2.
/// </summary>
public static class RiskRatio
{
    /// <summary>The ratio and its interval.</summary>
    /// <param name="x1">Successes of the first, from 0 to <paramref name="n1"/>.</param>
    /// <param name="n1">Trials of the first.</param>
    /// <param name="x2">Successes of the second, from 0 to <paramref name="n2"/>.</param>
    /// <param name="n2">Trials of the second.</param>
    /// <param name="level">How sure the interval is.</param>
    /// <returns>n of n on both sides is a ratio of 1 without width.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A count is impossible.</exception>
    public static RatioEstimate Of(double x1, double n1, double x2, double n2, ConfidenceLevel level)
    {
        Counts.RequireTally(x1, n1);
        Counts.RequireTally(x2, n2);
        return n1 == 0 || n2 == 0
            ? new RatioEstimate(RatioState.Undefined, null, null)
            : RatioEstimate.Of(x1 / n1, x2 / n2, Math.Sqrt((1 / x1) - (1 / n1) + (1 / x2) - (1 / n2)), level.Z);
    }
}
