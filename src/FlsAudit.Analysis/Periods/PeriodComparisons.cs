using System.Globalization;
using FlsAudit.Model;
using FlsAudit.Standards;

namespace FlsAudit.Analysis.Periods;

/// <summary>Charts, differences and trends of a report, measure by measure.</summary>
internal sealed class PeriodComparisons(ChartSettings settings, IReadOnlyList<Period> periods, int asAt)
{
    private readonly List<PeriodChart> charts = [];
    private readonly List<PeriodDifference> differences = [];
    private readonly List<PeriodTrend> trends = [];
    private readonly HashSet<ChartAction> used = [];

    public IReadOnlyList<PeriodChart> Charts => charts;

    public IReadOnlyList<PeriodDifference> Differences => differences;

    public IReadOnlyList<PeriodTrend> Trends => trends;

    /// <summary>Adds a measure.</summary>
    /// <param name="measure">A share of records.</param>
    /// <param name="rows">Its whole results, of one policy.</param>
    public void Add(MeasureDefinition measure, IReadOnlyList<Result> rows)
    {
        var all = ReportedSeries.Of(measure, rows, periods, asAt);
        foreach (var series in all)
        {
            foreach (var action in settings.Actions)
                if (action.IsAbout(series) && series.Points.Any(point => point.Label == action.Period)) used.Add(action);
            if (PeriodCharts.Of(series, settings) is { } chart) charts.Add(chart);
            differences.AddRange(PeriodDifferences.Of(series));
            if (PeriodTrends.Of(series) is { } trend) trends.Add(trend);
        }

        var totals = rows.Where(row => row.Period == Result.All).ToDictionary(row => row.Site, row => (row.Numerator ?? 0, row.Denominator ?? 0), StringComparer.Ordinal);
        PeriodSeries[] sites = [.. all.Where(series => series.Site != Result.All)];
        differences.AddRange(PeriodDifferences.OfSites(sites, [.. sites.Select(series => totals[series.Site])]));
    }

    /// <summary>Decisions about a measure, site or period that the report does not have: a slip of the pen must not pass for a decision.</summary>
    public IEnumerable<Finding> UnusedActions() =>
        from action in settings.Actions
        where !used.Contains(action)
        let about = string.Join(", ", new[] { action.Measure, PlainWords.Site(action.Site), action.Period }.Where(word => word.Length > 0).Select(word => $"'{word}'"))
        select new Finding(
            "chart-setting-not-used",
            Severity.Warning,
            new Place(null),
            string.Create(CultureInfo.InvariantCulture, $"Row {action.Row} of the chart settings is about {about}, of which this report has no chart, so nothing was done."),
            "The id of a proportion in the report, the name of a site as the report prints it or All, and the label of a period in the report.");
}
