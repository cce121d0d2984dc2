using FlsAudit.Statistics;
using FlsAudit.Statistics.Intervals;
using Interval = FlsAudit.Statistics.Interval;

namespace FlsAudit.UnitTests.Statistics.Intervals;

public sealed class PoissonIntervalTests
{
    // exp(-m) = 0.025 gives m = -ln 0.025 = 3.6889.
    [Test]
    public void No_event_has_lower_limit_0_and_the_closed_upper_limit()
    {
        var interval = PoissonInterval.Of(0, ConfidenceLevel.Percent95);

        Assert.That(interval.Lower, Is.EqualTo(0.0));
        Assert.That(interval.Upper, Near.To(-Math.Log(0.025)));
    }

    [Test]
    public void The_method_changes_at_10_events()
    {
        Assert.That(PoissonInterval.Of(9, ConfidenceLevel.Percent95), Is.EqualTo(PoissonInterval.Of(9, ConfidenceLevel.Percent95, PoissonMethod.Exact)));
        Assert.That(PoissonInterval.Of(10, ConfidenceLevel.Percent95), Is.EqualTo(PoissonInterval.Of(10, ConfidenceLevel.Percent95, PoissonMethod.Byar)));
    }

    [Test]
    public void Byars_lower_limit_never_falls_below_0([Range(0, 9)] int events) =>
        Assert.That(PoissonInterval.Of(events, ConfidenceLevel.Percent998, PoissonMethod.Byar).Lower, Is.GreaterThanOrEqualTo(0));

    [Test]
    public void A_ratio_may_exceed_1()
    {
        // 300 of 200 expected: the count's interval divided by 200.
        var count = PoissonInterval.Of(300, ConfidenceLevel.Percent95);
        var ratio = PoissonInterval.OfRatio(300, 200, ConfidenceLevel.Percent95);

        Assert.That(ratio, Is.EqualTo(new Interval(count.Lower / 200, count.Upper / 200)));
        Assert.That(ratio.Lower, Is.GreaterThan(1));
    }

    [TestCase(-1, 10)]
    [TestCase(double.NaN, 10)]
    [TestCase(double.PositiveInfinity, 10)]
    [TestCase(1, 0)]
    [TestCase(1, -2)]
    [TestCase(1, double.NaN)]
    public void Impossible_counts_and_exposures_are_refused(double events, double exposure) =>
        Assert.That(() => PoissonInterval.OfRatio(events, exposure, ConfidenceLevel.Percent95), Throws.TypeOf<ArgumentOutOfRangeException>());
}
