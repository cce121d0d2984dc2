using FlsAudit.Statistics;

namespace FlsAudit.UnitTests.Statistics;

/// <summary>Equality to a relative tolerance; an expected 0 must be met exactly.</summary>
internal static class Near
{
    /// <summary>What the oracle tables promise: 15 significant digits, compared at nine.</summary>
    internal const double Oracle = 1e-9;

    /// <summary>For tools that round the normal quantile to six decimals.</summary>
    internal const double RoundedQuantile = 1e-6;

    internal static NUnit.Framework.Constraints.Constraint To(double expected, double relative = Oracle) =>
        Is.EqualTo(expected).Within(Math.Abs(expected) * relative);

    internal static void AssertInterval(Interval actual, double lower, double upper, double relative = Oracle)
    {
        Assert.That(actual.Lower, To(lower, relative), "lower limit");
        Assert.That(actual.Upper, To(upper, relative), "upper limit");
    }
}
