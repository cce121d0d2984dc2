using FlsAudit.Reports.Drawing;

namespace FlsAudit.Reports.Xlsx;

/// <summary>
/// How high a row must be for its wrapped text. Not every program works this out on opening, so it is said; text that needs a line less in the
/// reader's font leaves a little room.
/// </summary>
internal static class RowHeight
{
    private const double Usual = 15;
    private const double PixelsPerCharacter = 7;
    private const double PixelsPerPoint = 96.0 / 72;

    /// <summary>In points; null when the usual height is enough.</summary>
    public static double? Of(Sheet sheet, int row)
    {
        if (sheet.Heights.TryGetValue(row, out var height)) return height;
        var needed = Usual;
        for (var column = 0; column < sheet.Rows[row].Count; column++)
        {
            if (sheet.Rows[row][column] is not { Value: string text, Style: { Wrap: true, Rotation: 0 } style }) continue;
            var width = Width(sheet, row, column);
            var lines = text.Split('\n').Sum(line => Lines(line, style, width));
            needed = Math.Max(needed, (lines * style.Size * 1.25) + 4);
        }

        return needed > Usual ? Math.Min(needed, 400) : null;
    }

    private static double Width(Sheet sheet, int row, int column)
    {
        var merge = sheet.Merges.Find(merge => merge.Row == row && merge.FirstColumn == column);
        var last = Math.Max(column, merge.LastColumn);
        return Enumerable.Range(column, last - column + 1).Sum(i => sheet.Widths.GetValueOrDefault(i, 9) * PixelsPerCharacter);
    }

    /// <summary>Room for text that runs upwards, within reason; longer text wraps.</summary>
    /// <param name="texts">What stands in the row.</param>
    /// <param name="most">In points.</param>
    public static double OfRotated(IEnumerable<string> texts, double most = 130) =>
        Math.Clamp(texts.Select(text => (TextWidth.Of(text, 10 * PixelsPerPoint * 1.05) / PixelsPerPoint) + 12).DefaultIfEmpty(0).Max(), 50, most);

    /// <summary>A word longer than the column is broken by the program.</summary>
    private static int Lines(string text, CellStyle style, double width)
    {
        var size = style.Size * PixelsPerPoint * (style.Bold ? 1.05 : 1);
        return Math.Max(1, TextWidth.Wrap(text, size, width).Sum(line => (int)Math.Ceiling(TextWidth.Of(line, size) / width)));
    }
}
