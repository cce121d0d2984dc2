using MathNet.Numerics;
using MathNet.Numerics.Distributions;

namespace FlsAudit.Statistics;

/// <summary>The standard normal distribution; small tails keep their digits.</summary>
internal static class StandardNormal
{
    /// <summary>The chance of a value at least as far from 0 as z, on either side: 1 at 0, never above.</summary>
    internal static double TwoSided(double z) => SpecialFunctions.Erfc(Math.Abs(z) / Constants.Sqrt2);

    /// <summary>The value that is not exceeded with the chance p, above 0 and below 1.</summary>
    internal static double Quantile(double p) => Normal.InvCDF(0, 1, p);
}
