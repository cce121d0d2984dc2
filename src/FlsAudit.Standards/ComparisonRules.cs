namespace FlsAudit.Standards;

/// <summary>How sites are compared, as a standards folder declares it.</summary>
public sealed record ComparisonRules
{
    /// <summary>Nothing declared: no words for outliers, and nothing to standardise by.</summary>
    public static ComparisonRules None { get; } = new();

    /// <summary>The words for outliers.</summary>
    public OutlierPolicy Outliers { get; init; } = OutlierPolicy.None;

    /// <summary>What makes the groups of patients within which sites are compared like with like, all of it crossed; empty for no standardisation.</summary>
    public IReadOnlyList<Breakdown> StandardiseBy { get; init; } = [];
}
