using FlsAudit.Analysis.Periods;
using FlsAudit.Analysis.Sites;
using FlsAudit.Model;
using FlsAudit.Standards;

namespace FlsAudit.Analysis;

/// <summary>What inference made of a cube, before release. Nothing outside this project can look into it.</summary>
public sealed class BenchmarkResults
{
    internal BenchmarkResults()
    {
    }

    internal IReadOnlyList<StandardSet> Sets { get; init; } = [];

    internal IReadOnlyList<string> Sites { get; init; } = [];

    internal IReadOnlyList<string> Periods { get; init; } = [];

    internal IReadOnlyList<Result> Results { get; init; } = [];

    internal IReadOnlyList<SiteComparison> SiteComparisons { get; init; } = [];

    internal IReadOnlyList<PeriodChart> Charts { get; init; } = [];

    internal IReadOnlyList<PeriodDifference> Differences { get; init; } = [];

    internal IReadOnlyList<PeriodTrend> Trends { get; init; } = [];

    internal FunnelLimitKind FunnelLimits { get; init; } = FunnelLimitKind.Exact;

    internal OutlierPolicy Outliers { get; init; } = OutlierPolicy.None;

    internal IReadOnlyList<StandardisedResult> Standardised { get; init; } = [];

    internal IReadOnlyList<FieldCompleteness> Completeness { get; init; } = [];

    internal IReadOnlyList<Finding> Findings { get; init; } = [];
}
