using FlsAudit.Reports.Csv;

namespace FlsAudit.Reports;

/// <summary>Rows of an export that could not be placed, for somebody to correct in a spreadsheet program and give as input again.</summary>
public static class RowsToCorrectCsv
{
    /// <summary>Writes the file to a stream, which stays open. Rows are written as they come, and may be shorter or longer than the headings.</summary>
    public static void Write(IReadOnlyList<string> headings, IEnumerable<IReadOnlyList<string>> rows, Stream output)
    {
        using var csv = TidyCsv.ToWorkIn(output);
        foreach (var row in rows.Prepend(headings))
        {
            foreach (var cell in row) csv.Text(cell);
            csv.EndRow();
        }
    }
}
