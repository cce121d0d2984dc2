using FlsAudit.Analysis;
using FlsAudit.Reports.Wording;

namespace FlsAudit.Reports.Xlsx;

/// <summary>Records whose next window closes soon or has just closed. It holds record ids, so it exists under the internal policy only.</summary>
internal static class WorklistSheet
{
    public const string Name = "Work-list";

    private const int LastColumn = 7;

    private static readonly double[] Widths = [34, 26, 34, 44, 13, 11, 22, 18];

    public static void Fill(Sheet sheet, ReleasedReport report, ReportContext context)
    {
        SheetHead.Write(sheet, Name, report.Policy);
        for (var column = 0; column <= LastColumn; column++) sheet.Widths[column] = Widths[column];
        sheet.SetAcross(
            sheet.NextRow, 0, LastColumn,
            $"An audit aid, not a recall system: it knows what the exports held on {ReportText.Date(context.AsAt)} and nothing since. Check the patient's own record before anybody is called.",
            CellStyle.Wrapped with { Bold = true });
        sheet.Skip();
        var headings = sheet.Add(CellStyle.ColumnHeading, "Site", "Record", "Step", "Measure", "Closes", "Days left", "State", "Measure id");
        foreach (var row in report.Worklist)
        {
            var at = sheet.Add(CellStyle.Body with { Wrap = true }, row.Site, row.Record, row.Step, ProvenanceMark.Titled(row.Measure));
            sheet.Set(at, 4, row.Closes, CellStyle.Date with { Border = true, Vertical = "center" });
            sheet.Set(at, 5, row.DaysLeft, CellStyle.Count);
            sheet.Set(at, 6, row.State, CellStyle.Body);
            sheet.Set(at, 7, row.Measure.Id, CellStyle.Body);
        }

        sheet.Frozen = (headings + 1, 2);
        sheet.PrintTitles = (headings, headings);
        sheet.Filter = (headings, LastColumn);
    }
}
