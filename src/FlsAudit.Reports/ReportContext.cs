using FlsAudit.Model;
using FlsAudit.Standards;

namespace FlsAudit.Reports;

/// <summary>One file of the input as the report names it.</summary>
/// <param name="Path">Relative to the input, with forward slashes.</param>
/// <param name="Kind">For example "records, uk-fls-db" or "caseload".</param>
/// <param name="Sha256">Lower-case hexadecimal.</param>
public sealed record ReportInput(string Path, string Kind, string Sha256);

/// <summary>What a reader must know about the run itself. It holds no clock: the same input gives the same context.</summary>
public sealed record ReportContext
{
    /// <summary>The program's version.</summary>
    public required string ToolVersion { get; init; }

    /// <summary>The day up to which the data are complete.</summary>
    public required DateOnly AsAt { get; init; }

    /// <summary>The registry layouts that were read, for people.</summary>
    public required IReadOnlyList<RegistryProfile> Registries { get; init; }

    /// <summary>The arguments as the manifest lists them: name and value.</summary>
    public required IReadOnlyList<KeyValuePair<string, string>> Arguments { get; init; }

    /// <summary>The files that went in.</summary>
    public required IReadOnlyList<ReportInput> Inputs { get; init; }

    /// <summary>What became of the rows, per file.</summary>
    public required IReadOnlyList<Reconciliation> Reconciliations { get; init; }

    /// <summary>Facts about the input.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>What services answered about themselves, as given; none when no answers were read.</summary>
    public OrganisationAnswers Organisation { get; init; } = OrganisationAnswers.None;

    /// <summary>Remarks about the data set that every output must carry, for example that some counts are reconstructions.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];
}
