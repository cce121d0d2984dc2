using FlsAudit.Statistics;
using FlsAudit.Statistics.Multiplicity;
using PropertyAttribute = FsCheck.NUnit.PropertyAttribute;

namespace FlsAudit.UnitTests.Statistics.Multiplicity;

public sealed class MultiplicityTests
{
    [Test]
    public void Adjusted_p_values_by_hand()
    {
        // Four tests in order .01 .02 .03 .5: times 4/1, 4/2, 4/3, 4/4 = .04 .04 .04 .5.
        Assert.That(FalseDiscovery.Adjusted([0.5, 0.01, 0.03, 0.02]), Is.EqualTo(new double?[] { 0.5, 0.04, 0.04, 0.04 }).Within(1e-12));

        // .01 .04 .05: times 3, 3/2, 1 = .03 .06 .05; a smaller p never has the larger adjusted one, so .06 becomes .05.
        Assert.That(FalseDiscovery.Adjusted([0.01, 0.04, 0.05]), Is.EqualTo(new double?[] { 0.03, 0.05, 0.05 }).Within(1e-12));
    }

    // Benjamini and Hochberg's own example (1995, section 3): at 5 % the step-up rule calls the first four of fifteen significant. Recalled, so
    // only what can be recomputed is asserted: the largest i with p(i) ≤ i·0.05/15 is 4, since 0.0095 ≤ 4·0.05/15 = 0.0133 and 0.0201 > 0.0167.
    [Test]
    public void The_step_up_rule_and_the_adjusted_values_call_the_same_tests()
    {
        double?[] p = [0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.0];

        Assert.That(FalseDiscovery.Adjusted(p).Count(adjusted => adjusted <= 0.05), Is.EqualTo(4));
    }

    [Test]
    public void A_test_that_was_not_made_counts_for_nothing()
    {
        Assert.That(FalseDiscovery.Adjusted([null, 0.02, null]), Is.EqualTo(new double?[] { null, 0.02, null }));
        Assert.That(FalseDiscovery.Adjusted([]), Is.Empty);
    }

    [TestCase(-0.1)]
    [TestCase(1.1)]
    [TestCase(double.NaN)]
    public void What_is_no_chance_is_refused(double p) => Assert.That(() => FalseDiscovery.Adjusted([p]), Throws.TypeOf<ArgumentOutOfRangeException>());

    [Test]
    public void How_many_are_flagged_by_chance_alone()
    {
        // 40 units at 95 %: 2 to expect, and 1 - 0.95^40 = 87 % that there is one.
        Assert.That(ChanceFlags.Expected(40, ConfidenceLevel.Percent95), Near.To(2));
        Assert.That(ChanceFlags.ChanceOfAny(40, ConfidenceLevel.Percent95), Near.To(1 - Math.Pow(0.95, 40)));
        Assert.That(ChanceFlags.ChanceOfAny(0, ConfidenceLevel.Percent95), Is.EqualTo(0.0));
        Assert.That(ChanceFlags.TwoSidedP(ConfidenceLevel.Z95), Near.To(0.05));
        Assert.That(ChanceFlags.TwoSidedP(-ConfidenceLevel.Z998), Near.To(0.002));
        Assert.That(() => ChanceFlags.TwoSidedP(double.NaN), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(() => ChanceFlags.Expected(-1, ConfidenceLevel.Percent95), Throws.TypeOf<ArgumentOutOfRangeException>());
    }

    [Property]
    public void Adjusting_keeps_the_order_and_never_lowers(byte[] numbers)
    {
        double?[] p = [.. numbers.Select(number => number / 255.0)];
        var adjusted = FalseDiscovery.Adjusted(p);
        for (var i = 0; i < p.Length; i++)
        {
            Assert.That(adjusted[i], Is.InRange(p[i]!.Value, 1.0));
            for (var j = 0; j < p.Length; j++)
            {
                if (p[i] <= p[j]) Assert.That(adjusted[i], Is.LessThanOrEqualTo(adjusted[j]!.Value));
            }
        }
    }
}
