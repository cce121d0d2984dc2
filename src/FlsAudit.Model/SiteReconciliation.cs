namespace FlsAudit.Model;

/// <summary>What became of the rows of one site in one file. Over the sites of a file they add up to its <see cref="Reconciliation"/>.</summary>
/// <param name="File">Path relative to the input.</param>
/// <param name="Site">The site as reports print it; null for the rows that do not say: their site is blank, or their cells have shifted.</param>
/// <param name="Used">Rows that became records.</param>
/// <param name="Duplicate">Rows that a later submission replaced.</param>
/// <param name="Rejected">Rows that could not be placed.</param>
/// <param name="OutOfRange">Rows outside the dates asked for.</param>
public sealed record SiteReconciliation(string File, string? Site, long Used, long Duplicate, long Rejected, long OutOfRange)
{
    /// <summary>All of them.</summary>
    public long Read => Used + Duplicate + Rejected + OutOfRange;
}
