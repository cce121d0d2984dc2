using FlsAudit.Analysis.Periods;
using FlsAudit.Analysis.Sites;
using FlsAudit.Model;
using FlsAudit.Standards;

namespace FlsAudit.Analysis;

/// <summary>
/// What may be shown. Only <see cref="Disclosure.Release"/> makes one, and everything that prints takes one, so nothing can be printed that was
/// not released.
/// </summary>
public sealed class ReleasedReport
{
    private readonly Dictionary<(string Measure, string Site, string Period), Result> headline = [];
    private readonly Dictionary<(string Measure, string Site), PeriodChart> charts = [];

    internal ReleasedReport(
        DisclosurePolicy policy,
        IReadOnlyList<StandardSet> sets,
        IReadOnlyList<string> sites,
        IReadOnlyList<string> periods,
        IReadOnlyList<Result> results,
        IReadOnlyList<SiteComparison> siteComparisons,
        IReadOnlyList<FieldCompleteness> completeness)
    {
        Policy = policy;
        Sets = sets;
        Sites = sites;
        Periods = periods;
        Results = results;
        SiteComparisons = siteComparisons;
        Completeness = completeness;
        foreach (var result in results)
            if (result.Breakdown.Length == 0)
                headline.TryAdd((result.Measure.Id, result.Site, result.Period), result);
    }

    /// <summary>The policy under which it was released.</summary>
    public DisclosurePolicy Policy { get; }

    /// <summary>The standard sets, in order of presentation.</summary>
    public IReadOnlyList<StandardSet> Sets { get; }

    /// <summary>The sites by name, those that submitted nothing included.</summary>
    public IReadOnlyList<string> Sites { get; }

    /// <summary>The labels of the periods in calendar order; records without a date come last as <see cref="Result.UnknownPeriod"/>.</summary>
    public IReadOnlyList<string> Periods { get; }

    /// <summary>All results: sets, measures, sites (pooled first), periods (pooled first), breakdowns.</summary>
    public IReadOnlyList<Result> Results { get; }

    /// <summary>Funnels: one per proportion or ladder on one, and period, with at least two sites, over all periods first.</summary>
    public IReadOnlyList<SiteComparison> SiteComparisons { get; }

    /// <summary>The words for sites that lie far out.</summary>
    public OutlierPolicy Outliers { get; internal init; } = OutlierPolicy.None;

    /// <summary>Sites against what the mix of their patients predicts, by measure, over all periods; empty when nothing is standardised.</summary>
    public IReadOnlyList<StandardisedResult> Standardised { get; internal init; } = [];

    /// <summary>The sites of each of the <see cref="SiteComparisons"/> in order, in the same order.</summary>
    public IReadOnlyList<SiteRanking> SiteRankings => field ??= [.. SiteComparisons.Select(comparison => SiteRanking.Of(comparison, Outliers))];

    /// <summary>Every site across all shares, over all periods; empty when no measure compares sites.</summary>
    public IReadOnlyList<SiteProfile> SiteProfiles => field ??= SiteComparisons.Count == 0 ? [] : SiteProfile.Of(this);

    /// <summary>How completely each field is filled, per site and over all sites.</summary>
    public IReadOnlyList<FieldCompleteness> Completeness { get; }

    /// <summary>Control charts: one per proportion or ladder on one, and site with a value in a dated period, all sites together first.</summary>
    public IReadOnlyList<PeriodChart> Charts
    {
        get;
        internal init
        {
            field = value;
            foreach (var chart in value) charts.TryAdd((chart.Measure, chart.Site), chart);
        }
    } = [];

    /// <summary>Differences of two periods of a site, or of a site and all others.</summary>
    public IReadOnlyList<PeriodDifference> Differences { get; internal init; } = [];

    /// <summary>Trends: one per proportion or ladder on one, and site with a value in a complete period.</summary>
    public IReadOnlyList<PeriodTrend> Trends { get; internal init; } = [];

    /// <summary>Facts about the records that judging them brought up.</summary>
    public IReadOnlyList<Finding> Findings { get; internal init; } = [];

    /// <summary>Records whose next window closes soon or has just closed unmet, as they are to be listed; empty unless a work-list was asked for.</summary>
    public IReadOnlyList<WorklistRow> Worklist { get; internal init; } = [];

    /// <summary>
    /// The whole result of a measure for a site and period, or null when there is none. Under <c>report-both</c> the row that counts unknowns.
    /// </summary>
    public Result? Find(string measure, string site, string period) => headline.GetValueOrDefault((measure, site, period));

    /// <summary>The control chart of a measure and site, or null when there is none.</summary>
    public PeriodChart? Chart(string measure, string site) => charts.GetValueOrDefault((measure, site));

    /// <summary>The sites of a measure in order over all periods, or null when there is no comparison.</summary>
    public SiteRanking? Ranking(string measure) =>
        SiteRankings.FirstOrDefault(ranking => ranking.Comparison.Measure.Id == measure && ranking.Comparison.Period == Result.All);

    /// <summary>The funnel of a measure over all periods, or null when there is none.</summary>
    public SiteComparison? Funnel(string measure) =>
        SiteComparisons.FirstOrDefault(comparison => comparison.Measure.Id == measure && comparison.Period == Result.All);
}
