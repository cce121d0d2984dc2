namespace FlsAudit.Statistics.Comparisons;

/// <summary>Whether a count fits a proportion that is given: the chance of a count that is no more likely than the one that was seen, by the binomial distribution itself.</summary>
public static class ExactBinomialTest
{
    // Counts that are equally likely differ in the last digits when computed on different ways.
    private const double SameChance = 1 + 1e-7;

    // Terms further out than this cannot be seen in the sum.
    private const double Negligible = 1e-20;

    /// <summary>The two-sided p-value, 0..1.</summary>
    /// <param name="x">Successes, from 0 to <paramref name="n"/>.</param>
    /// <param name="n">Trials.</param>
    /// <param name="proportion">The proportion to compare with, 0..1. At 0 and 1 only one count is possible: the value is 1 for it and 0 for any other.</param>
    /// <returns>Null when there are no trials.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A count or the proportion is impossible.</exception>
    public static double? P(long x, long n, double proportion)
    {
        Counts.RequireTally(x, n);
        if (!(proportion >= 0 && proportion <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(proportion), proportion, "The proportion to compare with must lie between 0 and 1.");
        }

        if (n == 0) return null;
        if (proportion is 0 or 1) return x == n * proportion ? 1 : 0;
        var mode = Math.Clamp((long)((n + 1) * proportion), 0, n);
        var counts = new BinomialDistribution(n, proportion);
        var peak = counts.Probability(mode);
        var chance = SameChance * counts.Probability(x);
        if (peak <= chance) return 1;
        var odds = proportion / (1 - proportion);
        return Math.Min(1, Walk(mode, n, 1, k => (n - k) / (k + 1.0) * odds) + Walk(mode, 0, -1, k => k / (n - k + 1.0) / odds));

        double Walk(long from, long last, int step, Func<long, double> ratio)
        {
            var (term, extreme) = (peak, 0.0);
            for (var k = from; k != last; k += step)
            {
                term *= ratio(k);
                if (term <= chance) extreme += term;
                if (term <= chance * Negligible) break;
            }

            return extreme;
        }
    }
}
