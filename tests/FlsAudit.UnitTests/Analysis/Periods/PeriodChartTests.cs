using FlsAudit.Analysis;
using FlsAudit.Analysis.Periods;
using FlsAudit.Standards;
using FsCheck.Fluent;
using static FlsAudit.UnitTests.Analysis.Periods.SmallSeries;
using PropertyAttribute = FsCheck.NUnit.PropertyAttribute;

namespace FlsAudit.UnitTests.Analysis.Periods;

/// <summary>What a chart says of a series, and what it refuses to say.</summary>
public sealed class PeriodChartTests
{
    private static readonly (double X, double N)[] OneHigh = [.. Enumerable.Range(0, 11).Select(i => (i % 2 == 0 ? 50.0 : 54.0, 100.0)), (70, 100)];

    [Test]
    public void Centre_limits_and_warnings_are_those_of_a_p_chart_in_percent()
    {
        var point = Chart(Of(OneHigh)).Points[0];

        // Centre (6 x 50 + 5 x 54 + 70) / 1200 = 640/1200 = 53.333 %; one standard deviation = sqrt(0.53333 x 0.46667 / 100) = 4.9889 points.
        Assert.That(point.Centre, Is.EqualTo(100.0 * 640 / 1200).Within(1e-12));
        Assert.That((point.Limits!.Lower, point.Limits.Upper), Is.EqualTo((38.367, 68.300)).Using<(double, double)>(Near));
        Assert.That((point.Warnings!.Lower, point.Warnings.Upper), Is.EqualTo((43.356, 63.311)).Using<(double, double)>(Near));

        static bool Near((double, double) a, (double, double) b) => Math.Abs(a.Item1 - b.Item1) < 0.001 && Math.Abs(a.Item2 - b.Item2) < 0.001;
    }

    [Test]
    public void A_period_outside_says_which_rule_fired_and_what_that_means()
    {
        var chart = Chart(Of(OneHigh));

        Assert.That(chart.Points[11].Signals, Is.EqualTo(new[] { new ChartSignal("outside the limits", "improvement") }));
        Assert.That(chart.Points.Take(11).Select(point => point.Direction), Is.All.Empty);
        Assert.That(chart.Sentence, Is.EqualTo(
            "North: seen within 90 days lies around 53.3 %, taken from 12 quarters since 2023-Q1; beyond what chance explains: 2025-Q4 (outside the limits: improvement) (p chart, rules of Making Data Count)."));
    }

    [TestCase(Better.Higher, "improvement")]
    [TestCase(Better.Lower, "concern")]
    [TestCase(Better.None, "high")]
    public void The_direction_comes_from_what_is_better(Better better, string direction) =>
        Assert.That(Chart(Of(OneHigh) with { Better = better }).Points[11].Direction, Is.EqualTo(direction));

    [Test]
    public void All_rules_that_fired_are_told_in_words_that_hold_no_separator()
    {
        // Seven low, then seven high and the last of them far out.
        var chart = Chart(Of([.. Times(7, 40, 100), .. Times(6, 60, 100), (75, 100)]));

        Assert.That(chart.Points[13].Signals.Select(signal => signal.Rule), Is.EqualTo(new[] { "outside the limits", "7 in a row on one side of the centre" }));
        Assert.That(chart.Points[0].Direction, Is.EqualTo("concern"));
        Assert.That(chart.Points[13].Direction, Is.EqualTo("improvement"));
    }

    [TestCase(RulePreset.MakingDataCount)]
    [TestCase(RulePreset.WithoutScreening)]
    [TestCase(RulePreset.WesternElectric)]
    [TestCase(RulePreset.Nelson)]
    [TestCase(RulePreset.Anhoej)]
    public void Each_preset_sees_a_long_stay_on_one_side_in_its_own_words(RulePreset preset)
    {
        var chart = Chart(Of([.. Times(10, 40, 100), .. Times(10, 60, 100)]), ChartType.P, preset);

        var rule = preset switch
        {
            RulePreset.WesternElectric => "8 in a row on one side of the centre",
            RulePreset.Nelson => "9 in a row on one side of the centre",
            RulePreset.Anhoej => "longer on one side of the centre than chance allows",
            _ => "7 in a row on one side of the centre",
        };
        Assert.That(chart.Points[0].Signals.Select(signal => signal.Rule), Does.Contain(rule));
        Assert.That(chart.Points.SelectMany(point => point.Signals).Select(signal => signal.Rule), Has.None.Contains(";"));
        Assert.That(chart.Preset, Is.EqualTo(preset));
    }

