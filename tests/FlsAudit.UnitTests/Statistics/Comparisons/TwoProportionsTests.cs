using FlsAudit.Statistics;
using FlsAudit.Statistics.Comparisons;
using PropertyAttribute = FsCheck.NUnit.PropertyAttribute;

namespace FlsAudit.UnitTests.Statistics.Comparisons;

public sealed class TwoProportionsTests
{
    // Newcombe, Stat Med 1998;17:873-890, method 10: quoted by public test suites and recomputed; the last row recomputed only.
    [TestCase(56, 70, 48, 80, 0.0524, 0.3339)]
    [TestCase(9, 10, 3, 10, 0.1705, 0.8090)]
    [TestCase(6, 7, 2, 7, 0.0582, 0.8062)]
    [TestCase(5, 56, 0, 29, -0.0381, 0.1926)]
    [TestCase(0, 10, 0, 20, -0.1611, 0.2775)]
    [TestCase(10, 10, 0, 20, 0.6791, 1.0000)]
    [TestCase(63, 515, 70, 416, -0.0925, -0.0007)]
    public void Published_differences_have_their_published_interval(int x1, int n1, int x2, int n2, double lower, double upper)
    {
        var interval = NewcombeDifference.Of(x1, n1, x2, n2, ConfidenceLevel.Percent95)!.Value;

        Assert.That(interval.Lower, Is.EqualTo(lower).Within(0.000_05));
        Assert.That(interval.Upper, Is.EqualTo(upper).Within(0.000_05));
    }

    [Test]
    public void A_side_without_trials_compares_with_nothing()
    {
        Assert.That(NewcombeDifference.Of(0, 0, 3, 5, ConfidenceLevel.Percent95), Is.Null);
        Assert.That(WaldDifference.Of(3, 5, 0, 0, ConfidenceLevel.Percent95), Is.Null);
        Assert.That(PooledScoreTest.Of(0, 0, 3, 5), Is.Null);
        Assert.That(FisherExactTest.P(0, 0, 3, 5), Is.Null);
        Assert.That(RiskRatio.Of(0, 0, 3, 5, ConfidenceLevel.Percent95).State, Is.EqualTo(RatioState.Undefined));
        Assert.That(OddsRatio.Of(3, 5, 0, 0, ConfidenceLevel.Percent95).State, Is.EqualTo(RatioState.Undefined));
    }

    // Risks 0/5, 5/5 and odds; a ratio says what it is instead of being no number.
    [TestCase(0, 5, 0, 5, RatioState.Undefined, RatioState.Undefined)]
    [TestCase(0, 5, 2, 5, RatioState.Zero, RatioState.Zero)]
    [TestCase(2, 5, 0, 5, RatioState.Unbounded, RatioState.Unbounded)]
    [TestCase(5, 5, 5, 5, RatioState.Estimated, RatioState.Undefined)]
    [TestCase(5, 5, 2, 5, RatioState.Estimated, RatioState.Unbounded)]
    [TestCase(2, 5, 5, 5, RatioState.Estimated, RatioState.Zero)]
    public void A_ratio_with_an_empty_cell_says_what_it_is(int x1, int n1, int x2, int n2, RatioState risk, RatioState odds)
    {
        Assert.That(RiskRatio.Of(x1, n1, x2, n2, ConfidenceLevel.Percent95).State, Is.EqualTo(risk));
        Assert.That(OddsRatio.Of(x1, n1, x2, n2, ConfidenceLevel.Percent95).State, Is.EqualTo(odds));
    }

    [Test]
    public void All_of_both_is_a_risk_ratio_of_1_without_width() =>
        Assert.That(RiskRatio.Of(5, 5, 7, 7, ConfidenceLevel.Percent95).Limits, Is.EqualTo(new FlsAudit.Statistics.Interval(1, 1)));

    [Test]
    public void Fishers_test_by_hand()
    {
        // 3 of 3 against 0 of 3, margins 3 and 3: tables with 0, 1, 2, 3 have chances 1, 9, 9, 1 in 20. As unlikely as seen: 1 + 1.
        Assert.That(FisherExactTest.P(3, 3, 0, 3), Near.To(2.0 / 20));
        Assert.That(FisherExactTest.P(2, 3, 1, 3), Is.EqualTo(1.0).Within(1e-12));
        Assert.That(FisherExactTest.P(0, 3, 0, 4), Is.EqualTo(1.0), "only one table is possible");
    }

    [Test]
    public void Fishers_test_of_a_million_is_close_to_the_score_test()
    {
        // 50.0 % and 50.1 % of a million each: z = 0.001/√(2·0.25/10^6) = 1.41, p = 0.157.
        var exact = FisherExactTest.P(500_000, 1_000_000, 501_000, 1_000_000);

        Assert.That(exact, Is.EqualTo(PooledScoreTest.Of(500_000, 1_000_000, 501_000, 1_000_000)!.Value.P).Within(0.001));
        Assert.That(FisherExactTest.P(0, 1_000_000, 1_000_000, 1_000_000), Is.InRange(0, 1e-300));
    }

