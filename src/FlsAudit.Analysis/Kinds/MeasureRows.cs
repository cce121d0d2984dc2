using FlsAudit.Measures;
using FlsAudit.Model;
using FlsAudit.Standards;

namespace FlsAudit.Analysis.Kinds;

/// <summary>The rows of a measure for a site and period: the whole, its parts, its breakdowns.</summary>
internal sealed class MeasureRows(MeasurePlan plan, CubeTotals totals, AgainstCaseload againstCaseload, OrganisationAnswers organisation)
{
    private readonly LadderNeeds ladderNeeds = new(organisation);
    private readonly TimingLadders timingLadders = new(organisation);

    /// <summary>Rows with counts and, where there is one, a value.</summary>
    /// <param name="place">The place of the whole; of one site or pooled.</param>
    /// <param name="sites">The site, or the sites that are pooled.</param>
    public IEnumerable<Result> Of(ResultPlace place, IReadOnlyList<string> sites) => place.Measure.Kind switch
    {
        MeasureKind.Ratio or MeasureKind.Shortfall => CaseloadRows(place, sites),
        MeasureKind.Completeness => CompletenessRows(place, sites),
        MeasureKind.Cascade => CascadeRows(place, sites),
        _ => WholeAndBreakdowns(place, sites),
    };

    /// <summary>Rows of a site that sent nothing, or of which nothing is used.</summary>
    public static IReadOnlyList<Result> WithoutRecords(ResultPlace place, string method, ResultStatus status)
    {
        var measure = place.Measure;
        Result Row(ResultPlace row, string unit) => row.Empty(new OutcomeCounts(0, 0, 0, 0, 0, 0), PolicyOf(measure), unit, method, status);

        IEnumerable<ResultPlace> parts =
            measure.Kind == MeasureKind.Cascade ? measure.Parts.Select(part => StepOf(place, part))
            : measure.Timing is not null ? measure.Parts.Select(part => TimingLadders.WindowOf(place, part))
            : [];
        return [Row(place, UnitOf(measure)), .. parts.Select(part => Row(part, Units.Percent))];
    }

    /// <summary>The policies of a measure's rows; the first is the one of comparisons.</summary>
    public static IReadOnlyList<UnknownPolicy> Policies(MeasureDefinition measure) =>
        measure.Unknown == UnknownPolicy.ReportBoth ? [UnknownPolicy.NotMet, UnknownPolicy.LeaveOut] : [measure.Unknown];

    // What rows of a kind print when they have a value: only shares of records ever count unknowns.
    private static UnknownPolicy PolicyOf(MeasureDefinition measure) =>
        measure.IsShare || measure.Timing is not null || measure.Kind == MeasureKind.Cascade ? Policies(measure)[0] : UnknownPolicy.LeaveOut;

    private static string UnitOf(MeasureDefinition measure) => measure switch
    {
        { Kind: MeasureKind.Duration } => Units.Days,
        { Kind: MeasureKind.Shortfall } => Units.Patients,
        { Completeness: not null } => Units.Fields,
        { Timing: not null } => Units.Level,
        _ => Units.Percent,
    };

    private IEnumerable<Result> WholeAndBreakdowns(ResultPlace place, IReadOnlyList<string> sites)
    {
        foreach (var row in CategoryRows(place, sites, CellKey.Whole, CellKey.NoCategory)) yield return row;
        for (var breakdown = 0; breakdown < plan.Breakdowns.Count; breakdown++)
        {
            if (!plan.IsShown(breakdown, place.Measure)) continue;
            var shown = plan.Breakdowns[breakdown];
            foreach (var category in totals.Categories(breakdown))
            {
                var name = category == CellKey.NoCategory ? Breakdown.Missing : shown.Categories[category].Name;
                foreach (var row in CategoryRows(place with { Breakdown = shown.Name, Category = name }, sites, breakdown, category)) yield return row;
            }
        }
    }

    private IEnumerable<Result> CategoryRows(ResultPlace place, IReadOnlyList<string> sites, int breakdown, int category)
    {
        var measure = place.Measure;
        PlanItem[] items = [.. measure.Parts.Select(part => plan.Item(measure.Id, part.Name))];
        Tally[][] tallies = [.. sites.Select(site => items.Select(item => totals.Tally(item, site, place.Period, breakdown, category)).ToArray())];
        if (measure.Timing is not null) return TimingRows(place, sites, tallies);
        Tally[] whole = [.. tallies.Select(site => site[0])];
        return measure.Kind == MeasureKind.Duration
            ? [Durations.Of(place, whole.Aggregate(Tally.Empty, (sum, tally) => sum.Merge(tally)))]
            : Policies(measure).Select(policy => ShareRow(place, sites, whole, policy));
    }

    private Result ShareRow(ResultPlace place, IReadOnlyList<string> sites, IReadOnlyList<Tally> tallies, UnknownPolicy policy)
    {
        var row = place.Site == Result.All ? Proportions.Pooled(place, tallies, policy) : Proportions.Of(place, tallies[0], policy);
        return ladderNeeds.Of(row, sites.Where((_, site) => PolicyCount.Of(tallies[site], policy).Status == ResultStatus.Ok));
    }

    private IEnumerable<Result> TimingRows(ResultPlace place, IReadOnlyList<string> sites, Tally[][] tallies)
    {
        IReadOnlyList<Result>[] rows = [.. Policies(place.Measure).Select(policy => timingLadders.Of(place, sites, tallies, policy))];
        return Enumerable.Range(0, rows[0].Count).SelectMany(row => rows.Select(policy => policy[row]));
    }

    private IEnumerable<Result> CascadeRows(ResultPlace place, IReadOnlyList<string> sites)
    {
        var parts = place.Measure.Parts;
        PlanItem[] items = [.. parts.Select(part => plan.Item(place.Measure.Id, part.Name))];
        ResultPlace[] places = [.. parts.Select(part => StepOf(place, part))];
        Tally[][] tallies = [.. sites.Select(site => items.Select(item => totals.Tally(item, site, place.Period)).ToArray())];
        Result[][] steps = [.. Policies(place.Measure).Select(policy =>
            (place.Site == Result.All ? Cascades.Pooled(places, tallies, policy) : Cascades.Of(places, tallies[0], policy)).ToArray())];

        // The whole is the last step.
        return [.. steps.Select(rows => rows[^1] with { Breakdown = "", Category = "" }), .. parts.SelectMany((_, step) => steps.Select(rows => rows[step]))];
    }

    private static ResultPlace StepOf(ResultPlace place, MeasurePart part) => place with { Breakdown = "step", Category = part.Label };

    private IEnumerable<Result> CaseloadRows(ResultPlace place, IReadOnlyList<string> sites)
    {
        foreach (var part in place.Measure.Parts)
        {
            var row = part.Name.Length == 0 ? place : place with { Breakdown = "caseload_group", Category = part.Name };
            var item = plan.Item(place.Measure.Id, part.Name);
            yield return place.Site == Result.All ? againstCaseload.Pooled(row, item, sites) : againstCaseload.Of(row, item);
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
}
