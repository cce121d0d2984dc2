using FlsAudit.Analysis;
using FlsAudit.Reports.Wording;
using FlsAudit.Standards;

namespace FlsAudit.Reports.Xlsx;

/// <summary>All that is known of one measure: what it means, its charts and its numbers.</summary>
internal static class MeasureSheet
{
    private const int ChartRows = 19;
    private const int ChartHeight = 360;
    private const double WidestChart = 640;

    /// <param name="sheet">Empty.</param>
    /// <param name="report">The report.</param>
    /// <param name="measure">Any kind but a cascade.</param>
    /// <param name="results">All results of the measure.</param>
    /// <param name="tables">Of the report.</param>
    public static void Fill(Sheet sheet, ReleasedReport report, MeasureDefinition measure, IReadOnlyList<Result> results, CrossTables tables)
    {
        var funnel = report.Funnel(measure.Id);
        SheetHead.Write(sheet, ProvenanceMark.Titled(measure), report.Policy);
        var table = new ResultTable(measure, report.Policy.IsInternal);
        var last = table.SetWidths(sheet);
        FactRows.Write(sheet, report, measure, results, last, funnel);
        sheet.Skip();
        var chartRow = sheet.NextRow;
        var unit = results.FirstOrDefault(result => result.Site != Result.All && result.Breakdown.Length == 0)?.Unit ?? "percent";
        // Many periods make the matrix beneath wider than the tables; what charts are drawn from lies right of both.
        sheet.LastPrintedColumn = Math.Max(last, report.Periods.Count);
        var data = new ChartData(sheet, sheet.LastPrintedColumn.Value + 3, chartRow);

        // The charts are placed above the tables but drawn from them, so the room is kept first.
        if (MeasureText.HasCharts(measure)) sheet.Skip(results.Any(result => result is { Breakdown.Length: 0, Value: not null }) ? ChartRows : 2);
        var whole = results.Where(result => result.Breakdown.Length == 0 && BothAnswers.IsHeadline(result)).ToList();
        Result[] allPeriods = [.. whole.Where(result => result.Period == Result.All)];
        if (MeasureText.PoolsSites(measure))
        {
            // The counts of this row are sites and those of a site are fields: they cannot share headings.
            table.Write(
                sheet, "All sites together, all periods", "All sites",
                [.. allPeriods.Where(result => result.Site == Result.All)], result => ReportText.Site(result.Site));
            allPeriods = [.. allPeriods.Where(result => result.Site != Result.All)];
        }

        var bySite = table.Write(
            sheet, "By site, all periods" + BothAnswers.Suffix(measure), "Site", allPeriods, result => ReportText.Site(result.Site), funnel);
        if (report.Ranking(measure.Id) is { } ranking) SiteRankTable.Write(sheet, report, ranking, last);
        var pooled = whole.Where(result => result.Site == Result.All).ToList();
        var byPeriod = pooled.Count > 1
            ? table.Write(sheet, "All sites, by period" + BothAnswers.Suffix(measure), "Period", pooled, result => ReportText.Period(result.Period))
            : null;
        if (tables.Windows(measure) is { } windows) CrossCells.Write(sheet, windows);
        WriteOthers(sheet, table, measure, results, tables);
        if (byPeriod is not null) PeriodMatrix.Write(sheet, report, measure, unit);

        if (!MeasureText.HasCharts(measure)) return;
        var left = funnel is { Sites.Count: > 1 }
            ? MeasureCharts.Funnel(data, funnel)
            : MeasureCharts.Sites(data, measure, unit, bySite);
        var right = byPeriod is null ? null : MeasureCharts.Trend(data, report, measure, byPeriod);
        var placed = new[] { left, right }.OfType<NativeChart>().ToList();
        if (placed.Count == 0) sheet.Set(chartRow, 0, "No chart: no site has a value.", CellStyle.Quiet);
        // Two charts share the width of the tables, so that neither is cut off in print.
        var width = Math.Min(WidestChart, (Enumerable.Range(0, last + 1).Sum(column => Pixels(sheet, column)) / 2) - 60);
        for (var i = 0; i < placed.Count; i++)
            sheet.Charts.Add(new PlacedChart(placed[i], chartRow, i == 0 ? 0 : ColumnRightOf(sheet, width), (int)width, ChartHeight));
    }

    private static void WriteOthers(Sheet sheet, ResultTable table, MeasureDefinition measure, IReadOnlyList<Result> results, CrossTables tables)
    {
        if (measure.Unknown == UnknownPolicy.ReportBoth)
            table.Write(
                sheet, "By site, all periods" + BothAnswers.Suffix(measure, UnknownPolicy.LeaveOut), "Site",
                [.. results.Where(result => result.Breakdown.Length == 0 && result.Period == Result.All && result.Policy == UnknownPolicy.LeaveOut)],
                result => ReportText.Site(result.Site));
        var breakdowns = results.Where(result => result is { Breakdown.Length: > 0, Site: Result.All, Period: Result.All } && BothAnswers.IsHeadline(result) && !BreakdownText.IsByWindow(result.Breakdown));
        foreach (var group in breakdowns.GroupBy(result => result.Breakdown))
        {
            table.Write(
                sheet, $"All sites, all periods, by {BreakdownText.Title(measure, group.Key).ToLowerInvariant()}{BothAnswers.Suffix(measure)}", MeasureText.Capital(BreakdownText.Title(measure, group.Key)), [.. group],
                BreakdownText.Category);
            if (tables.WindowsOf(measure, group.Key) is { } windows) CrossCells.Write(sheet, windows);
        }

        foreach (var groups in measure.By.Select(by => tables.Groups(measure, by)).OfType<CrossTable>()) CrossCells.Write(sheet, groups);
    }

    private static int ColumnRightOf(Sheet sheet, double width)
    {
        var column = 0;
        for (var pixels = 0.0; pixels < width + 10; column++) pixels += Pixels(sheet, column);
        return column;
    }

    /// <summary>A character is about seven pixels wide, and a cell has five pixels of margin.</summary>
    private static double Pixels(Sheet sheet, int column) => (sheet.Widths.GetValueOrDefault(column, 9) * 7) + 5;
}
