using FlsAudit.Statistics;
using FlsAudit.Statistics.Intervals;
using PropertyAttribute = FsCheck.NUnit.PropertyAttribute;

namespace FlsAudit.UnitTests.Statistics.Intervals;

public sealed class ExactBinomialTests
{
    [TestCase(243, 256, 91.47, 97.27)]
    [TestCase(45, 103, 33.94, 53.82)]
    [TestCase(103, 139, 65.99, 81.15)]
    [TestCase(223, 736, 27.00, 33.76)]
    [TestCase(256, 736, 31.34, 38.35)]
    public void Published_counts_have_their_published_interval(int x, int n, double lower, double upper)
    {
        var interval = ExactBinomial.Of(x, n, ConfidenceLevel.Percent95);

        Assert.That(Math.Round(100 * interval.Lower, 2, MidpointRounding.AwayFromZero), Is.EqualTo(lower));
        Assert.That(Math.Round(100 * interval.Upper, 2, MidpointRounding.AwayFromZero), Is.EqualTo(upper));
    }

    // With no success the upper limit p solves (1 - p)^n = 0.025; with one it is the lower limit that solves 1 - (1 - p)^n = 0.025.
    [TestCase(10)]
    [TestCase(1_000)]
    [TestCase(1_000_000)]
    public void The_ends_have_their_closed_forms(int n)
    {
        var none = ExactBinomial.Of(0, n, ConfidenceLevel.Percent95);
        var one = ExactBinomial.Of(1, n, ConfidenceLevel.Percent95);

        Assert.That(none.Lower, Is.EqualTo(0.0));
        Assert.That(none.Upper, Near.To(1 - Math.Pow(0.025, 1.0 / n)));
        Assert.That(one.Lower, Near.To(OneMinusExp(Math.Log(0.975) / n)));
        Assert.That(ExactBinomial.Of(n, n, ConfidenceLevel.Percent95).Upper, Is.EqualTo(1.0));
    }

    [TestCase(-1, 10)]
    [TestCase(11, 10)]
    [TestCase(0, 0)]
    [TestCase(double.NaN, 10)]
    public void Impossible_counts_are_refused(double x, double n) =>
        Assert.That(() => ExactBinomial.Of(x, n, ConfidenceLevel.Percent95), Throws.TypeOf<ArgumentOutOfRangeException>());

    [Property]
    public void It_contains_the_proportion_lies_inside_0_to_1_and_widens_with_the_level(ushort first, ushort second)
    {
        var (x, n) = (Math.Min(first, second), Math.Max(Math.Max(first, second), (ushort)1));
        var narrow = ExactBinomial.Of(x, n, ConfidenceLevel.Percent95);
        var wide = ExactBinomial.Of(x, n, ConfidenceLevel.Percent998);

        Assert.That(narrow.Contains((double)x / n), Is.True, $"{x} of {n}: {narrow}");
        Assert.That(wide.Lower, Is.InRange(0, narrow.Lower));
        Assert.That(wide.Upper, Is.InRange(narrow.Upper, 1));
    }

    [Property]
    public void Swapping_the_outcomes_mirrors_the_interval(ushort first, ushort second)
    {
        var (x, n) = (Math.Min(first, second), Math.Max(Math.Max(first, second), (ushort)1));
        var interval = ExactBinomial.Of(x, n, ConfidenceLevel.Percent95);
        var mirror = ExactBinomial.Of(n - x, n, ConfidenceLevel.Percent95);

        Assert.That(mirror.Lower, Is.EqualTo(1 - interval.Upper).Within(1e-12));
        Assert.That(mirror.Upper, Is.EqualTo(1 - interval.Lower).Within(1e-12));
    }

    // 1 - exp(l) for a small l, without the digits that the subtraction would lose.
    private static double OneMinusExp(double l) => -l * (1 + (l / 2 * (1 + (l / 3 * (1 + (l / 4 * (1 + (l / 5))))))));
}
