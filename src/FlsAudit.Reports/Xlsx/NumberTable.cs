namespace FlsAudit.Reports.Xlsx;

/// <summary>A table of a comparison: text, counts and numbers in columns of their own.</summary>
internal static class NumberTable
{
    /// <summary>Where charts of a comparison stand, beneath one another.</summary>
    public const int ChartRows = 20;

    /// <summary>More charts than this make a sheet that nobody opens; figures exist for all.</summary>
    public const int MostCharts = 24;

    private static readonly CellStyle OneNumber = CellStyle.Body with { Format = "0.0" };
    private static readonly CellStyle ThreeNumber = CellStyle.Body with { Format = "0.000" };

    public static int Headings(Sheet sheet, params ReadOnlySpan<object?> headings)
    {
        var row = sheet.Add(CellStyle.ColumnHeading, headings);
        for (var i = 0; i < headings.Length; i++) sheet.Widths[i] = headings[i] is string { Length: > 14 } or "Site" or "Measure" ? 20 : 13;
        sheet.Frozen = (row + 1, 0);
        sheet.PrintTitles = (row, row);
        sheet.Filter = (row, headings.Length - 1);
        return row;
    }

    /// <summary>A row; numbers with one decimal, counts that are long without any, text as it is.</summary>
    public static int Row(Sheet sheet, params ReadOnlySpan<object?> cells)
    {
        var row = sheet.NextRow;
        for (var i = 0; i < cells.Length; i++)
            sheet.Set(row, i, cells[i], cells[i] switch { double => OneNumber, long => CellStyle.Count, _ => CellStyle.Body });
        return row;
    }

    public static void Fine(Sheet sheet, int row, int column, double? value) => sheet.Set(row, column, value, ThreeNumber);

    /// <summary>A count as one, where it is whole.</summary>
    public static object? Count(double? count) => count is { } number && number == Math.Floor(number) && number < long.MaxValue ? (long)number : count;
}
