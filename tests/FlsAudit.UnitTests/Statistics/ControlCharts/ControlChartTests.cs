using FlsAudit.Statistics.ControlCharts;
using Interval = FlsAudit.Statistics.Interval;
using PropertyAttribute = FsCheck.NUnit.PropertyAttribute;

namespace FlsAudit.UnitTests.Statistics.ControlCharts;

public sealed class ControlChartTests
{
    private static readonly SpecialCauseRules EveryRule = SpecialCauseRules.Of(SpecialCausePreset.Nelson) with { RunsAndCrossings = true };

    [Test]
    public void Freezing_through_a_place_freezes_the_segment_that_holds_it_and_no_other()
    {
        var chart = XmrChart.Of([1, 3, 9, 9, 10, 12, 20, 20], new ChartBaseline { Steps = [4], FrozenThrough = [1, 99] });

        // (1 + 3) / 2 and (10 + 12 + 20 + 20) / 4.
        Assert.That(chart.Segments.Select(segment => (segment.BaselinePoints, segment.Centre)), Is.EqualTo(new[] { (2, (double?)2), (4, 15.5) }));
    }

    [Test]
    public void A_p_chart_by_hand()
    {
        // 2 of 10 and 6 of 10: p = 8/20 = 0.4, √(0.4·0.6/10) = 0.154919, three of them 0.464758: from below 0, so 0, to 0.864758.
        var point = PChart.Of([(2, 10), (6, 10)]).Points[1];

        Assert.That(point.Centre, Near.To(0.4));
        Near.AssertInterval(point.Limits!.Value, 0, 0.4 + (3 * Math.Sqrt(0.024)));
        Near.AssertInterval(point.Warnings!.Value, 0.4 - (2 * Math.Sqrt(0.024)), 0.4 + (2 * Math.Sqrt(0.024)));
    }

    [Test]
    public void Laneys_factor_by_hand()
    {
        // z of the two: ∓0.2/√0.024 = ∓1.29099; the moving range 2.58199 over 1.128 is 2.28899.
        var chart = PChart.Prime([(2, 10), (6, 10)]);

        Assert.That(chart.Segments.Single().Inflation, Near.To(0.4 / Math.Sqrt(0.024) / 1.128));
        Assert.That(chart.Points[0].Sigma, Near.To(Math.Sqrt(0.024) * (0.4 / Math.Sqrt(0.024) / 1.128)));
    }

    // 30 samples of 50 cans; several public test suites and R's qcc carry the data. Limits recomputed: 347 of 1500, 301 of 1400, 214 of 1000.
    [TestCase("all", 0.231333, 0.052428, 0.410239, "15 23")]
    [TestCase("without 15 and 23", 0.2150, 0.040703, 0.389297, "21")]
    [TestCase("first 20", 0.2140, 0.039998, 0.388002, "15 21 23")]
    public void Montgomerys_orange_juice(string baseline, double centre, double lower, double upper, string signals)
    {
        int[] counts = [12, 15, 8, 10, 4, 7, 16, 9, 14, 10, 5, 6, 17, 12, 22, 8, 10, 5, 13, 11, 20, 18, 24, 15, 9, 12, 7, 13, 9, 6];
        var chart = PChart.Of([.. counts.Select(count => ((double)count, 50.0))], baseline switch
        {
            "all" => null,
            "first 20" => new ChartBaseline { Freeze = 20 },
            _ => new ChartBaseline { Excluded = [14, 22] },
        });
        var outside = Enumerable.Range(0, 30).Where(i => chart.Points[i].SideOutside != 0).Select(i => i + 1);

        Assert.That(chart.Points[0].Centre, Is.EqualTo(centre).Within(0.000_000_5));
        Assert.That(chart.Points[0].Limits!.Value.Lower, Is.EqualTo(lower).Within(0.000_000_5));
        Assert.That(chart.Points[0].Limits!.Value.Upper, Is.EqualTo(upper).Within(0.000_000_5));
        Assert.That(string.Join(' ', outside), Is.EqualTo(signals));
    }

