using System.Globalization;
using FlsAudit.Analysis;
using FlsAudit.Model;
using FlsAudit.Standards;

namespace FlsAudit.Reports.Wording;

/// <summary>The words that outputs print for states; csv files promise exactly these.</summary>
internal static class Words
{
    public static string Of(ResultStatus status) => status switch
    {
        ResultStatus.Ok => "ok",
        ResultStatus.NoCases => "no cases",
        ResultStatus.NotDue => "not due",
        ResultStatus.Unknown => "unknown",
        ResultStatus.Suppressed => "suppressed",
        ResultStatus.NotComputed => "not computed",
        ResultStatus.NoDataSubmitted => "no data submitted",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "There is no word for this status."),
    };

    public static string Of(FunnelFlag flag) => flag switch
    {
        FunnelFlag.InLimits => "in limits",
        FunnelFlag.Low95 => "low 95",
        FunnelFlag.High95 => "high 95",
        FunnelFlag.Low998 => "low 99.8",
        FunnelFlag.High998 => "high 99.8",
        _ => throw new ArgumentOutOfRangeException(nameof(flag), flag, "There is no word for this flag."),
    };

    public static string Of(UnknownPolicy policy) => policy switch
    {
        UnknownPolicy.NotMet => "not-met",
        UnknownPolicy.LeaveOut => "leave-out",
        UnknownPolicy.ReportBoth => "report-both",
        _ => throw new ArgumentOutOfRangeException(nameof(policy), policy, "There is no word for this policy."),
    };

    public static string Of(ProvenanceStatus status) => status switch
    {
        ProvenanceStatus.Verified => "verified",
        ProvenanceStatus.Secondary => "secondary",
        ProvenanceStatus.Recalled => "recalled",
        ProvenanceStatus.Inferred => "inferred",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "There is no word for this provenance."),
    };

    public static string Of(Severity severity) => severity switch
    {
        Severity.Information => "information",
        Severity.Warning => "warning",
        Severity.Error => "error",
        _ => throw new ArgumentOutOfRangeException(nameof(severity), severity, "There is no word for this severity."),
    };

    public static string Of(RowFate fate) => fate switch
    {
        RowFate.Used => "used",
        RowFate.Duplicate => "duplicate",
        RowFate.Rejected => "rejected",
        RowFate.OutOfRange => "out of range",
        _ => throw new ArgumentOutOfRangeException(nameof(fate), fate, "There is no word for this fate."),
    };

    public static string Of(FractureDateBasis basis) => basis switch
    {
        FractureDateBasis.Injury => "injury",
        FractureDateBasis.Diagnosis => "diagnosis",
        _ => throw new ArgumentOutOfRangeException(nameof(basis), basis, "There is no word for this basis."),
    };

    /// <summary>Where a site lies, as part of a sentence.</summary>
    public static string Sentence(FunnelFlag flag) => flag switch
    {
        FunnelFlag.InLimits => "within the limits",
        FunnelFlag.Low95 => "below the 95 % limit",
        FunnelFlag.High95 => "above the 95 % limit",
        FunnelFlag.Low998 => "below the 99.8 % limit",
        FunnelFlag.High998 => "above the 99.8 % limit",
        _ => throw new ArgumentOutOfRangeException(nameof(flag), flag, "There is no word for this flag."),
    };

    /// <summary>The line that every sheet and page carries.</summary>
    public static string PolicyLine(DisclosurePolicy policy) => policy switch
    {
        { IsInternal: true } => "Internal: not for publication",
        { RoundTo: 1 } => string.Create(CultureInfo.InvariantCulture, $"Released as {policy.Word}: counts of 1 to {policy.Below - 1} are suppressed, with what they could be recovered from"),
        _ => string.Create(CultureInfo.InvariantCulture, $"Released as {policy.Word}: counts of 1 to {policy.Below - 1} are suppressed, with what they could be recovered from; other counts are rounded to the nearest {policy.RoundTo}"),
    };
}
