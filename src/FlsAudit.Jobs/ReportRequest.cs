using FlsAudit.Analysis;
using FlsAudit.Analysis.Periods;
using FlsAudit.Import;
using FlsAudit.Model;

namespace FlsAudit.Jobs;

/// <summary>What unknown answers count as in a run.</summary>
public enum UnknownSetting
{
    /// <summary>As not met.</summary>
    NotMet,

    /// <summary>Not at all.</summary>
    LeaveOut,

    /// <summary>Both, a row each.</summary>
    ReportBoth,
}

/// <summary>What <c>flsaudit report</c> was asked for.</summary>
public sealed record ReportRequest
{
    /// <summary>What to read.</summary>
    public required InputOptions Input { get; init; }

    /// <summary>The day up to which the data are complete. It is never guessed: every outcome depends on it.</summary>
    public required DateOnly AsAt { get; init; }

    /// <summary>The folder that the report appears in.</summary>
    public required string Output { get; init; }

    /// <summary>Standard sets by name; empty for those that the profiles name.</summary>
    public IReadOnlyList<string> Sets { get; init; } = [];

    /// <summary>The length of periods.</summary>
    public PeriodKind Period { get; init; } = PeriodKind.Quarter;

    /// <summary>What unknown answers count as, in place of each definition's own policy; null to leave that.</summary>
    public UnknownSetting? Unknown { get; init; }

    /// <summary>Whether deaths before the window closes are excluded, in place of each set's own setting; null to leave that.</summary>
    public bool? ExcludesDeaths { get; init; }

    /// <summary>Breakdowns and code fields to break results down by, one at a time.</summary>
    public IReadOnlyList<string> By { get; init; } = [];

    /// <summary>How the limits of funnels are computed.</summary>
    public FunnelLimitKind FunnelLimits { get; init; } = FunnelLimitKind.Exact;

    /// <summary>How periods are charted; null for a p chart, or a p′ chart where that would flag nearly everything.</summary>
    public ChartType? ControlChart { get; init; }

    /// <summary>Which patterns count as a special cause; null for those that go with the chart.</summary>
    public RulePreset? Preset { get; init; }

    /// <summary>What may be shown.</summary>
    public DisclosurePolicy Disclosure { get; init; } = DisclosurePolicy.Internal;

    /// <summary>
    /// Whether letters stand for sites, and numbers for files, in all that is written. It protects from readers who do not know the sites' numbers, and from nobody
    /// who does; <see cref="ReportOutcome.Key"/> says which is which.
    /// </summary>
    public bool AnonymiseSites { get; init; }

    /// <summary>
    /// Whether the workbook names the records whose next window closes within <see cref="WorklistRequest.UsualDays"/> days; under the internal policy only.
    /// </summary>
    public bool IncludeWorklist { get; init; }

    /// <summary>A new file for the rows that could not be placed, to be corrected and read again; null when nobody wants it. It is no part of the report.</summary>
    public string? WriteRejected { get; init; }

    /// <summary>Whether an input that cannot be read ends the job with <see cref="ExitCode.Input"/>; the report is written all the same.</summary>
    public bool Strict { get; init; }

    /// <summary>Findings of this severity or above end the job with <see cref="ExitCode.Findings"/>; null for none.</summary>
    public Severity? FailOn { get; init; }
}

/// <summary>What a report job did.</summary>
/// <param name="ExitCode">How the command line ends.</param>
/// <param name="Measures">A line per measure, over all sites and periods.</param>
/// <param name="Reconciliations">What became of the rows, per file.</param>
/// <param name="Findings">Facts about the input and the records.</param>
/// <param name="BrokenFiles">Inputs that could not be read, by name.</param>
/// <param name="Outputs">The files written, relative to the output folder.</param>
public sealed record ReportOutcome(
    ExitCode ExitCode,
    IReadOnlyList<MeasureSummary> Measures,
    IReadOnlyList<Reconciliation> Reconciliations,
    IReadOnlyList<Finding> Findings,
    IReadOnlyList<string> BrokenFiles,
    IReadOnlyList<string> Outputs)
{
    /// <summary>The column of the files to correct that says why a row was rejected, and that is cleared once it is right.</summary>
    public static string ReasonColumn => CorrectionColumns.Reason;

    /// <summary>The files of rows to correct that were asked for; empty when no row was rejected.</summary>
    public IReadOnlyList<string> ToCorrect { get; init; } = [];

    /// <summary>Where sites are anonymous: each letter with its site and each number with its file, for the one who made the report; otherwise empty.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Key { get; init; } = [];
}