    [Test]
    public void Limits_are_wider_where_n_is_small_and_a_period_without_trials_has_none()
    {
        var chart = PChart.Of([(50, 100), (5_000, 10_000), (0, 0), (0, 1)]);

        Assert.That(chart.Points[0].Sigma / chart.Points[1].Sigma, Near.To(10));
        Assert.That(chart.Points[2], Is.EqualTo(new ControlPoint(null, false, chart.Points[0].Centre, null, null, null)));
        Assert.That(chart.Points[3].Limits, Is.EqualTo(new Interval(0, 1)));
        Assert.That(SpecialCauses.Of(chart, EveryRule).Signals, Is.Empty);
    }

    [TestCase(0)]
    [TestCase(1)]
    public void All_or_nothing_in_every_period_is_no_variation(int share)
    {
        foreach (var chart in new[] { PChart.Of(Constant(share)), PChart.Prime(Constant(share)) })
        {
            Assert.That(chart.Segments.Single().State, Is.EqualTo(SegmentState.NoVariation));
            Assert.That(chart.Points.Select(point => point.Limits), Is.All.Null);
            Assert.That(SpecialCauses.Of(chart, EveryRule).Signals, Is.Empty);
        }
    }

    [Test]
    public void A_baseline_without_variation_flags_nothing_of_what_comes_after()
    {
        var chart = XmrChart.Of([5, 5, 5, 6, 7, 8, 9, 10, 11, 12, 13], new ChartBaseline { Freeze = 3 });

        Assert.That(chart.Segments.Single().State, Is.EqualTo(SegmentState.NoVariation));
        Assert.That(SpecialCauses.Of(chart, EveryRule).Signals, Is.Empty);
    }

    // 0.1 + 0.2 is not 0.3 in binary: what differs by rounding alone must not become limits of a billionth.
    [Test]
    public void Values_that_differ_by_rounding_alone_do_not_vary()
    {
        Assert.That(XmrChart.Of([0.1 + 0.2, 0.3, 0.3, 0.1 + 0.2, 0.3]).Segments.Single().State, Is.EqualTo(SegmentState.NoVariation));
        Assert.That(PChart.Prime([(1, 3), (2, 6), (100, 300), (7, 21)]).Segments.Single().State, Is.EqualTo(SegmentState.NoVariation));
        Assert.That(PChart.Prime([(0.1, 1), (0.2, 2), (0.3, 3), (0.7, 7)]).Segments.Single().State, Is.EqualTo(SegmentState.NoVariation));
    }

    [Test]
    public void Equal_proportions_with_other_denominators_are_all_on_the_line()
    {
        var chart = PChart.Of([(1, 3), (2, 6), (100, 300), (7, 21), (1, 3), (2, 6), (3, 9)]);

        Assert.That(chart.Points.Select(point => point.Side), Is.All.Zero);
        Assert.That(SpecialCauses.Of(chart, SpecialCauseRules.Of(SpecialCausePreset.MakingDataCount)).Signals, Is.Empty);
    }

    [Test]
    public void Seven_points_exactly_on_a_mean_that_is_not_exact_in_binary_are_no_shift()
    {
        // 0.7 seven times among values 0.2 above and below it: the mean is 0.7, but for the last digits.
        var chart = XmrChart.Of([0.9, 0.5, 0.9, 0.5, 0.7, 0.7, 0.7, 0.7, 0.7, 0.7, 0.7]);

        Assert.That(chart.Points[0].Centre, Is.Not.EqualTo(0.7).And.EqualTo(0.7).Within(1e-15));
        Assert.That(chart.Segments.Single().State, Is.EqualTo(SegmentState.Trial));
        Assert.That(SpecialCauses.Of(chart, SpecialCauseRules.Of(SpecialCausePreset.MakingDataCount)).Signals, Is.Empty);
    }

