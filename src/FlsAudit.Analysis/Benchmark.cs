using FlsAudit.Analysis.Kinds;
using FlsAudit.Measures;
using FlsAudit.Model;
using FlsAudit.Standards;

namespace FlsAudit.Analysis;

/// <summary>Turns counts into results: rates with limits and bands, comparisons of sites, completeness. Nothing is rounded here.</summary>
public sealed class Benchmark
{
    private readonly BenchmarkRequest request;
    private readonly MeasurePlan plan;
    private readonly CubeTotals totals;
    private readonly CaseloadTable caseload;
    private readonly ReportedDays days;
    private readonly Ratios ratios;
    private readonly IReadOnlyList<string> sitesWithoutRecords;
    private readonly IReadOnlyList<string> sitesWithoutData;

    private Benchmark(BenchmarkRequest request)
    {
        this.request = request;
        plan = request.Cube.Plan;
        totals = new CubeTotals(request.Cube, request.Sites);
        days = totals.ReportedDays(request.From, Math.Min(plan.AsAt, request.To ?? plan.AsAt));
        caseload = new CaseloadTable(request.Caseload, days);
        ratios = new Ratios(totals, caseload, days);
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
        foreach (var measure in request.Sets.SelectMany(set => set.Measures))
        {
            var rows = Rows(measure);
            results.AddRange(rows);
            if (measure.Kind == MeasureKind.Proportion) comparisons.AddRange(Compare(measure, rows));
        }

        return new BenchmarkResults
        {
            Sets = request.Sets,
            Sites = [.. AllSites],
            Periods = totals.PeriodLabels,
            Results = results,
            SiteComparisons = comparisons,
            Completeness = Completeness(),
            Findings =
            [
                .. RecordFindings.UnknownExclusions(plan, totals),
                .. RecordFindings.MostlyUnknownResults(results),
                .. RecordFindings.DaysWithoutRecords(plan, caseload, days),
                .. RecordFindings.MisspeltCaseloadSites(sitesWithoutData, totals.Sites, caseload),
            ],
        };
    }

    private IEnumerable<string> AllSites => totals.Sites.Concat(sitesWithoutRecords).Concat(sitesWithoutData).Order(StringComparer.Ordinal);

    private IEnumerable<string> PeriodsWithAll => [Result.All, .. totals.PeriodLabels];

    private IReadOnlyList<Result> Rows(MeasureDefinition measure)
    {
        var rows = new List<Result>();
        rows.AddRange(SiteRows(measure, Result.All, [.. totals.Sites]));
        foreach (var site in AllSites)
            rows.AddRange(SiteRows(measure, site, [site]));
        return rows;
    }

    private IEnumerable<Result> SiteRows(MeasureDefinition measure, string site, IReadOnlyList<string> sites) =>
        PeriodsWithAll.SelectMany(period => PeriodRows(new ResultPlace(measure, site, period), sites));

    private IEnumerable<Result> PeriodRows(ResultPlace place, IReadOnlyList<string> sites)
    {
        var measure = place.Measure;
        if (sitesWithoutData.Contains(place.Site)) return WithoutRecords(place, "the caseload lists the site and no export names it", ResultStatus.NoDataSubmitted);
        if (sitesWithoutRecords.Contains(place.Site)) return WithoutRecords(place, "an export names the site and none of its rows is used; the rejected rows and the findings say why", ResultStatus.NoCases);

        return measure.Kind switch
        {
            MeasureKind.Ratio => RatioRows(place),
            MeasureKind.Completeness => CompletenessRows(place, sites),
            MeasureKind.Cascade => CascadeRows(place, sites),
            _ => WholeAndBreakdowns(place, sites),
        };
    }

    private static IEnumerable<Result> WithoutRecords(ResultPlace place, string method, ResultStatus status)
    {
        var measure = place.Measure;
        var unit = measure.Kind == MeasureKind.Duration ? Units.Days : measure.Completeness is null ? Units.Percent : Units.Fields;
        IEnumerable<ResultPlace> steps = measure.Kind == MeasureKind.Cascade ? measure.Parts.Select(part => place with { Breakdown = "step", Category = part.Label }) : [];
        return [.. steps.Prepend(place).Select(row => row.Empty(new OutcomeCounts(0, 0, 0, 0, 0, 0), PolicyOf(measure), unit, method, status))];
    }

    private IEnumerable<Result> WholeAndBreakdowns(ResultPlace place, IReadOnlyList<string> sites)
    {
        var item = plan.Item(place.Measure.Id);
        foreach (var row in ItemRows(place, item, sites, CellKey.Whole, CellKey.NoCategory)) yield return row;
        for (var breakdown = 0; breakdown < plan.Breakdowns.Count; breakdown++)
        {
            if (!plan.IsShown(breakdown, place.Measure)) continue;
            var shown = plan.Breakdowns[breakdown];
            foreach (var category in totals.Categories(breakdown))
            {
                var code = category == CellKey.NoCategory ? Breakdown.Missing : shown.Categories[category].Name;
                foreach (var row in ItemRows(place with { Breakdown = shown.Name, Category = code }, item, sites, breakdown, category)) yield return row;
            }
        }
    }