    [Property]
    public FsCheck.Property Limits_agree_with_a_naive_second_computation() => Prop.ForAll(
        Counts().ToArbitrary(),
        counts =>
        {
            var chart = PeriodCharts.Of(Of(counts), new ChartSettings { Chart = ChartType.P });
            double x = counts.Sum(count => count.X), n = counts.Sum(count => count.N);
            if (n == 0) return chart is null;
            var p = x / n;
            return counts.Select((count, i) => (count, point: chart!.Points[i])).All(pair =>
            {
                if (pair.count.N == 0 || p is 0 or 1) return pair.point.Limits is null && pair.point.Signals.Count == 0;
                var reach = 300 * Math.Sqrt(p * (1 - p) / pair.count.N);
                return Math.Abs(pair.point.Limits!.Lower - Math.Max(0, (100 * p) - reach)) < 1e-9
                    && Math.Abs(pair.point.Limits.Upper - Math.Min(100, (100 * p) + reach)) < 1e-9;
            });
        });

    [Property]
    public FsCheck.Property Nothing_that_is_printed_is_ever_no_number_and_nothing_but_words_is_ever_missing() => Prop.ForAll(
        Counts().ToArbitrary(),
        counts => Enum.GetValues<ChartType>().SelectMany(type => Enum.GetValues<RulePreset>().Select(preset => PeriodCharts.Of(Of(counts), new ChartSettings { Chart = type, Preset = preset })))
            .OfType<PeriodChart>().All(chart =>
                chart.Sentence.Length > 0 && !chart.Sentence.Contains("NaN", StringComparison.Ordinal) && !string.Concat(chart.Notes).Contains("NaN", StringComparison.Ordinal)
                && chart.Points.All(point => new[] { point.Period.Value, point.Centre, point.Limits?.Lower, point.Limits?.Upper, point.Warnings?.Lower, point.Warnings?.Upper }
                    .All(number => number is null || double.IsFinite(number.Value)))));

    [Test]
    public void A_period_of_0_of_0_is_a_gap_and_no_zero()
    {
        var chart = Chart(Of((50, 100), (0, 0), (51, 100)));

        Assert.That(chart.Points[1].Period.Value, Is.Null);
        Assert.That(chart.Points[1].Limits, Is.Null);
        Assert.That(chart.Points[1].Signals, Is.Empty);
        Assert.That(chart.Points[0].Centre, Is.EqualTo(50.5).Within(1e-12), "(50 + 51) / 200");
    }

    [Test]
    public void A_series_without_any_value_has_no_chart() => Assert.That(PeriodCharts.Of(Of((0, 0), (0, 0)), new ChartSettings()), Is.Null);

    [Test]
    public void One_period_has_trial_limits_and_nothing_is_flagged()
    {
        var chart = Chart(Of((7, 10)));

        Assert.That(chart.Stretches.Single().State, Is.EqualTo(StretchState.Trial));
        Assert.That(chart.Points[0].Signals, Is.Empty);
        Assert.That(chart.Notes, Has.Some.Contain("trial limits"));
    }

    [TestCase(ChartType.P, 0)]
    [TestCase(ChartType.P, 100)]
    [TestCase(ChartType.PPrime, 50)]
    [TestCase(ChartType.Xmr, 50)]
    public void What_does_not_vary_says_so_and_flags_nothing(ChartType type, double met)
    {
        var chart = Chart(Of(Times(14, met, 100)), type);

        Assert.That(chart.Sentence, Does.Contain("no variation, so there are no limits and nothing is flagged"));
        Assert.That(chart.Points.Select(point => (point.Limits, point.Signals.Count)), Is.All.EqualTo(((Limits?)null, 0)));
    }

    [Test]
    public void Points_exactly_on_the_centre_are_no_shift() =>
        Assert.That(Chart(Of(Times(14, 50, 100))).Points.Select(point => point.Signals.Count), Is.All.Zero);

    [Test]
    public void One_period_with_a_hundred_times_the_records_flags_nobody() =>
        Assert.That(Chart(Of([.. Times(11, 52, 100), (5000, 10000)]), ChartType.P).Points.Select(point => point.Signals.Count(signal => signal.Rule == "outside the limits")), Is.All.Zero);

