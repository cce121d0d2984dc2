using FlsAudit.Analysis;
using FlsAudit.Analysis.Periods;
using FlsAudit.Reports.Wording;
using FlsAudit.Standards;

namespace FlsAudit.Reports.Drawing;

/// <summary>
/// A control chart as layers. Blue is an improvement and orange a concern, and triangles point where the values went; what chance explains is quiet.
/// </summary>
internal static class ControlChartLayers
{
    /// <summary>The layers from back to front; those without anything in them are left out.</summary>
    /// <param name="chart">The chart; its periods stand at 0, 1, 2 ... on the x axis.</param>
    public static IReadOnlyList<Layer> Of(PeriodChart chart)
    {
        List<Layer> layers =
        [
            new BandLayer("Limits: three standard deviations", Tone.Quiet, [.. Limits(chart)]),
            new CurveLayer("Centre", Tone.Quiet, Stroke.Dashed, [.. Centres(chart)]),
            new CurveLayer("Value", Tone.Quiet, Stroke.Solid, [.. Values(chart)]),
        ];
        var marked = chart.Points.Select((point, place) => (point, place)).Where(entry => entry.point.Period.Value is not null)
            .GroupBy(entry => MarkOf(entry.point, chart.Better)).OrderBy(group => group.Key);
        layers.AddRange(marked.Select(group => new DotLayer(NameOf(group.Key), ToneOf(group.Key), MarkerOf(group.Key), [.. group.Select(entry => DotOf(chart, entry.point, entry.place))])));
        return [.. layers.Where(layer => layer is not BandLayer { Pieces.Count: 0 } and not CurveLayer { Pieces.Count: 0 })];
    }

    // Ordered as a legend explains them.
    private enum Mark
    {
        Usual,
        ImprovementUp,
        ImprovementDown,
        ConcernUp,
        ConcernDown,
        Up,
        Down,
        Both,
        Incomplete,
        LeftOut,
    }

    private static Mark MarkOf(ChartPoint point, Better better) => point switch
    {
        { Period.IsIncomplete: true } => Mark.Incomplete,
        { IsExcluded: true } => Mark.LeftOut,
        { Direction: "" } => Mark.Usual,
        { Direction: ChartDirections.Improvement } => better == Better.Lower ? Mark.ImprovementDown : Mark.ImprovementUp,
        { Direction: ChartDirections.Concern } => better == Better.Lower ? Mark.ConcernUp : Mark.ConcernDown,
        { Direction: ChartDirections.High } => Mark.Up,
        { Direction: ChartDirections.Low } => Mark.Down,
        _ => Mark.Both,
    };

    private static string NameOf(Mark mark) => mark switch
    {
        Mark.Usual => "Within what chance explains",
        Mark.ImprovementUp or Mark.ImprovementDown => "Beyond chance: improvement",
        Mark.ConcernUp or Mark.ConcernDown => "Beyond chance: concern",
        Mark.Up => "Beyond chance: high",
        Mark.Down => "Beyond chance: low",
        Mark.Both => "Beyond chance, without a direction",
        Mark.Incomplete => "Incomplete period",
        _ => "Left out, for a reason",
    };

    private static Tone ToneOf(Mark mark) => mark switch
    {
        Mark.ImprovementUp or Mark.ImprovementDown => Tone.Main,
        Mark.ConcernUp or Mark.ConcernDown or Mark.Up or Mark.Down or Mark.Both => Tone.Alert,
        _ => Tone.Quiet,
    };

    private static Marker MarkerOf(Mark mark) => mark switch
    {
        Mark.ImprovementUp or Mark.ConcernUp or Mark.Up => Marker.Up,
        Mark.ImprovementDown or Mark.ConcernDown or Mark.Down => Marker.Down,
        Mark.Both => Marker.Square,
        Mark.Incomplete => Marker.OpenCircle,
        Mark.LeftOut => Marker.OpenSquare,
        _ => Marker.Circle,
    };

    private static Dot DotOf(PeriodChart chart, ChartPoint point, int place)
    {
        var period = point.Period;
        var counts = period is { Numerator: { } numerator, Denominator: { } denominator } ? $" ({PrintedNumber.AsNeeded(numerator)} of {PrintedNumber.AsNeeded(denominator)})" : "";
        string[] remarks =
        [
            .. point.Signals.Select(signal => signal.Direction == ChartDirections.Both ? signal.Rule : $"{signal.Rule}: {signal.Direction}"),
            .. period.IsIncomplete ? ["incomplete"] : Array.Empty<string>(),
            .. point.IsExcluded ? ["left out of centre, limits and rules"] : Array.Empty<string>(),
        ];
        return new Dot(new Spot(place, period.Value!.Value), $"{period.Label}: {PrintedNumber.WithUnit(period.Value.Value, chart.Unit)}{counts}{string.Concat(remarks.Select(remark => "; " + remark))}");
    }

    private static IEnumerable<IReadOnlyList<Reach>> Limits(PeriodChart chart) =>
        chart.Stretches.SelectMany(stretch => Pieces(chart, stretch.First, stretch.Count, point => point.Limits is not null && point.Period.Value is not null))
            .Select(piece => piece.Select(place => new Reach(place, chart.Points[place].Limits!.Lower, chart.Points[place].Limits!.Upper)).ToList());

    // Reaches a little beyond its first and last period, so that one of a single period can be seen.
    private static IEnumerable<IReadOnlyList<Spot>> Centres(PeriodChart chart) =>
        from stretch in chart.Stretches
        where stretch.Centre is not null
        select (IReadOnlyList<Spot>)[new Spot(stretch.First - 0.4, stretch.Centre!.Value), new Spot(stretch.First + stretch.Count - 0.6, stretch.Centre.Value)];

    private static IEnumerable<IReadOnlyList<Spot>> Values(PeriodChart chart) =>
        Pieces(chart, 0, chart.Points.Count, point => point.Period.Value is not null)
            .Select(piece => piece.Select(place => new Spot(place, chart.Points[place].Period.Value!.Value)).ToList());

    private static IEnumerable<List<int>> Pieces(PeriodChart chart, int first, int count, Func<ChartPoint, bool> belongs)
    {
        List<int> piece = [];
        for (var place = first; place < first + count; place++)
        {
            if (belongs(chart.Points[place]))
            {
                piece.Add(place);
                continue;
            }

            if (piece.Count > 0) yield return piece;
            piece = [];
        }

        if (piece.Count > 0) yield return piece;
    }
}
