using FlsAudit.Analysis;
using FlsAudit.Reports.Wording;
using FlsAudit.Standards;

namespace FlsAudit.Reports.Xlsx;

/// <summary>Every measure against every site, over all periods.</summary>
internal static class SummarySheet
{
    private const int FirstSiteColumn = 3;
    private const int MostMeasuresOnOnePage = 30;

    public static void Fill(Sheet sheet, ReleasedReport report, ReportContext context, IReadOnlyDictionary<string, string> sheetOfMeasure)
    {
        SheetHead.Write(sheet, ReportText.Title, report.Policy);
        sheet.Add(CellStyle.Plain, ReportText.Scope(report, context));
        var last = FirstSiteColumn + Math.Max(report.Sites.Count, 10) - 1;
        foreach (var remark in ReportText.Remarks(context)) sheet.SetAcross(sheet.NextRow, 0, last, remark, CellStyle.Wrapped);
        sheet.Add(CellStyle.Plain, BandMark.Legend(report));
        sheet.Skip();

        var heading = sheet.NextRow;
        sheet.Set(heading, 0, "Measure", CellStyle.ColumnHeading with { Horizontal = "left" });
        sheet.Set(heading, 1, "Unit", CellStyle.ColumnHeading);
        sheet.Set(heading, 2, "All sites", CellStyle.ColumnHeading);
        var rotated = CellStyle.ColumnHeading with { Rotation = 90, Vertical = "" };
        for (var i = 0; i < report.Sites.Count; i++) sheet.Set(heading, FirstSiteColumn + i, report.Sites[i], rotated);
        sheet.Heights[heading] = RowHeight.OfRotated(report.Sites);
        sheet.OnePage = report.Sets.Sum(set => set.Measures.Count) <= MostMeasuresOnOnePage;
        sheet.Frozen = (heading + 1, FirstSiteColumn);
        sheet.PrintTitles = (heading, heading);

        foreach (var set in report.Sets)
        {
            var row = sheet.NextRow;
            for (var column = 0; column < FirstSiteColumn + report.Sites.Count; column++)
                sheet.Set(row, column, column == 0 ? set.Title : null, CellStyle.Strong with { Fill = "F2F2F2", Border = true });
            foreach (var matrix in set.Measures.SelectMany(measure => MatrixRow.Of(report, measure))) WriteMeasure(sheet, report, matrix, sheetOfMeasure);
        }

        sheet.Skip();
        foreach (var line in ReportText.MatrixNotes(report)) sheet.SetAcross(sheet.NextRow, 0, last, line, CellStyle.Quiet with { Vertical = "top" });
        sheet.Widths[0] = 48;
        sheet.Widths[1] = 9;
        sheet.Widths[2] = 11;
        for (var i = 0; i < report.Sites.Count; i++) sheet.Widths[FirstSiteColumn + i] = 10;
    }

    private static void WriteMeasure(Sheet sheet, ReleasedReport report, MatrixRow matrix, IReadOnlyDictionary<string, string> sheetOfMeasure)
    {
        var row = sheet.NextRow;
        var measure = matrix.Measure;
        sheet.Set(row, 0, matrix.Title, CellStyle.Link with { Border = true, Wrap = true, Vertical = "center" });
        sheet.Links.Add(new SheetLink(row, 0, sheetOfMeasure[measure.Id]));
        var (results, unit) = (matrix.Results, matrix.Unit);
        sheet.Set(row, 1, ReportText.Unit(unit), CellStyle.Body with { Horizontal = "center" });
        for (var i = 0; i < results.Count; i++)
        {
            var cell = ResultCells.Banded(results[i], unit, matrix.Without(report, i));
            sheet.Set(row, 2 + i, cell.Value, i == 0 ? cell.Style with { Bold = true } : cell.Style);
        }
    }
}
