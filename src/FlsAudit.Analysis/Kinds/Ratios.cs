using FlsAudit.Measures;
using FlsAudit.Model;
using FlsAudit.Standards;
using FlsAudit.Statistics;

namespace FlsAudit.Analysis.Kinds;

/// <summary>
/// Records over the fractures expected by a caseload. Only records of periods that the caseload covers are divided by it; over all periods those count in
/// which nobody sent a record too, since fractures were expected then. The caseload is taken as exact, so the limits are those of the count alone, and the
/// percentage may exceed 100. As everywhere, a site of which no record says whether it belongs has no value.
/// </summary>
internal sealed class Ratios(CubeTotals totals, CaseloadTable caseload, PeriodKind periodKind, int first, int last)
{
    private const string NoCaseload = "not computed: no caseload for this group covers the days of these records";

    private readonly string[] periods = first > last
        ? [.. totals.PeriodLabels]
        : [.. Enumerable.Range(Period.Of(periodKind, first).Number, Period.Of(periodKind, last).Number - Period.Of(periodKind, first).Number + 1)
            .Select(number => new Period(periodKind, number).Label).Union(totals.PeriodLabels)];

    /// <summary>The row of one site.</summary>
    public Result Of(ResultPlace place, PlanItem item)
    {
        var count = PolicyCount.Of(totals.Tally(item, place.Site, place.Period), UnknownPolicy.LeaveOut);
        return Row(place, count.Counts, count.Status, Matched(place.Site, place.Period, item), "");
    }

    /// <summary>The pooled row: the sites with both records and a caseload.</summary>
    public Result Pooled(ResultPlace place, PlanItem item)
    {
        (string Site, PolicyCount Count)[] sites = [.. totals.Sites.Select(site => (site, PolicyCount.Of(totals.Tally(item, site, place.Period), UnknownPolicy.LeaveOut)))];
        (PolicyCount Count, Match Match)[] matched = [.. sites.Select(site => (site.Count, Match: Matched(site.Site, place.Period, item))).Where(site => site.Match is not null).Select(site => (site.Count, site.Match!))];
        Match[] answered = [.. matched.Where(site => !IsSilent(site.Count.Status)).Select(site => site.Match)];

        var counts = PolicyCount.Pool([.. sites.Select(site => site.Count)]);
        var leftOut = sites.Length == matched.Length ? "" : $"; sites without a caseload left out: {sites.Length - matched.Length}";
        if (answered.Length < matched.Length) leftOut += $"; sites without any known answer left out: {matched.Length - answered.Length}";
        if (answered.Length > 0) return Row(place, counts.Counts, ResultStatus.Ok, answered.Aggregate((a, b) => a.Plus(b)), leftOut);
        return Row(place, counts.Counts, matched.Length > 0 ? matched.Max(site => site.Count.Status) : ResultStatus.NotComputed, matched.FirstOrDefault().Match, leftOut);
    }

    private static Result Row(ResultPlace place, OutcomeCounts counts, ResultStatus status, Match? match, string leftOut)
    {
        if (match is null || match.Expected <= 0)
            return place.Empty(counts, UnknownPolicy.LeaveOut, Units.Percent, match is null ? NoCaseload : "not computed: the caseload is 0", ResultStatus.NotComputed);
        var row = place.Empty(counts, UnknownPolicy.LeaveOut, Units.Percent, Method(match, leftOut), IsSilent(status) ? status : ResultStatus.Ok);
        if (row.Status != ResultStatus.Ok) return row;
        var value = Proportions.Percent(match.Records, match.Expected);
        return row with
        {
            Numerator = match.Records,
            Denominator = match.Expected,
            Value = value,
            Limits95 = Proportions.Percent(PoissonInterval.OfRatio(match.Records, match.Expected, ConfidenceLevel.Percent95)),
            Limits998 = Proportions.Percent(PoissonInterval.OfRatio(match.Records, match.Expected, ConfidenceLevel.Percent998)),
            Band = place.Measure.Bands?.Of(value),
        };
    }

    // No records at all is an answer, 0 of those expected; records that do not say are none.
    private static bool IsSilent(ResultStatus status) => status is ResultStatus.Unknown or ResultStatus.NotDue;

    private static string Method(Match match, string leftOut)
    {
        var method = "records over expected fractures, exact limits below 10 records and Byar's from 10, caseload taken as exact";
        if (match.IsProrated) method += "; caseload prorated by days";
        if (match.LeftOut > 0) method += $"; records outside the caseload's days left out: {match.LeftOut}";
        return method + leftOut;
    }

    private Match? Matched(string site, string period, PlanItem item)
    {
        var group = item.Part.CaseloadGroup!;
        long records = 0, leftOut = 0;
        var runs = new List<(int First, int Last)>();
        foreach (var label in period == Result.All ? periods : [period])
        {
            var met = totals.Tally(item, site, label).Met;
            if (RunOf(site, label, group) is { } run)
            {
                records += met;
                runs.Add(run);
            }
            else
            {
                leftOut += met;
            }
        }

        return caseload.Over(site, group, runs) is { } expected ? new Match(records, expected.Expected, expected.IsProrated, leftOut) : null;
    }

    // The days of a period within the report, unless there are records on days that the caseload does not cover.
    private (int First, int Last)? RunOf(string site, string label, string group)
    {
        if (!Period.TryParse(label, out var period)) return null;
        if (totals.Days(site, label) is { } days && !caseload.Covers(site, group, days.First, days.Last)) return null;
        return (Math.Max(period.FirstDay, first), Math.Min(period.LastDay, last));
    }

    private sealed record Match(double Records, double Expected, bool IsProrated, long LeftOut)
    {
        public Match Plus(Match other) =>
            new(Records + other.Records, Expected + other.Expected, IsProrated || other.IsProrated, LeftOut + other.LeftOut);
    }
}
