using FlsAudit.Model;

namespace FlsAudit.Import;

/// <summary>What an import found besides the records, which the sinks have.</summary>
/// <param name="Files">Every file of the input, in the order in which they were read.</param>
/// <param name="Reconciliations">What became of the rows, one entry per file of kind records, in the same order. Broken files have none.</param>
/// <param name="Findings">Facts about the input, by file, code, column and row.</param>
/// <param name="Caseload">The rows of the caseload file, with the sites' printed names.</param>
/// <param name="Sites">The rows of the sites file.</param>
public sealed record ImportResult(
    IReadOnlyList<ImportedFile> Files,
    IReadOnlyList<Reconciliation> Reconciliations,
    IReadOnlyList<Finding> Findings,
    IReadOnlyList<CaseloadRow> Caseload,
    IReadOnlyList<SiteAlias> Sites)
{
    /// <summary>Every name of a site that the files gave or that stands for a spelling in them, so that findings may print it; in ordinal order.</summary>
    public IReadOnlyList<string> SitesNamed { get; init; } = [];

    /// <summary>What became of the rows of each site, by file as in <see cref="Reconciliations"/> and by site.</summary>
    public IReadOnlyList<SiteReconciliation> SiteReconciliations { get; init; } = [];

    /// <summary>The columns with texts that fit no code, by file, sheet and column.</summary>
    public IReadOnlyList<UnreadCodes> UnreadCodes { get; init; } = [];
}
