using FlsAudit.Measures;
using FlsAudit.Model;
using FlsAudit.Standards;

namespace FlsAudit.Analysis.Kinds;

/// <summary>Records and the fractures expected on the same days.</summary>
/// <param name="Records">Records whose numerator holds.</param>
/// <param name="Caseload">What the caseload expects.</param>
/// <param name="LeftOut">Records whose numerator holds on days that the caseload does not cover.</param>
internal sealed record CaseloadMatch(double Records, ExpectedFractures Caseload, long LeftOut)
{
    public CaseloadMatch Plus(CaseloadMatch other) => new(Records + other.Records, Caseload.Plus(other.Caseload), LeftOut + other.LeftOut);
}

/// <summary>
/// Finds the days on which records and caseload can be compared. Over all periods the expected fractures are those of every caseload row that the records
/// reach into, cut only by the days asked for, the as-at date and the last day whose window has closed: days on which nobody was found count as days on which
/// nobody was found, and the length of periods makes no difference. Periods with records on days that the caseload does not cover are left out on both sides.
/// </summary>
internal sealed class CaseloadMatching(CubeTotals totals, CaseloadTable caseload, ReportedDays days)
{
    /// <summary>The last fracture day that counts, where open windows cut days off; else null.</summary>
    public int? Cut(MeasurePart part) => days.LastOf(part) is var last && last < days.Last ? last : null;

    /// <summary>Whether the window has closed for at least one fracture day of a period.</summary>
    public bool IsDue(string period, MeasurePart part)
    {
        if (Cut(part) is not { } last) return true;
        var first = period == Result.All ? days.From ?? days.FirstFracture : RunOf(period, days.Last)?.First;
        return first is null || first <= last || first > days.Last;
    }

    /// <summary>Whether a row for everything that the report covers is of no use, since nobody knows which of its fractures fall on the days that are cut off.</summary>
    public bool CannotBeCut(string site, MeasurePart part) => Cut(part) is not null && days.From is null && caseload.Whole(site, part) is not null;

    /// <summary>The records of a site and period and what is expected of them; null when the caseload covers none of the days.</summary>
    public CaseloadMatch? Of(string site, string period, PlanItem item)
    {
        var part = item.Part;
        if (period == Result.All && Cut(part) is null && caseload.Whole(site, part) is { } whole)
            return new CaseloadMatch(totals.Tally(item, site, Result.All).Met, whole, 0);

        var last = days.LastOf(part);
        List<(int First, int Last)> runs = period == Result.All
            ? [(days.From ?? caseload.StartOfRows(site, part, days.FirstFracture, days.Last), last)]
            : RunOf(period, last) is { } run ? [run] : [];
        long records = 0, leftOut = 0;
        foreach (var label in period == Result.All ? totals.PeriodLabels : [period])
        {
            var met = totals.Tally(item, site, label).Met;
            if (IsCovered(site, label, part, last))
            {
                records += met;
            }
            else
            {
                leftOut += met;
                if (RunOf(label, last) is { } uncovered) runs = Without(runs, uncovered);
            }
        }

        return caseload.Over(site, part, runs) is { } expected ? new CaseloadMatch(records, expected, leftOut) : null;
    }

    // The days of a period within the report; null for records without a date.
    private (int First, int Last)? RunOf(string label, int last) =>
        Period.TryParse(label, out var period) ? (Math.Max(period.FirstDay, days.From ?? period.FirstDay), Math.Min(period.LastDay, last)) : null;

    // Only records that can be judged ask for a caseload.
    private bool IsCovered(string site, string label, MeasurePart part, int last) =>
        label != Result.UnknownPeriod
        && (totals.Days(site, label) is not { } records || caseload.Covers(site, part, records.First, Math.Min(records.Last, last)));

    private static List<(int First, int Last)> Without(List<(int First, int Last)> runs, (int First, int Last) gap) =>
    [
        .. runs.SelectMany(run => new[] { (run.First, Last: Math.Min(run.Last, gap.First - 1)), (First: Math.Max(run.First, gap.Last + 1), run.Last) })
            .Where(run => run.First <= run.Last),
    ];
}
