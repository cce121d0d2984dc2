using FlsAudit.Analysis.Periods;
using FlsAudit.Reports.Wording;

namespace FlsAudit.Reports.Drawing.Comparisons;

/// <summary>One measure of one site period by period, with centre, limits and what stands out where it is a control chart.</summary>
internal static class SeriesFigure
{
    private const double Height = 300;
    private const double Half = 0.5;

    /// <summary>A control or run chart.</summary>
    public static Figure Of(PeriodChart chart)
    {
        var points = chart.Points;
        List<Layer> layers = [NoValue(points.Select(point => point.Period)), .. ControlChartLayers.Of(chart)];
        if (chart.Target is { } target) layers.Add(new CurveLayer($"Target, {PrintedNumber.WithUnit(target, chart.Unit).TrimEnd()}", Tone.Alert, Stroke.Dashed, [[new(-Half, target), new(points.Count - Half, target)]]));
        double[] reached =
        [
            .. points.SelectMany(point => new[] { point.Period.Value, point.Centre, point.Limits?.Lower, point.Limits?.Upper }).Append(chart.Target).OfType<double>(),
        ];
        return Figure(chart.Site, chart.Title, chart.Unit, [.. points.Select(point => point.Period.Label)], layers, reached) with
        {
            Subtitle = chart.Points.Any(point => point.Period.Denominator is not null) ? "Numerator of the table, out of its denominator; by period" : "By period",
            Alternative = chart.Sentence,
            Note = string.Join(' ', [chart.Sentence, .. chart.Notes]),
        };
    }

    /// <summary>The periods that a trend was taken from.</summary>
    public static Figure Of(PeriodSeries series, PeriodTrend trend)
    {
        Layer[] layers =
        [
            NoValue(series.Points),
            Line(series.Points),
            new DotLayer("Value", Tone.Main, Marker.Circle, [.. series.Points.Select((point, i) => (point, i)).Where(row => row.point.Value is not null).Select(row => DotOf(row.point, row.i, series.Unit))]),
        ];
        return Figure(series.Site, series.Title, series.Unit, [.. series.Points.Select(point => point.Label)], layers, [.. series.Points.Select(point => point.Value).OfType<double>()]) with
        {
            Subtitle = "Numerator of the table, out of its denominator; by period",
            Alternative = trend.Sentence,
            Note = $"{trend.Sentence} {MeasureText.Capital(trend.Method)}.",
        };
    }

    private static Figure Figure(string site, string title, string unit, string[] periods, IReadOnlyList<Layer> layers, double[] reached)
    {
        var (low, high) = (reached.DefaultIfEmpty(0).Min(), reached.DefaultIfEmpty(1).Max());
        var y = unit == "percent" ? FunnelFigure.PercentAxis(low, high) with { Title = "%" } : NiceScale.Over(MeasureText.Capital(unit), low, high, 6);
        var x = new Axis("", -Half, periods.Length - Half, [.. periods.Select((period, i) => new Tick(i, period))]);
        return new Figure("", site.Length == 0 ? title : $"{site}: {title}", "", [new PanelRow(Height, 1, [new Panel("", x, y, layers)])])
        {
            Legend = [.. layers.Where(layer => layer is not StretchLayer)],
        };
    }

    private static CurveLayer Line(IEnumerable<PeriodPoint> points)
    {
        var pieces = new List<List<Spot>> { new() };
        foreach (var (point, i) in points.Select((point, i) => (point, i)))
        {
            if (point.Value is { } value) pieces[^1].Add(new Spot(i, value));
            else if (pieces[^1].Count > 0) pieces.Add([]);
        }

        return new CurveLayer("Value", Tone.Quiet, Stroke.Solid, [.. pieces]);
    }

    private static StretchLayer NoValue(IEnumerable<PeriodPoint> points) => new(
        "No value", Tone.Quiet, [.. points.Select((point, i) => (point, i)).Where(row => row.point.Value is null).Select(row => new Stretch(row.i - Half, row.i + Half, "no cases"))]);

    private static Dot DotOf(PeriodPoint point, int place, string unit)
    {
        var counts = point is { Numerator: { } x, Denominator: { } n } ? $" ({PrintedNumber.AsNeeded(x)} of {PrintedNumber.AsNeeded(n)})" : "";
        return new Dot(new Spot(place, point.Value!.Value), $"{point.Label}: {PrintedNumber.WithUnit(point.Value.Value, unit)}{counts}");
    }
}
