namespace FlsAudit.Reports.Xlsx;

/// <summary>
/// Cells right of what is printed that charts are drawn from and no table holds: limit curves, lengths of error bars. They stay on the sheet
/// of their chart, so that the sheet can be copied and edited alone.
/// </summary>
internal sealed class ChartData
{
    private readonly Sheet sheet;
    private readonly int firstRow;
    private int column;

    public ChartData(Sheet sheet, int column, int row)
    {
        this.sheet = sheet;
        this.column = column;
        firstRow = row + 1;
        sheet.Set(row, column, "Data behind the charts", CellStyle.Quiet);
    }

    public Sheet Sheet => sheet;

    /// <summary>Adds a column and returns its cells.</summary>
    public ChartRange Add(string heading, IReadOnlyList<object?> values)
    {
        sheet.Set(firstRow, column, heading, CellStyle.Quiet);
        for (var i = 0; i < values.Count; i++) sheet.Set(firstRow + 1 + i, column, values[i], CellStyle.Quiet with { Format = values[i] is double ? "0.00" : "" });
        return sheet.Range(column++, firstRow + 1, firstRow + values.Count);
    }
}
