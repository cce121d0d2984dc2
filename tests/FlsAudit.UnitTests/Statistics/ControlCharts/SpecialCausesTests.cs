using FlsAudit.Statistics.ControlCharts;
using PropertyAttribute = FsCheck.NUnit.PropertyAttribute;

namespace FlsAudit.UnitTests.Statistics.ControlCharts;

/// <summary>Rules on charts with centre 0 and one standard deviation of 1, so that a value is its own distance.</summary>
public sealed class SpecialCausesTests
{
    private static readonly SpecialCauseRules Nothing = new();

    // The first 14 values have the mean 0 and, with ranges of 1.128, a standard deviation of 1; the chart is frozen on them.
    private static readonly double?[] Calm = [.. Enumerable.Range(0, 14).Select(i => (double?)(i % 2 == 0 ? 0.564 : -0.564))];

    [Test]
    public void The_chart_of_these_tests_is_centred_on_0_with_a_deviation_of_1()
    {
        var chart = Chart(1);

        Assert.That(chart.Points[^1].Centre, Is.EqualTo(0).Within(1e-12));
        Assert.That(chart.Points[^1].Sigma, Is.EqualTo(1).Within(1e-12));
    }

    [TestCase("3.1", "outside high 0")]
    [TestCase("-3.1", "outside low 0")]
    [TestCase("2.9", "")]
    [TestCase("3.1 3.2 0 3.5", "outside high 0 1; outside high 3")]
    public void A_point_outside_the_limits(string values, string expected) =>
        Assert.That(Found(values, Nothing with { OutsideLimits = true }), Is.EqualTo(expected));

    [TestCase("-.3 -.2 -.1 0 .1 .2 .3", "trend high 0 1 2 3 4 5 6")]
    [TestCase("-.3 -.2 -.1 0 .1 .2", "")]
    [TestCase(".3 .2 .1 0 -.1 -.2 -.3 -.4", "trend low 0 1 2 3 4 5 6 7")]
    [TestCase("-.3 -.2 -.1 -.1 .1 .2 .3 .4", "")]
    public void Seven_points_of_six_rising_steps_are_a_trend_and_all_are_marked(string values, string expected) =>
        Assert.That(Found(values, Nothing with { Trend = 7 }, before: values.Split(' ')[0]), Is.EqualTo(expected));

    [TestCase("1 1 1 1 1 1 1", "shift high 0 1 2 3 4 5 6")]
    [TestCase("1 1 1 1 1 1", "")]
    [TestCase("1 1 1 0 1 1 1 1", "")]
    [TestCase("0 0 0 0 0 0 0", "")]
    [TestCase("-1 -1 -1 -1 -1 -1 -1 -1 1", "shift low 0 1 2 3 4 5 6 7")]
    public void Seven_points_on_one_side_are_a_shift_and_a_point_on_the_line_breaks_it(string values, string expected) =>
        Assert.That(Found(values, Nothing with { Shift = 7 }, before: "0"), Is.EqualTo(expected));

    [TestCase("2.5 .5 2.5", "two-of-three high 0 2")]
    [TestCase("2.5 2.5 .5", "two-of-three high 0 1")]
    [TestCase("2.5 -.5 2.5", "")]
    [TestCase("2.5 2.5 .5 .5 2.5 2.5", "two-of-three high 0 1; two-of-three high 4 5")]
    [TestCase("2.5 2.5 .5 2.5", "two-of-three high 0 1 3")]
    [TestCase("2.5 0 2.5", "")]
    [TestCase("3.5 2.5 .5", "")]
    [TestCase("2.5 2.5", "")]
    [TestCase("-2.5 -2.5 -2.5 -.1", "two-of-three low 0 1 2")]
    public void Two_of_three_between_the_limits_with_the_third_on_the_same_side(string values, string expected) =>
        Assert.That(Found(values, Nothing with { TwoOfThree = TwoOfThree.InsideLimitsAllOnOneSide }), Is.EqualTo(expected));

