using FlsAudit.Analysis.Periods;
using FlsAudit.Model;
using FlsAudit.Standards;

namespace FlsAudit.Analysis.Tables;

/// <summary>A table and how it is compared.</summary>
public sealed record TableRequest
{
    /// <summary>What was counted.</summary>
    public required ComparisonTable Table { get; init; }

    /// <summary>The comparison.</summary>
    public required TableChart Chart { get; init; }

    /// <summary>Which direction is better; none unless somebody says.</summary>
    public Better Better { get; init; } = Better.None;

    /// <summary>The special-cause rules; null for those that go with the chart.</summary>
    public RulePreset? Preset { get; init; }

    /// <summary>The value to reach, in percent for counts; null when there is none.</summary>
    public double? Target { get; init; }
}