    [Test]
    public void None_one_and_two_points()
    {
        Assert.That(XmrChart.Of([]).Points, Is.Empty);
        Assert.That(XmrChart.Of([null]).Segments.Single().State, Is.EqualTo(SegmentState.NoValues));
        Assert.That(XmrChart.Of([7]).Segments.Single(), Is.EqualTo(new ChartSegment(0, 1, 1, SegmentState.TooFewPoints, 7)));
        Assert.That(XmrChart.Of([1, 2]).Points[0].Limits!.Value.Upper, Near.To(1.5 + 2.66));
        Assert.That(MovingRangeChart.Of([1]).Segments.Single().State, Is.EqualTo(SegmentState.TooFewPoints));
        Assert.That(PChart.Of([]).Segments, Is.Empty);
        Assert.That(PChart.Of([(0, 0)]).Segments.Single().State, Is.EqualTo(SegmentState.NoValues));
        Assert.That(PChart.Of([(1, 4)]).Segments.Single().State, Is.EqualTo(SegmentState.Trial));
        Assert.That(PChart.Prime([(1, 4)]).Segments.Single().State, Is.EqualTo(SegmentState.TooFewPoints));
        Assert.That(RunChart.Of([null, null]).Segments.Single().State, Is.EqualTo(SegmentState.NoValues));
        Assert.That(RunChart.Of([3, null, 5]).Segments.Single().Centre, Is.EqualTo(4.0));
        Assert.That(RunsAnalysis.LongestRunLimitOf(1), Is.Null);
        Assert.That(RunsAnalysis.FewestCrossingsOf(0), Is.Null);
    }

    [Test]
    public void Fewer_than_twelve_points_give_trial_limits()
    {
        Assert.That(XmrChart.Of([.. Enumerable.Range(0, 11).Select(i => (double?)(i % 3))]).Segments.Single().State, Is.EqualTo(SegmentState.Trial));
        Assert.That(XmrChart.Of([.. Enumerable.Range(0, 12).Select(i => (double?)(i % 3))]).Segments.Single().State, Is.EqualTo(SegmentState.Firm));
    }

    [Test]
    public void No_moving_range_reaches_over_a_step_a_gap_or_an_excluded_point()
    {
        // 1 2 | 102 104: ranges 1 and 2, never 100.
        var stepped = XmrChart.Of([1, 2, 102, 104], new ChartBaseline { Steps = [2] });
        Assert.That(stepped.Segments.Select(segment => segment.MeanMovingRange), Is.EqualTo(new double?[] { 1, 2 }));

        Assert.That(XmrChart.Of([1, 2, null, 102, 104]).Segments.Single().MeanMovingRange, Is.EqualTo(1.5));
        Assert.That(XmrChart.Of([1, 2, 50, 102, 104], new ChartBaseline { Excluded = [2] }).Segments.Single().MeanMovingRange, Is.EqualTo(1.5));
    }

    [Test]
    public void Screening_drops_ranges_once()
    {
        // Ranges 1 1 1 1 1 1 1 1 20: mean 28/9, 3.267 of it 10.16, so 20 goes and 1 is left.
        double?[] values = [0, 1, 0, 1, 0, 1, 0, 1, 0, 20];

        Assert.That(XmrChart.Of(values).Segments.Single().MeanMovingRange, Is.EqualTo(1.0));
        Assert.That(XmrChart.Of(values, screening: RangeScreening.Unscreened).Segments.Single().MeanMovingRange, Near.To(28.0 / 9));
    }

    [Test]
    public void Steps_and_exclusions_that_are_nowhere_change_nothing()
    {
        double?[] values = [1, 2, 4, 3];
        var odd = XmrChart.Of(values, new ChartBaseline { Steps = [0, -3, 4, 99], Excluded = [-1, 4], Freeze = 99 });

        Assert.That(odd.Points, Is.EqualTo(XmrChart.Of(values).Points));
        Assert.That(odd.Segments, Is.EqualTo(XmrChart.Of(values).Segments));
    }

    [Test]
    public void Freezing_on_no_point_is_refused() =>
        Assert.That(() => new ChartBaseline { Freeze = 0 }, Throws.TypeOf<ArgumentOutOfRangeException>());

