using FlsAudit.Model;
using FlsAudit.Standards;

namespace FlsAudit.Analysis.Periods;

/// <summary>The series of a report: a measure at a site, or at all sites together, period by period.</summary>
internal static class ReportedSeries
{
    /// <summary>The series of each site, all sites together first.</summary>
    /// <param name="measure">A share of records.</param>
    /// <param name="rows">Its results, of one policy and of no category.</param>
    /// <param name="periods">The dated periods in calendar order.</param>
    /// <param name="asAt">The day up to which the data are complete.</param>
    public static IReadOnlyList<PeriodSeries> Of(MeasureDefinition measure, IEnumerable<Result> rows, IReadOnlyList<Period> periods, int asAt) =>
    [
        .. rows.GroupBy(row => row.Site, StringComparer.Ordinal).Select(site =>
        {
            var byPeriod = site.ToDictionary(row => row.Period, StringComparer.Ordinal);
            return new PeriodSeries
            {
                Measure = measure.Id,
                Title = measure.Title,
                Site = site.Key,
                Better = measure.Better,
                Target = TargetOf(measure),
                Points = [.. periods.Select(period => PointOf(period, byPeriod.GetValueOrDefault(period.Label), asAt))],
            };
        }),
    ];

    // A period is complete when every window in it has closed by the due rule, and it is itself over.
    private static PeriodPoint PointOf(Period period, Result? row, int asAt)
    {
        var isIncomplete = period.LastDay > asAt || row?.Counts.NotDue > 0;
        return row is { Status: ResultStatus.Ok, Numerator: { } numerator, Denominator: { } denominator }
            ? PeriodPoint.OfCounts(period.Label, numerator, denominator, isIncomplete)
            : PeriodPoint.Without(period.Label, isIncomplete);
    }

    // The end of the green band on the side where better values lie beyond it.
    private static double? TargetOf(MeasureDefinition measure) => (measure.Better, measure.Bands?.Green) switch
    {
        (Better.Higher, { Operator: ">" or ">=" } green) => green.Threshold,
        (Better.Lower, { Operator: "<" or "<=" } green) => green.Threshold,
        _ => null,
    };
}
