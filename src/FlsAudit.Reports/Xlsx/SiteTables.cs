using FlsAudit.Analysis;
using FlsAudit.Reports.Wording;

namespace FlsAudit.Reports.Xlsx;

/// <summary>Sites against their pooled value, with a native funnel for each comparison.</summary>
internal static class SiteTables
{
    public static void Fill(Sheet sheet, IReadOnlyList<SiteComparison> comparisons, bool withFunnels)
    {
        const int Columns = 17;
        var top = NumberTable.Headings(
            sheet, "Measure", "Site", "Period", "Numerator", "Denominator", "%", "Pooled %", "Own lower 95", "Own upper 95", "Limit low 95", "Limit high 95", "Limit low 99.8", "Limit high 99.8",
            "z", "Plain flag", "Widened flag", "What counts");
        foreach (var comparison in comparisons)
            foreach (var site in comparison.Sites)
                NumberTable.Row(
                    sheet, comparison.Measure.Title, site.Site, ReportText.Period(comparison.Period), NumberTable.Count(site.Numerator), NumberTable.Count(site.Denominator), site.Value, comparison.Centre,
                    site.Own95.Lower, site.Own95.Upper, site.Limits95.Lower, site.Limits95.Upper, site.Limits998.Lower, site.Limits998.Upper, site.Z,
                    Words.Of(site.Flag), Words.Of(site.AdjustedFlag), Words.Of(comparison.HeadlineFlag(site)));
        if (!withFunnels) return;
        var data = Columns + 12;
        for (var i = 0; i < Math.Min(comparisons.Count, NumberTable.MostCharts); i++)
        {
            var chart = MeasureCharts.Funnel(new ChartData(sheet, data, top), comparisons[i]);
            if (comparisons[i].Period != Result.All) chart = chart with { Title = $"{chart.Title}, {comparisons[i].Period}" };
            sheet.Charts.Add(new PlacedChart(chart, top + (i * NumberTable.ChartRows), Columns + 1, 640, 360));
            data += 12;
        }
    }
}
