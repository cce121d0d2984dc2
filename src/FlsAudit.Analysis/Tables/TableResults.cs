using FlsAudit.Analysis.Periods;
using FlsAudit.Analysis.Sites;
using FlsAudit.Standards;

namespace FlsAudit.Analysis.Tables;

/// <summary>What inference made of a table, before release. Nothing outside this project can look into it.</summary>
public sealed class TableResults
{
    internal TableResults(TableRequest request) => Request = request;

    internal TableRequest Request { get; }

    internal IReadOnlyList<SiteComparison> SiteComparisons { get; init; } = [];

    internal IReadOnlyList<PeriodSeries> Series { get; init; } = [];

    internal IReadOnlyList<PeriodChart> Charts { get; init; } = [];

    internal IReadOnlyList<PeriodDifference> Differences { get; init; } = [];

    internal IReadOnlyList<PeriodTrend> Trends { get; init; } = [];

    internal IReadOnlyList<string> Sentences { get; init; } = [];

    internal IReadOnlyList<string> Notes { get; init; } = [];
}

/// <summary>A comparison that may be shown. Only <see cref="Disclosure"/> makes one.</summary>
public sealed record ReleasedComparison
{
    internal ReleasedComparison()
    {
    }

    /// <summary>The policy under which it was released.</summary>
    public required DisclosurePolicy Policy { get; init; }

    /// <summary>The table's name.</summary>
    public required string Table { get; init; }

    /// <summary>The comparison.</summary>
    public required TableChart Chart { get; init; }

    /// <summary>The target, in the unit of the values; null when there is none.</summary>
    public double? Target { get; init; }

    /// <summary>Sites against their pooled value, over all periods first; by measure in the order of the table.</summary>
    public required IReadOnlyList<SiteComparison> SiteComparisons { get; init; }

    /// <summary>The sites of each of the <see cref="SiteComparisons"/> in order, in the same order.</summary>
    public IReadOnlyList<SiteRanking> SiteRankings => field ??= [.. SiteComparisons.Select(comparison => SiteRanking.Of(comparison, OutlierPolicy.None))];

    /// <summary>The periods that were compared, by measure and site; empty where only sites were.</summary>
    public required IReadOnlyList<PeriodSeries> Series { get; init; }

    /// <summary>Control and run charts by measure and site.</summary>
    public required IReadOnlyList<PeriodChart> Charts { get; init; }

    /// <summary>Differences by measure and site.</summary>
    public required IReadOnlyList<PeriodDifference> Differences { get; init; }

    /// <summary>Trends by measure and site.</summary>
    public required IReadOnlyList<PeriodTrend> Trends { get; init; }

    /// <summary>One plain sentence for each comparison, those that could not be made included.</summary>
    public required IReadOnlyList<string> Sentences { get; init; }

    /// <summary>What must be known besides, each once.</summary>
    public required IReadOnlyList<string> Notes { get; init; }
}
