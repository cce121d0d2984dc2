using FlsAudit.Analysis.Kinds;
using FlsAudit.Analysis.Periods;
using FlsAudit.Analysis.Sites;
using FlsAudit.Measures;
using FlsAudit.Model;
using FlsAudit.Standards;

namespace FlsAudit.Analysis;

/// <summary>Turns counts into results: rates with limits and bands, comparisons of sites, completeness. Nothing is rounded here.</summary>
public sealed class Benchmark
{
    private const string FirstEpisodesCut =
        "not computed: --from leaves out earlier episodes, and a later one of a patient would be taken for the first; begin with the first day of an intake year, or leave --from out";

    private readonly BenchmarkRequest request;
    private readonly MeasurePlan plan;
    private readonly CubeTotals totals;
    private readonly CaseloadTable caseload;
    private readonly ReportedDays days;
    private readonly NeededFields needed;
    private readonly MeasureRows rows;
    private readonly IReadOnlyList<string> sitesWithoutRecords;
    private readonly IReadOnlyList<string> sitesWithoutData;

    private Benchmark(BenchmarkRequest request)
    {
        this.request = request;
        plan = request.Cube.Plan;
        totals = new CubeTotals(request.Cube, request.Sites);
        days = totals.ReportedDays(request.From, Math.Min(plan.AsAt, request.To ?? plan.AsAt), plan.AsAt);
        caseload = new CaseloadTable(request.Caseload, days);
        needed = new NeededFields(plan, totals);
        rows = new MeasureRows(plan, totals, new AgainstCaseload(totals, new CaseloadMatching(totals, caseload, days)), request.Organisation);
        var met = Enumerable.Range(0, request.Sites.Count).Select(request.Sites.NameOf);
        sitesWithoutRecords = [.. met.Except(totals.Sites, StringComparer.Ordinal)];
        sitesWithoutData = [.. caseload.Sites.Except(totals.Sites, StringComparer.Ordinal).Except(sitesWithoutRecords, StringComparer.Ordinal)];
    }

    /// <summary>Analyses a cube. A site that the caseload names and that sent nothing appears with the status "no data submitted".</summary>
    public static BenchmarkResults Analyse(BenchmarkRequest request) => new Benchmark(request).Run();

    private BenchmarkResults Run()
    {
        var results = new List<Result>();
        var comparisons = new List<SiteComparison>();
        var periods = new PeriodComparisons(request.Charts, totals.Periods, plan.AsAt);
        var standardised = new List<StandardisedResult>();
        foreach (var measure in request.Sets.SelectMany(set => set.Measures))
        {
            IReadOnlyList<Result> judged = measure.Answer is null ? Rows(measure) : AnswerRows(measure);
            results.AddRange(judged);
            if (!measure.IsShare) continue;
            SiteComparison[] compared = [.. Compare(measure, judged)];
            comparisons.AddRange(compared);
            if (Array.Find(compared, comparison => comparison.Period == Result.All) is { } overall) standardised.AddRange(Standardisation.Of(overall, plan, totals));
            periods.Add(measure, Headlines(measure, judged));
        }

        return new BenchmarkResults
        {
            Sets = request.Sets,
            Sites = [.. AllSites],
            Periods = totals.PeriodLabels,
            Results = results,
            SiteComparisons = comparisons,
            Charts = periods.Charts,
            Differences = periods.Differences,
            Trends = periods.Trends,
            FunnelLimits = request.FunnelLimits,
            Outliers = request.Outliers,
            Standardised = standardised,
            Completeness = Completeness(),
            Findings =
            [
                .. RecordFindings.UnknownExclusions(plan, totals, needed),
                .. RecordFindings.MostlyUnknownResults(results),
                .. RecordFindings.NegativesNeverRecorded(results),
                .. RecordFindings.DeathsNotRecorded(plan, totals),
                .. RecordFindings.DaysWithoutRecords(plan, caseload, days),
                .. RecordFindings.MisspeltCaseloadSites(sitesWithoutData, totals.Sites, caseload),
                .. RecordFindings.UnknownOrganisationSites(request.Organisation, [.. AllSites]),
                .. periods.UnusedActions(),
            ],
        };
    }

    private IEnumerable<string> AllSites => totals.Sites.Concat(sitesWithoutRecords).Concat(sitesWithoutData).Order(StringComparer.Ordinal);

    private IEnumerable<string> PeriodsWithAll => [Result.All, .. totals.PeriodLabels];

    private IReadOnlyList<Result> Rows(MeasureDefinition measure) =>
        [.. PeriodsWithAll.SelectMany(period => PooledRows(new ResultPlace(measure, Result.All, period))), .. AllSites.SelectMany(site => SiteRows(measure, site))];

