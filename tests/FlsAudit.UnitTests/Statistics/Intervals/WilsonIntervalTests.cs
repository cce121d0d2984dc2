using FlsAudit.Statistics;
using FlsAudit.Statistics.Intervals;
using PropertyAttribute = FsCheck.NUnit.PropertyAttribute;

namespace FlsAudit.UnitTests.Statistics.Intervals;

public sealed class WilsonIntervalTests
{
    [TestCase(243, 256, 91.51, 97.01)]
    [TestCase(45, 103, 34.51, 53.32)]
    [TestCase(103, 139, 66.24, 80.67)]
    [TestCase(223, 736, 27.09, 33.71)]
    [TestCase(256, 736, 31.43, 38.29)]
    public void Published_counts_have_their_published_interval(int x, int n, double lower, double upper)
    {
        var interval = WilsonInterval.Of(x, n, ConfidenceLevel.Z95);

        Assert.That(Math.Round(100 * interval.Lower, 2, MidpointRounding.AwayFromZero), Is.EqualTo(lower));
        Assert.That(Math.Round(100 * interval.Upper, 2, MidpointRounding.AwayFromZero), Is.EqualTo(upper));
    }

    // Newcombe, Stat Med 1998;17:857-872, table I, method 3.
    [TestCase(81, 263, 0.2553, 0.3662)]
    [TestCase(15, 148, 0.0624, 0.1605)]
    [TestCase(0, 20, 0.0000, 0.1611)]
    [TestCase(1, 29, 0.0061, 0.1718)]
    public void Newcombes_examples_reproduce(int x, int n, double lower, double upper)
    {
        var interval = WilsonInterval.Of(x, n, ConfidenceLevel.Z95);

        Assert.That(Math.Round(interval.Lower, 4), Is.EqualTo(lower));
        Assert.That(Math.Round(interval.Upper, 4), Is.EqualTo(upper));
    }

    [TestCase(1)]
    [TestCase(7)]
    [TestCase(1_000_000)]
    public void No_success_starts_at_exactly_0_and_all_successes_end_at_exactly_1(double n)
    {
        Assert.That(WilsonInterval.Of(0, n, ConfidenceLevel.Z998).Lower, Is.EqualTo(0.0));
        Assert.That(WilsonInterval.Of(n, n, ConfidenceLevel.Z998).Upper, Is.EqualTo(1.0));
    }

    [TestCase(-1, 10, 1.96)]
    [TestCase(11, 10, 1.96)]
    [TestCase(0, 0, 1.96)]
    [TestCase(0, -1, 1.96)]
    [TestCase(double.NaN, 10, 1.96)]
    [TestCase(1, double.NaN, 1.96)]
    [TestCase(1, double.PositiveInfinity, 1.96)]
    [TestCase(1, 10, 0)]
    [TestCase(1, 10, double.NaN)]
    public void Impossible_counts_and_levels_are_refused(double x, double n, double z) =>
        Assert.That(() => WilsonInterval.Of(x, n, z), Throws.TypeOf<ArgumentOutOfRangeException>());

    [Property]
    public void The_interval_contains_the_proportion_and_lies_inside_0_to_1(ushort first, ushort second)
    {
        var (x, n) = Pair(first, second);
        var interval = WilsonInterval.Of(x, n, ConfidenceLevel.Z95);

        Assert.That(interval.Contains(x / n), Is.True, $"{x} of {n}: {interval}");
        Assert.That(interval.Lower, Is.GreaterThanOrEqualTo(0));
        Assert.That(interval.Upper, Is.LessThanOrEqualTo(1));
    }

    [Property]
    public void Swapping_the_outcomes_mirrors_the_interval(ushort first, ushort second)
    {
        var (x, n) = Pair(first, second);
        var interval = WilsonInterval.Of(x, n, ConfidenceLevel.Z95);
        var mirror = WilsonInterval.Of(n - x, n, ConfidenceLevel.Z95);

        Assert.That(mirror.Lower, Is.EqualTo(1 - interval.Upper).Within(1e-12));
        Assert.That(mirror.Upper, Is.EqualTo(1 - interval.Lower).Within(1e-12));
    }

    [Property]
    public void A_higher_level_gives_a_wider_interval(ushort first, ushort second)
    {
        var (x, n) = Pair(first, second);
        var narrow = WilsonInterval.Of(x, n, ConfidenceLevel.Percent95);
        var wide = WilsonInterval.Of(x, n, ConfidenceLevel.Percent998);

        Assert.That(wide.Upper - wide.Lower, Is.GreaterThan(narrow.Upper - narrow.Lower));
        Assert.That(wide.Lower, Is.LessThanOrEqualTo(narrow.Lower));
        Assert.That(wide.Upper, Is.GreaterThanOrEqualTo(narrow.Upper));
    }

    private static (double X, double N) Pair(ushort first, ushort second) =>
        (Math.Min(first, second), Math.Max(Math.Max(first, second), (ushort)1));
}
