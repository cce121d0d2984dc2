using FlsAudit.Statistics.Comparisons;
using PropertyAttribute = FsCheck.NUnit.PropertyAttribute;

namespace FlsAudit.UnitTests.Statistics.Comparisons;

public sealed class ExactBinomialTestTests
{
    // Chances of 0 to 3 heads in 3 throws: 1, 3, 3, 1 in 8. As unlikely as 3: 0 and 3.
    [TestCase(3, 3, 0.5, 2.0 / 8)]
    [TestCase(2, 3, 0.5, 1)]
    // With a chance of 1/4 in 2 throws: 9, 6, 1 in 16. No more likely than 1: 1 and 2.
    [TestCase(1, 2, 0.25, 7.0 / 16)]
    [TestCase(2, 2, 0.25, 1.0 / 16)]
    public void The_chance_of_a_count_no_more_likely_by_hand(long x, long n, double proportion, double expected) =>
        Assert.That(ExactBinomialTest.P(x, n, proportion), Near.To(expected));

    [Test]
    public void Where_only_one_count_is_possible_it_is_that_or_none()
    {
        Assert.That(ExactBinomialTest.P(0, 9, 0), Is.EqualTo(1));
        Assert.That(ExactBinomialTest.P(1, 9, 0), Is.EqualTo(0));
        Assert.That(ExactBinomialTest.P(9, 9, 1), Is.EqualTo(1));
        Assert.That(ExactBinomialTest.P(8, 9, 1), Is.EqualTo(0));
        Assert.That(ExactBinomialTest.P(0, 0, 0.3), Is.Null);
    }

    [Test]
    public void A_million_trials_are_close_to_the_normal_test()
    {
        // 501,000 of a million at one half: z = 0.001/√(0.25/10^6) = 2, p = 0.0455.
        Assert.That(ExactBinomialTest.P(501_000, 1_000_000, 0.5), Is.EqualTo(0.0455).Within(0.0002));
        Assert.That(ExactBinomialTest.P(0, 1_000_000, 0.5), Is.InRange(0, 1e-300));
    }

    [TestCase(5, 4, 0.5)]
    [TestCase(-1, 4, 0.5)]
    [TestCase(1, 4, -0.1)]
    [TestCase(1, 4, double.NaN)]
    public void Impossible_counts_and_proportions_are_refused(long x, long n, double proportion) =>
        Assert.That(() => ExactBinomialTest.P(x, n, proportion), Throws.TypeOf<ArgumentOutOfRangeException>());

    [Property]
    public void Swapping_the_outcomes_changes_nothing(byte first, byte second, byte third)
    {
        var (x, n, proportion) = (Math.Min(first, second), Math.Max(first, second), third / 255.0);

        Assert.That(ExactBinomialTest.P(n - x, n, 1 - proportion) ?? 2, Is.EqualTo(ExactBinomialTest.P(x, n, proportion) ?? 2).Within(1e-9));
        Assert.That(ExactBinomialTest.P(x, n, proportion) ?? 0, Is.InRange(0, 1));
    }
}