    [Test]
    public void The_score_test_by_hand()
    {
        // 8 of 10 against 4 of 10: p = 0.6, z = 0.4/√(0.6·0.4·0.2) = 1.8257, z² = 10/3. Corrected by ½: off 2 - ½ of 2, so (3/4)² of it.
        Assert.That(PooledScoreTest.Of(8, 10, 4, 10)!.Value.ChiSquare, Near.To(10.0 / 3));
        Assert.That(PooledScoreTest.WithContinuity(8, 10, 4, 10)!.Value.ChiSquare, Near.To(10.0 / 3 * 9 / 16));
        Assert.That(PooledScoreTest.WithContinuity(5, 10, 5, 10)!.Value.P, Is.EqualTo(1.0));
    }

    [Test]
    public void Two_proportions_are_as_heterogeneous_as_they_differ()
    {
        var score = PooledScoreTest.Of(8, 10, 4, 17)!.Value;
        var heterogeneity = HeterogeneityTest.Of([(8, 10), (0, 0), (4, 17)])!.Value;

        Assert.That(heterogeneity.ChiSquare, Near.To(score.ChiSquare));
        Assert.That(heterogeneity.DegreesOfFreedom, Is.EqualTo(1));
        Assert.That(heterogeneity.P, Near.To(score.P));
    }

    [Test]
    public void Nothing_to_be_heterogeneous_is_said()
    {
        Assert.That(HeterogeneityTest.Of([]), Is.Null);
        Assert.That(HeterogeneityTest.Of([(1, 2), (0, 0)]), Is.Null);
        Assert.That(HeterogeneityTest.Of([(0, 2), (0, 5)]), Is.Null);
        Assert.That(HeterogeneityTest.Of([(2, 2), (5, 5)]), Is.Null);
    }

    [TestCase(-1, 5)]
    [TestCase(6, 5)]
    [TestCase(double.NaN, 5)]
    public void Impossible_counts_are_refused(double x, double n)
    {
        Assert.That(() => NewcombeDifference.Of(x, n, 1, 2, ConfidenceLevel.Percent95), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(() => PooledScoreTest.Of(1, 2, x, n), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(() => HeterogeneityTest.Of([(x, n)]), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(() => RiskRatio.Of(x, n, 1, 2, ConfidenceLevel.Percent95), Throws.TypeOf<ArgumentOutOfRangeException>());
    }

    [Property]
    public void Newcombes_interval_turns_round_with_the_two_contains_the_difference_and_stays_inside_minus_1_to_1(byte a, byte b, byte c, byte d)
    {
        var (x1, n1) = Pair(a, b);
        var (x2, n2) = Pair(c, d);
        var interval = NewcombeDifference.Of(x1, n1, x2, n2, ConfidenceLevel.Percent95)!.Value;
        var turned = NewcombeDifference.Of(x2, n2, x1, n1, ConfidenceLevel.Percent95)!.Value;

        Assert.That(turned.Lower, Is.EqualTo(-interval.Upper).Within(1e-12));
        Assert.That(turned.Upper, Is.EqualTo(-interval.Lower).Within(1e-12));
        Assert.That((x1 / n1) - (x2 / n2), Is.InRange(interval.Lower - 1e-12, interval.Upper + 1e-12));
        Assert.That(interval.Lower, Is.InRange(-1 - 1e-12, 1));
        Assert.That(interval.Upper, Is.InRange(-1, 1 + 1e-12));
    }

    [Property]
    public void Ratios_turn_into_their_reciprocals(byte a, byte b, byte c, byte d)
    {
        var (x1, n1) = Pair(a, b);
        var (x2, n2) = Pair(c, d);
        foreach (var of in new Func<double, double, double, double, ConfidenceLevel, RatioEstimate>[] { RiskRatio.Of, OddsRatio.Of })
        {
            var ratio = of(x1, n1, x2, n2, ConfidenceLevel.Percent95);
            var turned = of(x2, n2, x1, n1, ConfidenceLevel.Percent95);

            Assert.That(turned.State, Is.EqualTo(ratio.State switch
            {
                RatioState.Zero => RatioState.Unbounded,
                RatioState.Unbounded => RatioState.Zero,
                var state => state,
            }));
            if (ratio.State != RatioState.Estimated) continue;
            Assert.That(turned.Value, Near.To(1 / ratio.Value!.Value));
            Assert.That(turned.Limits!.Value.Lower, Near.To(1 / ratio.Limits!.Value.Upper));
        }
    }

    [Property]
    public void Tests_give_chances_and_do_not_care_which_side_is_first(byte a, byte b, byte c, byte d)
    {
        var (x1, n1) = Pair(a, b);
        var (x2, n2) = Pair(c, d);
        var fisher = FisherExactTest.P((long)x1, (long)n1, (long)x2, (long)n2)!.Value;

        Assert.That(fisher, Is.InRange(0, 1));
        Assert.That(FisherExactTest.P((long)x2, (long)n2, (long)x1, (long)n1), Near.To(fisher));
        Assert.That(PooledScoreTest.Of(x1, n1, x2, n2)?.P ?? 0.5, Is.InRange(0, 1));
        Assert.That(PooledScoreTest.WithContinuity(x1, n1, x2, n2)?.P ?? 1, Is.GreaterThanOrEqualTo(PooledScoreTest.Of(x1, n1, x2, n2)?.P ?? 1));
    }

    private static (double X, double N) Pair(byte first, byte second) => (Math.Min(first, second), Math.Max(Math.Max(first, second), (byte)1));
}
