using FlsAudit.Model;

namespace FlsAudit.Analysis.Suppressing;

/// <summary>
/// Findings as they may be shown: which there are. Where, how often and in which words is for those who may see the records, unless a finding is about the whole
/// run and holds no number at all.
/// </summary>
internal static class ReleasedFindings
{
    public static IReadOnlyList<Finding> Of(IEnumerable<Finding> findings) =>
    [
        .. findings.Select(finding => IsHarmless(finding)
                ? finding with { Occurrences = 1, ExampleRows = [], ExampleValues = [] }
                : new Finding(finding.Code, finding.Severity, new Place(null), "Found in the input or in the records; where and how often is shown under the internal policy only.", "Ask those who made the report, or make it again with the internal policy."))
            .Distinct(),
    ];

    private static bool IsHarmless(Finding finding) =>
        finding.Place == new Place(null) && finding.Occurrences == 1 && finding.ExampleRows.Count == 0 && !finding.Message.Concat(finding.Expected).Any(char.IsDigit);
}
