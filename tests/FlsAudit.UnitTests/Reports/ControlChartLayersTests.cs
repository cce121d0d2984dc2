using FlsAudit.Analysis.Periods;
using FlsAudit.Reports.Drawing;
using FlsAudit.Standards;
using FlsAudit.UnitTests.Analysis.Periods;

namespace FlsAudit.UnitTests.Reports;

/// <summary>What a control chart looks like.</summary>
public sealed class ControlChartLayersTests
{
    // Frozen on four periods at 50 of 100: limits 35 and 65.
    private static readonly PeriodSeries Series = SmallSeries.WithIncompleteLast(SmallSeries.Of((50, 100), (50, 100), (50, 100), (50, 100), (80, 100), (0, 0), (20, 100), (55, 100)));
    private static readonly ChartAction Freeze = new("", "", ChartActionKind.Freeze, "2023-Q4", "");

    [Test]
    public void Improvement_is_blue_and_points_up_and_concern_is_orange_and_points_down() =>
        Assert.That(Marks(Series, Freeze), Is.EqualTo(new[]
        {
            ("Within what chance explains", Tone.Quiet, Marker.Circle, "0 1 2 3"),
            ("Beyond chance: improvement", Tone.Main, Marker.Up, "4"),
            ("Beyond chance: concern", Tone.Alert, Marker.Down, "6"),
            ("Incomplete period", Tone.Quiet, Marker.OpenCircle, "7"),
        }));

    [Test]
    public void Where_less_is_better_an_improvement_points_down() =>
        Assert.That(Marks(Series with { Better = Better.Lower }, Freeze).Skip(1).Take(2), Is.EqualTo(new[]
        {
            ("Beyond chance: improvement", Tone.Main, Marker.Down, "6"),
            ("Beyond chance: concern", Tone.Alert, Marker.Up, "4"),
        }));

    [Test]
    public void Where_nobody_says_what_is_better_a_signal_is_high_or_low() =>
        Assert.That(Marks(Series with { Better = Better.None }, Freeze).Skip(1).Take(2).Select(mark => mark.Item1), Is.EqualTo(new[] { "Beyond chance: high", "Beyond chance: low" }));

    [Test]
    public void A_period_left_out_is_a_hollow_square() =>
        Assert.That(Marks(Series, Freeze, new ChartAction("", "", ChartActionKind.Exclude, "2024-Q1", "flood")), Does.Contain(("Left out, for a reason", Tone.Quiet, Marker.OpenSquare, "4")));

    [Test]
    public void Limits_break_at_a_gap_and_at_a_new_base_where_the_centre_steps()
    {
        var layers = ControlChartLayers.Of(SmallSeries.Chart(Series, actions: new ChartAction("", "", ChartActionKind.Rebase, "2023-Q3", "moved")));

        Assert.That(layers.OfType<BandLayer>().Single().Pieces.Select(piece => piece.Count), Is.EqualTo(new[] { 2, 3, 2 }));
        Assert.That(layers.OfType<CurveLayer>().Single(layer => layer.Name == "Centre").Pieces.Select(piece => piece[0].X), Is.EqualTo(new[] { -0.4, 1.6 }));
        Assert.That(layers.OfType<CurveLayer>().Single(layer => layer.Name == "Value").Pieces.Select(piece => piece.Count), Is.EqualTo(new[] { 5, 2 }), "a step is no gap in the values");
    }

    [Test]
    public void A_chart_without_limits_draws_none() =>
        Assert.That(ControlChartLayers.Of(SmallSeries.Chart(Series, ChartType.Run)).OfType<BandLayer>(), Is.Empty);

    [Test]
    public void A_hint_tells_the_counts_and_the_rules()
    {
        var dots = ControlChartLayers.Of(SmallSeries.Chart(Series, actions: Freeze)).OfType<DotLayer>().SelectMany(layer => layer.Dots);

        Assert.That(dots.Select(dot => dot.Hint), Does.Contain("2024-Q1: 80.0 % (80 of 100); outside the limits: improvement").And.Contain("2024-Q4: 55.0 % (55 of 100); incomplete"));
    }

    private static IEnumerable<(string, Tone, Marker, string)> Marks(PeriodSeries series, params ChartAction[] actions) =>
        ControlChartLayers.Of(SmallSeries.Chart(series, actions: actions)).OfType<DotLayer>()
            .Select(layer => (layer.Name, layer.Tone, layer.Marker, string.Join(' ', layer.Dots.Select(dot => dot.Spot.X))));
}
