using FlsAudit.Analysis;
using FlsAudit.Reports.Wording;
using FlsAudit.Standards;

namespace FlsAudit.Reports.Xlsx;

/// <summary>The value of each site in each period.</summary>
internal static class PeriodMatrix
{
    /// <param name="sheet">Written beneath what it holds.</param>
    /// <param name="report">The report.</param>
    /// <param name="measure">Any kind with values by period.</param>
    /// <param name="unit">Of the sites; a value in another unit carries its own.</param>
    public static void Write(Sheet sheet, ReleasedReport report, MeasureDefinition measure, string unit)
    {
        sheet.Add(CellStyle.Heading, "By site and period" + BothAnswers.Suffix(measure));
        var row = sheet.NextRow;
        sheet.Set(row, 0, "Site", CellStyle.ColumnHeading with { Horizontal = "left" });
        for (var i = 0; i < report.Periods.Count; i++)
            sheet.Set(row, i + 1, ReportText.Period(report.Periods[i]), CellStyle.ColumnHeading);
        foreach (var site in report.Sites.Prepend(Result.All))
        {
            row = sheet.NextRow;
            sheet.Set(row, 0, ReportText.Site(site), CellStyle.Body with { Bold = site == Result.All, Wrap = true });
            var without = Missing.Status(report.Find(measure.Id, site, Result.All), ResultStatus.NoCases);
            for (var i = 0; i < report.Periods.Count; i++)
            {
                var cell = ResultCells.Banded(report.Find(measure.Id, site, report.Periods[i]), unit, without);
                sheet.Set(row, i + 1, cell.Value, cell.Style);
            }
        }

        sheet.Skip();
    }
}
