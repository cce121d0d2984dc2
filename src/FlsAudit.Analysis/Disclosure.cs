namespace FlsAudit.Analysis;

/// <summary>What may be shown to whom.</summary>
public enum DisclosurePolicy
{
    /// <summary>Everything, for people who may see the records anyway; printed on every sheet and page.</summary>
    Internal,
}

/// <summary>Decides what may be shown. The only maker of <see cref="ReleasedReport"/>.</summary>
public static class Disclosure
{
    /// <summary>Releases results under a policy.</summary>
    public static ReleasedReport Release(BenchmarkResults results, DisclosurePolicy policy) =>
        new(policy, results.Sets, results.Sites, results.Periods, results.Results, results.SiteComparisons, results.Completeness)
        {
            Findings = results.Findings,
        };
}
