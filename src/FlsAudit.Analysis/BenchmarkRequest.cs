using FlsAudit.Analysis.Periods;
using FlsAudit.Measures;
using FlsAudit.Model;
using FlsAudit.Standards;

namespace FlsAudit.Analysis;

/// <summary>What inference needs beside the cube.</summary>
public sealed record BenchmarkRequest
{
    /// <summary>The counts.</summary>
    public required Cube Cube { get; init; }

    /// <summary>The sets whose measures the cube counts, in order of presentation.</summary>
    public required IReadOnlyList<StandardSet> Sets { get; init; }

    /// <summary>The names behind the site numbers of the cube.</summary>
    public required SiteTable Sites { get; init; }

    /// <summary>Expected fractures; empty when there is no caseload file.</summary>
    public IReadOnlyList<CaseloadRow> Caseload { get; init; } = [];

    /// <summary>What the sites answer about themselves as organisations; none when there is no such file.</summary>
    public OrganisationAnswers Organisation { get; init; } = OrganisationAnswers.None;

    /// <summary>The words for sites that lie far out.</summary>
    public OutlierPolicy Outliers { get; init; } = OutlierPolicy.None;

    /// <summary>How the limits of funnels are computed.</summary>
    public FunnelLimitKind FunnelLimits { get; init; } = FunnelLimitKind.Exact;

    /// <summary>The first fracture day that the report covers; null when it is open.</summary>
    public int? From { get; init; }

    /// <summary>The last fracture day that the report covers; null when only the as-at date ends it.</summary>
    public int? To { get; init; }

    /// <summary>How periods are charted.</summary>
    public ChartSettings Charts { get; init; } = new();
}
