using System.Globalization;
using FlsAudit.Model;
using FlsAudit.Standards;

namespace FlsAudit.Analysis;

/// <summary>
/// Expected fractures by site and group over any run of days. A row counts with the share of its days that is asked for. Where rows of one site and group
/// overlap (a year and one of its quarters), each day belongs to the shortest row that has it, so the quarter speaks for itself and the year for the rest.
/// Where a part of a measure says so, days on which its own group has no row are reckoned from those of another group.
/// </summary>
internal sealed class CaseloadTable
{
    private readonly Dictionary<(string Site, string Group), List<Stretch>> stretches = [];
    private readonly Dictionary<(string Site, string Group), CaseloadRow> wholes = [];
    private readonly Dictionary<(string Site, string Group, DerivedCaseload Derived), IReadOnlyList<Stretch>> reckoned = [];
    private readonly ReportedDays days;

    /// <summary>Reads the rows.</summary>
    /// <param name="rows">
    /// The caseload; of two rows for the same days the first holds. A row for <see cref="Result.All"/> is about everything that the report covers; it can be
    /// shared out over periods only when the report has a first day.
    /// </param>
    /// <param name="days">The days that the report covers.</param>
    public CaseloadTable(IEnumerable<CaseloadRow> rows, ReportedDays days)
    {
        this.days = days;
        var spans = new List<(CaseloadRow Row, int First, int Last)>();
        foreach (var row in rows)
        {
            if (row.Period == Result.All) wholes.TryAdd((row.Site, row.Group), row);
            if (TryDays(row.Period, days, out var first, out var last)) spans.Add((row, first, last));
        }

        foreach (var (row, first, last) in spans.OrderBy(span => span.Last - span.First).ThenBy(span => span.First))
        {
            if (!stretches.TryGetValue((row.Site, row.Group), out var taken)) stretches[(row.Site, row.Group)] = taken = [];
            taken.AddRange(Free(taken, first, last).Select(free => new Stretch(free.First, free.Last, row, first, last)).ToArray());
            taken.Sort((a, b) => a.First.CompareTo(b.First));
        }
    }

    /// <summary>The sites that the caseload names, in ordinal order.</summary>
    public IReadOnlyList<string> Sites => [.. stretches.Keys.Concat(wholes.Keys).Select(key => key.Site).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>
    /// The fractures expected over everything that the report covers, when a row says so; else null. A row of the part's own group goes before one that it
    /// can be reckoned from, and so do rows of its own group for some of the days.
    /// </summary>
    public ExpectedFractures? Whole(string site, MeasurePart part)
    {
        if (wholes.TryGetValue((site, part.CaseloadGroup!), out var own)) return ExpectedFractures.Of(own, null);
        if (part.Derived is not { } derived || !wholes.TryGetValue((site, derived.From), out var counted)) return null;
        var first = days.From ?? days.FirstFracture;
        return Own(site, part.CaseloadGroup!).Any(stretch => stretch.Last >= first && stretch.First <= days.Last) ? null : ExpectedFractures.Of(counted, derived);
    }

    /// <summary>
    /// The first day of the earliest row that reaches into these days, or the first of these days where none does: a row that the records begin in counts
    /// from its own beginning.
    /// </summary>
    public int StartOfRows(string site, MeasurePart part, int first, int last) =>
        Stretches(site, part)
            .Where(stretch => stretch.RowLast >= first && stretch.RowFirst <= last)
            .Select(stretch => stretch.RowFirst).Append(first).Min();

    /// <summary>The fractures expected on these runs of days, which do not overlap; null when the caseload covers none of them.</summary>
    public ExpectedFractures? Over(string site, MeasurePart part, IReadOnlyList<(int First, int Last)> runs)
    {
        ExpectedFractures? sum = null;
        foreach (var stretch in Stretches(site, part))
        {
            var covered = runs.Sum(run => Math.Max(0, Math.Min(run.Last, stretch.Last) - Math.Max(run.First, stretch.First) + 1));
            if (covered == 0) continue;
            var expected = ExpectedFractures.Of(stretch.Row, covered, stretch.RowDays, stretch.Derived);
            sum = sum is null ? expected : sum.Plus(expected);
        }

        return sum;
    }

    /// <summary>On how many days from one to another, both inclusive, the caseload expects fractures.</summary>
    public int DaysExpecting(string site, MeasurePart part, int first, int last) =>
        Stretches(site, part).Where(stretch => stretch.Row.Expected > 0)
            .Sum(stretch => Math.Max(0, Math.Min(last, stretch.Last) - Math.Max(first, stretch.First) + 1));

    /// <summary>Whether the caseload covers every day from one to another, both inclusive.</summary>
    public bool Covers(string site, MeasurePart part, int first, int last) => Free(Stretches(site, part), first, last).Count == 0;

    private IReadOnlyList<Stretch> Own(string site, string group) => stretches.GetValueOrDefault((site, group), []);

    // Day by day: a row of the part's own group speaks where there is one, and a row of the other group where there is none.
    private IReadOnlyList<Stretch> Stretches(string site, MeasurePart part)
    {
        var own = Own(site, part.CaseloadGroup!);
        if (part.Derived is not { } derived) return own;
        if (reckoned.TryGetValue((site, part.CaseloadGroup!, derived), out var all)) return all;
        var others = Own(site, derived.From).SelectMany(other => Free(own, other.First, other.Last).Select(free => other with { First = free.First, Last = free.Last, Derived = derived }));
        return reckoned[(site, part.CaseloadGroup!, derived)] = [.. own.Concat(others).OrderBy(stretch => stretch.First)];
    }

    // The runs of days that no stretch has; the stretches are in calendar order and do not overlap.
    private static List<(int First, int Last)> Free(IReadOnlyList<Stretch> taken, int first, int last)
    {
        var free = new List<(int First, int Last)>();
        foreach (var stretch in taken)
        {
            if (stretch.Last < first || stretch.First > last) continue;
            if (stretch.First > first) free.Add((first, stretch.First - 1));
            first = stretch.Last + 1;
        }

        if (first <= last) free.Add((first, last));
        return free;
    }

    // A period label, an ISO interval with both ends, or All for everything that the report covers.
    private static bool TryDays(string period, ReportedDays days, out int first, out int last)
    {
        (first, last) = (days.From ?? int.MaxValue, days.Last);
        if (period == Result.All) return first <= last;
        if (Period.TryParse(period, out var label))
        {
            (first, last) = (label.FirstDay, label.LastDay);
            return true;
        }

        var ends = period.Split('/');
        if (ends.Length != 2 || !TryDay(ends[0], out first) || !TryDay(ends[1], out last)) return false;
        return first <= last;
    }

    private static bool TryDay(string text, out int day)
    {
        var read = DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date);
        day = date.DayNumber;
        return read;
    }

    /// <summary>Days for which one row speaks, all of its days or some.</summary>
    private sealed record Stretch(int First, int Last, CaseloadRow Row, int RowFirst, int RowLast)
    {
        /// <summary>How the part's group is reckoned from the row's; null when the row is of the part's own group.</summary>
        public DerivedCaseload? Derived { get; init; }

        public int RowDays => RowLast - RowFirst + 1;
    }
}
