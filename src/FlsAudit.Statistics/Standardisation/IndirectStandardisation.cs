using FlsAudit.Statistics.Intervals;

namespace FlsAudit.Statistics.Standardisation;

/// <summary>
/// Observed events against those that a reference predicts for the same mix of groups (Breslow and Day, Statistical Methods in Cancer
/// Research II, 1987): expected = Σ reference rate·n, ratio = observed/expected.
/// </summary>
/// <param name="Observed">Events that were seen.</param>
/// <param name="Expected">Events that the reference predicts, taken as exact.</param>
/// <param name="Ratio">Observed over expected, 1 when as predicted; null when nothing is expected.</param>
/// <param name="Limits">The interval of the ratio; null when nothing is expected.</param>
public readonly record struct IndirectStandardisation(double Observed, double Expected, double? Ratio, Interval? Limits)
{
    /// <summary>The ratio of one unit.</summary>
    /// <param name="observed">Its events, 0 or more.</param>
    /// <param name="groups">The reference rate of each group, 0 or more, and the unit's trials or exposure in it, 0 or more.</param>
    /// <param name="level">How sure the interval is.</param>
    /// <param name="method">How it is computed.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative or not finite.</exception>
    public static IndirectStandardisation Of(
        double observed, IReadOnlyList<(double ReferenceRate, double N)> groups, ConfidenceLevel level, PoissonMethod method = PoissonMethod.ExactBelowTenThenByar)
    {
        var expected = ExpectedOf(groups);
        if (!(observed >= 0 && double.IsFinite(observed)))
        {
            throw new ArgumentOutOfRangeException(nameof(observed), observed, "The observed events must be a finite number, 0 or more.");
        }

        return expected == 0
            ? new(observed, 0, null, null)
            : new(observed, expected, observed / expected, PoissonInterval.OfRatio(observed, expected, level, method));
    }

    /// <summary>The events that a reference predicts: the sum of rate times number; 0 without groups.</summary>
    /// <param name="groups">The reference rate of each group and the number of trials or the exposure in it.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative or not finite.</exception>
    public static double ExpectedOf(IReadOnlyList<(double ReferenceRate, double N)> groups)
    {
        var expected = 0.0;
        foreach (var (rate, n) in groups)
        {
            if (!(rate >= 0 && n >= 0 && double.IsFinite(rate * n)))
            {
                throw new ArgumentOutOfRangeException(nameof(groups), (rate, n), "A reference rate and the number it applies to must be finite, 0 or more.");
            }

            expected += rate * n;
        }

        return expected;
    }
}
