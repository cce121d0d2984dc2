using FlsAudit.Reports.Wording;

namespace FlsAudit.Reports.Pages;

/// <summary>A table as lines of text, in the form in which definition files hold it.</summary>
internal static class AlignedTable
{
    public static IEnumerable<string> Lines(PageTable table)
    {
        int[] widths = [.. table.Columns.Select((column, i) => table.Rows.Select(row => row[i].Length).Append(column.Length).Max())];
        return ["", table.Caption, Line(table.Columns), .. table.Rows.Select(Line)];

        string Line(IReadOnlyList<string> cells) => PlainText.Of(string.Join(" | ", cells.Select((cell, i) => cell.PadRight(widths[i])))).TrimEnd();
    }
}
