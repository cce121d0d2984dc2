using FlsAudit.Analysis;
using FlsAudit.Reports.Wording;

namespace FlsAudit.Reports.Xlsx;

/// <summary>What services answered about themselves.</summary>
internal static class OrganisationSheet
{
    public static void Fill(Sheet sheet, ReleasedReport report, OrganisationTable table)
    {
        SheetHead.Write(sheet, OrganisationTable.Heading, report.Policy);
        sheet.Widths[0] = 26;
        sheet.Widths[1] = 60;
        sheet.Widths[2] = 44;
        for (var column = 3; column < table.Columns.Count; column++) sheet.Widths[column] = 30;
        sheet.SetAcross(sheet.NextRow, 0, 2, OrganisationTable.Introduction, CellStyle.Wrapped);
        sheet.Skip();
        var headings = sheet.Add(CellStyle.ColumnHeading, [.. table.Columns]);
        sheet.Frozen = (headings + 1, 1);
        sheet.PrintTitles = (headings, headings);
        foreach (var row in table.Rows) sheet.Add(CellStyle.Body with { Wrap = true, Vertical = "top" }, [.. row]);
    }
}
