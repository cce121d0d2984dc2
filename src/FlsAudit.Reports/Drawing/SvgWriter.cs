using System.Xml.Linq;
using FlsAudit.Reports.Wording;

namespace FlsAudit.Reports.Drawing;

/// <summary>Draws a <see cref="Figure"/> as SVG.</summary>
internal static class SvgWriter
{
    private const double Width = 780;
    private const double Margin = 16;
    private const double PanelGap = 14;
    private const double TitleSize = 17;
    private const double TextSize = 12.5;

    /// <summary>A file of its own: white ground, title, method note and footing within.</summary>
    public static XElement File(Figure figure) => Draw(figure, alone: true);

    /// <summary>For a page that prints title and note itself: no ground, and text in the page's colour.</summary>
    public static XElement Inline(Figure figure) => Draw(figure, alone: false);

    private static XElement Draw(Figure figure, bool alone)
    {
        var content = new List<XElement>();
        var y = alone ? Heading(figure, content) : Margin / 2;
        y = Legend(figure, content, y);
        for (var i = 0; i < figure.Rows.Count; i++) y = Row(figure.Rows[i], $"{figure.Name}-{PrintedNumber.Plain(i)}", content, y);
        if (alone) y = Note(figure, content, y);

        var id = figure.Name;
        var root = Svg.Element(
            "svg", new XAttribute("viewBox", $"0 0 {Svg.Number(Width)} {Svg.Number(y)}"),
            alone ? Svg.Attribute("width", Width) : null, alone ? Svg.Attribute("height", y) : null,
            new XAttribute("role", "img"), new XAttribute("aria-labelledby", $"{id}-title {id}-desc"),
            new XAttribute("font-family", "sans-serif"), new XAttribute("fill", Palette.Ink), alone ? new XAttribute("color", "#1b1f24") : null,
            Svg.Element("title", new XAttribute("id", id + "-title"), PlainText.Of(figure.Title)),
            Svg.Element("desc", new XAttribute("id", id + "-desc"), PlainText.Of(figure.Alternative)));
        if (alone) root.Add(Svg.Rectangle(new Box(0, 0, Width, y), "#ffffff", 1));
        root.Add(content);
        return root;
    }

    private static double Heading(Figure figure, List<XElement> content)
    {
        var y = Margin;
        foreach (var line in TextWidth.Wrap(figure.Title, TitleSize, Width - (2 * Margin)))
        {
            y += 20;
            content.Add(Svg.Text(line, Margin, y - 4, TitleSize, bold: true));
        }

        foreach (var line in TextWidth.Wrap(figure.Subtitle, TextSize, Width - (2 * Margin)))
        {
            y += 17;
            content.Add(Svg.Text(line, Margin, y - 3, TextSize));
        }

        return y + 6;
    }

    private static double Legend(Figure figure, List<XElement> content, double y)
    {
        var x = Margin;
        foreach (var group in figure.Legend.GroupBy(layer => layer.Name))
        {
            var width = 34 + TextWidth.Of(group.Key, PanelDrawing.FontSize) + 14;
            if (x > Margin && x + width > Width - Margin)
            {
                x = Margin;
                y += 18;
            }

            foreach (var layer in group) content.Add(Sample(layer, x, y + 10));
            content.Add(Svg.Text(group.Key, x + 34, y + 14, PanelDrawing.FontSize));
            x += width;
        }

        return figure.Legend.Count > 0 ? y + 30 : y;
    }

    private static XElement Sample(Layer layer, double x, double y) => layer switch
    {
        CurveLayer curve => Svg.Curve([(x, y), (x + 26, y)], curve.Tone, curve.Stroke),
        DotLayer dots => Svg.Mark(dots.Marker, dots.Tone, x + 13, y),
        _ => Svg.Area([(x, y - 6), (x + 26, y - 6), (x + 26, y + 6), (x, y + 6)], layer.Tone),
    };

    private static double Row(PanelRow row, string id, List<XElement> content, double y)
    {
        var width = (Width - (2 * Margin) - ((row.Places - 1) * PanelGap)) / row.Places;
        var left = row.Panels.Max(PanelDrawing.Left);
        var height = row.Height + row.Panels.Max(panel => PanelDrawing.Top(panel) + PanelDrawing.Bottom(panel));
        for (var i = 0; i < row.Panels.Count; i++)
        {
            var box = new Box(Margin + (i * (width + PanelGap)), y, width, height);
            content.AddRange(new PanelDrawing(row.Panels[i], $"{id}-{PrintedNumber.Plain(i)}", box, left).Draw());
        }

        return y + height + 12;
    }

    private static double Note(Figure figure, List<XElement> content, double y)
    {
        foreach (var line in figure.Footing.Prepend(figure.Note).SelectMany(text => TextWidth.Wrap(text, PanelDrawing.FontSize, Width - (2 * Margin))))
        {
            y += 16;
            content.Add(Svg.Text(line, Margin, y, PanelDrawing.FontSize, opacity: 0.8));
        }

        return y + Margin;
    }
}
