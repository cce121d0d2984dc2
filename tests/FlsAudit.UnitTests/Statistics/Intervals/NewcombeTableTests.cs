using FlsAudit.Statistics;
using FlsAudit.Statistics.Intervals;

namespace FlsAudit.UnitTests.Statistics.Intervals;

/// <summary>
/// Newcombe, Stat Med 1998;17:857-872, table I: 95 % intervals by seven methods. Methods 3 to 6 are quoted by independent public test
/// suites and recomputed; 1, 2 and 7 are recomputed from the formulas alone. Wald limits are as the formula says, below 0 too.
/// </summary>
public sealed class NewcombeTableTests
{
    [TestCase(ProportionMethod.Wald, 81, 263, 0.2522, 0.3638)]
    [TestCase(ProportionMethod.Wald, 15, 148, 0.0527, 0.1500)]
    [TestCase(ProportionMethod.Wald, 0, 20, 0, 0)]
    [TestCase(ProportionMethod.Wald, 1, 29, -0.0319, 0.1009)]
    [TestCase(ProportionMethod.WaldWithContinuity, 81, 263, 0.2503, 0.3657)]
    [TestCase(ProportionMethod.WaldWithContinuity, 15, 148, 0.0494, 0.1534)]
    [TestCase(ProportionMethod.WaldWithContinuity, 0, 20, -0.0250, 0.0250)]
    [TestCase(ProportionMethod.WaldWithContinuity, 1, 29, -0.0492, 0.1181)]
    [TestCase(ProportionMethod.Wilson, 81, 263, 0.2553, 0.3662)]
    [TestCase(ProportionMethod.Wilson, 15, 148, 0.0624, 0.1605)]
    [TestCase(ProportionMethod.Wilson, 0, 20, 0, 0.1611)]
    [TestCase(ProportionMethod.Wilson, 1, 29, 0.0061, 0.1718)]
    [TestCase(ProportionMethod.WilsonWithContinuity, 81, 263, 0.2535, 0.3682)]
    [TestCase(ProportionMethod.WilsonWithContinuity, 15, 148, 0.0598, 0.1644)]
    [TestCase(ProportionMethod.WilsonWithContinuity, 0, 20, 0, 0.2005)]
    [TestCase(ProportionMethod.WilsonWithContinuity, 1, 29, 0.0018, 0.1963)]
    [TestCase(ProportionMethod.Exact, 81, 263, 0.2527, 0.3676)]
    [TestCase(ProportionMethod.Exact, 15, 148, 0.0578, 0.1617)]
    [TestCase(ProportionMethod.Exact, 0, 20, 0, 0.1684)]
    [TestCase(ProportionMethod.Exact, 1, 29, 0.0009, 0.1776)]
    [TestCase(ProportionMethod.MidP, 81, 263, 0.2544, 0.3658)]
    [TestCase(ProportionMethod.MidP, 15, 148, 0.0601, 0.1581)]
    [TestCase(ProportionMethod.MidP, 0, 20, 0, 0.1391)]
    [TestCase(ProportionMethod.MidP, 1, 29, 0.0017, 0.1585)]
    [TestCase(ProportionMethod.LikelihoodRatio, 81, 263, 0.2542, 0.3655)]
    [TestCase(ProportionMethod.LikelihoodRatio, 15, 148, 0.0596, 0.1567)]
    [TestCase(ProportionMethod.LikelihoodRatio, 0, 20, 0, 0.0916)]
    [TestCase(ProportionMethod.LikelihoodRatio, 1, 29, 0.0020, 0.1432)]
    public void A_cell_of_the_table(ProportionMethod method, int x, int n, double lower, double upper) => AssertPrinted(method, x, n, lower, upper);

    // Quoted by public test suites and recomputed; the last five, of one published audit, recomputed only.
    [TestCase(0, 10, 0, 0.2775, 0, 0.3085)]
    [TestCase(10, 10, 0.7225, 1, 0.6915, 1)]
    [TestCase(20, 20, 0.8389, 1, 0.8316, 1)]
    [TestCase(490, 500, 0.9636, 0.9891, 0.9635, 0.9904)]
    [TestCase(57, 60, 0.8630, 0.9829, 0.8608, 0.9896)]
    [TestCase(90, 100, 0.8256, 0.9448, 0.8238, 0.9510)]
    [TestCase(5, 5, 0.5655, 1, 0.4782, 1)]
    [TestCase(4, 5, 0.3755, 0.9638, 0.2836, 0.9949)]
    [TestCase(243, 256, 0.9151, 0.9701, 0.9147, 0.9727)]
    [TestCase(45, 103, 0.3451, 0.5332, 0.3394, 0.5382)]
    [TestCase(103, 139, 0.6624, 0.8067, 0.6599, 0.8115)]
    [TestCase(223, 736, 0.2709, 0.3371, 0.2700, 0.3376)]
    [TestCase(256, 736, 0.3143, 0.3829, 0.3134, 0.3835)]
    public void Further_Wilson_and_exact_intervals(int x, int n, double wilsonLower, double wilsonUpper, double exactLower, double exactUpper)
    {
        AssertPrinted(ProportionMethod.Wilson, x, n, wilsonLower, wilsonUpper);
        AssertPrinted(ProportionMethod.Exact, x, n, exactLower, exactUpper);
    }

    private static void AssertPrinted(ProportionMethod method, int x, int n, double lower, double upper)
    {
        var interval = ProportionInterval.Of(x, n, ConfidenceLevel.Percent95, method)!.Value;

        Assert.That(interval.Lower, Is.EqualTo(lower).Within(0.000_05), $"{method} {x} of {n}: {interval}");
        Assert.That(interval.Upper, Is.EqualTo(upper).Within(0.000_05), $"{method} {x} of {n}: {interval}");
    }
}