    [TestCase("2.5 -.5 2.5", "two-of-three high 0 2")]
    [TestCase("3.5 2.5 .5", "two-of-three high 0 1")]
    [TestCase("2.5 -2.5 .5", "")]
    public void Two_of_three_beyond_two_deviations_wherever_the_third_is(string values, string expected) =>
        Assert.That(Found(values, Nothing with { TwoOfThree = TwoOfThree.BeyondWarning }), Is.EqualTo(expected));

    [TestCase("1.5 1.5 -.5 1.5 1.5", "four-of-five high 0 1 3 4")]
    [TestCase("1.5 1.5 -.5 .5 1.5 1.5", "")]
    public void Four_of_five_beyond_one_deviation(string values, string expected) =>
        Assert.That(Found(values, Nothing with { FourOfFive = true }), Is.EqualTo(expected));

    [TestCase(".5 -.5 .9 0 -.9", "hugging both 0 1 2 3 4")]
    [TestCase(".5 -.5 1.1 0 -.9", "")]
    public void Points_that_are_too_near_to_the_centre(string values, string expected) =>
        Assert.That(Found(values, Nothing with { Hugging = 5 }, before: "9"), Is.EqualTo(expected));

    [TestCase("1.1 -1.1 1.5 -5 2", "avoiding both 0 1 2 3 4")]
    [TestCase("1.1 -1.1 .9 -5 2", "")]
    public void Points_that_are_never_near_the_centre(string values, string expected) =>
        Assert.That(Found(values, Nothing with { AvoidingCentre = 5 }), Is.EqualTo(expected));

    [TestCase("0 1 0 1 0 1 0 1 0 1 0 1 0 1", "alternating both 0 1 2 3 4 5 6 7 8 9 10 11 12 13")]
    [TestCase("0 1 0 1 0 1 0 1 0 1 0 1 0", "")]
    public void Fourteen_points_up_and_down_in_turn(string values, string expected) =>
        Assert.That(Alone(values, Nothing with { Alternating = 14 }), Is.EqualTo(expected));

    [Test]
    public void A_missing_point_ends_a_row() =>
        Assert.That(Found("1 1 1 . 1 1 1 1", Nothing with { Shift = 7 }), Is.EqualTo(""));

    [Test]
    public void An_excluded_point_ends_a_row_and_is_never_marked()
    {
        var chart = Chart(new ChartBaseline { Freeze = 14, Excluded = [17] }, 1, 1, 1, 9, 1, 1, 1);

        Assert.That(Describe(SpecialCauses.Of(chart, Nothing with { OutsideLimits = true, Shift = 4 }), 14), Is.EqualTo(""));
    }

    [Test]
    public void A_row_does_not_reach_over_a_step()
    {
        double?[] values = [1, 3, 1, 3, 1, 3, 1, 3, 3, 3, 5, 1, 1, 1, 9, 9];
        var whole = XmrChart.Of(values);
        var stepped = XmrChart.Of(values, new ChartBaseline { Steps = [9] });

        Assert.That(whole.Segments, Has.Count.EqualTo(1));
        Assert.That(stepped.Segments.Select(segment => (segment.First, segment.Count)), Is.EqualTo(new[] { (0, 9), (9, 7) }));
        foreach (var signal in SpecialCauses.Of(stepped, SpecialCauseRules.Of(SpecialCausePreset.Nelson) with { Shift = 2, Trend = 3 }).Signals)
        {
            Assert.That(signal.Points.All(place => place < 9) || signal.Points.All(place => place >= 9), Is.True, signal.Rule.ToString());
        }
    }

