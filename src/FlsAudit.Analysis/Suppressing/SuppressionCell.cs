namespace FlsAudit.Analysis.Suppressing;

/// <summary>One place of a table that adds up: a site, or all sites, and a period or a category.</summary>
/// <param name="Row">The number of its row among the rows of the table.</param>
/// <param name="Column">The number of its column.</param>
/// <param name="IsTotal">Whether it is the total of its column.</param>
/// <param name="Counts">Disjoint counts of records; each of them adds up over the table.</param>
internal sealed record SuppressionCell(int Row, int Column, bool IsTotal, IReadOnlyList<long> Counts)
{
    /// <summary>All its records.</summary>
    public long Size { get; } = Counts.Sum();

    /// <summary>Whether it is withheld.</summary>
    public bool IsSuppressed { get; set; }
}
