using FlsAudit.Measures;
using FlsAudit.Standards;
using FlsAudit.Statistics;
using FlsAudit.Statistics.Intervals;

namespace FlsAudit.Analysis.Kinds;

/// <summary>
/// How completely fields are filled. With a rule: the number of fields with more missing than the rule allows, per site, and over sites the share of sites
/// with few enough such fields. Without a rule: the share of values that are there.
/// </summary>
internal static class CompletenessResults
{
    /// <summary>The row of one site from the tallies of the measure's parts.</summary>
    public static Result Of(ResultPlace place, IReadOnlyList<Tally> parts)
    {
        var counts = PolicyCount.Of(parts.Aggregate(Tally.Empty, (sum, part) => sum.Merge(part)), UnknownPolicy.LeaveOut);
        var rule = place.Measure.Completeness;
        var row = place.Empty(counts.Counts, UnknownPolicy.LeaveOut, rule is null ? Units.Percent : Units.Fields, Method(rule), counts.Status);
        if (counts.Status != ResultStatus.Ok) return row;
        Tally[] judged = [.. parts.Where(part => part.Met + part.NotMet > 0)];
        if (rule is null)
        {
            double present = counts.Tally.Met, values = counts.Denominator;
            return WithValue(row, present, values, Proportions.Percent(present, values));
        }

        var incomplete = judged.Count(part => rule.Counts(Proportions.Percent(part.NotMet, part.Met + part.NotMet)));
        return WithValue(row, incomplete, judged.Length, incomplete);
    }

    /// <summary>The pooled row. Without a rule the values of all sites are pooled.</summary>
    public static Result Pooled(ResultPlace place, IReadOnlyList<Result> sites, IReadOnlyList<Tally> parts)
    {
        if (place.Measure.Completeness is not { } rule) return Of(place, parts);
        Result[] withValue = [.. sites.Where(site => site.Status == ResultStatus.Ok)];
        var pooled = PolicyCount.Of(parts.Aggregate(Tally.Empty, (sum, part) => sum.Merge(part)), UnknownPolicy.LeaveOut);
        var method = $"sites with fewer than {rule.FewerThan} fields over {rule.MissingOver:0.##} % missing, out of sites with records; Wilson score limits";
        var status = withValue.Length > 0 ? ResultStatus.Ok : pooled.Status;
        var row = place.Empty(pooled.Counts, UnknownPolicy.LeaveOut, Units.Percent, FormattableString.Invariant($"{method}"), status);
        if (withValue.Length == 0) return row;
        double good = withValue.Count(site => rule.IsGood(site.Value!.Value)), all = withValue.Length;
        return row with
        {
            Numerator = good,
            Denominator = all,
            Value = Proportions.Percent(good, all),
            Limits95 = Proportions.Percent(WilsonInterval.Of(good, all, ConfidenceLevel.Percent95)),
            Limits998 = Proportions.Percent(WilsonInterval.Of(good, all, ConfidenceLevel.Percent998)),
        };
    }

    private static Result WithValue(Result row, double numerator, double denominator, double value) =>
        row with { Numerator = numerator, Denominator = denominator, Value = value, Band = row.Measure.BandOf(value) };

    private static string Method(CompletenessRule? rule) => rule is null
        ? "values present out of values looked for; no limits, since the values of one record hang together"
        : FormattableString.Invariant($"fields with more than {rule.MissingOver:0.##} % missing");
}
