using FlsAudit.Analysis;
using FlsAudit.Analysis.Periods;
using FlsAudit.Standards;

namespace FlsAudit.Reports.Wording;

/// <summary>What the comparisons of periods say of a measure, in sentences.</summary>
internal static class PeriodText
{
    private const double Level = 0.05;

    /// <summary>The chart of all sites in words: its sentence and what must be known besides; empty when there is none.</summary>
    public static string Chart(PeriodChart chart) => string.Join(' ', chart.Notes.Prepend(chart.Sentence));

    /// <summary>
    /// The latest changes of all sites together; then each site whose chart shows more than chance explains or was decided about, and each whose trend does.
    /// </summary>
    public static IReadOnlyList<string> Of(ReleasedReport report, MeasureDefinition measure)
    {
        var differences = report.Differences.Where(difference => difference.Measure == measure.Id && difference.Site == Result.All).ToList();
        var trends = report.Trends.Where(trend => trend.Measure == measure.Id).ToList();
        return
        [
            .. new[] { DifferenceKind.PeriodBefore, DifferenceKind.YearEarlier }
                .Select(kind => differences.LastOrDefault(difference => difference.Kind == kind && difference.Incomplete.Count == 0)).OfType<PeriodDifference>().Select(difference => difference.Sentence),
            .. trends.Where(trend => trend.Site == Result.All).Select(trend => trend.Sentence),
            .. report.Charts.Where(chart => chart.Measure == measure.Id && chart.Site != Result.All && chart.Points.Any(point => point.Signals.Count > 0))
                .Select(chart => chart.SuggestedStep is { } step ? $"{chart.Sentence} A step may have happened at {step}; if you know why, re-base there." : chart.Sentence),
            .. trends.Where(trend => trend.Site != Result.All && trend.P < Level).Select(trend => trend.Sentence),
        ];
    }
}