    // Records of sites that lack a needed field are in no count of a pooled row, as they were judged without it; unless there are no others.
    private IEnumerable<Result> PooledRows(ResultPlace place)
    {
        if (CutsFirstEpisodes(place.Measure)) return rows.Of(place, totals.Sites).Select(row => row.WithoutValue(ResultStatus.NotComputed, FirstEpisodesCut));
        var sites = needed.SitesWithAll(place.Measure);
        if (sites.Count == totals.Sites.Count) return rows.Of(place, sites);
        var never = needed.NeverRecordedSomewhere(place.Measure);
        return sites.Count == 0
            ? rows.Of(place, totals.Sites).Select(row => row.WithoutValue(ResultStatus.NotComputed, $"not computed: no site records all that it needs; missing at some or all: {string.Join(", ", never)}"))
            : rows.Of(place, sites).Select(row => row with { Method = $"{row.Method}; sites that never record {string.Join(" or ", never)} left out: {totals.Sites.Count - sites.Count}" });
    }

    private IEnumerable<Result> SiteRows(MeasureDefinition measure, string site)
    {
        var places = PeriodsWithAll.Select(period => new ResultPlace(measure, site, period));
        if (sitesWithoutData.Contains(site))
            return places.SelectMany(place => MeasureRows.WithoutRecords(place, "the caseload lists the site and no export names it", ResultStatus.NoDataSubmitted));
        if (sitesWithoutRecords.Contains(site))
            return places.SelectMany(place => MeasureRows.WithoutRecords(place, "an export names the site and none of its rows is used; the rejected rows and the findings say why", ResultStatus.NoCases));

        var judged = places.SelectMany(place => rows.Of(place, [site]));
        if (CutsFirstEpisodes(measure)) return judged.Select(row => row.WithoutValue(ResultStatus.NotComputed, FirstEpisodesCut));
        var never = needed.NeverRecordedAt(site, measure);
        return never.Count == 0
            ? judged
            : judged.Select(row => row.WithoutValue(ResultStatus.NotComputed, $"not computed: the site never records {string.Join(", ", never)}"));
    }

    // Without the episodes before the first day asked for, a later one of a patient would be taken for the first; the start of an intake year cuts none.
    private bool CutsFirstEpisodes(MeasureDefinition measure) =>
        measure.Unit == CountedUnit.PatientFirstEpisode && request.From is { } from
        && !(measure.IntakeYearStarts is { } start && DateOnly.FromDayNumber(from) is var day && (day.Month, day.Day) == (start.Month, start.Day));

    // An answer of the organisation needs no records, so a site that sent none has its level as well.
    private IReadOnlyList<Result> AnswerRows(MeasureDefinition measure)
    {
        Result[] sites = [.. AllSites.Select(site => OrganisationLevels.Of(new ResultPlace(measure, site, Result.All), request.Organisation.Find(site, measure.Answer!.Question)))];
        return [OrganisationLevels.Pooled(new ResultPlace(measure, Result.All, Result.All), sites), .. sites];
    }

    private IEnumerable<SiteComparison> Compare(MeasureDefinition measure, IReadOnlyList<Result> judged)
    {
        var headlines = Headlines(measure, judged);
        foreach (var period in PeriodsWithAll)
        {
            Result[] sites = [.. headlines.Where(row => row.Site != Result.All && row.Period == period)];
            if (Funnels.Of(measure, period, sites, request.FunnelLimits) is { } funnel) yield return funnel;
        }
    }

    // The rows that comparisons are made of: wholes, and under report-both those that count unknowns.
    private static Result[] Headlines(MeasureDefinition measure, IReadOnlyList<Result> judged) =>
        [.. judged.Where(row => row.Breakdown.Length == 0 && row.Policy == MeasureRows.Policies(measure)[0])];

    private IReadOnlyList<FieldCompleteness> Completeness()
    {
        var filled = new List<FieldCompleteness>();
        for (var i = 0; i < plan.CompletenessOf.Count; i++)
        {
            var field = plan.CompletenessOf[i];
            FieldCompleteness[] sites = [.. totals.Sites.Select(site => Completeness(field, site, i))];
            filled.Add(new FieldCompleteness(field, Result.All, sites.Sum(site => site.Recorded), sites.Sum(site => site.NotKnown), sites.Sum(site => site.Blank)));
            filled.AddRange(sites);
        }

        return filled;
    }

    private FieldCompleteness Completeness(Field field, string site, int index)
    {
        var presence = totals.Presence(site, index);
        return new FieldCompleteness(field, site, presence.Recorded, presence.NotKnown, presence.Blank);
    }
}
