namespace FlsAudit.Model;

/// <summary>A row of an <see cref="AsciiTable"/>.</summary>
/// <param name="Line">The line in the text, the first being 1.</param>
/// <param name="Cells">The trimmed cells, one per column.</param>
public sealed record AsciiRow(int Line, IReadOnlyList<string> Cells);

/// <summary>
/// A table that people write with <c>|</c> between the cells: worked cases in a definition, records in a test. The first line that is not blank
/// holds the columns; blank lines and lines of dashes are passed over; white space around a cell does not count.
/// </summary>
/// <param name="Columns">The names of the columns.</param>
/// <param name="Rows">The rows in order.</param>
public sealed record AsciiTable(IReadOnlyList<string> Columns, IReadOnlyList<AsciiRow> Rows)
{
    /// <summary>Reads a table.</summary>
    /// <exception cref="FormatException">The text has no heading line, or a row has another number of cells; all such rows are named.</exception>
    public static AsciiTable Parse(string text)
    {
        IReadOnlyList<string>? columns = null;
        var rows = new List<AsciiRow>();
        var wrong = new List<string>();
        var line = 0;
        foreach (var content in text.ReplaceLineEndings("\n").Split('\n'))
        {
            line++;
            if (content.All(c => c is ' ' or '\t' or '-' or '|' or '+')) continue;
            string[] cells = [.. content.Split('|').Select(cell => cell.Trim())];
            if (columns is null)
                columns = cells;
            else if (cells.Length == columns.Count)
                rows.Add(new AsciiRow(line, cells));
            else
                wrong.Add($"line {line} has {cells.Length} cells where the heading has {columns.Count}");
        }

        if (wrong.Count > 0) throw new FormatException($"The table does not line up: {string.Join("; ", wrong)}.");
        return columns is null ? throw new FormatException("The table has no heading line.") : new AsciiTable(columns, rows);
    }

    /// <summary>The position of a column, or -1.</summary>
    public int IndexOf(string column)
    {
        for (var i = 0; i < Columns.Count; i++)
            if (string.Equals(Columns[i], column, StringComparison.Ordinal)) return i;
        return -1;
    }
}
