using FlsAudit.Analysis.Periods;

namespace FlsAudit.Reports.Xlsx;

/// <summary>Trends as rows.</summary>
internal static class TrendTable
{
    public static void Fill(Sheet sheet, IReadOnlyList<PeriodTrend> trends)
    {
        NumberTable.Headings(sheet, "Measure", "Site", "Periods", "First", "Last", "Method", "Chi-square", "p", "Slope, log-odds", "Lower 95", "Upper 95");
        foreach (var trend in trends)
        {
            var row = NumberTable.Row(sheet, trend.Title, trend.Site, (long)trend.Periods, trend.First, trend.Last, trend.Method);
            double?[] numbers = [trend.ChiSquare, trend.P, trend.Slope, trend.SlopeLimits95?.Lower, trend.SlopeLimits95?.Upper];
            for (var i = 0; i < numbers.Length; i++) NumberTable.Fine(sheet, row, 6 + i, numbers[i]);
        }

        sheet.Widths[5] = 60;
    }
}
