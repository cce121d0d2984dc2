using FlsAudit.Model;
using FlsAudit.Reports.Csv;
using FlsAudit.Reports.Wording;

namespace FlsAudit.Reports;

/// <summary><c>rejected.csv</c>: one line per row that was read and not used, and why.</summary>
public static class RejectedCsv
{
    /// <summary>Writes the file to a stream, which stays open. Rows are written as they come, so memory does not grow with them.</summary>
    /// <param name="rows">In the order to be written; enumerated once.</param>
    /// <param name="showValues">Whether the user asked for cell values; only then is there a column <c>content</c>, the cells with commas between.</param>
    /// <param name="output">Where to.</param>
    public static void Write(IEnumerable<RejectedRow> rows, bool showValues, Stream output)
    {
        string[] headings = ["file", "sheet", "row", "fate", "reason"];
        using var csv = new TidyCsv(output, showValues ? [.. headings, "content"] : headings);
        foreach (var row in rows)
        {
            csv.Text(row.Place.File).Text(row.Place.Sheet).Count(row.Place.Row).Text(Words.Of(row.Fate)).Text(row.Reason);
            if (showValues) csv.Text(row.Cells is null ? null : string.Join(',', row.Cells));
            csv.EndRow();
        }
    }
}
