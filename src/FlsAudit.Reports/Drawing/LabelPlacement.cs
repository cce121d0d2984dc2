namespace FlsAudit.Reports.Drawing;

/// <summary>A rectangle in pixels.</summary>
internal readonly record struct Box(double Left, double Top, double Width, double Height)
{
    public double Right => Left + Width;

    public double Bottom => Top + Height;

    public bool Overlaps(Box other) => Left < other.Right && other.Left < Right && Top < other.Bottom && other.Top < Bottom;

    public bool Holds(Box other) => other.Left >= Left && other.Right <= Right && other.Top >= Top && other.Bottom <= Bottom;
}

/// <summary>A label that found a place. Pointer is null when it stands right beside its mark.</summary>
/// <param name="Text">The label.</param>
/// <param name="Box">The room it has, at least as wide as the text.</param>
/// <param name="Anchor">The side of the room at which the text is set: start, middle or end.</param>
/// <param name="Pointer">The mark to draw a line to.</param>
/// <param name="Direction">Where it stands, seen from its mark: right and down are positive.</param>
internal sealed record PlacedLabel(string Text, Box Box, string Anchor, (double X, double Y)? Pointer, (double X, double Y) Direction);

/// <summary>
/// Puts labels beside marks so that none lies on another label, on a mark or outside the plot: nearest free place of a fixed list, in the
/// order given, off the curves where there is such a place. A label that finds none is left out.
/// </summary>
internal sealed class LabelPlacement(Box plot, double fontSize)
{
    private const double MarkRadius = 6;
    private const double Padding = 2;

    private static readonly double[] Distances = [9, 20, 34, 50, 70, 95, 125];
    private static readonly (double X, double Y)[] Directions =
        [(1, 0), (-1, 0), (0, -1), (0, 1), (0.7, -0.7), (0.7, 0.7), (-0.7, -0.7), (-0.7, 0.7)];

    private readonly List<Box> taken = [];
    private readonly List<Box> crossed = [];

    /// <summary>Keeps labels off a mark.</summary>
    public void Occupy(double x, double y) => taken.Add(new Box(x - MarkRadius, y - MarkRadius, 2 * MarkRadius, 2 * MarkRadius));

    /// <summary>Keeps labels off a piece of a curve, if there is room elsewhere.</summary>
    public void Avoid((double X, double Y) from, (double X, double Y) to) =>
        crossed.Add(new Box(Math.Min(from.X, to.X), Math.Min(from.Y, to.Y) - 1, Math.Abs(to.X - from.X), Math.Abs(to.Y - from.Y) + 2));

    /// <summary>The place of a label, or null when none is free.</summary>
    public PlacedLabel? Place(string text, double x, double y) => Place(text, x, y, [.. taken, .. crossed]) ?? Place(text, x, y, taken);

    private PlacedLabel? Place(string text, double x, double y, List<Box> obstacles)
    {
        var width = TextWidth.Of(text, fontSize) + (2 * Padding);
        var height = fontSize + (2 * Padding);
        foreach (var distance in Distances)
        {
            foreach (var (dx, dy) in Directions)
            {
                var centreX = x + (dx * (distance + (width / 2)));
                var centreY = y + (dy * (distance + (height / 2)));
                var box = new Box(centreX - (width / 2), centreY - (height / 2), width, height);
                if (!plot.Holds(box) || obstacles.Exists(box.Overlaps)) continue;
                taken.Add(box);
                return new PlacedLabel(text, box, dx > 0 ? "start" : dx < 0 ? "end" : "middle", distance > Distances[0] ? (x, y) : null, (dx, dy));
            }
        }

        return null;
    }
}
