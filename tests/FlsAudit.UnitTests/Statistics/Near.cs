using Constraint = NUnit.Framework.Constraints.Constraint;
using Interval = FlsAudit.Statistics.Interval;

namespace FlsAudit.UnitTests.Statistics;

/// <summary>Equality to a relative tolerance; an expected 0 must be met exactly.</summary>
internal static class Near
{
    /// <summary>What the oracle tables promise: 15 significant digits, compared at nine.</summary>
    internal const double Relative = 1e-9;

    /// <summary>Absolute, for the limits of a tool that rounds the normal quantile to six decimals.</summary>
    internal const double RoundedQuantile = 1e-6;

    internal static Constraint To(double expected, double relative = Relative) =>
        Is.EqualTo(expected).Within(Math.Abs(expected) * relative);

    internal static void AssertInterval(Interval actual, double lower, double upper)
    {
        Assert.That(actual.Lower, To(lower), "lower limit");
        Assert.That(actual.Upper, To(upper), "upper limit");
    }
}
