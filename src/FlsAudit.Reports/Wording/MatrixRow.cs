using FlsAudit.Analysis;
using FlsAudit.Standards;

namespace FlsAudit.Reports.Wording;

/// <summary>A row of the matrix of measures by site, over all periods.</summary>
/// <param name="Measure">What it is about.</param>
/// <param name="Title">Its name, with mark and caseload group where there is one.</param>
/// <param name="Results">All sites first, then each site; null where the report holds none.</param>
internal sealed record MatrixRow(MeasureDefinition Measure, string Title, IReadOnlyList<Result?> Results)
{
    /// <summary>The unit of the sites, since the pooled value may have another.</summary>
    public string Unit => Results.OfType<Result>().LastOrDefault()?.Unit ?? "";

    /// <summary>What the cell at a position says when the report holds no result for it.</summary>
    public ResultStatus Without(ReleasedReport report, int position) =>
        Missing.Status(report.Find(Measure.Id, position == 0 ? Result.All : report.Sites[position - 1], Result.All), ResultStatus.NotComputed);

    /// <summary>The whole of the measure, and beneath it each caseload group or window of time that has a value anywhere.</summary>
    public static IEnumerable<MatrixRow> Of(ReleasedReport report, MeasureDefinition measure)
    {
        yield return new MatrixRow(
            measure, ProvenanceMark.Titled(measure, measure.Title + BothAnswers.Suffix(measure)), [.. report.Sites.Prepend(Result.All).Select(site => report.Find(measure.Id, site, Result.All))]);
        if (measure.Kind != MeasureKind.Ratio && measure.Timing is null) yield break;
        var groups = report.Results.Where(result => result.Measure.Id == measure.Id && result.Period == Result.All && BothAnswers.IsHeadline(result) && ShowsBeneath(result))
            .GroupBy(result => result.Category);
        foreach (var group in groups.Where(group => group.Any(result => result.Value is not null)))
        {
            var bySite = group.ToDictionary(result => result.Site, StringComparer.Ordinal);
            // A group is known by its label, and the mark stays at the end.
            var title = ProvenanceMark.Titled(measure, $"{measure.Title}: {BreakdownText.Category(group.First()).ToLowerInvariant()}");
            yield return new MatrixRow(measure, title, [.. report.Sites.Prepend(Result.All).Select(site => bySite.GetValueOrDefault(site))]);
        }
    }

    // Other breakdowns have tables of their own.
    private static bool ShowsBeneath(Result result) =>
        result.Breakdown.Length > 0 && result.Measure.By.All(by => by.Name != result.Breakdown)
        && (result.Measure.Timing is null || result.Breakdown == BreakdownText.Window);
}