    private IEnumerable<Result> ItemRows(ResultPlace place, PlanItem item, IReadOnlyList<string> sites, int breakdown, int category)
    {
        Tally[] tallies = [.. sites.Select(site => totals.Tally(item, site, place.Period, breakdown, category))];
        if (place.Measure.Kind == MeasureKind.Duration)
            return [Durations.Of(place, tallies.Aggregate(Tally.Empty, (sum, tally) => sum.Merge(tally)))];
        return Policies(place.Measure).Select(policy =>
            place.Site == Result.All ? Proportions.Pooled(place, tallies, policy) : Proportions.Of(place, tallies[0], policy));
    }

    private IEnumerable<Result> CascadeRows(ResultPlace place, IReadOnlyList<string> sites)
    {
        var parts = place.Measure.Parts;
        PlanItem[] items = [.. parts.Select(part => plan.Item(place.Measure.Id, part.Name))];
        ResultPlace[] places = [.. parts.Select(part => place with { Breakdown = "step", Category = part.Label })];
        Tally[][] tallies = [.. sites.Select(site => items.Select(item => totals.Tally(item, site, place.Period)).ToArray())];
        Result[][] steps = [.. Policies(place.Measure).Select(policy =>
            (place.Site == Result.All ? Cascades.Pooled(places, tallies, policy) : Cascades.Of(places, tallies[0], policy)).ToArray())];

        // The whole is the last step.
        return [.. steps.Select(rows => rows[^1] with { Breakdown = "", Category = "" }), .. parts.SelectMany((_, step) => steps.Select(rows => rows[step]))];
    }

    private IEnumerable<Result> RatioRows(ResultPlace place)
    {
        foreach (var part in place.Measure.Parts)
        {
            var row = part.Name.Length == 0 ? place : place with { Breakdown = "caseload_group", Category = part.Name };
            var item = plan.Item(place.Measure.Id, part.Name);
            yield return place.Site == Result.All ? ratios.Pooled(row, item) : ratios.Of(row, item);
        }
    }

    private IEnumerable<Result> CompletenessRows(ResultPlace place, IReadOnlyList<string> sites)
    {
        PlanItem[] items = [.. place.Measure.Parts.Select(part => plan.Item(place.Measure.Id, part.Name))];
        Tally Pool(PlanItem item) => sites.Aggregate(Tally.Empty, (sum, site) => sum.Merge(totals.Tally(item, site, place.Period)));

        Tally[] pooled = [.. items.Select(Pool)];
        if (place.Site == Result.All)
        {
            var perSite = sites.Select(site => CompletenessResults.Of(place with { Site = site }, [.. items.Select(item => totals.Tally(item, site, place.Period))]));
            yield return CompletenessResults.Pooled(place, [.. perSite], pooled);
        }
        else
        {
            yield return CompletenessResults.Of(place, pooled);
        }

        foreach (var (item, tally) in items.Zip(pooled))
        {
            // The bands of the measure are about the whole, not about one field.
            yield return Proportions.Of(place with { Breakdown = "field", Category = item.Part.Name }, tally, UnknownPolicy.LeaveOut) with { Band = null };
        }
    }

    private IEnumerable<SiteComparison> Compare(MeasureDefinition measure, IReadOnlyList<Result> rows)
    {
        var policy = Policies(measure)[0];
        foreach (var period in PeriodsWithAll)
        {
            Result[] sites = [.. rows.Where(row => row.Site != Result.All && row.Period == period && row.Breakdown.Length == 0 && row.Policy == policy)];
            if (Funnels.Of(measure, period, sites) is { } funnel) yield return funnel;
        }
    }

    private IReadOnlyList<FieldCompleteness> Completeness()
    {
        var rows = new List<FieldCompleteness>();
        for (var i = 0; i < plan.CompletenessOf.Count; i++)
        {
            var field = plan.CompletenessOf[i];
            FieldCompleteness[] sites = [.. totals.Sites.Select(site => Completeness(field, site, i))];
            rows.Add(new FieldCompleteness(field, Result.All, sites.Sum(site => site.Recorded), sites.Sum(site => site.NotKnown), sites.Sum(site => site.Blank)));
            rows.AddRange(sites);
        }

        return rows;
    }

    private FieldCompleteness Completeness(Field field, string site, int index)
    {
        var presence = totals.Presence(site, index);
        return new FieldCompleteness(field, site, presence.Recorded, presence.NotKnown, presence.Blank);
    }

    // What rows of a kind print when they have a value: only proportions and cascades ever count unknowns.
    private static UnknownPolicy PolicyOf(MeasureDefinition measure) =>
        measure.Kind is MeasureKind.Proportion or MeasureKind.Cascade ? Policies(measure)[0] : UnknownPolicy.LeaveOut;

    private static IReadOnlyList<UnknownPolicy> Policies(MeasureDefinition measure) =>
        measure.Unknown == UnknownPolicy.ReportBoth ? [UnknownPolicy.NotMet, UnknownPolicy.LeaveOut] : [measure.Unknown];
}
