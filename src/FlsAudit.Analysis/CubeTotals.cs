using FlsAudit.Measures;
using FlsAudit.Model;

namespace FlsAudit.Analysis;

/// <summary>The cells of a cube by names: sites and periods in order of presentation, and sums over either.</summary>
internal sealed class CubeTotals
{
    private readonly Cube cube;
    private readonly Dictionary<(string Site, string Period, int Breakdown, int Category), List<CellKey>> keys = [];
    private readonly Dictionary<string, SortedDictionary<int, List<CellKey>>> crossed = new(StringComparer.Ordinal);
    private readonly int[][] categories;

    public CubeTotals(Cube cube, SiteTable sites)
    {
        this.cube = cube;
        var siteNames = new SortedSet<string>(StringComparer.Ordinal);
        var periods = new SortedSet<int>();
        foreach (var key in cube.Keys)
        {
            var site = sites.NameOf(key.Site);
            if (key.Breakdown == CellKey.Crossed)
            {
                crossed.TryAdd(site, []);
                crossed[site].TryAdd(key.Category, []);
                crossed[site][key.Category].Add(key);
                continue;
            }

            siteNames.Add(site);
            periods.Add(key.Period);
            keys.TryAdd((site, Label(key.Period), key.Breakdown, key.Category), []);
            keys[(site, Label(key.Period), key.Breakdown, key.Category)].Add(key);
        }

        categories =
        [
            .. Enumerable.Range(0, cube.Plan.Breakdowns.Count).Select(breakdown =>
                keys.Keys.Where(key => key.Breakdown == breakdown).Select(key => key.Category).Distinct()
                    .OrderBy(category => category == CellKey.NoCategory).ThenBy(category => category).ToArray()),
        ];
        Sites = [.. siteNames];
        Periods = [.. periods.Where(period => period != CellKey.UnknownPeriod).Select(number => new Period(cube.Plan.PeriodKind, number))];
        PeriodLabels = [.. Periods.Select(period => period.Label), .. periods.Contains(CellKey.UnknownPeriod) ? [Result.UnknownPeriod] : Array.Empty<string>()];
    }

    /// <summary>Sites with records, in ordinal order.</summary>
    public IReadOnlyList<string> Sites { get; }

    /// <summary>Dated periods with records, in calendar order.</summary>
    public IReadOnlyList<Period> Periods { get; }

    /// <summary>The labels of the periods; records without a date come last.</summary>
    public IReadOnlyList<string> PeriodLabels { get; }

    /// <summary>The categories of a breakdown that occur, in the order of the codes; records that do not say come last.</summary>
    public IReadOnlyList<int> Categories(int breakdown) => categories[breakdown];

    /// <summary>The tally of one site and period; <see cref="Result.All"/> sums over periods.</summary>
    public Tally Tally(PlanItem item, string site, string period, int breakdown = CellKey.Whole, int category = CellKey.NoCategory)
    {
        var tally = Measures.Tally.Empty;
        foreach (var label in period == Result.All ? PeriodLabels : [period])
            foreach (var key in keys.GetValueOrDefault((site, label, breakdown, category), []))
                tally = tally.Merge(cube[key, item]);
        return tally;
    }

    /// <summary>The crossed groups of a site that hold records, with their tallies over all periods, by number of the group.</summary>
    public IEnumerable<(int Stratum, Tally Tally)> Strata(PlanItem item, string site) => crossed.GetValueOrDefault(site, [])
        .Select(cells => (cells.Key, cells.Value.Aggregate(Measures.Tally.Empty, (sum, key) => sum.Merge(cube[key, item]))));

    /// <summary>The first and last fracture day among the records of a site and period; null when there are none.</summary>
    public (int First, int Last)? Days(string site, string period) =>
        keys.TryGetValue((site, period, CellKey.Whole, CellKey.NoCategory), out var cells)
            ? (cells.Min(key => cube.Days(key).First), cells.Max(key => cube.Days(key).Last))
            : null;

    /// <summary>The days that a report on these records covers.</summary>
    public ReportedDays ReportedDays(int? from, int last, int asAt)
    {
        (int First, int Last)[] spans = [.. cube.Keys.Where(key => key.Breakdown == CellKey.Whole).Select(cube.Days).Where(span => span.First <= span.Last)];
        return spans.Length == 0
            ? new ReportedDays(from, last, asAt, int.MaxValue, int.MinValue)
            : new ReportedDays(from, last, asAt, spans.Min(span => span.First), spans.Max(span => span.Last));
    }

    /// <summary>How one field is filled at a site over all periods.</summary>
    public (long Recorded, long NotKnown, long Blank) Presence(string site, int field)
    {
        (long Recorded, long NotKnown, long Blank) sum = default;
        foreach (var label in PeriodLabels)
        {
            foreach (var key in keys.GetValueOrDefault((site, label, CellKey.Whole, CellKey.NoCategory), []))
            {
                var presence = cube.Presence(key, field);
                sum = (sum.Recorded + presence.Recorded, sum.NotKnown + presence.NotKnown, sum.Blank + presence.Blank);
            }
        }

        return sum;
    }

    /// <summary>How many records of a site say which patient they are of.</summary>
    public long Linked(string site) => PeriodLabels
        .SelectMany(label => keys.GetValueOrDefault((site, label, CellKey.Whole, CellKey.NoCategory), []))
        .Sum(key => cube.Linked(key));

    private string Label(int period) =>
        period == CellKey.UnknownPeriod ? Result.UnknownPeriod : new Period(cube.Plan.PeriodKind, period).Label;
}
