using FlsAudit.Model;

namespace FlsAudit.Reports;

/// <summary>What a reader must know about a comparison of a table besides its numbers. It holds no clock: the same table gives the same context.</summary>
public sealed record ComparisonContext
{
    /// <summary>The program's version.</summary>
    public required string ToolVersion { get; init; }

    /// <summary>The arguments as the manifest lists them: name and value.</summary>
    public required IReadOnlyList<KeyValuePair<string, string>> Arguments { get; init; }

    /// <summary>The table.</summary>
    public required ReportInput Input { get; init; }

    /// <summary>Facts about the table.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }
}
