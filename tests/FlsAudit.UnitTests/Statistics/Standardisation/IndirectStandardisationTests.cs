using FlsAudit.Statistics;
using FlsAudit.Statistics.Intervals;
using FlsAudit.Statistics.Standardisation;

namespace FlsAudit.UnitTests.Statistics.Standardisation;

public sealed class IndirectStandardisationTests
{
    [Test]
    public void Expected_is_the_sum_of_reference_rates_times_numbers()
    {
        // 5 % of 40, 10 % of 30 and 50 % of 10: 2 + 3 + 5 = 10 expected, 12 seen: 1.2, with the Byar interval of 12 over 10.
        var standardised = IndirectStandardisation.Of(12, [(0.05, 40), (0.1, 30), (0.5, 10)], ConfidenceLevel.Percent95);

        Assert.That(standardised.Expected, Near.To(10));
        Assert.That(standardised.Ratio, Near.To(1.2));
        Assert.That(standardised.Limits, Is.EqualTo(PoissonInterval.OfRatio(12, standardised.Expected, ConfidenceLevel.Percent95)));
    }

    [Test]
    public void The_exact_interval_on_request() =>
        Assert.That(
            IndirectStandardisation.Of(12, [(0.1, 100)], ConfidenceLevel.Percent998, PoissonMethod.Exact).Limits,
            Is.EqualTo(PoissonInterval.OfRatio(12, 10, ConfidenceLevel.Percent998, PoissonMethod.Exact)));

    [Test]
    public void Nothing_expected_is_no_ratio_and_nothing_seen_is_0()
    {
        var nothing = IndirectStandardisation.Of(0, [(0, 50), (0.2, 0)], ConfidenceLevel.Percent95);
        var none = IndirectStandardisation.Of(0, [(0.2, 50)], ConfidenceLevel.Percent95);

        Assert.That((nothing.Ratio, nothing.Limits), Is.EqualTo(((double?)null, (FlsAudit.Statistics.Interval?)null)));
        Assert.That(IndirectStandardisation.Of(3, [], ConfidenceLevel.Percent95).Ratio, Is.Null);
        Assert.That((none.Ratio, none.Limits!.Value.Lower), Is.EqualTo((0.0, 0.0)));

        // Exact upper limit of none: -ln(0.025) = 3.688879 over 10.
        Assert.That(none.Limits!.Value.Upper, Near.To(-Math.Log(0.025) / 10));
    }

    [TestCase(-1, 0.1, 5)]
    [TestCase(1, -0.1, 5)]
    [TestCase(1, 0.1, -5)]
    [TestCase(double.NaN, 0.1, 5)]
    [TestCase(1, double.NaN, 5)]
    public void Impossible_numbers_are_refused(double observed, double rate, double n) =>
        Assert.That(() => IndirectStandardisation.Of(observed, [(rate, n)], ConfidenceLevel.Percent95), Throws.TypeOf<ArgumentOutOfRangeException>());
}
