using FlsAudit.Standards;

namespace FlsAudit.Analysis.Suppressing;

/// <summary>
/// Finds what to withhold of one measure. Sites over all periods come first: about a site that is suppressed there, nothing is shown. Then the table of sites and
/// periods, and a table of sites and categories for each breakdown, in which the sums of the other sites are shown. Categories and parts of single periods are
/// withheld always: nobody could say what three directions of totals give away.
/// </summary>
internal sealed class MeasureSuppression
{
    private readonly MeasureDefinition measure;
    private readonly DisclosurePolicy policy;
    private readonly Dictionary<(string Site, string Period, string Breakdown, string Category), MeasurePlace> places = [];
    private readonly List<(string Category, UnknownPolicy Policy)> parts;
    private readonly HashSet<Result> withheld = new(ReferenceEqualityComparer.Instance);
    private readonly string[] sites;

    private MeasureSuppression(MeasureDefinition measure, IReadOnlyList<Result> rows, DisclosurePolicy policy)
    {
        this.measure = measure;
        this.policy = policy;
        foreach (var row in rows)
        {
            var (breakdown, category) = MeasurePlace.Of(row);
            var key = (row.Site, row.Period, breakdown, category);
            places.TryAdd(key, new MeasurePlace());
            places[key].Add(row);
        }

        parts = [.. rows.Where(MeasurePlace.IsPart).Select(MeasurePlace.KeyOf).Distinct()];
        sites = [.. rows.Select(row => row.Site).Where(site => site != Result.All).Distinct().Order(StringComparer.Ordinal)];
    }

    /// <summary>The rows of a measure that may not be shown. No cases and the like are shown, unless a single period is broken down.</summary>
    public static IReadOnlySet<Result> Of(MeasureDefinition measure, IReadOnlyList<Result> rows, DisclosurePolicy policy)
    {
        if (!measure.ReadsRecords) return new HashSet<Result>();
        var suppression = new MeasureSuppression(measure, rows, policy);
        suppression.Run(rows);
        suppression.withheld.RemoveWhere(row => row.Status != ResultStatus.Ok && !IsCrossed(row) || row.Status is ResultStatus.NotComputed or ResultStatus.NoDataSubmitted);
        return suppression.withheld;
    }

    private void Run(IReadOnlyList<Result> rows)
    {
        withheld.UnionWith(rows.Where(IsCrossed));
        if (measure.Completeness is not null)
        {
            FewestIncomplete(rows);
            return;
        }

        if (SuppressedSites(sites.Where(site => Place(site, Result.All)?.HasValues == true), Place(Result.All, Result.All)) is not { } suppressed)
        {
            withheld.UnionWith(rows);
            return;
        }

        withheld.UnionWith(rows.Where(row => suppressed.Contains(row.Site)));
        // What is in no sum needs no others to hide it.
        withheld.UnionWith(places.Where(place => !place.Value.HasValues && !IsSafe(Counts(place.Value))).SelectMany(place => place.Value.Rows));
        var periods = rows.Select(row => row.Period).Where(period => period != Result.All).Distinct().ToList();
        Table(suppressed, [.. periods.Select(period => (period, "", ""))]);
        foreach (var breakdown in places.Keys.Where(key => key.Breakdown.Length > 0).GroupBy(key => key.Breakdown))
            Table(suppressed, [.. breakdown.Select(key => key.Category).Distinct().Select(category => (Result.All, breakdown.Key, category))]);
    }

    // Where there is nobody is withheld as well: it would tell where the others are.
    private static bool IsCrossed(Result row) => row.Period != Result.All && row.Breakdown.Length > 0;

    private IReadOnlySet<string>? SuppressedSites(IEnumerable<string> valued, MeasurePlace? total)
    {
        (string Site, IReadOnlyList<long> Counts)[] counts = [.. valued.Select(site => (site, Counts(Place(site, Result.All)!)))];
        if (total?.HasValues == true) return SuppressionLine.Of(counts, Counts(total), IsSafe);
        return counts.All(site => IsSafe(site.Counts)) ? new HashSet<string>() : null;
    }

