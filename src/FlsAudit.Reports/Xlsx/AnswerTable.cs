using FlsAudit.Analysis;
using FlsAudit.Reports.Wording;
using FlsAudit.Standards;

namespace FlsAudit.Reports.Xlsx;

/// <summary>The sheet of a ladder on an answer of the organisation: each service, its answer and its level.</summary>
internal static class AnswerTable
{
    private const int LastColumn = 8;

    public static void Fill(Sheet sheet, ReleasedReport report, ReportContext context, MeasureDefinition measure)
    {
        SheetHead.Write(sheet, ProvenanceMark.Titled(measure), report.Policy);
        sheet.Widths[0] = 34;
        sheet.Widths[1] = 18;
        for (var column = 2; column <= LastColumn; column++) sheet.Widths[column] = 14;
        FactRows.Write(sheet, report, measure, [], LastColumn);
        sheet.Skip();
        sheet.Add(CellStyle.Heading, "Each service by its own answer");
        var headings = sheet.Add(CellStyle.ColumnHeading, "Site", "Level");
        sheet.SetAcross(headings, 2, 5, "Answer", CellStyle.ColumnHeading);
        sheet.SetAcross(headings, 6, LastColumn, "How", CellStyle.ColumnHeading);
        foreach (var site in report.Sites)
        {
            var result = report.Find(measure.Id, site, Result.All);
            var row = sheet.Add(CellStyle.Body with { Wrap = true }, site);
            var level = result?.Band is null ? ResultCells.Banded(result) : ResultCells.BandCell(result.Band);
            sheet.Set(row, 1, level.Value, level.Style);
            sheet.SetAcross(row, 2, 5, AnswerText.Of(context.Organisation.Find(site, measure.Answer!.Question)), CellStyle.Wrapped);
            sheet.SetAcross(row, 6, LastColumn, MeasureText.Capital(result?.Method ?? ""), CellStyle.Wrapped);
        }
    }
}
