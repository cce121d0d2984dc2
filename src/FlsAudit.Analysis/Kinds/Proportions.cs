using FlsAudit.Measures;
using FlsAudit.Standards;
using FlsAudit.Statistics;
using FlsAudit.Statistics.Intervals;

namespace FlsAudit.Analysis.Kinds;

/// <summary>Shares of a population with Wilson limits.</summary>
internal static class Proportions
{
    private const string Method = "proportion, Wilson score limits";

    /// <summary>The row of one site.</summary>
    public static Result Of(ResultPlace place, Tally tally, UnknownPolicy policy) =>
        Row(place, PolicyCount.Of(tally, policy), policy, Method);

    /// <summary>The pooled row; sites without any known answer stay out of it, and the method says how many.</summary>
    public static Result Pooled(ResultPlace place, IReadOnlyList<Tally> sites, UnknownPolicy policy)
    {
        PolicyCount[] counts = [.. sites.Select(tally => PolicyCount.Of(tally, policy))];
        var silent = counts.Count(count => count.Status == ResultStatus.Unknown);
        return Row(place, PolicyCount.Pool(counts), policy, silent == 0 ? Method : $"{Method}; sites without any known answer left out: {silent}");
    }

    private static Result Row(ResultPlace place, PolicyCount count, UnknownPolicy policy, string method)
    {
        var row = place.Empty(count.Counts, policy, Units.Percent, method, count.Status);
        if (count.Status != ResultStatus.Ok) return row;
        double numerator = count.Tally.Met, denominator = count.Denominator;
        var value = Percent(numerator, denominator);
        return row with
        {
            UnknownCounted = count.UnknownCounted,
            Numerator = numerator,
            Denominator = denominator,
            Value = value,
            Limits95 = Percent(WilsonInterval.Of(numerator, denominator, ConfidenceLevel.Percent95)),
            Limits998 = Percent(WilsonInterval.Of(numerator, denominator, ConfidenceLevel.Percent998)),
            Band = place.Measure.BandOf(value),
        };
    }

    /// <summary>
    /// The percentage of two counts, rounded once: 100 x / n is exact where it can be, while x / n * 100 puts 29 of 100 below 29 and 7 of 25 above 28, on the
    /// wrong side of a band.
    /// </summary>
    public static double Percent(double numerator, double denominator) => 100 * numerator / denominator;

    public static Limits Percent(Interval shares) => new(shares.Lower * 100, shares.Upper * 100);
}
