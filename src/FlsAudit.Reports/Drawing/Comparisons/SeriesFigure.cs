using FlsAudit.Analysis;
using FlsAudit.Analysis.Periods;
using FlsAudit.Reports.Wording;
using FlsAudit.Standards;

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
        List<Layer> layers = [NoValue(points.Select(point => point.Period))];
        layers.Add(new CurveLayer("Centre", Tone.Quiet, Stroke.Solid, Steps(chart, point => point.Centre)));
        if (points.Any(point => point.Limits is not null))
        {
            layers.Add(new CurveLayer("Limits, three standard deviations", Tone.Main, Stroke.Dashed, [.. Steps(chart, point => point.Limits?.Lower), .. Steps(chart, point => point.Limits?.Upper)]));
            layers.Add(new CurveLayer("Two standard deviations", Tone.Quiet, Stroke.Dotted, [.. Steps(chart, point => point.Warnings?.Lower), .. Steps(chart, point => point.Warnings?.Upper)]));
        }

        if (chart.Target is { } target) layers.Add(new CurveLayer($"Target, {PrintedNumber.WithUnit(target, chart.Unit).TrimEnd()}", Tone.Alert, Stroke.Dashed, [[new(-Half, target), new(points.Count - Half, target)]]));
        layers.Add(Line(points.Select(point => point.Period)));
        layers.AddRange(Marks(chart));
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
            new DotLayer("Value", Tone.Main, Marker.Circle, [.. series.Points.Select((point, i) => (point, i)).Where(row => row.point.Value is not null).Select(row => DotOf(row.point, row.i, series.Unit, ""))]),
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
            Legend = [.. layers.Where(layer => layer is not StretchLayer and not CurveLayer { Name: LineName })],
        };
    }

    private const string LineName = "Value by period";

    private static CurveLayer Line(IEnumerable<PeriodPoint> points)
    {
        var pieces = new List<List<Spot>> { new() };
        foreach (var (point, i) in points.Select((point, i) => (point, i)))
        {
            if (point.Value is { } value) pieces[^1].Add(new Spot(i, value));
            else if (pieces[^1].Count > 0) pieces.Add([]);
        }

        return new CurveLayer(LineName, Tone.Quiet, Stroke.Solid, [.. pieces]);
    }

    private static StretchLayer NoValue(IEnumerable<PeriodPoint> points) => new(
        "No value", Tone.Quiet, [.. points.Select((point, i) => (point, i)).Where(row => row.point.Value is null).Select(row => new Stretch(row.i - Half, row.i + Half, "no cases"))]);

    // A limit holds for its period and jumps at the next: a slope between them would say something of days in between.
    private static IReadOnlyList<Spot>[] Steps(PeriodChart chart, Func<ChartPoint, double?> at)
    {
        var pieces = new List<List<Spot>>();
        foreach (var stretch in chart.Stretches)
        {
            pieces.Add([]);
            for (var i = stretch.First; i < stretch.First + stretch.Count; i++)
            {
                if (at(chart.Points[i]) is not { } level)
                {
                    pieces.Add([]);
                    continue;
                }

                pieces[^1].Add(new Spot(i - Half, level));
                pieces[^1].Add(new Spot(i + Half, level));
            }
        }

        return [.. pieces];
    }

    // Blue for better and orange for worse, as readers of such charts know them; shapes say it without colour.
    private static IEnumerable<DotLayer> Marks(PeriodChart chart)
    {
        var up = chart.Better == Better.Lower ? Marker.Down : Marker.Up;
        var down = chart.Better == Better.Lower ? Marker.Up : Marker.Down;
        (string Direction, string Name, Tone Tone, Marker Marker)[] kinds =
        [
            ("", "No special cause", Tone.Quiet, Marker.Circle),
            (ChartDirections.Improvement, "Special cause: improvement", Tone.Main, up),
            (ChartDirections.Concern, "Special cause: concern", Tone.Alert, down),
            (ChartDirections.High, "Special cause: high", Tone.Alert, Marker.Up),
            (ChartDirections.Low, "Special cause: low", Tone.Alert, Marker.Down),
            (ChartDirections.Both, "Special cause", Tone.Alert, Marker.Circle),
        ];
        foreach (var (direction, name, tone, marker) in kinds)
        {
            Dot[] dots =
            [
                .. chart.Points.Select((point, i) => (point, i)).Where(row => row.point.Period.Value is not null && row.point.Direction == direction)
                    .Select(row => DotOf(row.point.Period, row.i, chart.Unit, string.Join("; ", row.point.Signals.Select(signal => signal.Rule)))),
            ];
            if (dots.Length > 0) yield return new DotLayer(name, tone, marker, dots);
        }
    }

    private static Dot DotOf(PeriodPoint point, int place, string unit, string rules)
    {
        var counts = point is { Numerator: { } x, Denominator: { } n } ? $"{PrintedNumber.AsNeeded(x)} of {PrintedNumber.AsNeeded(n)} = " : "";
        return new Dot(new Spot(place, point.Value!.Value), $"{point.Label}: {counts}{PrintedNumber.WithUnit(point.Value.Value, unit).TrimEnd()}{(rules.Length > 0 ? $" ({rules})" : "")}");
    }
}
