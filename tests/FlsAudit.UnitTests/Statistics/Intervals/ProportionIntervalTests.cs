using FlsAudit.Statistics;
using FlsAudit.Statistics.Intervals;
using PropertyAttribute = FsCheck.NUnit.PropertyAttribute;

namespace FlsAudit.UnitTests.Statistics.Intervals;

public sealed class ProportionIntervalTests
{
    private static readonly ProportionMethod[] MayLeaveTheScale = [ProportionMethod.Wald, ProportionMethod.WaldWithContinuity, ProportionMethod.AgrestiCoull];

    [Test]
    public void A_proportion_of_nothing_has_no_interval([Values] ProportionMethod method) =>
        Assert.That(ProportionInterval.Of(0, 0, ConfidenceLevel.Percent95, method), Is.Null);

    [Test]
    public void Wilson_is_meant_unless_a_method_is_named() =>
        Assert.That(ProportionInterval.Of(7, 9, ConfidenceLevel.Percent95), Is.EqualTo(WilsonInterval.Of(7, 9, ConfidenceLevel.Percent95)));

    [TestCase(-1, 5)]
    [TestCase(6, 5)]
    [TestCase(1, 0)]
    [TestCase(0, -1)]
    public void Impossible_counts_are_refused(long x, long n)
    {
        foreach (var method in Enum.GetValues<ProportionMethod>())
        {
            Assert.That(() => ProportionInterval.Of(x, n, ConfidenceLevel.Percent95, method), Throws.TypeOf<ArgumentOutOfRangeException>(), method.ToString());
        }
    }

    [Test]
    public void The_two_methods_without_a_table_by_hand()
    {
        // No success in n: half the weight of P(X = 0) is the tail, so (1 - p)^n / 2 = 0.025 and p = 1 - 0.05^(1/n).
        Assert.That(MidPInterval.Of(0, 20, ConfidenceLevel.Percent95).Upper, Near.To(1 - Math.Pow(0.05, 1.0 / 20)));

        // No success: l(0) - l(p) = -n·ln(1 - p), so 2n·ln(1/(1 - p)) = z² and p = 1 - exp(-z²/2n).
        Assert.That(LikelihoodRatioInterval.Of(0, 20, ConfidenceLevel.Percent95).Upper, Near.To(1 - Math.Exp(-ConfidenceLevel.Z95 * ConfidenceLevel.Z95 / 40)));
    }

    [Property]
    public void Every_interval_contains_the_proportion_and_mirrors(byte first, byte second)
    {
        var (x, n) = (Math.Min(first, second), Math.Max(Math.Max(first, second), (byte)1));
        foreach (var method in Enum.GetValues<ProportionMethod>())
        {
            var interval = ProportionInterval.Of(x, n, ConfidenceLevel.Percent95, method)!.Value;
            var mirror = ProportionInterval.Of(n - x, n, ConfidenceLevel.Percent95, method)!.Value;

            Assert.That(interval.Lower, Is.LessThanOrEqualTo((double)x / n), $"{method} {x} of {n}");
            Assert.That(interval.Upper, Is.GreaterThanOrEqualTo((double)x / n), $"{method} {x} of {n}");
            Assert.That(mirror.Lower, Is.EqualTo(1 - interval.Upper).Within(1e-12), $"{method} {x} of {n}");
        }
    }

    [Property]
    public void All_but_the_three_that_say_so_stay_on_the_scale(byte first, byte second)
    {
        var (x, n) = (Math.Min(first, second), Math.Max(Math.Max(first, second), (byte)1));
        foreach (var method in Enum.GetValues<ProportionMethod>().Except(MayLeaveTheScale))
        {
            var interval = ProportionInterval.Of(x, n, ConfidenceLevel.Percent998, method)!.Value;

            Assert.That(interval.Lower, Is.InRange(0, interval.Upper), $"{method} {x} of {n}");
            Assert.That(interval.Upper, Is.InRange(interval.Lower, 1), $"{method} {x} of {n}");
        }
    }
}
