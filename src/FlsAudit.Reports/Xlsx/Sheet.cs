using System.Globalization;

namespace FlsAudit.Reports.Xlsx;

/// <summary>A cell: text, a number, a date or nothing, never a formula.</summary>
internal readonly record struct SheetCell(object? Value, CellStyle Style);

/// <summary>A jump to the top of another sheet.</summary>
internal sealed record SheetLink(int Row, int Column, string Target);

/// <summary>A chart and the cell that its top left corner lies on; sizes in pixels.</summary>
internal sealed record PlacedChart(NativeChart Chart, int Row, int Column, int Width, int Height);

/// <summary>One sheet as data. Rows and columns count from 0.</summary>
internal sealed class Sheet(string name)
{
    private readonly List<List<SheetCell?>> rows = [];

    public string Name { get; } = name;

    public IReadOnlyList<IReadOnlyList<SheetCell?>> Rows => rows;

    /// <summary>Widths in characters, from the first column; others keep the program's default.</summary>
    public SortedDictionary<int, double> Widths { get; } = [];

    /// <summary>Row heights in points, where the content does not decide.</summary>
    public SortedDictionary<int, double> Heights { get; } = [];

    /// <summary>Cells of one row that are shown as one.</summary>
    public List<(int Row, int FirstColumn, int LastColumn)> Merges { get; } = [];

    public List<SheetLink> Links { get; } = [];

    public List<PlacedChart> Charts { get; } = [];

    /// <summary>The first cell that scrolls; null when nothing is frozen.</summary>
    public (int Row, int Column)? Frozen { get; set; }

    /// <summary>The rows repeated on every printed page; null for none.</summary>
    public (int First, int Last)? PrintTitles { get; set; }

    /// <summary>The row of headings that offers filters down to the last row, and its last column; null for none.</summary>
    public (int Row, int LastColumn)? Filter { get; set; }

    /// <summary>The last column that is printed; null for all.</summary>
    public int? LastPrintedColumn { get; set; }

    public bool Portrait { get; set; }

    /// <summary>Whether the sheet is shrunk to a single printed page, and not only to its width.</summary>
    public bool OnePage { get; set; }

    /// <summary>The row beneath the last one used.</summary>
    public int NextRow => rows.Count;

    /// <summary>Sets a cell. Null is an empty cell with a style.</summary>
    /// <exception cref="InvalidOperationException">The cell is already taken; what would be lost there is a number that somebody reads.</exception>
    public void Set(int row, int column, object? value, CellStyle style)
    {
        while (rows.Count <= row) rows.Add([]);
        while (rows[row].Count <= column) rows[row].Add(null);
        if (rows[row][column] is not null)
            throw new InvalidOperationException($"Cell {Address(row, column)} of sheet '{Name}' is already filled; give the second table or chart a place of its own.");
        rows[row][column] = new SheetCell(value, style);
    }

    /// <summary>Sets text that may run over several columns; it wraps at the last of them.</summary>
    public void SetAcross(int row, int firstColumn, int lastColumn, string text, CellStyle style)
    {
        Set(row, firstColumn, text, style with { Wrap = true });
        if (lastColumn > firstColumn) Merges.Add((row, firstColumn, lastColumn));
    }

    /// <summary>Writes cells side by side in the next row and returns its number.</summary>
    public int Add(CellStyle style, params ReadOnlySpan<object?> values)
    {
        var row = NextRow;
        rows.Add([]);
        for (var i = 0; i < values.Length; i++) Set(row, i, values[i], style);
        return row;
    }

    /// <summary>Leaves rows empty.</summary>
    public void Skip(int count = 1)
    {
        for (var i = 0; i < count; i++) rows.Add([]);
    }

    /// <summary>Cells below one another, as charts refer to them.</summary>
    public ChartRange Range(int column, int firstRow, int lastRow) => new(
        $"'{Name.Replace("'", "''", StringComparison.Ordinal)}'!${ColumnName(column)}${Number(firstRow + 1)}:${ColumnName(column)}${Number(lastRow + 1)}",
        [.. Enumerable.Range(firstRow, lastRow - firstRow + 1).Select(row => ValueAt(row, column))]);

    /// <summary>For example <c>C5</c>.</summary>
    public static string Address(int row, int column) => ColumnName(column) + Number(row + 1);

    public static string ColumnName(int column)
    {
        var name = "";
        for (var i = column; i >= 0; i = (i / 26) - 1) name = (char)('A' + (i % 26)) + name;
        return name;
    }

    private object? ValueAt(int row, int column) => row < rows.Count && column < rows[row].Count ? rows[row][column]?.Value : null;

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