    private void Table(IReadOnlySet<string> suppressed, IReadOnlyList<(string Period, string Breakdown, string Category)> columns)
    {
        var cells = new List<(SuppressionCell Cell, MeasurePlace Place)>();
        for (var column = 0; column < columns.Count; column++)
        {
            // The sums of suppressed sites are not shown, so they are one row.
            for (var row = 0; row < sites.Length; row++) Add(row, column, sites[row]);
            Add(sites.Length, column, Result.All);
        }

        // Windows are over different records each, so there is no table of disjoint counts: all of it is shown or nothing.
        var isSafe = cells.Where(cell => cell.Place.Whole.Count > 0).GroupBy(cell => cell.Cell.Column).All(AddsUp) && (measure.Timing is null
            ? new SuppressionTable([.. cells.Select(cell => cell.Cell)], policy.Below).Protect(IsSmall)
            : columns.All(column => IsSafeColumn(suppressed, column)));
        foreach (var (cell, place) in cells)
            if (!isSafe || cell.IsSuppressed) withheld.UnionWith(place.Rows);

        void Add(int row, int column, string site)
        {
            var (period, breakdown, category) = columns[column];
            if (!places.TryGetValue((site, period, breakdown, category), out var place) || !place.HasValues) return;
            var isSuppressed = suppressed.Contains(site);
            cells.Add((new SuppressionCell(isSuppressed ? sites.Length + 1 : row, column, site == Result.All, place.Counts(measure)) { IsSuppressed = isSuppressed }, place));
        }
    }

    private static bool AddsUp(IGrouping<int, (SuppressionCell Cell, MeasurePlace Place)> column)
    {
        var total = column.Where(cell => cell.Cell.IsTotal).Select(cell => cell.Cell.Counts).FirstOrDefault();
        if (total is null) return true;
        return Enumerable.Range(0, total.Count).All(kind => column.Where(cell => !cell.Cell.IsTotal).Sum(cell => cell.Cell.Counts[kind]) == total[kind]);
    }

    private bool IsSafeColumn(IReadOnlySet<string> suppressed, (string Period, string Breakdown, string Category) column)
    {
        MeasurePlace[] hidden = [.. suppressed.Select(site => places.GetValueOrDefault((site, column.Period, column.Breakdown, column.Category))).OfType<MeasurePlace>()];
        IReadOnlyList<long>[] counts = [.. hidden.Select(Counts)];
        long[] together = [.. Enumerable.Range(0, counts.Select(one => one.Count).DefaultIfEmpty(0).Max()).Select(i => counts.Sum(one => one[i]))];
        return IsSafe(together) && sites.Where(site => !suppressed.Contains(site)).Append(Result.All)
            .Select(site => places.GetValueOrDefault((site, column.Period, column.Breakdown, column.Category))).OfType<MeasurePlace>().All(place => IsSafe(Counts(place)));
    }

    // With a rule a site's value is a number of fields and that of all sites a number of sites. It says of each field that it is on one side of the rule's share,
    // so there must be enough records on both sides of it. The fields themselves are tables of their own.
    private void FewestIncomplete(IReadOnlyList<Result> rows)
    {
        var share = measure.Completeness!.MissingOver / 100;
        var enough = policy.Below / Math.Min(share, 1 - share);
        foreach (var row in rows.Where(row => row.Breakdown.Length == 0 && row.Site != Result.All && row.Counts.Records < enough * measure.Parts.Count)) withheld.Add(row);
        var hidden = withheld.Where(row => row is { Breakdown: "", Status: ResultStatus.Ok }).Select(row => row.Period).ToHashSet(StringComparer.Ordinal);
        withheld.UnionWith(rows.Where(row => row.Site == Result.All && row.Breakdown.Length == 0 && hidden.Contains(row.Period)));
        foreach (var field in rows.Where(row => row.Period == Result.All && MeasurePlace.IsPart(row)).GroupBy(row => row.Category))
        {
            var counts = field.Where(MeasurePlace.HasCounts).ToDictionary(row => row.Site, row => (IReadOnlyList<long>)[.. MeasurePlace.Printed([(long)row.Numerator!.Value, (long)(row.Denominator!.Value - row.Numerator.Value)], policy)], StringComparer.Ordinal);
            if (counts.Count == 0) continue;
            var suppressed = SuppressionLine.Of([.. counts.Where(site => site.Key != Result.All).Select(site => (site.Key, site.Value))], counts.GetValueOrDefault(Result.All, [0, 0]), IsSafe);
            withheld.UnionWith(field.Where(row => suppressed?.Contains(row.Site) ?? true));
        }
    }

    private MeasurePlace? Place(string site, string period) => places.GetValueOrDefault((site, period, "", ""));

    private IReadOnlyList<long> Counts(MeasurePlace place) => [.. MeasurePlace.Printed(place.Counts(measure), policy), .. place.PartCounts(parts, policy)];

    private bool IsSafe(IReadOnlyList<long> counts) => counts.All(count => !policy.IsSmall(count));

    private bool IsSmall(SuppressionCell cell, int kind) => cell.Counts[kind] > 0 && policy.IsSmall(MeasurePlace.Printed(cell.Counts, policy).ElementAt(kind));
}
