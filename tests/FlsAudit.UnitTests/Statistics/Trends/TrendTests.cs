using FlsAudit.Statistics;
using FlsAudit.Statistics.Trends;
using PropertyAttribute = FsCheck.NUnit.PropertyAttribute;

namespace FlsAudit.UnitTests.Statistics.Trends;

public sealed class TrendTests
{
    [Test]
    public void Cochran_Armitage_by_hand()
    {
        // 1, 2, 3 of 4: p = ½, scores -1, 0, 1 around the middle. Along: (1 - 2)(-1) + (3 - 2)·1 = 2; spread: 4 + 4 = 8.
        // Chi-square = 2²/(¼·8) = 2.
        Assert.That(CochranArmitage.Of([(1, 4), (2, 4), (3, 4)])!.Value.ChiSquare, Near.To(2));
    }

    [Test]
    public void Two_periods_have_the_trend_of_their_difference() =>
        Assert.That(CochranArmitage.Of([(8, 10), (4, 17)])!.Value.ChiSquare, Near.To(FlsAudit.Statistics.Comparisons.PooledScoreTest.Of(8, 10, 4, 17)!.Value.ChiSquare));

    [Test]
    public void The_slope_through_two_periods_is_their_difference_in_log_odds()
    {
        // Odds 8:2 = 4 and 4:12 = 1/3, two places apart: ln(1/12)/2. Error² of the log odds ratio: 1/8 + 1/2 + 1/4 + 1/12 = 23/24; halved with the slope.
        var fit = LogisticSlope.Of([(8, 10), (0, 0), (4, 16)], ConfidenceLevel.Percent95);

        Assert.That(fit.Slope, Near.To(Math.Log(1.0 / 12) / 2));
        Assert.That(fit.Intercept, Near.To(Math.Log(4)));
        Assert.That(fit.StandardError, Near.To(Math.Sqrt(23.0 / 24) / 2));
        Assert.That(fit.Deviance, Is.EqualTo(0).Within(1e-12));
    }

    [Test]
    public void What_has_no_trend_says_why()
    {
        Assert.That(State(), Is.EqualTo(SlopeState.TooFewPeriods));
        Assert.That(State((3, 5)), Is.EqualTo(SlopeState.TooFewPeriods));
        Assert.That(State((3, 5), (0, 0)), Is.EqualTo(SlopeState.TooFewPeriods));
        Assert.That(State((0, 5), (0, 9)), Is.EqualTo(SlopeState.NoVariation));
        Assert.That(State((5, 5), (9, 9)), Is.EqualTo(SlopeState.NoVariation));
        Assert.That(State((0, 5), (9, 9)), Is.EqualTo(SlopeState.Unbounded));
        Assert.That(State((0, 5), (4, 7), (9, 9)), Is.EqualTo(SlopeState.Unbounded), "all failures up to the second period, all successes from it on");
        Assert.That(State((5, 5), (4, 7), (0, 9)), Is.EqualTo(SlopeState.Unbounded));
        Assert.That(State((1, 5), (4, 7), (9, 9)), Is.EqualTo(SlopeState.Estimated));

        Assert.That(CochranArmitage.Of([]), Is.Null);
        Assert.That(CochranArmitage.Of([(1, 2), (0, 0)]), Is.Null);
        Assert.That(CochranArmitage.Of([(0, 2), (0, 4)]), Is.Null);
        Assert.That(CochranArmitage.Of([(2, 2), (4, 4)]), Is.Null);
    }

    [Test]
    public void A_slope_that_is_not_there_has_no_numbers()
    {
        var fit = LogisticSlope.Of([(0, 5), (9, 9)], ConfidenceLevel.Percent95);

        Assert.That((fit.Slope, fit.Intercept, fit.StandardError, fit.P, fit.Limits), Is.EqualTo(((double?)null, (double?)null, (double?)null, (double?)null, (FlsAudit.Statistics.Interval?)null)));
    }

    [Test]
    public void Denominators_that_change_a_hundredfold_are_weighed()
    {
        // 50 % of 10,000 and of 10,000, with 0 of 100 between: the slope stays flat.
        var fit = LogisticSlope.Of([(5_000, 10_000), (0, 100), (5_000, 10_000)], ConfidenceLevel.Percent95);

        Assert.That(fit.Slope, Is.EqualTo(0).Within(1e-10));
    }

    [Test]
    public void Mann_Kendall_by_hand()
    {
        // 1 3 2 4: five pairs rise, one falls: S = 4; variance 4·3·13/18 = 26/3; tau 4/6; z = 3/√(26/3).
        var test = MannKendall.Of([1, 3, 2, 4])!;

        Assert.That(test.S, Is.EqualTo(4));
        Assert.That(test.Variance, Near.To(26.0 / 3));
        Assert.That(test.Tau, Near.To(4.0 / 6));
        Assert.That(test.Z, Near.To(3 / Math.Sqrt(26.0 / 3)));
    }