    [Test]
    public void A_p_chart_that_would_flag_nearly_everything_becomes_a_p_prime_chart_and_says_so()
    {
        // A standard deviation by chance is sqrt(0.5 x 0.5 / 1,000,000) = 0.05 points, so 50 and 51 % are both 10 of them from 50.5 %.
        var counts = Enumerable.Range(0, 14).Select(i => (X: i % 2 == 0 ? 500_000.0 : 510_000.0, N: 1_000_000.0)).ToArray();

        var chosen = Chart(Of(counts));
        var named = Chart(Of(counts), ChartType.P);

        Assert.That(named.Points.Select(point => point.Signals.Count), Is.All.Positive, "who asks for a p chart gets it");
        Assert.That(named.Notes, Has.Some.Contain("a p′ chart allows for it"));
        Assert.That(chosen.Chart, Is.EqualTo(ChartType.PPrime));
        Assert.That(chosen.Points.Select(point => point.Signals.Count), Is.All.Zero);
        Assert.That(chosen.Notes, Has.Some.Contain("so this is a p′ chart in place of a p chart"));
    }

    [Test]
    public void Laneys_factor_is_the_mean_moving_range_of_z_over_its_constant()
    {
        // p = 0.5 and z = (p_i - 0.5) / sqrt(0.25 / 100): -1, 1, -1, 1, so each moving range is 2 and the factor 2 / 1.128.
        var chart = Chart(Of((45, 100), (55, 100), (45, 100), (55, 100)), ChartType.PPrime);

        Assert.That(chart.Stretches[0].Laney, Is.EqualTo(2 / 1.128).Within(1e-9));
        Assert.That(chart.Points[0].Limits!.Upper, Is.EqualTo(50 + (15 * 2 / 1.128)).Within(1e-9), "three standard deviations of 5 points, so many times");
    }

    [Test]
    public void An_incomplete_last_period_is_shown_and_takes_part_in_nothing()
    {
        var series = WithIncompleteLast(Of([.. Times(11, 50, 100), (5, 100)]));
        var chart = Chart(series);

        Assert.That(chart.Points[11].Period.Value, Is.EqualTo(5));
        Assert.That(chart.Points[11].Signals, Is.Empty, "5 % would be far outside");
        Assert.That(chart.Points[11].Centre, Is.EqualTo(50), "the other eleven alone");
        Assert.That(chart.Notes, Has.Some.StartWith("2025-Q4 is incomplete"));
        Assert.That(Chart(Of([.. Times(11, 50, 100), (5, 100)])).Points[11].Direction, Is.EqualTo("concern"), "once complete, it counts");
    }

    [Test]
    public void Where_no_period_is_complete_there_is_no_centre()
    {
        var chart = Chart(WithIncompleteLast(Of((5, 10))));

        Assert.That(chart.Points[0].Centre, Is.Null);
        Assert.That(chart.Sentence, Does.Contain("has no complete period yet, so there is no centre and nothing is flagged"));
    }

    [Test]
    public void An_excluded_period_is_shown_and_its_reason_printed()
    {
        var chart = Chart(Of([.. Times(6, 50, 100), (90, 100), .. Times(6, 50, 100)]), actions: new ChartAction("seen", "North", ChartActionKind.Exclude, "2024-Q3", "records of one month were lost"));

        Assert.That((chart.Points[6].IsExcluded, chart.Points[6].Period.Value, chart.Points[6].Signals.Count), Is.EqualTo((true, 90.0, 0)));
        Assert.That(chart.Points[0].Centre, Is.EqualTo(50));
        Assert.That(chart.Notes, Does.Contain("2024-Q3 is shown and takes part in no centre, limit or rule: records of one month were lost."));
    }

    [Test]
    public void A_new_base_has_its_own_centre_and_no_run_reaches_over_it()
    {
        (double, double)[] counts = [.. Times(7, 40, 100), .. Times(7, 60, 100)];
        var before = Chart(Of(counts));
        var after = Chart(Of(counts), actions: new ChartAction("", "", ChartActionKind.Rebase, "2024-Q4", "second clinic"));

        Assert.That(before.Points.Select(point => point.Signals.Count), Is.All.Positive);
        Assert.That(before.SuggestedStep, Is.EqualTo("2024-Q4"), "where the second row of seven begins");
        Assert.That(before.Stretches, Has.Count.EqualTo(1), "suggested, never applied");
        Assert.That(after.Stretches.Select(stretch => stretch.Centre), Is.EqualTo(new double?[] { 40, 60 }));
        Assert.That(after.Points.Select(point => point.Signals.Count), Is.All.Zero);
        Assert.That(after.SuggestedStep, Is.Null);
        Assert.That(after.Notes, Does.Contain("A new centre and new limits begin with 2024-Q4: second clinic."));
    }

