using FlsAudit.Analysis.Periods;

namespace FlsAudit.Reports.Xlsx;

/// <summary>Control and run charts, each as rows and as a native chart.</summary>
internal static class ControlChartTable
{
    private const int Period = 2;
    private const int Value = 5;
    private const int Centre = 6;
    private const int Lower = 7;
    private const int Upper = 8;

    public static void Fill(Sheet sheet, IReadOnlyList<PeriodChart> charts)
    {
        var top = NumberTable.Headings(
            sheet, "Measure", "Site", "Period", "Numerator", "Denominator", "Value", "Centre", "Lower limit", "Upper limit", "Lower warning", "Upper warning", "Direction", "Rules that fired");
        for (var i = 0; i < charts.Count; i++)
        {
            var chart = charts[i];
            var first = sheet.NextRow;
            foreach (var point in chart.Points)
                NumberTable.Row(
                    sheet, chart.Title, chart.Site, point.Period.Label, NumberTable.Count(point.Period.Numerator), NumberTable.Count(point.Period.Denominator), point.Period.Value, point.Centre,
                    point.Limits?.Lower, point.Limits?.Upper, point.Warnings?.Lower, point.Warnings?.Upper, point.Direction, string.Join("; ", point.Signals.Select(signal => signal.Rule)));
            if (i < NumberTable.MostCharts) sheet.Charts.Add(new PlacedChart(Native(sheet, chart, first, sheet.NextRow - 1), top + (i * NumberTable.ChartRows), 14, 640, 360));
        }

        sheet.Widths[12] = 44;
    }

    private static NativeChart Native(Sheet sheet, PeriodChart chart, int first, int last)
    {
        var periods = sheet.Range(Period, first, last);
        ChartSeries Line(string name, SeriesLook look, int column, bool silent = false) => new(name, look, periods, sheet.Range(column, first, last)) { Silent = silent };
        List<ChartSeries> series = [Line("Centre", SeriesLook.Centre, Centre)];
        if (chart.Points.Any(point => point.Limits is not null)) series.AddRange([Line("Limits", SeriesLook.Limit, Lower), Line("Upper limit", SeriesLook.Limit, Upper, silent: true)]);
        series.Add(Line("Value", SeriesLook.Values, Value));
        return new NativeChart(NativeChartKind.Line, chart.Site.Length == 0 ? chart.Title : $"{chart.Site}: {chart.Title}", "", chart.Unit == "percent" ? "%" : chart.Unit, chart.Sentence, series);
    }
}
