using FlsAudit.Analysis;
using FlsAudit.Reports.Wording;

namespace FlsAudit.Reports.Drawing.Comparisons;

/// <summary>A value with its limits, on a line of its own.</summary>
/// <param name="Label">What it is.</param>
/// <param name="Value">The value.</param>
/// <param name="Limits">Its limits; null when there are none.</param>
/// <param name="Hint">The value in words.</param>
/// <param name="Marker">Its mark; anything but a circle stands out.</param>
internal sealed record IntervalLine(string Label, double Value, Limits? Limits, string Hint, Marker Marker = Marker.Circle);

/// <summary>Values with their limits below one another, against a line of reference.</summary>
internal static class IntervalFigure
{
    /// <summary>A taller figure is no figure; the files name all.</summary>
    public const int MostLines = 200;

    private const double LineHeight = 21;
    private const double Shortest = 60;

    /// <param name="title">For people.</param>
    /// <param name="reference">What is marked by a line.</param>
    /// <param name="referenceName">For the legend.</param>
    /// <param name="lines">From top to bottom; at least one.</param>
    /// <param name="axis">Holds a range of values.</param>
    /// <param name="names">What the marks mean.</param>
    public static Figure Of(string title, double reference, string referenceName, IReadOnlyList<IntervalLine> lines, Func<double, double, Axis> axis, IReadOnlyDictionary<Marker, string> names)
    {
        var shown = lines.Take(MostLines).ToList();
        var values = shown.SelectMany(line => new[] { line.Value, line.Limits?.Lower ?? line.Value, line.Limits?.Upper ?? line.Value }).Append(reference).ToList();
        var x = axis(values.Min(), values.Max());
        var y = new Axis("", -0.6, shown.Count - 0.4, [.. shown.Select((line, i) => new Tick(i, line.Label))]) { Names = true };
        List<Layer> layers =
        [
            new CurveLayer(referenceName, Tone.Quiet, Stroke.Solid, [[new(reference, y.Min), new(reference, y.Max)]]),
            new CurveLayer("95 % limits", Tone.Main, Stroke.Solid, [.. shown.Select((line, i) => (line, i)).Where(row => row.line.Limits is not null)
                .Select(row => (IReadOnlyList<Spot>)[new(row.line.Limits!.Lower, row.i), new(row.line.Limits.Upper, row.i)])]),
        ];
        foreach (var marker in shown.GroupBy(line => line.Marker).OrderBy(group => group.Key))
            layers.Add(new DotLayer(names[marker.Key], marker.Key == Marker.Circle ? Tone.Main : Tone.Alert, marker.Key,
                [.. shown.Select((line, i) => (line, i)).Where(row => row.line.Marker == marker.Key).Select(row => new Dot(new Spot(row.line.Value, row.i), $"{row.line.Label}: {row.line.Hint}"))]));
        var panel = new Panel("", x, y, layers);
        return new Figure("", title, "", [new PanelRow(Math.Max(Shortest, shown.Count * LineHeight), 1, [panel])]) { Legend = layers };
    }

    /// <summary>What is said where lines had to be left out; empty otherwise.</summary>
    public static string LeftOut(int lines) =>
        lines > MostLines ? $" Of {PrintedNumber.Count(lines)} lines the first {PrintedNumber.Count(MostLines)} are drawn; the files hold all." : "";
}