    [Test]
    public void Equal_values_and_single_ones_have_no_rank_trend()
    {
        var test = MannKendall.Of([5, 5, null, 5])!;

        Assert.That((test.S, test.Variance, test.Z, test.P, test.Tau), Is.EqualTo((0L, 0.0, (double?)null, (double?)null, (double?)null)));
        Assert.That(MannKendall.Of([5, null]), Is.Null);
        Assert.That(SenSlope.Of([5], ConfidenceLevel.Percent95), Is.Null);
        Assert.That(SenSlope.Of([5, 5, 5], ConfidenceLevel.Percent95), Is.EqualTo(new SenSlope(0, new FlsAudit.Statistics.Interval(0, 0))));
        Assert.That(PettittTest.Of([5, 5, 5]), Is.Null);
        Assert.That(PettittTest.Of([5]), Is.Null);
        Assert.That(PettittTest.Of([]), Is.Null);
    }

    [Test]
    public void A_missing_value_keeps_its_place()
    {
        // 1 . 3: one slope, 2 over two places.
        Assert.That(SenSlope.Of([1, null, 3], ConfidenceLevel.Percent95)!.Slope, Is.EqualTo(1.0));
        Assert.That(PettittTest.Of([1, null, 1, 9, 9, 9])!.Before, Is.EqualTo(3));
    }

    [Test]
    public void Pettitt_by_hand()
    {
        // Ranks 1 2 3 4. After two: 2·(1 + 2) - 2·5 = -4, the largest. p = 2·exp(-6·16/(64 + 16)) = 2·exp(-1.2).
        var step = PettittTest.Of([1, 2, 8, 9])!;

        Assert.That((step.K, step.Before), Is.EqualTo((4.0, 2)));
        Assert.That(step.P, Near.To(2 * Math.Exp(-1.2)));
    }

    [Test]
    public void A_value_that_is_no_number_is_refused()
    {
        Assert.That(() => MannKendall.Of([1, double.NaN]), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(() => SenSlope.Of([1, double.PositiveInfinity], ConfidenceLevel.Percent95), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(() => PettittTest.Of([1, double.NaN]), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(() => CochranArmitage.Of([(3, 2)]), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(() => LogisticSlope.Of([(-1, 2)], ConfidenceLevel.Percent95), Throws.TypeOf<ArgumentOutOfRangeException>());
    }

    [Property]
    public void Time_backwards_turns_every_slope_round_and_no_number_is_none((byte, byte)[] pairs)
    {
        var periods = pairs.Select(pair => ((double)Math.Min(pair.Item1, pair.Item2), (double)Math.Max(pair.Item1, pair.Item2))).ToArray();
        var fit = LogisticSlope.Of(periods, ConfidenceLevel.Percent95);
        var back = LogisticSlope.Of([.. periods.Reverse()], ConfidenceLevel.Percent95);

        Assert.That(back.State, Is.EqualTo(fit.State));
        if (fit.State == SlopeState.Estimated)
        {
            Assert.That(back.Slope, Is.EqualTo(-fit.Slope!.Value).Within(1e-8));
            Assert.That(new[] { fit.Intercept, fit.Slope, fit.StandardError, fit.P, fit.Deviance, fit.NullDeviance, fit.LikelihoodRatioP }.All(number => double.IsFinite(number!.Value)));
            Assert.That(fit.NullDeviance, Is.GreaterThanOrEqualTo(fit.Deviance!.Value - 1e-9));
        }

        var trend = CochranArmitage.Of(periods);
        Assert.That(CochranArmitage.Of([.. periods.Reverse()])?.ChiSquare ?? -1, Is.EqualTo(trend?.ChiSquare ?? -1).Within(1e-8));
        Assert.That(trend?.P ?? 1, Is.InRange(0, 1));
    }

    [Property]
    public void Rank_tests_turn_round_with_the_values_and_no_number_is_none(sbyte[] numbers)
    {
        double?[] values = [.. numbers.Select(number => number < -120 ? (double?)null : number)];
        double?[] mirrored = [.. values.Select(value => -value)];

        Assert.That(MannKendall.Of(mirrored)?.S, Is.EqualTo(-MannKendall.Of(values)?.S));
        Assert.That(MannKendall.Of(values)?.P ?? 0, Is.InRange(0, 1));
        Assert.That(SenSlope.Of(mirrored, ConfidenceLevel.Percent95)?.Slope ?? 0, Is.EqualTo(-SenSlope.Of(values, ConfidenceLevel.Percent95)?.Slope ?? 0).Within(1e-12));
        Assert.That(PettittTest.Of(mirrored)?.Before, Is.EqualTo(PettittTest.Of(values)?.Before));
        Assert.That(PettittTest.Of(values)?.P ?? 0, Is.InRange(0, 1));
    }

    private static SlopeState State(params (double X, double N)[] periods) => LogisticSlope.Of(periods, ConfidenceLevel.Percent95).State;
}
