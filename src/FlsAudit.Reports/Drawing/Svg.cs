using System.Globalization;
using System.Xml.Linq;
using FlsAudit.Reports.Wording;

namespace FlsAudit.Reports.Drawing;

/// <summary>The few SVG elements that figures are made of. No style attributes, so that a page may forbid inline styles.</summary>
internal static class Svg
{
    private static readonly XNamespace Ns = "http://www.w3.org/2000/svg";

    public static XElement Element(string name, params object?[] content) => new(Ns + name, content);

    /// <summary>A length with at most two decimals.</summary>
    public static string Number(double value)
    {
        var text = Math.Round(value, 2, MidpointRounding.AwayFromZero).ToString("0.##", CultureInfo.InvariantCulture);
        return text == "-0" ? "0" : text;
    }

    public static XAttribute Attribute(string name, double value) => new(name, Number(value));

    public static XElement Text(string text, double x, double y, double size, string anchor = "start", bool bold = false, double opacity = 1) =>
        Element(
            "text", Attribute("x", x), Attribute("y", y), Attribute("font-size", size),
            anchor == "start" ? null : new XAttribute("text-anchor", anchor),
            bold ? new XAttribute("font-weight", "bold") : null,
            opacity < 1 ? Attribute("opacity", opacity) : null,
            PlainText.Of(text));

    public static XElement Line(double x1, double y1, double x2, double y2, double opacity, double width = 1) =>
        Element(
            "line", Attribute("x1", x1), Attribute("y1", y1), Attribute("x2", x2), Attribute("y2", y2),
            new XAttribute("stroke", Palette.Ink), Attribute("stroke-opacity", opacity), Attribute("stroke-width", width));

    public static XElement Rectangle(Box box, string fill, double opacity) =>
        Element(
            "rect", Attribute("x", box.Left), Attribute("y", box.Top), Attribute("width", box.Width), Attribute("height", box.Height),
            new XAttribute("fill", fill), Attribute("fill-opacity", opacity));

    public static XElement Curve(IEnumerable<(double X, double Y)> points, Tone tone, Stroke stroke) =>
        Element(
            "polyline", new XAttribute("points", Points(points)), new XAttribute("fill", "none"), new XAttribute("stroke", Palette.Of(tone)),
            stroke == Stroke.Fine ? Attribute("stroke-opacity", 0.4) : tone == Tone.Quiet ? Attribute("stroke-opacity", 0.6) : null,
            Attribute("stroke-width", stroke is Stroke.Dotted or Stroke.Fine ? 1.2 : 1.8),
            stroke is Stroke.Solid or Stroke.Fine ? null : new XAttribute("stroke-dasharray", stroke == Stroke.Dashed ? "7 4" : "1.5 3"));

    public static XElement Area(IEnumerable<(double X, double Y)> outline, Tone tone) =>
        Element("polygon", new XAttribute("points", Points(outline)), new XAttribute("fill", Palette.Of(tone)), Attribute("fill-opacity", 0.18));

    public static XElement Mark(Marker marker, Tone tone, double x, double y, string? hint = null)
    {
        const double Radius = 4;
        const double Half = 5.5;
        var title = hint is null ? null : Element("title", PlainText.Of(hint));
        if (marker == Marker.Circle)
            return Element(
                "circle", Attribute("cx", x), Attribute("cy", y), Attribute("r", Radius), new XAttribute("fill", Palette.Of(tone)), title);
        if (marker == Marker.OpenCircle)
            return Element(
                "circle", Attribute("cx", x), Attribute("cy", y), Attribute("r", Radius),
                new XAttribute("fill", "none"), new XAttribute("pointer-events", "all"), new XAttribute("stroke", Palette.Of(tone)), Attribute("stroke-width", 1.6), title);
        if (marker is Marker.Square or Marker.OpenSquare)
            return Element(
                "rect", Attribute("x", x - Radius), Attribute("y", y - Radius), Attribute("width", 2 * Radius), Attribute("height", 2 * Radius),
                new XAttribute("fill", marker == Marker.Square ? Palette.Of(tone) : "none"), new XAttribute("pointer-events", "all"),
                new XAttribute("stroke", Palette.Of(tone)), Attribute("stroke-width", 1.6), title);
        var up = marker is Marker.Up or Marker.OpenUp ? -1 : 1;
        var filled = marker is Marker.Up or Marker.Down;
        return Element(
            "polygon",
            new XAttribute("points", Points([(x, y + (up * Half)), (x - Half, y - (up * Half * 0.8)), (x + Half, y - (up * Half * 0.8))])),
            new XAttribute("fill", Palette.Of(tone)), filled ? null : Attribute("fill-opacity", 0.1),
            new XAttribute("stroke", Palette.Of(tone)), Attribute("stroke-width", 1.6), title);
    }

    private static string Points(IEnumerable<(double X, double Y)> points) =>
        string.Join(" ", points.Select(point => $"{Number(point.X)},{Number(point.Y)}"));
}
