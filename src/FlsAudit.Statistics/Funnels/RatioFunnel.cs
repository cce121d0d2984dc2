using MathNet.Numerics;
using MathNet.Numerics.Distributions;

namespace FlsAudit.Statistics.Funnels;

/// <summary>
/// The range in which observed over expected events lies by chance when the true ratio is 1, by chi-square quantiles: the exact Poisson
/// interval (Garwood, Biometrika 1936;28:437-442) around the expected number, whole or not.
/// </summary>
public static class RatioFunnel
{
    /// <summary>The limits of the ratio: χ²(tail; 2E)/2E and χ²(1 - tail; 2E + 2)/2E.</summary>
    /// <param name="expected">Above 0.</param>
    /// <param name="level">How much chance variation lies between the limits.</param>
    /// <exception cref="ArgumentOutOfRangeException">Expected is 0 or less or no finite number.</exception>
    public static Interval LimitsAt(double expected, ConfidenceLevel level)
    {
        Require(expected);
        return new Interval(
            ChiSquared.InvCDF(2 * expected, level.Tail) / (2 * expected),
            ChiSquared.InvCDF((2 * expected) + 2, 1 - level.Tail) / (2 * expected));
    }

    /// <summary>The normal value of the level whose limit the ratio lies on: below -z or above z of a level exactly when it is outside the limits of that level.</summary>
    /// <param name="observed">0 or more.</param>
    /// <param name="expected">Above 0.</param>
    /// <returns>Held to -37..37, beyond which chances are no longer told apart.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Observed is negative, expected is 0 or less, or one is no finite number.</exception>
    public static double Z(double observed, double expected)
    {
        Require(expected);
        if (!(observed >= 0 && double.IsFinite(observed)))
        {
            throw new ArgumentOutOfRangeException(nameof(observed), observed, "The observed events must be a finite number, 0 or more.");
        }

        const double Farthest = 37;
        return observed < expected
            ? Math.Max(-Farthest, StandardNormal.Quantile(SpecialFunctions.GammaLowerRegularized(expected, observed)))
            : Math.Min(Farthest, -StandardNormal.Quantile(SpecialFunctions.GammaUpperRegularized(expected + 1, observed)));
    }

    private static void Require(double expected)
    {
        if (!(expected > 0 && double.IsFinite(expected)))
        {
            throw new ArgumentOutOfRangeException(nameof(expected), expected, "The expected events must be a finite number above 0.");
        }
    }
}
