using FlsAudit.Analysis;
using FlsAudit.Model;
using FlsAudit.Reports;
using FlsAudit.Standards;

namespace FlsAudit.Jobs;

/// <summary>One line of the closing table: a measure over all sites and periods.</summary>
/// <param name="Id">The measure.</param>
/// <param name="Title">For people.</param>
/// <param name="Value">The pooled value in words, or why there is none.</param>
/// <param name="Limits">Its 95 % limits; empty when there are none.</param>
/// <param name="Count">Its counts; empty when there are none.</param>
/// <param name="Outside">Sites outside the 99.8 % limits with the side they are on; null when there is no funnel.</param>
/// <param name="Provenance">How sure the definition is.</param>
public sealed record MeasureSummary(string Id, string Title, string Value, string Limits, string Count, IReadOnlyList<string>? Outside, ProvenanceStatus Provenance)
{
    /// <summary>The lines of a released report, in order of presentation.</summary>
    internal static IReadOnlyList<MeasureSummary> Of(ReleasedReport report) =>
    [
        .. from set in report.Sets
           from measure in set.Measures
           from result in report.Results
           where result.Measure == measure && result.Site == Result.All && result.Period == Result.All && Shows(result)
           let printed = PrintedResult.Of(result)
           select new MeasureSummary(
               measure.Id,
               FullTitle(result),
               printed.Value,
               printed.Limits,
               printed.Count,
               result.Breakdown.Length == 0 ? OutsideOf(report.Funnel(measure.Id)) : null,
               measure.WeakestProvenance),
    ];

    private static string FullTitle(Result result) =>
        result.Measure.Title
        + (result.Breakdown.Length == 0 ? "" : $": {result.Category}")
        + (result.Measure.Unknown == UnknownPolicy.ReportBoth ? result.Policy == UnknownPolicy.NotMet ? " (unknown counts as not met)" : " (unknown left out)" : "");

    // The whole of a measure, and the caseload groups of a ratio that have a value.
    private static bool Shows(Result result) =>
        result.Breakdown.Length == 0 || (result.Measure.Kind == MeasureKind.Ratio && result.Status == ResultStatus.Ok);

    private static IReadOnlyList<string>? OutsideOf(SiteComparison? funnel) => funnel is null
        ? null
        : [.. from site in funnel.Sites
              let flag = funnel.HeadlineFlag(site)
              where flag is FunnelFlag.Low998 or FunnelFlag.High998
              select $"{site.Site} ({(flag == FunnelFlag.High998 ? "high" : "low")})"];
}