    [Test]
    public void Every_rule_that_fired_is_told_and_the_first_by_precedence_leads()
    {
        var causes = SpecialCauses.Of(Chart(.1, .2, .3, .4, .5, .6, 4), SpecialCauseRules.Of(SpecialCausePreset.MakingDataCount));

        Assert.That(causes.At(20), Is.EqualTo(new[]
        {
            (SpecialCauseRule.OutsideLimits, SignalSide.High), (SpecialCauseRule.Trend, SignalSide.High), (SpecialCauseRule.Shift, SignalSide.High),
        }));
        Assert.That(causes.LeadingAt(20), Is.EqualTo((SpecialCauseRule.OutsideLimits, SignalSide.High)));
        Assert.That(causes.LeadingAt(0), Is.Null);
        Assert.That(causes.At(0), Is.Empty);
    }

    [TestCase(SpecialCausePreset.MakingDataCount, RangeScreening.Screened, 7, 7)]
    [TestCase(SpecialCausePreset.MakingDataCountUnscreened, RangeScreening.Unscreened, 7, 7)]
    [TestCase(SpecialCausePreset.WesternElectric, RangeScreening.Unscreened, 8, null)]
    [TestCase(SpecialCausePreset.Nelson, RangeScreening.Unscreened, 9, 6)]
    [TestCase(SpecialCausePreset.Anhoej, RangeScreening.Unscreened, null, null)]
    public void Presets_differ_in_run_lengths_and_screening(SpecialCausePreset preset, RangeScreening screening, int? shift, int? trend)
    {
        var rules = SpecialCauseRules.Of(preset);

        Assert.That((SpecialCauseRules.ScreeningOf(preset), rules.Shift, rules.Trend), Is.EqualTo((screening, shift, trend)));
        Assert.That(rules.RunsAndCrossings, Is.EqualTo(preset == SpecialCausePreset.Anhoej));
    }

    [Test]
    public void Runs_rules_name_the_run_and_the_segment()
    {
        // 16 useful points: a run of more than round(log2 16) + 3 = 7, and fewer than 4 crossings.
        var chart = RunChart.Of([1, 1, 1, 1, 1, 1, 1, 1, 9, 9, 9, 9, 9, 9, 9, 9]);
        var causes = SpecialCauses.Of(chart, SpecialCauseRules.Of(SpecialCausePreset.Anhoej));

        Assert.That(Describe(causes, 0), Is.EqualTo("run low 0 1 2 3 4 5 6 7; run high 8 9 10 11 12 13 14 15; crossings both 0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15"));
    }

    [Test]
    public void As_many_as_chance_allows_are_not_too_many()
    {
        Assert.That(new RunsAnalysis(10, LongestRun: 6, 6, Crossings: 2, 2), Has.Property("RunTooLong").False.And.Property("CrossingsTooFew").False);
        Assert.That(new RunsAnalysis(10, LongestRun: 7, 6, Crossings: 1, 2), Has.Property("RunTooLong").True.And.Property("CrossingsTooFew").True);
        Assert.That(new RunsAnalysis(1, LongestRun: 1, null, Crossings: 0, null), Has.Property("RunTooLong").False.And.Property("CrossingsTooFew").False);
    }

    [TestCase(SignalSide.High, Better.Higher, SpecialCauseMeaning.Improvement)]
    [TestCase(SignalSide.Low, Better.Higher, SpecialCauseMeaning.Concern)]
    [TestCase(SignalSide.High, Better.Lower, SpecialCauseMeaning.Concern)]
    [TestCase(SignalSide.Low, Better.Lower, SpecialCauseMeaning.Improvement)]
    [TestCase(SignalSide.High, Better.Neither, SpecialCauseMeaning.Neutral)]
    [TestCase(SignalSide.Both, Better.Higher, SpecialCauseMeaning.Neutral)]
    public void A_direction_means_something_once_it_is_known_what_is_better(SignalSide side, Better better, SpecialCauseMeaning expected) =>
        Assert.That(SignalMeaning.Of(side, better), Is.EqualTo(expected));

