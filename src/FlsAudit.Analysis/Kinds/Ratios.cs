using FlsAudit.Measures;
using FlsAudit.Model;
using FlsAudit.Standards;
using FlsAudit.Statistics;

namespace FlsAudit.Analysis.Kinds;

/// <summary>
/// Records over the fractures expected by a caseload. Only records of periods that the caseload covers are divided by it. The caseload is taken as
/// exact, so the limits are those of the count alone, and the percentage may exceed 100.
/// </summary>
internal sealed class Ratios(CubeTotals totals, CaseloadTable caseload, int? from, int to)
{
    private const string NoCaseload = "not computed: no caseload for this group covers the days of these records";

    /// <summary>The row of one site.</summary>
    public Result Of(ResultPlace place, PlanItem item)
    {
        var tally = totals.Tally(item, place.Site, place.Period);
        return Row(place, PolicyCount.CountsOf(tally), Matched(place.Site, place.Period, item), 1, 1);
    }

    /// <summary>The pooled row: the sites with both records and a caseload.</summary>
    public Result Pooled(ResultPlace place, PlanItem item)
    {
        var tally = totals.Sites.Aggregate(Tally.Empty, (sum, site) => sum.Merge(totals.Tally(item, site, place.Period)));
        Match[] matches = [.. totals.Sites.Select(site => Matched(site, place.Period, item)).OfType<Match>()];
        var sum = matches.Length == 0 ? null : matches.Aggregate((a, b) => a.Plus(b));
        return Row(place, PolicyCount.CountsOf(tally), sum, matches.Length, totals.Sites.Count);
    }

    private static Result Row(ResultPlace place, OutcomeCounts counts, Match? match, int sites, int allSites)
    {
        if (match is null || match.Expected <= 0)
            return place.Empty(counts, UnknownPolicy.LeaveOut, Units.Percent, match is null ? NoCaseload : "not computed: the caseload is 0", ResultStatus.NotComputed);
        var row = place.Empty(counts, UnknownPolicy.LeaveOut, Units.Percent, Method(match, sites, allSites), ResultStatus.Ok);
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

    private static string Method(Match match, int sites, int allSites)
    {
        var method = "records over expected fractures, exact limits below 10 records and Byar's from 10, caseload taken as exact";
        if (match.IsProrated) method += "; caseload prorated by days";
        if (match.LeftOut > 0) method += $"; records outside the caseload's days left out: {match.LeftOut}";
        if (sites < allSites) method += $"; sites without a caseload left out: {allSites - sites}";
        return method;
    }

    // A period matches when the caseload covers the days of its records; the records of other periods are left out and counted.
    private Match? Matched(string site, string period, PlanItem item)
    {
        var group = item.Part.CaseloadGroup!;
        var runs = new List<(int First, int Last)>();
        long records = 0, leftOut = 0;
        foreach (var label in totals.PeriodLabels)
        {
            if (period != Result.All && period != label) continue;
            var met = totals.Tally(item, site, label).Met;
            if (CoveredDays(site, label, group) is { } run)
            {
                runs.Add(run);
                records += met;
            }
            else
            {
                leftOut += met;
            }
        }

        return caseload.Over(site, group, runs) is { } expected ? new Match(records, expected.Expected, expected.IsProrated, leftOut) : null;
    }

    private (int First, int Last)? CoveredDays(string site, string label, string group)
    {
        if (!Period.TryParse(label, out var period)) return null;
        int first = Math.Max(period.FirstDay, from ?? period.FirstDay), last = Math.Min(period.LastDay, to);
        if (totals.Days(site, label) is { } days && !caseload.Covers(site, group, days.First, days.Last)) return null;
        return caseload.Over(site, group, [(first, last)]) is null ? null : (first, last);
    }

    private sealed record Match(double Records, double Expected, bool IsProrated, long LeftOut)
    {
        public Match Plus(Match other) =>
            new(Records + other.Records, Expected + other.Expected, IsProrated || other.IsProrated, LeftOut + other.LeftOut);
    }
}
