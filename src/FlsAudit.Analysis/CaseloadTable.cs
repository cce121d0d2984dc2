using System.Globalization;
using FlsAudit.Model;

namespace FlsAudit.Analysis;

/// <summary>What a caseload says of some days.</summary>
/// <param name="Expected">The fractures expected on those of the days that the caseload covers.</param>
/// <param name="IsProrated">Whether a row was cut to its share of days.</param>
internal sealed record ExpectedFractures(double Expected, bool IsProrated);

/// <summary>
/// Expected fractures by site and group over any run of days. A row counts with the share of its days that is asked for. Where rows of one site and group
/// overlap (a year and one of its quarters), each day belongs to the shortest row that has it, so the quarter speaks for itself and the year for the rest.
/// </summary>
internal sealed class CaseloadTable
{
    private readonly Dictionary<(string Site, string Group), List<Stretch>> stretches = [];

    /// <summary>Reads the rows.</summary>
    /// <param name="rows">The caseload; of two rows for the same days the first holds.</param>
    /// <param name="firstDay">The first day that the report covers.</param>
    /// <param name="lastDay">The last day that the report covers.</param>
    public CaseloadTable(IEnumerable<CaseloadRow> rows, int firstDay, int lastDay)
    {
        var spans = new List<(CaseloadRow Row, int First, int Last)>();
        foreach (var row in rows)
            if (TryDays(row.Period, firstDay, lastDay, out var first, out var last)) spans.Add((row, first, last));
        foreach (var (row, first, last) in spans.OrderBy(span => span.Last - span.First).ThenBy(span => span.First))
        {
            if (!stretches.TryGetValue((row.Site, row.Group), out var taken)) stretches[(row.Site, row.Group)] = taken = [];
            taken.AddRange(Free(taken, first, last).Select(free => new Stretch(free.First, free.Last, row.Expected, last - first + 1)).ToArray());
            taken.Sort((a, b) => a.First.CompareTo(b.First));
        }
    }

    /// <summary>The sites that the caseload names, in ordinal order.</summary>
    public IReadOnlyList<string> Sites => [.. stretches.Keys.Select(key => key.Site).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>The fractures expected on these runs of days, which do not overlap; null when the caseload covers none of them.</summary>
    public ExpectedFractures? Over(string site, string group, IReadOnlyList<(int First, int Last)> runs)
    {
        double expected = 0;
        bool covered = false, prorated = false;
        foreach (var stretch in stretches.GetValueOrDefault((site, group), []))
        {
            var days = runs.Sum(run => Math.Max(0, Math.Min(run.Last, stretch.Last) - Math.Max(run.First, stretch.First) + 1));
            if (days == 0) continue;
            covered = true;
            prorated |= days < stretch.RowDays;
            expected += days == stretch.RowDays ? stretch.RowExpected : stretch.RowExpected * days / stretch.RowDays;
        }

        return covered ? new ExpectedFractures(expected, prorated) : null;
    }

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
    private static bool TryDays(string period, int firstDay, int lastDay, out int first, out int last)
    {
        (first, last) = (firstDay, lastDay);
        if (period == Result.All) return firstDay <= lastDay;
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
    private sealed record Stretch(int First, int Last, double RowExpected, int RowDays);
}
