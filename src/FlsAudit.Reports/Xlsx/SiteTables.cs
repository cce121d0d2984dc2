using FlsAudit.Analysis;
using FlsAudit.Analysis.Sites;
using FlsAudit.Reports.Wording;

namespace FlsAudit.Reports.Xlsx;

/// <summary>Sites against their pooled value, with a native funnel for each comparison.</summary>
internal static class SiteTables
{
    public static void Fill(Sheet sheet, IReadOnlyList<SiteRanking> rankings, bool withFunnels)
    {
        const int Columns = 20;
        var top = NumberTable.Headings(
            sheet, "Measure", "Site", "Period", "Numerator", "Denominator", "%", "Pooled %", "Own lower 95", "Own upper 95", "Limit low 95", "Limit high 95", "Limit low 99.8", "Limit high 99.8",
            "z", "Plain flag", "Widened flag", "What counts", "Place", "Best place", "Worst place");
        foreach (var ranking in rankings)
        {
            var comparison = ranking.Comparison;
            foreach (var standing in ranking.Sites)
            {
                var site = standing.Site;
                NumberTable.Row(
                    sheet, comparison.Measure.Title, site.Site, ReportText.Period(comparison.Period), NumberTable.Count(site.Numerator), NumberTable.Count(site.Denominator), site.Value, comparison.Centre,
                    standing.Own.Lower, standing.Own.Upper, site.Limits95.Lower, site.Limits95.Upper, site.Limits998.Lower, site.Limits998.Upper, site.Z,
                    Words.Of(site.Flag), Words.Of(site.AdjustedFlag), Words.Of(standing.Flag), standing.Rank, standing.BestRank, standing.WorstRank);
            }
        }

        if (!withFunnels) return;
        var data = Columns + 12;
        for (var i = 0; i < Math.Min(rankings.Count, NumberTable.MostCharts); i++)
        {
            var chart = MeasureCharts.Funnel(new ChartData(sheet, data, top), rankings[i].Comparison);
            if (rankings[i].Comparison.Period != Result.All) chart = chart with { Title = $"{chart.Title}, {rankings[i].Comparison.Period}" };
            sheet.Charts.Add(new PlacedChart(chart, top + (i * NumberTable.ChartRows), Columns + 1, 640, 360));
            data += 12;
        }
    }
}
