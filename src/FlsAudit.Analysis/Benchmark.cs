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
    private readonly Ratios ratios;
    private readonly IReadOnlyList<string> sitesWithoutData;

    private Benchmark(BenchmarkRequest request)
    {
        this.request = request;
        plan = request.Cube.Plan;
        totals = new CubeTotals(request.Cube, request.Sites);
        // What the report covers: the days asked for, else the periods that hold records; nothing after the as-at date.
        var last = Math.Min(plan.AsAt, request.To ?? (totals.Periods.Count > 0 ? totals.Periods[^1].LastDay : plan.AsAt));
        var first = request.From ?? (totals.Periods.Count > 0 ? totals.Periods[0].FirstDay : last);
        caseload = new CaseloadTable(request.Caseload, first, last);
        ratios = new Ratios(totals, caseload, plan.PeriodKind, first, last);
        sitesWithoutData = [.. caseload.Sites.Except(totals.Sites, StringComparer.Ordinal)];
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
            Sites = [.. totals.Sites.Concat(sitesWithoutData).Order(StringComparer.Ordinal)],
            Periods = totals.PeriodLabels,
            Results = results,
            SiteComparisons = comparisons,
            Completeness = Completeness(),
            Findings = UnknownExclusions(),
        };
    }

    private IEnumerable<string> PeriodsWithAll => [Result.All, .. totals.PeriodLabels];

    private IReadOnlyList<Result> Rows(MeasureDefinition measure)
    {
        var rows = new List<Result>();
        rows.AddRange(SiteRows(measure, Result.All, [.. totals.Sites]));
        foreach (var site in totals.Sites.Concat(sitesWithoutData).Order(StringComparer.Ordinal))
            rows.AddRange(SiteRows(measure, site, [site]));
        return rows;
    }

    private IEnumerable<Result> SiteRows(MeasureDefinition measure, string site, IReadOnlyList<string> sites) =>
        PeriodsWithAll.SelectMany(period => PeriodRows(new ResultPlace(measure, site, period), sites));

    private IEnumerable<Result> PeriodRows(ResultPlace place, IReadOnlyList<string> sites)
    {
        var measure = place.Measure;
        if (sitesWithoutData.Contains(place.Site))
        {
            var unit = measure.Kind == MeasureKind.Duration ? Units.Days : measure.Completeness is null ? Units.Percent : Units.Fields;
            return [place.Empty(new OutcomeCounts(0, 0, 0, 0, 0, 0), PolicyOf(measure), unit, "the caseload lists the site and no export names it", ResultStatus.NoDataSubmitted)];
        }

        return measure.Kind switch
        {
            MeasureKind.Ratio => RatioRows(place),
            MeasureKind.Completeness => CompletenessRows(place, sites),
            MeasureKind.Cascade => CascadeRows(place, sites),
            _ => WholeAndBreakdowns(place, sites),
        };
    }

    private IEnumerable<Result> WholeAndBreakdowns(ResultPlace place, IReadOnlyList<string> sites)
    {
        var item = plan.Item(place.Measure.Id);
        foreach (var row in ItemRows(place, item, sites, CellKey.Whole, CellKey.NoCategory)) yield return row;
        for (var breakdown = 0; breakdown < plan.Breakdowns.Count; breakdown++)
        {
            var field = plan.Breakdowns[breakdown];
            foreach (var category in totals.Categories(breakdown))
            {
                var code = category == CellKey.NoCategory ? "missing" : field.Values[category].Code;
                foreach (var row in ItemRows(place with { Breakdown = field.Name, Category = code }, item, sites, breakdown, category)) yield return row;
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
        Tally[][] steps = [.. sites.Select(site => items.Select(item => totals.Tally(item, site, place.Period)).ToArray())];
        IEnumerable<Result> Step(ResultPlace at, int step) => Policies(place.Measure).Select(policy =>
            place.Site == Result.All ? Cascades.Pooled(at, steps, step, policy) : Cascades.Of(at, steps[0], step, policy));

        return
        [
            .. Step(place, parts.Count - 1),
            .. parts.SelectMany((part, step) => Step(place with { Breakdown = "step", Category = part.Label }, step)),
        ];
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

    private IReadOnlyList<Finding> UnknownExclusions() =>
    [
        .. from item in plan.Items
           let unknown = totals.Sites.Sum(site => totals.Tally(item, site, Result.All).UnknownExclusion)
           where unknown > 0 && item == plan.Items.First(first => first.Measure == item.Measure)
           select new Finding(
               "exclusion-unknown",
               Severity.Information,
               new Model.Place(null),
               $"{item.Measure.Id}: whether an exclusion applies is not recorded for some records, and they were kept.",
               "Fill the fields that the exclusions read, or read the result knowing this.")
           {
               Occurrences = unknown,
           },
    ];

    // What rows of a kind print when they have a value: only proportions and cascades ever count unknowns.
    private static UnknownPolicy PolicyOf(MeasureDefinition measure) =>
        measure.Kind is MeasureKind.Proportion or MeasureKind.Cascade ? Policies(measure)[0] : UnknownPolicy.LeaveOut;

    private static IReadOnlyList<UnknownPolicy> Policies(MeasureDefinition measure) =>
        measure.Unknown == UnknownPolicy.ReportBoth ? [UnknownPolicy.NotMet, UnknownPolicy.LeaveOut] : [measure.Unknown];
}
