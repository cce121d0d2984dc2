using FlsAudit.Model;

namespace FlsAudit.AcceptanceTests;

/// <summary>Finds tables in the documents.</summary>
internal static class MarkdownTable
{
    /// <summary>The tables of a document whose first heading is this word.</summary>
    public static IReadOnlyList<AsciiTable> All(string markdown, string firstHeading)
    {
        var tables = new List<AsciiTable>();
        var block = new List<string>();
        foreach (var line in markdown.ReplaceLineEndings("\n").Split('\n').Append(""))
        {
            if (line.StartsWith('|'))
            {
                block.Add(line.Trim().Trim('|'));
                continue;
            }

            if (block.Count > 0 && AsciiTable.Parse(string.Join('\n', block)) is var table && table.Columns[0] == firstHeading) tables.Add(table);
            block.Clear();
        }

        return tables;
    }

    /// <summary>The cell of a row under a heading.</summary>
    public static string Cell(this AsciiTable table, AsciiRow row, string heading) => row.Cells[table.IndexOf(heading)];

    /// <summary>The texts between backticks, in order.</summary>
    public static IEnumerable<string> Code(string text) => text.Split('`').Where((_, index) => index % 2 == 1);
}
