using System.Globalization;
using FlsAudit.Measures;
using FlsAudit.Model;
using FlsAudit.Standards;

namespace FlsAudit.Analysis.Kinds;

/// <summary>
/// Rows of measures that compare records with a caseload. The caseload is taken as exact, so limits are those of the count of records alone. As everywhere,
/// a site of which no record says whether it belongs has no value; no records at all are an answer, 0 of those expected.
/// </summary>
internal sealed class AgainstCaseload(CubeTotals totals, CaseloadMatching matching)
{
    private const int MostBases = 3;

    /// <summary>The row of one site.</summary>
    public Result Of(ResultPlace place, PlanItem item)
    {
        var tally = totals.Tally(item, place.Site, place.Period);
        var match = matching.Of(place.Site, place.Period, item);
        return Row(place, item.Part, PolicyCount.CountsOf(tally), match, Silence(tally, item.Part), WithoutCaseload(place.Site, item.Part), "");
    }

    /// <summary>The pooled row: the sites that have a caseload for the period and an answer.</summary>
    /// <param name="place">The place of the row.</param>
    /// <param name="item">What is counted.</param>
    /// <param name="sites">The sites with records anywhere in the report that can be judged at all.</param>
    public Result Pooled(ResultPlace place, PlanItem item, IReadOnlyList<string> sites)
    {
        (Tally Tally, CaseloadMatch? Match)[] all = [.. sites.Select(site => (totals.Tally(item, site, place.Period), matching.Of(site, place.Period, item)))];
        (ResultStatus? Silence, CaseloadMatch Match)[] matched = [.. all.Where(site => site.Match is not null).Select(site => (Silence(site.Tally, item.Part), site.Match!))];
        CaseloadMatch[] answered = [.. matched.Where(site => site.Silence is null).Select(site => site.Match)];

        var counts = PolicyCount.CountsOf(all.Aggregate(Tally.Empty, (sum, site) => sum.Merge(site.Tally)));
        var leftOut = all.Length == matched.Length ? "" : $"; sites without a caseload left out: {all.Length - matched.Length}";
        if (answered.Length < matched.Length) leftOut += $"; sites without any known answer left out: {matched.Length - answered.Length}";
        CaseloadMatch[] pooled = answered.Length > 0 ? answered : [.. matched.Select(site => site.Match)];
        return Row(
            place,
            item.Part,
            counts,
            pooled.Length == 0 ? null : pooled.Aggregate((a, b) => a.Plus(b)),
            answered.Length > 0 ? null : matched.Max(site => site.Silence),
            NoCaseload,
            leftOut);
    }

    private Result Row(
        ResultPlace place, MeasurePart part, OutcomeCounts counts, CaseloadMatch? match, ResultStatus? silence, string withoutCaseload, string leftOut)
    {
        var isShortfall = place.Measure.Kind == MeasureKind.Shortfall;
        Result Empty(string method, ResultStatus status) =>
            place.Empty(counts, UnknownPolicy.LeaveOut, isShortfall ? Units.Patients : Units.Percent, method, status);

        if (!matching.IsDue(place.Period, part)) return Empty($"not due: no fracture day of the period is {part.Due!.Days} days or more before the as-at date", ResultStatus.NotDue);
        if (match is null) return Empty(withoutCaseload, ResultStatus.NotComputed);
        // A shortfall against nothing is a number; a share of nothing is none.
        if (match.Caseload.Expected <= 0 && !isShortfall) return Empty("not computed: the caseload is 0", ResultStatus.NotComputed);
        var row = Empty((isShortfall ? Shortfalls.Method(place.Measure.Model!) : Ratios.Method) + Remarks(match, part) + leftOut, silence ?? ResultStatus.Ok);
        return silence is not null ? row : isShortfall ? Shortfalls.Of(row, match) : Ratios.Of(row, match);
    }

    // Why a site has no answer, be it 0; null when it has one. Where open windows cut days off, records on those days are no matter.
    private ResultStatus? Silence(Tally tally, MeasurePart part) =>
        tally.Met + tally.NotMet > 0 ? null
        : tally.UnknownNumerator > 0 ? ResultStatus.Unknown
        : tally.NotDue > 0 && matching.Cut(part) is null ? ResultStatus.NotDue
        : tally.UnknownEligibility > 0 ? ResultStatus.Unknown
        : null;

    private const string NoCaseload = "not computed: no caseload for this group covers the days of these records";

    private string WithoutCaseload(string site, MeasurePart part) => matching.CannotBeCut(site, part)
        ? "not computed: the caseload is for all the report covers, and nobody knows what it expects on the days whose windows have closed; date its rows, or give the report a first day"
        : NoCaseload;

    private string Remarks(CaseloadMatch match, MeasurePart part)
    {
        var caseload = match.Caseload;
        var remarks = matching.Cut(part) is { } last
            ? $"; fracture days up to {DateOnly.FromDayNumber(last).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}, the last whose {part.Due!.Days} days are over"
            : "";
        if (caseload.IsProrated) remarks += "; caseload prorated by days";
        if (caseload.Derivations.Count > 0)
            remarks += $"; caseload reckoned as {string.Join(" or ", caseload.Derivations.Select(Reckoned))}{(caseload.HasOwnRows ? $" where it has no row of group {part.CaseloadGroup}" : "")}";
        if (caseload.Bases.Count > 0) remarks += $"; caseload: {(caseload.Bases.Count > MostBases ? "several bases" : string.Join(" / ", caseload.Bases))}";
        if (match.LeftOut > 0) remarks += $"; {RecordRemarks.OutsideCaseload}{match.LeftOut}";
        return remarks;
    }

    private static string Reckoned(DerivedCaseload derived) =>
        string.Create(CultureInfo.InvariantCulture, $"{derived.Times:0.####} times {derived.From} fractures{Sureness.Of(derived.Status, "multiplier")}");
}
