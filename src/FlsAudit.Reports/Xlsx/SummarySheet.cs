using FlsAudit.Analysis;
using FlsAudit.Reports.Wording;
using FlsAudit.Standards;

namespace FlsAudit.Reports.Xlsx;

/// <summary>Every measure against every site, over all periods.</summary>
internal static class SummarySheet
{
    private const int FirstSiteColumn = 3;

    public static void Fill(Sheet sheet, ReleasedReport report, ReportContext context, IReadOnlyDictionary<string, string> sheetOfMeasure)
    {
        SheetHead.Write(sheet, ReportText.Title, report.Policy);
        sheet.Add(CellStyle.Plain, ReportText.Scope(report, context));
        foreach (var remark in ReportText.Remarks(context)) sheet.Add(CellStyle.Strong, remark);
        sheet.Add(CellStyle.Plain, BandMark.Legend);
        sheet.Skip();

        var heading = sheet.NextRow;
        sheet.Set(heading, 0, "Measure", CellStyle.ColumnHeading with { Horizontal = "left" });
        sheet.Set(heading, 1, "Unit", CellStyle.ColumnHeading);
        sheet.Set(heading, 2, "All sites", CellStyle.ColumnHeading);
        var rotated = CellStyle.ColumnHeading with { Rotation = 90, Vertical = "" };
        for (var i = 0; i < report.Sites.Count; i++) sheet.Set(heading, FirstSiteColumn + i, report.Sites[i], rotated);
        sheet.Heights[heading] = 130;
        sheet.Frozen = (heading + 1, FirstSiteColumn);
        sheet.PrintTitles = (heading, heading);

        foreach (var set in report.Sets)
        {
            var row = sheet.NextRow;
            for (var column = 0; column < FirstSiteColumn + report.Sites.Count; column++)
                sheet.Set(row, column, column == 0 ? set.Title : null, CellStyle.Strong with { Fill = "F2F2F2", Border = true });
            foreach (var measure in set.Measures) WriteMeasure(sheet, report, measure, sheetOfMeasure);
        }

        sheet.Skip();
        foreach (var line in ReportText.MatrixNotes(report)) sheet.Add(CellStyle.Quiet, line);
        sheet.Widths[0] = 48;
        sheet.Widths[1] = 9;
        sheet.Widths[2] = 11;
        for (var i = 0; i < report.Sites.Count; i++) sheet.Widths[FirstSiteColumn + i] = 10;
    }

    private static void WriteMeasure(
        Sheet sheet, ReleasedReport report, MeasureDefinition measure, IReadOnlyDictionary<string, string> sheetOfMeasure)
    {
        var row = sheet.NextRow;
        sheet.Set(row, 0, ProvenanceMark.Titled(measure), CellStyle.Link with { Border = true, Wrap = true, Vertical = "center" });
        sheet.Links.Add(new SheetLink(row, 0, sheetOfMeasure[measure.Id]));
        var results = report.Sites.Prepend(Result.All).Select(site => MatrixValue.Of(report, measure, site)).ToList();
        var unit = ReportText.UnitOfRow(results);
        sheet.Set(row, 1, ReportText.Unit(unit), CellStyle.Body with { Horizontal = "center" });
        for (var i = 0; i < results.Count; i++)
        {
            var cell = ResultCells.Banded(results[i], unit);
            sheet.Set(row, 2 + i, cell.Value, i == 0 ? cell.Style with { Bold = true } : cell.Style);
        }
    }
}
