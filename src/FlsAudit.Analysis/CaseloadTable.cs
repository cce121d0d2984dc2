using System.Globalization;
using FlsAudit.Model;

namespace FlsAudit.Analysis;

/// <summary>What a caseload says of some days.</summary>
/// <param name="Expected">The fractures expected on those of the days that the caseload covers.</param>
/// <param name="IsProrated">Whether a row was cut to its share of days.</param>
/// <param name="Bases">How the rows that were used say they were obtained, each once, in ordinal order.</param>
internal sealed record ExpectedFractures(double Expected, bool IsProrated, IReadOnlyList<string> Bases)
{
    public ExpectedFractures Plus(ExpectedFractures other) => new(
        Expected + other.Expected, IsProrated || other.IsProrated, [.. Bases.Union(other.Bases, StringComparer.Ordinal).Order(StringComparer.Ordinal)]);

    /// <summary>One row as it is.</summary>
    public static ExpectedFractures Of(CaseloadRow row) => new(row.Expected, false, BasisOf(row));

    public static IReadOnlyList<string> BasisOf(CaseloadRow row) => row.Basis.Length > 0 ? [row.Basis] : [];
}

/// <summary>
/// Expected fractures by site and group over any run of days. A row counts with the share of its days that is asked for. Where rows of one site and group
/// overlap (a year and one of its quarters), each day belongs to the shortest row that has it, so the quarter speaks for itself and the year for the rest.
/// </summary>
internal sealed class CaseloadTable
{
    private readonly Dictionary<(string Site, string Group), List<Stretch>> stretches = [];
    private readonly Dictionary<(string Site, string Group), ExpectedFractures> wholes = [];

    /// <summary>Reads the rows.</summary>
    /// <param name="rows">
    /// The caseload; of two rows for the same days the first holds. A row for <see cref="Result.All"/> is about everything that the report covers; it can be
    /// shared out over periods only when the report has a first day.
    /// </param>
    /// <param name="days">The days that the report covers.</param>
    public CaseloadTable(IEnumerable<CaseloadRow> rows, ReportedDays days)
    {
        var spans = new List<(CaseloadRow Row, int First, int Last)>();
        foreach (var row in rows)
        {
            if (row.Period == Result.All) wholes.TryAdd((row.Site, row.Group), ExpectedFractures.Of(row));
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

    /// <summary>The fractures expected over everything that the report covers, when a row says so; else null.</summary>
    public ExpectedFractures? Whole(string site, string group) => wholes.GetValueOrDefault((site, group));

    /// <summary>
    /// The first day of the earliest row that reaches into these days, or the first of these days where none does: a row that the records begin in counts
    /// from its own beginning.
    /// </summary>
    public int StartOfRows(string site, string group, int first, int last) =>
        stretches.GetValueOrDefault((site, group), [])
            .Where(stretch => stretch.RowLast >= first && stretch.RowFirst <= last)
            .Select(stretch => stretch.RowFirst).Append(first).Min();

    /// <summary>The fractures expected on these runs of days, which do not overlap; null when the caseload covers none of them.</summary>
    public ExpectedFractures? Over(string site, string group, IReadOnlyList<(int First, int Last)> runs)
    {
        ExpectedFractures? sum = null;
        foreach (var stretch in stretches.GetValueOrDefault((site, group), []))
        {
            var days = runs.Sum(run => Math.Max(0, Math.Min(run.Last, stretch.Last) - Math.Max(run.First, stretch.First) + 1));
            if (days == 0) continue;
            var part = days == stretch.RowDays
                ? ExpectedFractures.Of(stretch.Row)
                : new ExpectedFractures(stretch.Row.Expected * days / stretch.RowDays, true, ExpectedFractures.BasisOf(stretch.Row));
            sum = sum is null ? part : sum.Plus(part);
        }

        return sum;
    }

    /// <summary>On how many days from one to another, both inclusive, the caseload expects fractures.</summary>
    public int DaysExpecting(string site, string group, int first, int last) =>
        stretches.GetValueOrDefault((site, group), []).Where(stretch => stretch.Row.Expected > 0)
            .Sum(stretch => Math.Max(0, Math.Min(last, stretch.Last) - Math.Max(first, stretch.First) + 1));

    /// <summary>Whether the caseload covers every day from one to another, both inclusive.</summary>
    public bool Covers(string site, string group, int first, int last) =>
        Free(stretches.GetValueOrDefault((site, group), []), first, last).Count == 0;

    // The runs of days that no stretch has; the stretches are in calendar order and do not overlap.
    private static List<(int First, int Last)> Free(List<Stretch> taken, int first, int last)
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
        public int RowDays => RowLast - RowFirst + 1;
    }
}
