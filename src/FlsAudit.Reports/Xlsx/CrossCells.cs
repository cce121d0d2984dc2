using FlsAudit.Reports.Wording;

namespace FlsAudit.Reports.Xlsx;

/// <summary>Writes tables in two directions.</summary>
internal static class CrossCells
{
    /// <summary>Writes the caption and the table beneath what the sheet holds.</summary>
    public static void Write(Sheet sheet, CrossTable table)
    {
        sheet.Add(CellStyle.Heading, table.Caption);
        var headings = sheet.NextRow;
        sheet.Set(headings, 0, table.RowHeading, CellStyle.ColumnHeading with { Horizontal = "left" });
        for (var i = 0; i < table.Columns.Count; i++) sheet.Set(headings, i + 1, table.Columns[i], CellStyle.ColumnHeading);
        var unit = table.Caption.Contains(", %", StringComparison.Ordinal) ? "percent" : "";
        foreach (var (label, isAll, cells, without) in table.Rows)
        {
            var row = sheet.NextRow;
            sheet.Set(row, 0, label, CellStyle.Body with { Bold = isAll, Wrap = true });
            for (var i = 0; i < cells.Count; i++)
            {
                var cell = ResultCells.Banded(cells[i], unit, without);
                sheet.Set(row, i + 1, cell.Value, isAll ? cell.Style with { Bold = true } : cell.Style);
            }
        }

        sheet.Skip();
    }
}
