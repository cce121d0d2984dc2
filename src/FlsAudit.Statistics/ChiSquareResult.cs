using MathNet.Numerics;

namespace FlsAudit.Statistics;

/// <summary>The outcome of a test whose statistic has a chi-square distribution when nothing differs.</summary>
/// <param name="ChiSquare">The statistic, 0 or more.</param>
/// <param name="DegreesOfFreedom">1 or more.</param>
/// <param name="P">The chance of a statistic at least as large when nothing differs, 0..1.</param>
public readonly record struct ChiSquareResult(double ChiSquare, int DegreesOfFreedom, double P)
{
    internal static ChiSquareResult Of(double chiSquare, int degreesOfFreedom) => new(chiSquare, degreesOfFreedom, Above(chiSquare, degreesOfFreedom));

    // With one degree of freedom it is the square of a normal value, whose tail is a closed form and much faster.
    private static double Above(double chiSquare, int degreesOfFreedom) =>
        degreesOfFreedom == 1 ? StandardNormal.TwoSided(Math.Sqrt(chiSquare))
        : chiSquare == 0 ? 1
        : SpecialFunctions.GammaUpperRegularized(degreesOfFreedom / 2.0, chiSquare / 2);
}
