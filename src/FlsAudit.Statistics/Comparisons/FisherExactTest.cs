using MathNet.Numerics;

namespace FlsAudit.Statistics.Comparisons;

/// <summary>
/// Fisher's exact test of a two by two table (Fisher, J R Stat Soc 1935;98:39-82): with all margins given, the chance of a table that is
/// no more likely than the one that was seen.
/// </summary>
public static class FisherExactTest
{
    // Tables that are equally likely differ in the last digits when computed on different ways.
    private const double SameChance = 1 + 1e-7;

    // Terms further out than this cannot be seen in the sum.
    private const double Negligible = 1e-20;

    /// <summary>The two-sided p-value, 0..1.</summary>
    /// <param name="x1">Successes of the first, from 0 to <paramref name="n1"/>.</param>
    /// <param name="n1">Trials of the first.</param>
    /// <param name="x2">Successes of the second, from 0 to <paramref name="n2"/>.</param>
    /// <param name="n2">Trials of the second.</param>
    /// <returns>Null when a side has no trials. Where there is no success or no failure at all, only one table is possible and the value is 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A count is impossible.</exception>
    public static double? P(long x1, long n1, long x2, long n2)
    {
        Counts.RequireTally(x1, n1);
        Counts.RequireTally(x2, n2);
        if (n1 == 0 || n2 == 0) return null;
        var successes = x1 + x2;
        var seen = LogChance(x1, n1, n2, successes);
        var lowest = Math.Max(0, successes - n2);
        var highest = Math.Min(n1, successes);
        var mode = Math.Clamp((long)((n1 + 1.0) * (successes + 1.0) / (n1 + n2 + 2.0)), lowest, highest);

        // From the most likely table outwards, each term from the one before, in units of the most likely one.
        var chance = SameChance * Math.Exp(seen - LogChance(mode, n1, n2, successes));
        var (extreme, all) = (chance >= 1 ? 1.0 : 0, 1.0);
        Walk(1, highest, ratio: k => (n1 - k) / (k + 1.0) * ((successes - k) / (n2 - successes + k + 1.0)));
        Walk(-1, lowest, ratio: k => k / (n1 - k + 1.0) * ((n2 - successes + k) / (successes - k + 1.0)));
        return Math.Min(1, extreme / all);

        void Walk(int step, long last, Func<long, double> ratio)
        {
            var term = 1.0;
            for (var k = mode; k != last; k += step)
            {
                term *= ratio(k);
                all += term;
                if (term <= chance) extreme += term;
                if (term <= chance * Negligible) return;
            }
        }
    }

    // Up to a constant of the margins.
    private static double LogChance(long k, long n1, long n2, long successes) =>
        -SpecialFunctions.GammaLn(k + 1.0) - SpecialFunctions.GammaLn(n1 - k + 1.0)
        - SpecialFunctions.GammaLn(successes - k + 1.0) - SpecialFunctions.GammaLn(n2 - successes + k + 1.0);
}
