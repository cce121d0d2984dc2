using System.Xml.Linq;
using FlsAudit.Reports.Wording;

namespace FlsAudit.Reports.Drawing;

/// <summary>One panel in its place: turns values into pixels and draws axes and layers.</summary>
internal sealed class PanelDrawing
{
    public const double FontSize = 11.5;
    private const double NameWidth = 170;
    private const double LineHeight = 14;

    private readonly Panel panel;
    private readonly string id;
    private readonly Box outer;
    private readonly Box plot;

    /// <param name="panel">What is drawn.</param>
    /// <param name="id">Unique on every page that the figure may stand on.</param>
    /// <param name="outer">The room for plot, titles and axes.</param>
    /// <param name="left">The room for the y axis, the same for all panels of a row.</param>
    public PanelDrawing(Panel panel, string id, Box outer, double left)
    {
        this.panel = panel;
        this.id = id;
        this.outer = outer;
        var top = Top(panel);
        plot = new Box(outer.Left + left, outer.Top + top, outer.Width - left - 10, outer.Height - top - Bottom(panel));
    }

    /// <summary>Room for titles above the plot.</summary>
    public static double Top(Panel panel) => (panel.Title.Length > 0 ? 18 : 0) + (panel.Y.Title.Length > 0 ? 18 : 0) + 6;

    /// <summary>Room for the x axis beneath the plot.</summary>
    public static double Bottom(Panel panel) => 20 + (panel.X.Title.Length > 0 ? 18 : 0);

    /// <summary>Room for the labels of the y axis.</summary>
    public static double Left(Panel panel) =>
        (panel.Y.Names ? NameWidth : panel.Y.Ticks.Max(tick => TextWidth.Of(tick.Label, FontSize))) + 12;

    public IEnumerable<XElement> Draw()
    {
        foreach (var element in Titles()) yield return element;
        foreach (var element in YAxis()) yield return element;
        foreach (var element in XAxis()) yield return element;
        yield return Svg.Element("clipPath", new XAttribute("id", id), Svg.Rectangle(plot, Palette.Ink, 1));
        var inside = Svg.Element("g", new XAttribute("clip-path", $"url(#{id})"));
        foreach (var layer in panel.Layers) inside.Add(Clipped(layer));
        yield return inside;
        foreach (var bar in panel.Layers.OfType<BarLayer>().SelectMany(layer => layer.Bars)) yield return BarLabel(bar);
        foreach (var layer in panel.Layers.OfType<DotLayer>())
            foreach (var dot in layer.Dots)
                yield return Svg.Mark(layer.Marker, layer.Tone, X(dot.Spot.X), Y(dot.Spot.Y), dot.Hint);
        foreach (var element in Labels()) yield return element;
    }

    private double X(double value) => plot.Left + ((value - panel.X.Min) / (panel.X.Max - panel.X.Min) * plot.Width);

    private double Y(double value)
    {
        var share = (value - panel.Y.Min) / (panel.Y.Max - panel.Y.Min);
        return panel.Y.Names ? plot.Top + (share * plot.Height) : plot.Bottom - (share * plot.Height);
    }

    private IEnumerable<XElement> Titles()
    {
        if (panel.Title.Length > 0)
        {
            var title = Svg.Text(TextWidth.Fit(panel.Title, FontSize, outer.Width), outer.Left, outer.Top + 12, FontSize, bold: true);
            title.Add(Svg.Element("title", PlainText.Of(panel.Title)));
            yield return title;
        }

        if (panel.Y.Title.Length > 0)
            yield return Svg.Text(panel.Y.Title, outer.Left, plot.Top - 10, FontSize, opacity: 0.8);
        if (panel.X.Title.Length > 0)
            yield return Svg.Text(panel.X.Title, plot.Left + (plot.Width / 2), plot.Bottom + 36, FontSize, "middle", opacity: 0.8);
    }

    private IEnumerable<XElement> YAxis()
    {
        foreach (var tick in panel.Y.Ticks)
        {
            var y = Y(tick.At);
            if (!panel.Y.Names)
            {
                yield return Svg.Line(plot.Left, y, plot.Right, y, 0.15);
                yield return Svg.Text(tick.Label, plot.Left - 6, y + 4, FontSize, "end");
                continue;
            }

            var lines = TextWidth.Wrap(tick.Label, FontSize, NameWidth);
            for (var i = 0; i < lines.Count; i++)
                yield return Svg.Text(
                    TextWidth.Fit(lines[i], FontSize, NameWidth), plot.Left - 8, y + 4 + ((i - ((lines.Count - 1) / 2.0)) * LineHeight), FontSize, "end");
        }
    }