    [Property]
    public void The_mirror_image_has_the_same_signals_the_other_way((bool, sbyte)[] numbers)
    {
        double?[] values = [.. numbers.Select(number => number.Item1 || number.Item2 % 5 != 0 ? number.Item2 % 8 : (double?)null)];
        double?[] mirrored = [.. values.Select(value => -value)];
        foreach (var preset in Enum.GetValues<SpecialCausePreset>())
        {
            var rules = SpecialCauseRules.Of(preset) with { Shift = 4, Trend = 4 };
            var signals = SpecialCauses.Of(XmrChart.Of(values), rules).Signals.Select(signal => (signal.Rule, signal.Side, Text(signal.Points)));
            var turned = SpecialCauses.Of(XmrChart.Of(mirrored), rules).Signals.Select(signal => (signal.Rule, Turned(signal.Side), Text(signal.Points)));

            Assert.That(turned, Is.EquivalentTo(signals), preset.ToString());
        }
    }

    [Property]
    public void Marks_are_the_points_of_the_signals_and_nothing_else(sbyte[] numbers)
    {
        double?[] values = [.. numbers.Select(number => (double?)(number % 10))];
        var causes = SpecialCauses.Of(XmrChart.Of(values), SpecialCauseRules.Of(SpecialCausePreset.Nelson) with { Hugging = 3, Shift = 3, Trend = 3, Alternating = 4 });
        for (var i = 0; i < values.Length; i++)
        {
            var marked = causes.Signals.Where(signal => signal.Points.Contains(i)).Select(signal => (signal.Rule, signal.Side)).Distinct();
            Assert.That(causes.At(i), Is.EquivalentTo(marked));
        }
    }

    private static SignalSide Turned(SignalSide side) => side switch
    {
        SignalSide.High => SignalSide.Low,
        SignalSide.Low => SignalSide.High,
        _ => SignalSide.Both,
    };

    private static string Text(IEnumerable<int> points) => string.Join(' ', points);

    // After the calm beginning and, where what it ends with would be part of the row, one point that is not.
    private static string Found(string values, SpecialCauseRules rules, string before = "")
    {
        double?[] numbers = [.. $"{before} {values}".Trim().Split(' ').Select(Number)];
        return Describe(SpecialCauses.Of(Chart(numbers), rules), Calm.Length + (before.Length > 0 ? 1 : 0));
    }

    private static string Alone(string values, SpecialCauseRules rules) =>
        Describe(SpecialCauses.Of(XmrChart.Of([.. values.Split(' ').Select(Number)]), rules), 0);

    private static double? Number(string text) => text == "." ? null : double.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static ControlChart Chart(params double?[] values) => Chart(new ChartBaseline { Freeze = Calm.Length }, values);

    private static ControlChart Chart(ChartBaseline baseline, params double?[] values) => XmrChart.Of([.. Calm, .. values], baseline, factor: XmrFactor.Unrounded);

    // Signals among the points from a place on, counted from there; those that begin before are about the calm beginning.
    private static string Describe(SpecialCauses causes, int from) => string.Join("; ", causes.Signals
        .Where(signal => signal.Points[0] >= from)
        .Select(signal => $"{Name(signal.Rule)} {signal.Side.ToString().ToLowerInvariant()} {Text(signal.Points.Select(place => place - from))}"));

    private static string Name(SpecialCauseRule rule) => rule switch
    {
        SpecialCauseRule.OutsideLimits => "outside",
        SpecialCauseRule.Trend => "trend",
        SpecialCauseRule.TwoOfThree => "two-of-three",
        SpecialCauseRule.Shift => "shift",
        SpecialCauseRule.FourOfFive => "four-of-five",
        SpecialCauseRule.Alternating => "alternating",
        SpecialCauseRule.Hugging => "hugging",
        SpecialCauseRule.AvoidingCentre => "avoiding",
        SpecialCauseRule.LongRun => "run",
        _ => "crossings",
    };
}