    [Test]
    public void Impossible_values_are_refused()
    {
        Assert.That(() => XmrChart.Of([double.NaN]), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(() => RunChart.Of([double.PositiveInfinity]), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(() => PChart.Of([(3, 2)]), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(() => UChart.Of([(1, 0)]), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(() => UChart.Of([(-1, 2)]), Throws.TypeOf<ArgumentOutOfRangeException>());
    }

    // Limits 2 to 8.
    [TestCase(1, Better.Higher, Assurance.WillMeet)]
    [TestCase(9, Better.Higher, Assurance.WillFail)]
    [TestCase(1, Better.Lower, Assurance.WillFail)]
    [TestCase(9, Better.Lower, Assurance.WillMeet)]
    [TestCase(2, Better.Higher, Assurance.Inconsistent)]
    [TestCase(8, Better.Lower, Assurance.Inconsistent)]
    [TestCase(9, Better.Neither, null)]
    public void A_target_beyond_the_limits_is_certain_either_way(double target, Better better, Assurance? expected) =>
        Assert.That(TargetAssurance.Of(new Interval(2, 8), target, better), Is.EqualTo(expected));

    [Test]
    public void Without_limits_nothing_is_sure() => Assert.That(TargetAssurance.Of(null, 5, Better.Higher), Is.Null);

    [Property]
    public void Limits_of_individuals_are_symmetric_and_move_and_stretch_with_the_values(sbyte[] numbers, sbyte moved)
    {
        double?[] values = [.. numbers.Select(number => (double?)number)];
        var chart = XmrChart.Of(values);
        var other = XmrChart.Of([.. values.Select(value => (2 * value) + moved)]);
        for (var i = 0; i < values.Length; i++)
        {
            if (chart.Points[i].Limits is not { } limits) continue;
            Assert.That(limits.Upper - chart.Points[i].Centre!.Value, Is.EqualTo(chart.Points[i].Centre!.Value - limits.Lower).Within(1e-9));
            Assert.That(other.Points[i].Limits!.Value.Upper, Is.EqualTo((2 * limits.Upper) + moved).Within(1e-9));
        }
    }

    [Property]
    public void Whatever_is_counted_every_number_is_one_and_swapping_the_outcomes_mirrors_the_chart((byte, byte)[] pairs, byte freeze, byte step)
    {
        var baseline = new ChartBaseline { Freeze = freeze % 7 == 0 ? null : freeze % 7, Steps = [step % 9], Excluded = [step % 5] };
        (double X, double N)[] counts = [.. pairs.Select(pair => ((double)Math.Min(pair.Item1, pair.Item2), (double)Math.Max(pair.Item1, pair.Item2) * (pair.Item1 % 2 == 0 ? 1 : 100)))];
        (double X, double N)[] swapped = [.. counts.Select(count => (count.N - count.X, count.N))];
        foreach (var of in new Func<IReadOnlyList<(double, double)>, ChartBaseline?, ControlChart>[] { PChart.Of, (c, b) => PChart.Prime(c, b) })
        {
            var (chart, mirror) = (of(counts, baseline), of(swapped, baseline));
            Assert.That(chart.Segments.Sum(segment => segment.Count), Is.EqualTo(counts.Length));
            Assert.That(mirror.Segments.Select(segment => segment.State), Is.EqualTo(chart.Segments.Select(segment => segment.State)));
            for (var i = 0; i < counts.Length; i++)
            {
                var point = chart.Points[i];
                Assert.That(new[] { point.Value, point.Centre, point.Sigma, point.Limits?.Lower, point.Limits?.Upper }.All(number => number is null || double.IsFinite(number.Value)));
                Assert.That(mirror.Points[i].Limits?.Lower ?? 0, Is.EqualTo(1 - (point.Limits?.Upper ?? 1)).Within(1e-9));
                Assert.That(point.Limits is null || (point.Limits.Value.Lower >= 0 && point.Limits.Value.Upper <= 1), Is.True);
            }

            Assert.That(SpecialCauses.Of(chart, EveryRule).Signals.SelectMany(signal => signal.Points), Has.None.EqualTo(step % 5), "the excluded point");
        }
    }

    private static (double, double)[] Constant(int share) => [.. Enumerable.Range(1, 15).Select(n => ((double)n * share, (double)n))];
}