    private IEnumerable<XElement> XAxis()
    {
        yield return Svg.Line(plot.Left, plot.Bottom, plot.Right, plot.Bottom, 0.6);
        var free = double.MinValue;
        foreach (var tick in panel.X.Ticks)
        {
            var width = TextWidth.Of(tick.Label, FontSize);
            var left = Math.Clamp(X(tick.At) - (width / 2), outer.Left, Math.Max(outer.Left, outer.Right - width));
            yield return Svg.Line(X(tick.At), plot.Bottom, X(tick.At), plot.Bottom + 4, 0.6);
            if (left < free) continue;
            free = left + width + 8;
            yield return Svg.Text(tick.Label, left + (width / 2), plot.Bottom + 16, FontSize, "middle");
        }
    }

    private IEnumerable<XElement> Clipped(Layer layer) => layer switch
    {
        CurveLayer curve => curve.Pieces.Where(piece => piece.Count > 1)
            .Select(piece => Svg.Curve(piece.Select(spot => (X(spot.X), Y(spot.Y))), curve.Tone, curve.Stroke)),
        BandLayer band => band.Pieces.Select(piece => Svg.Area(Outline(piece), band.Tone)),
        StretchLayer stretches => stretches.Stretches.SelectMany(Draw),
        BarLayer bars => bars.Bars.Where(bar => bar.Length is not null)
            .Select(bar => Svg.Rectangle(BarBox(bar), Palette.Of(bars.Tone), 1)),
        _ => [],
    };

    /// <summary>A single value between gaps has limits too: they get the width of a mark.</summary>
    private IEnumerable<(double X, double Y)> Outline(IReadOnlyList<Reach> piece)
    {
        var half = piece.Count == 1 ? 3 : 0;
        foreach (var reach in piece) yield return (X(reach.X) - half, Y(reach.Upper));
        if (half > 0) yield return (X(piece[0].X) + half, Y(piece[0].Upper));
        if (half > 0) yield return (X(piece[0].X) + half, Y(piece[0].Lower));
        foreach (var reach in piece.Reverse()) yield return (X(reach.X) - half, Y(reach.Lower));
    }

    private IEnumerable<XElement> Draw(Stretch stretch)
    {
        var box = new Box(X(stretch.From), plot.Top, X(stretch.To) - X(stretch.From), plot.Height);
        var rectangle = Svg.Rectangle(box, Palette.Ink, 0.07);
        rectangle.Add(Svg.Element("title", stretch.Label));
        yield return rectangle;
        if (TextWidth.Of(stretch.Label, FontSize - 1) <= box.Width)
            yield return Svg.Text(stretch.Label, box.Left + (box.Width / 2), box.Top + (box.Height / 2) + 4, FontSize - 1, "middle", opacity: 0.75);
    }

    private Box BarBox(Bar bar) => new(plot.Left, Y(bar.Y - 0.34), X(bar.Length!.Value) - plot.Left, Y(bar.Y + 0.34) - Y(bar.Y - 0.34));

    private XElement BarLabel(Bar bar)
    {
        var end = bar.Length is { } length ? X(length) : plot.Left;
        var y = Y(bar.Y) + 4;
        if (end + 8 + TextWidth.Of(bar.Label, FontSize) <= plot.Right) return Svg.Text(bar.Label, end + 8, y, FontSize);
        var inside = Svg.Text(bar.Label, end - 8, y, FontSize, "end");
        inside.Add(new XAttribute("fill", "#ffffff"));
        return inside;
    }

    private IEnumerable<XElement> Labels()
    {
        var placement = new LabelPlacement(plot, FontSize);
        var dots = panel.Layers.OfType<DotLayer>().SelectMany(layer => layer.Dots).ToList();
        foreach (var dot in dots) placement.Occupy(X(dot.Spot.X), Y(dot.Spot.Y));
        foreach (var piece in panel.Layers.OfType<CurveLayer>().SelectMany(layer => layer.Pieces))
            for (var i = 1; i < piece.Count; i++)
                placement.Avoid((X(piece[i - 1].X), Y(piece[i - 1].Y)), (X(piece[i].X), Y(piece[i].Y)));
        foreach (var dot in dots.Where(dot => dot.Label.Length > 0))
        {
            var text = TextWidth.Fit(dot.Label, FontSize, 200);
            if (placement.Place(text, X(dot.Spot.X), Y(dot.Spot.Y)) is not { } label) continue;
            if (label.Pointer is { } from)
            {
                var to = (X: Math.Clamp(from.X, label.Box.Left, label.Box.Right), Y: Math.Clamp(from.Y, label.Box.Top, label.Box.Bottom));
                yield return Svg.Line(from.X, from.Y, to.X, to.Y, 0.5, 0.8);
            }

            var x = label.Anchor switch { "start" => label.Box.Left + 2, "end" => label.Box.Right - 2, _ => label.Box.Left + (label.Box.Width / 2) };
            yield return Svg.Text(label.Text, x, label.Box.Bottom - 4, FontSize, label.Anchor);
        }
    }
}
