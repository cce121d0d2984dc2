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
    /// <exception cref="FormatException">There is no heading line, a column stands twice, or a row has another number of cells; all such lines are named.</exception>
    public static AsciiTable Parse(string text)
    {
        var wrong = new List<string>();
        var table = Read(text, (line, message) => wrong.Add($"line {line}: {message}"));
        return wrong.Count == 0 && table is not null ? table : throw new FormatException($"The table does not line up: {string.Join("; ", wrong)}.");
    }

    /// <summary>Reads a table and reports what is wrong with it; rows with another number of cells are reported and left out.</summary>
    /// <param name="text">The table.</param>
    /// <param name="problem">Takes the line in the text, the first being 1, and what is wrong there.</param>
    /// <returns>Null when there is no heading line; that is reported too.</returns>
    public static AsciiTable? Read(string text, Action<int, string> problem)
    {
        IReadOnlyList<string>? columns = null;
        var rows = new List<AsciiRow>();
        var line = 0;
        foreach (var content in text.ReplaceLineEndings("\n").Split('\n'))
        {
            line++;
            if (content.All(c => c is ' ' or '\t' or '-' or '|' or '+')) continue;
            string[] cells = [.. content.Split('|').Select(cell => cell.Trim())];
            if (columns is null)
            {
                columns = cells;
                foreach (var twice in cells.GroupBy(cell => cell, StringComparer.Ordinal).Where(group => group.Count() > 1))
                    problem(line, $"the column '{twice.Key}' stands twice");
            }
            else if (cells.Length == columns.Count)
            {
                rows.Add(new AsciiRow(line, cells));
            }
            else
            {
                problem(line, $"the row has {cells.Length} cells where the heading has {columns.Count}");
            }
        }

        if (columns is not null) return new AsciiTable(columns, rows);
        problem(1, "there is no heading line");
        return null;
    }

    /// <summary>The position of a column, or -1.</summary>
    public int IndexOf(string column)
    {
        for (var i = 0; i < Columns.Count; i++)
            if (string.Equals(Columns[i], column, StringComparison.Ordinal)) return i;
        return -1;
    }
}
