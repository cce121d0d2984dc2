using System.Globalization;

namespace FlsAudit.UnitTests.Statistics;

/// <summary>A table of answers that established statistical software gave, read from <c>Oracle/</c> beside the tests.</summary>
internal sealed class OracleTable
{
    private readonly string[] headings;

    private OracleTable(string[] headings, string[][] lines)
    {
        this.headings = headings;
        Rows = [.. lines.Select(cells => new OracleRow(this, cells))];
    }

    internal IReadOnlyList<OracleRow> Rows { get; }

    internal static OracleTable Read(string file)
    {
        var path = Path.Combine(TestContext.CurrentContext.TestDirectory, "Statistics", "Oracle", file);
        var lines = File.ReadLines(path).Where(line => line.Length > 0).Select(Cells).ToArray();
        return new OracleTable(lines[0], lines[1..]);
    }

    internal bool Has(string heading) => headings.Contains(heading);

    internal int ColumnOf(string heading)
    {
        var column = Array.IndexOf(headings, heading);
        return column >= 0 ? column : throw new ArgumentException($"The oracle table has no column '{heading}'.", nameof(heading));
    }

    // None of the tables has a separator inside quotes.
    private static string[] Cells(string line) => [.. line.Split(',').Select(cell => cell.Trim('"'))];
}

/// <summary>One line of an oracle table.</summary>
internal sealed class OracleRow(OracleTable table, string[] cells)
{
    internal double this[string heading] => double.Parse(Text(heading), CultureInfo.InvariantCulture);

    internal bool Has(string heading) => table.Has(heading);

    internal string Text(string heading) => cells[table.ColumnOf(heading)];
}
