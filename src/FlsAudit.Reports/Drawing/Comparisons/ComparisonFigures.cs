using FlsAudit.Analysis;
using FlsAudit.Analysis.Periods;
using FlsAudit.Analysis.Tables;
using FlsAudit.Reports.Wording;

namespace FlsAudit.Reports.Drawing.Comparisons;

/// <summary>Which figures a comparison of a table has. Each has a name of its own, whatever the measures, sites and periods are called.</summary>
internal static class ComparisonFigures
{
    public static IEnumerable<Figure> Of(ReleasedComparison comparison)
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var figure in Drawn(comparison))
        {
            var name = figure.Name;
            for (var i = 2; !taken.Add(name); i++) name = $"{figure.Name}-{PrintedNumber.Plain(i)}";
            yield return figure with { Name = name, Footing = [$"{Words.PolicyLine(comparison.Policy)}."] };
        }
    }

    private static IEnumerable<Figure> Drawn(ReleasedComparison comparison)
    {
        var word = comparison.Chart.Word();
        foreach (var ranking in comparison.SiteRankings)
        {
            var sites = ranking.Comparison;
            var figure = comparison.Chart == TableChart.Funnel ? FunnelFigure.Of(sites) : CaterpillarFigure.Of(ranking);
            yield return figure with
            {
                Name = Name(word, sites.Measure.Id, "", sites.Period == Result.All ? "" : sites.Period),
                Subtitle = $"{MeasureText.OutOf(sites.Measure)}{(sites.Period == Result.All ? "" : $"; {sites.Period}")}",
            };
        }

        foreach (var chart in comparison.Charts) yield return SeriesFigure.Of(chart) with { Name = Name(word, chart.Measure, chart.Site) };
        if (comparison.Chart == TableChart.Trend)
        {
            foreach (var trend in comparison.Trends)
                yield return SeriesFigure.Of(comparison.Series.First(series => series.Measure == trend.Measure && series.Site == trend.Site), trend) with { Name = Name(word, trend.Measure, trend.Site) };
            foreach (var measure in comparison.Trends.GroupBy(trend => trend.Measure).Where(trends => trends.Count(trend => trend.Slope is not null) > 1))
                yield return SlopeFigure.Of([.. measure]) with { Name = Name("slopes", measure.Key, "") };
        }

        foreach (var measure in comparison.Differences.GroupBy(difference => (difference.Measure, Site: difference.Kind == DifferenceKind.OtherSites ? "" : difference.Site, difference.Kind == DifferenceKind.OtherSites)))
            yield return DifferenceFigure.Of([.. measure]) with { Name = Name(word, measure.Key.Measure, measure.Key.Site) };
    }

    private static string Name(string kind, string measure, string site, string period = "") =>
        new[] { measure, site, period }.Where(part => part.Length > 0).Aggregate(kind, FigureName.Of);
}