    [Test]
    public void Freezing_takes_centre_and_limits_from_the_periods_through_the_one_named()
    {
        var chart = Chart(Of([.. Times(4, 50, 100), .. Times(4, 70, 100)]), actions: new ChartAction("seen", "", ChartActionKind.Freeze, "2023-Q4", ""));

        Assert.That(chart.Points.Select(point => point.Centre), Is.All.EqualTo(50));
        Assert.That(chart.Points.Skip(4).Select(point => point.Direction), Is.All.EqualTo("improvement"), "70 is beyond 50 + 3 x 5");
        Assert.That(chart.Stretches[0].BaselinePeriods, Is.EqualTo(4));
    }

    [Test]
    public void Freezing_and_a_new_base_go_together_and_freeze_only_the_stretch_that_is_named()
    {
        var chart = Chart(
            Of([.. Times(2, 40, 100), .. Times(2, 50, 100), .. Times(2, 60, 100), .. Times(2, 70, 100)]),
            actions: [new("", "", ChartActionKind.Freeze, "2024-Q2", ""), new("", "", ChartActionKind.Rebase, "2024-Q1", "moved")]);

        Assert.That(chart.Stretches.Select(stretch => (stretch.BaselinePeriods, stretch.Centre)), Is.EqualTo(new[] { (4, (double?)45), (2, 60) }));
    }

    [Test]
    public void A_decision_about_another_site_or_measure_changes_nothing() =>
        Assert.That(
            Chart(Of(OneHigh), actions: [new("seen", "South", ChartActionKind.Exclude, "2025-Q4", "x"), new("other", "", ChartActionKind.Exclude, "2025-Q4", "x"), new("", "", ChartActionKind.Exclude, "2031-Q1", "x")]).Notes,
            Is.EqualTo(Chart(Of(OneHigh)).Notes));

    // Limits of 50 of 100 throughout are 35 and 65.
    [TestCase(Better.Higher, 30, true, "will be reached.")]
    [TestCase(Better.Higher, 60, null, "will be reached at times, by chance.")]
    [TestCase(Better.Higher, 80, false, "will not be reached.")]
    [TestCase(Better.Lower, 80, true, "will be reached.")]
    [TestCase(Better.Lower, 30, false, "will not be reached.")]
    public void A_target_is_met_always_at_times_or_never(Better better, double target, bool? meets, string words)
    {
        var chart = Chart(Of(Times(12, 50, 100)) with { Better = better, Target = target });

        Assert.That(chart.MeetsTarget, Is.EqualTo(meets));
        Assert.That(chart.Notes, Has.Some.EqualTo(FormattableString.Invariant($"As things are, the target of {target:0.0} % {words}")));
    }

    [Test]
    public void Values_that_are_no_proportion_are_charted_by_their_moving_ranges()
    {
        var chart = Chart(OfValues(10, 12, null, 10, 12));

        // Mean 11; moving ranges 2 and 2, none over the gap; limits 11 -+ 2.66 x 2.
        Assert.That(chart.Chart, Is.EqualTo(ChartType.Xmr));
        Assert.That((chart.Points[0].Centre, chart.Points[0].Limits), Is.EqualTo(((double?)11, new Limits(11 - 5.32, 11 + 5.32))));
        Assert.That(chart.Sentence, Does.StartWith("North: seen within 90 days lies around 11.0 days, taken from 4 quarters"));
        Assert.That(PeriodCharts.Of(OfValues(10, 12), new ChartSettings { Chart = ChartType.P }), Is.Null, "a p chart needs counts");
    }

    [Test]
    public void A_run_chart_has_a_median_no_limits_and_rules_that_need_none()
    {
        var chart = Chart(OfValues([.. Enumerable.Repeat<double?>(1, 10), .. Enumerable.Repeat<double?>(2, 10)]), ChartType.Run);

        Assert.That((chart.Preset, chart.Points[0].Centre, chart.Points[0].Limits), Is.EqualTo((RulePreset.Anhoej, (double?)1.5, (Limits?)null)));

        // 20 values off the median: log2 20 = 4.3, so a run may be 4 + 3 long; these are 10.
        Assert.That(chart.Points[19].Signals.Select(signal => signal.Rule), Is.EqualTo(new[] { "longer on one side of the centre than chance allows", "crosses the centre less often than chance allows" }));
        Assert.That(chart.Points[19].Direction, Is.EqualTo("improvement"));
    }

    private static FsCheck.Gen<(double X, double N)[]> Counts() =>
        Gen.Choose(0, 40).SelectMany(n => Gen.Choose(0, n).Select(x => ((double)x, (double)n))).ArrayOf();
}
