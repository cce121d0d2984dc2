using FlsAudit.Analysis;
using FlsAudit.Reports.Wording;
using FlsAudit.Standards;

namespace FlsAudit.Reports.Xlsx;

/// <summary>The steps of care: how many of those identified reach each, pooled and by site.</summary>
internal static class CascadeSheet
{
    private const int ChartRows = 17;
    private const int LastFactColumn = 7;

    public static void Fill(Sheet sheet, ReleasedReport report, IEnumerable<MeasureDefinition> cascades)
    {
        SheetHead.Write(sheet, "Care cascade", report.Policy);
        sheet.Widths[0] = 42;
        for (var column = 1; column < 20; column++) sheet.Widths[column] = 13;
        foreach (var measure in cascades) Write(sheet, report, measure);
    }

    private static void Write(Sheet sheet, ReleasedReport report, MeasureDefinition measure)
    {
        sheet.Add(CellStyle.Heading, ProvenanceMark.Titled(measure, measure.Title + BothAnswers.Suffix(measure)));
        FactRows.Write(sheet, report, measure, [.. report.Results.Where(result => result.Measure.Id == measure.Id)], LastFactColumn);
        sheet.Skip();
        var (first, last) = Pooled(sheet, CascadeSteps.Of(report, measure, Result.All));
        sheet.Skip();
        var values = sheet.Range(3, first, last);
        if (values.Values.Any(value => value is not null))
        {
            var series = new ChartSeries("All sites", SeriesLook.Values, sheet.Range(0, first, last), values) { ValueFormat = "0.0" };
            var chart = new NativeChart(
                NativeChartKind.Bars, ProvenanceMark.Titled(measure, $"{measure.Title}: % of those in the denominator{BothAnswers.Suffix(measure)}"), "", "",
                "Bars of the steps; the table above holds the same numbers.", [series])
            {
                Min = 0,
                Max = 100,
            };
            sheet.Charts.Add(new PlacedChart(chart, sheet.NextRow, 0, 820, 320));
            sheet.Skip(ChartRows);
        }

        BySite(sheet, report, measure);
    }

    private static (int First, int Last) Pooled(Sheet sheet, IReadOnlyList<CascadeStep> steps)
    {
        var headings = sheet.NextRow;
        string[] names = ["Step, all sites", "Reached", "Out of", "%", "Lower 95 %", "Upper 95 %", "Status"];
        for (var i = 0; i < names.Length; i++) sheet.Set(headings, i, names[i], CellStyle.ColumnHeading);
        foreach (var (label, result, status) in steps)
        {
            var row = sheet.NextRow;
            sheet.Set(row, 0, label, CellStyle.Body with { Wrap = true });
            SheetCell[] cells =
            [
                ResultCells.Count(result?.Numerator), ResultCells.Count(result?.Denominator), ResultCells.Number(result?.Value, "percent"),
                ResultCells.Number(result?.Limits95?.Lower, "percent"), ResultCells.Number(result?.Limits95?.Upper, "percent"),
                ResultCells.Text(Words.Of(status)),
            ];
            for (var i = 0; i < cells.Length; i++) sheet.Set(row, i + 1, cells[i].Value, cells[i].Style);
        }

        return (headings + 1, headings + steps.Count);
    }

    private static void BySite(Sheet sheet, ReleasedReport report, MeasureDefinition measure)
    {
        sheet.Add(CellStyle.Heading, "By site, %" + BothAnswers.Suffix(measure));
        var headings = sheet.NextRow;
        sheet.Set(headings, 0, "Site", CellStyle.ColumnHeading);
        for (var i = 0; i < measure.Parts.Count; i++) sheet.Set(headings, i + 1, measure.Parts[i].Label, CellStyle.ColumnHeading);
        foreach (var site in report.Sites)
        {
            var row = sheet.NextRow;
            sheet.Set(row, 0, site, CellStyle.Body with { Wrap = true });
            var steps = CascadeSteps.Of(report, measure, site);
            for (var i = 0; i < steps.Count; i++)
            {
                var cell = ResultCells.Banded(steps[i].Result, without: steps[i].Status);
                sheet.Set(row, i + 1, cell.Value, cell.Style);
            }
        }

        sheet.Skip();
    }
}
