using FlsAudit.Measures;
using FlsAudit.Standards;
using FlsAudit.Statistics;
using FlsAudit.Statistics.Intervals;
using FlsAudit.Statistics.Quantiles;

namespace FlsAudit.Analysis.Kinds;

/// <summary>Medians and quartiles of days, exact from the histogram, with order-statistic limits of the median.</summary>
internal static class Durations
{
    /// <summary>The row of one site, or of all sites when the tally is their merge.</summary>
    public static Result Of(ResultPlace place, Tally tally)
    {
        // Records without a valid gap never enter a median, whatever the policy says of proportions.
        var count = PolicyCount.Of(tally, UnknownPolicy.LeaveOut);
        var window = place.Measure.Parts[0].Due!.Days;
        var method = $"median of gaps up to {window} days, type 7 quantiles, order-statistic limits";
        var status = count.Status == ResultStatus.Ok && tally.Met == 0 ? ResultStatus.NoCases : count.Status;
        var row = place.Empty(count.Counts, UnknownPolicy.LeaveOut, Units.Days, method, status);
        if (status != ResultStatus.Ok) return row;
        var histogram = tally.Histogram;
        var median = Quantile.Type7(histogram, 0.5);
        return row with
        {
            Denominator = tally.Met,
            Value = median,
            Limits95 = Limits(MedianInterval.Of(histogram, ConfidenceLevel.Percent95)),
            Limits998 = Limits(MedianInterval.Of(histogram, ConfidenceLevel.Percent998)),
            LowerQuartile = Quantile.Type7(histogram, 0.25),
            UpperQuartile = Quantile.Type7(histogram, 0.75),
            Band = place.Measure.BandOf(median),
        };
    }

    private static Limits? Limits(Interval? interval) => interval is { } limits ? new Limits(limits.Lower, limits.Upper) : null;
}
