using FlsAudit.Analysis.Tables;

namespace FlsAudit.Analysis;

/// <summary>What may be shown to whom.</summary>
public enum DisclosurePolicy
{
    /// <summary>Everything, for people who may see the records anyway; printed on every sheet and page.</summary>
    Internal,
}

/// <summary>Decides what may be shown. The only maker of <see cref="ReleasedReport"/> and <see cref="ReleasedComparison"/>.</summary>
public static class Disclosure
{
    /// <summary>Releases results under a policy.</summary>
    /// <param name="results">What was found.</param>
    /// <param name="policy">What may be shown.</param>
    /// <param name="worklist">Records whose next window closes; null for none. They are shown under the internal policy only.</param>
    public static ReleasedReport Release(BenchmarkResults results, DisclosurePolicy policy, IReadOnlyList<WorklistRow>? worklist = null) =>
        new(policy, results.Sets, results.Sites, results.Periods, results.Results, results.SiteComparisons, results.Completeness)
        {
            Charts = results.Charts,
            Differences = results.Differences,
            Trends = results.Trends,
            Findings = results.Findings,
            Outliers = results.Outliers,
            Standardised = results.Standardised,
            Worklist = policy == DisclosurePolicy.Internal ? worklist ?? [] : [],
        };

    /// <summary>Releases a comparison of a table that somebody else counted.</summary>
    /// <param name="results">What was found.</param>
    /// <param name="policy">What may be shown.</param>
    public static ReleasedComparison ReleaseTable(TableResults results, DisclosurePolicy policy) => new()
    {
        Policy = policy,
        Table = results.Request.Table.Name,
        Chart = results.Request.Chart,
        Target = results.Request.Target,
        SiteComparisons = results.SiteComparisons,
        Series = results.Series,
        Charts = results.Charts,
        Differences = results.Differences,
        Trends = results.Trends,
        Sentences = results.Sentences,
        Notes = results.Notes,
    };
}
