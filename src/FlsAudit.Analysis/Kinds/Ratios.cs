using FlsAudit.Measures;
using FlsAudit.Model;
using FlsAudit.Standards;
using FlsAudit.Statistics;

namespace FlsAudit.Analysis.Kinds;

/// <summary>
/// Records over the fractures expected by a caseload. Over all periods the expected fractures are those of every caseload row that the records reach into,
/// cut only by the days asked for and the as-at date: days on which nobody was found count as days on which nobody was found, and the length of periods
/// makes no difference. Periods with records on days that the caseload does not cover are left out on both sides. The caseload is taken as exact, so the
/// limits are those of the count alone, and the percentage may exceed 100. As everywhere, a site of which no record says whether it belongs has no value.
/// </summary>
internal sealed class Ratios(CubeTotals totals, CaseloadTable caseload, ReportedDays days)
{
    private const int MostBases = 3;
    private const string NoCaseload = "not computed: no caseload for this group covers the days of these records";

    /// <summary>The row of one site.</summary>
    public Result Of(ResultPlace place, PlanItem item)
    {
        var count = PolicyCount.Of(totals.Tally(item, place.Site, place.Period), UnknownPolicy.LeaveOut);
        return Row(place, count.Counts, count.Status, Matched(place.Site, place.Period, item), "");
    }

    /// <summary>The pooled row: the sites with records anywhere in the report, a caseload for the period, and an answer.</summary>
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
        if (match is null || match.Caseload.Expected <= 0)
            return place.Empty(counts, UnknownPolicy.LeaveOut, Units.Percent, match is null ? NoCaseload : "not computed: the caseload is 0", ResultStatus.NotComputed);
        var row = place.Empty(counts, UnknownPolicy.LeaveOut, Units.Percent, Method(match, leftOut), IsSilent(status) ? status : ResultStatus.Ok);
        if (row.Status != ResultStatus.Ok) return row;
        var value = Proportions.Percent(match.Records, match.Caseload.Expected);
        return row with
        {
            Numerator = match.Records,
            Denominator = match.Caseload.Expected,
            Value = value,
            Limits95 = Proportions.Percent(PoissonInterval.OfRatio(match.Records, match.Caseload.Expected, ConfidenceLevel.Percent95)),
            Limits998 = Proportions.Percent(PoissonInterval.OfRatio(match.Records, match.Caseload.Expected, ConfidenceLevel.Percent998)),
            Band = place.Measure.Bands?.Of(value),
        };
    }

    // No records at all is an answer, 0 of those expected; records that do not say are none.
    private static bool IsSilent(ResultStatus status) => status is ResultStatus.Unknown or ResultStatus.NotDue;

    private static string Method(Match match, string leftOut)
    {
        var method = "records over expected fractures, exact limits below 10 records and Byar's from 10, caseload taken as exact";
        if (match.Caseload.IsProrated) method += "; caseload prorated by days";
        if (match.Caseload.Bases.Count > 0) method += $"; caseload: {(match.Caseload.Bases.Count > MostBases ? "several bases" : string.Join(" / ", match.Caseload.Bases))}";
        if (match.LeftOut > 0) method += $"; records outside the caseload's days left out: {match.LeftOut}";
        return method + leftOut;
    }

    private Match? Matched(string site, string period, PlanItem item)
    {
        var group = item.Part.CaseloadGroup!;
        if (period == Result.All && caseload.Whole(site, group) is { } whole)
            return new Match(totals.Tally(item, site, Result.All).Met, whole, 0);

        List<(int First, int Last)> runs = period == Result.All
            ? [(days.From ?? caseload.StartOfRows(site, group, days.FirstFracture, days.Last), days.Last)]
            : RunOf(period) is { } run ? [run] : [];
        long records = 0, leftOut = 0;
        foreach (var label in period == Result.All ? totals.PeriodLabels : [period])
        {
            var met = totals.Tally(item, site, label).Met;
            if (IsCovered(site, label, group))
            {
                records += met;
            }
            else
            {
                leftOut += met;
                if (RunOf(label) is { } uncovered) runs = Without(runs, uncovered);
            }
        }

        return caseload.Over(site, group, runs) is { } expected ? new Match(records, expected, leftOut) : null;
    }

    // The days of a period within the report; null for records without a date.
    private (int First, int Last)? RunOf(string label) =>
        Period.TryParse(label, out var period) ? (Math.Max(period.FirstDay, days.From ?? period.FirstDay), Math.Min(period.LastDay, days.Last)) : null;

    private bool IsCovered(string site, string label, string group) =>
        label != Result.UnknownPeriod && (totals.Days(site, label) is not { } records || caseload.Covers(site, group, records.First, records.Last));

    private static List<(int First, int Last)> Without(List<(int First, int Last)> runs, (int First, int Last) gap) =>
    [
        .. runs.SelectMany(run => new[] { (run.First, Last: Math.Min(run.Last, gap.First - 1)), (First: Math.Max(run.First, gap.Last + 1), run.Last) })
            .Where(run => run.First <= run.Last),
    ];

    private sealed record Match(double Records, ExpectedFractures Caseload, long LeftOut)
    {
        public Match Plus(Match other) => new(Records + other.Records, Caseload.Plus(other.Caseload), LeftOut + other.LeftOut);
    }
}
