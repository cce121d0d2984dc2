using FlsAudit.Analysis.Suppressing;
using FlsAudit.Analysis.Tables;
using FlsAudit.Model;

namespace FlsAudit.Analysis;

/// <summary>Decides what may be shown. The only maker of <see cref="ReleasedReport"/> and <see cref="ReleasedComparison"/>.</summary>
public static class Disclosure
{
    /// <summary>Releases results under a policy.</summary>
    /// <param name="results">What was found.</param>
    /// <param name="policy">What may be shown.</param>
    /// <param name="worklist">Records whose next window closes; null for none. They are shown under the internal policy only.</param>
    public static ReleasedReport Release(BenchmarkResults results, DisclosurePolicy policy, IReadOnlyList<WorklistRow>? worklist = null)
    {
        if (policy.IsInternal)
        {
            return new(policy, results.Sets, results.Sites, results.Periods, results.Results, results.SiteComparisons, results.Completeness)
            {
                Charts = results.Charts,
                Differences = results.Differences,
                Trends = results.Trends,
                Findings = results.Findings,
                Outliers = results.Outliers,
                Standardised = results.Standardised,
                Worklist = worklist ?? [],
            };
        }

        var released = ReleasedResults.Of(results.Results, policy);
        // What is derived from results is derived again from those that are shown. Charts, differences, trends and standardised ratios are not yet, so they are not shown at all.
        return new(policy, results.Sets, results.Sites, results.Periods, released, [.. Comparisons(results, released, policy)], ReleasedCompleteness.Of(results.Completeness, policy))
        {
            Findings = ReleasedFindings.Of(results.Findings),
            Outliers = results.Outliers,
        };
    }

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

    /// <summary>Findings as they may be shown: under the internal policy as they are, under others only which there are.</summary>
    public static IReadOnlyList<Finding> Findings(IReadOnlyList<Finding> findings, DisclosurePolicy policy) => policy.IsInternal ? findings : ReleasedFindings.Of(findings);

    /// <summary>What became of the rows of files, under the internal policy; otherwise nothing, since exact counts of rows are exact counts of patients.</summary>
    public static IReadOnlyList<Reconciliation> Rows(IReadOnlyList<Reconciliation> rows, DisclosurePolicy policy) => policy.IsInternal ? rows : [];

    // Centre, spread and limits are those of the sites that are shown, so nothing of the others is in them.
    private static IEnumerable<SiteComparison> Comparisons(BenchmarkResults results, IReadOnlyList<Result> released, DisclosurePolicy policy)
    {
        var rows = released.Where(row => row.Site != Result.All && row.Breakdown.Length == 0).ToLookup(row => (row.Measure.Id, row.Period, row.Policy));
        foreach (var comparison in results.SiteComparisons)
        {
            var first = Kinds.MeasureRows.Policies(comparison.Measure)[0];
            if (Funnels.Of(comparison.Measure, comparison.Period, [.. rows[(comparison.Measure.Id, comparison.Period, first)]], results.FunnelLimits) is { } funnel)
                yield return funnel with { Method = $"{funnel.Method}; centre and limits of the sites that are shown; {policy.Remark}" };
        }
    }
}
