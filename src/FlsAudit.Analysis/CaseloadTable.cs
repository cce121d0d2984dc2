using System.Globalization;
using FlsAudit.Model;

namespace FlsAudit.Analysis;

/// <summary>What a caseload says of some days.</summary>
/// <param name="Expected">The fractures expected on those of the days that the caseload covers.</param>
/// <param name="IsProrated">Whether a row was cut to its share of days.</param>
internal sealed record ExpectedFractures(double Expected, bool IsProrated);

/// <summary>
/// Expected fractures by site and group over any run of days. A row that reaches beyond the days asked for counts with its share of days. Where rows of
/// one site and group overlap (a year and one of its quarters), the shorter row is taken.
/// </summary>
internal sealed class CaseloadTable
{
    private readonly Dictionary<(string Site, string Group), List<Span>> spans = [];

    public CaseloadTable(IEnumerable<CaseloadRow> rows, int firstDay, int lastDay)
    {
        foreach (var row in rows)
        {
            if (!TryDays(row.Period, firstDay, lastDay, out var first, out var last)) continue;
            if (!spans.TryGetValue((row.Site, row.Group), out var list)) spans[(row.Site, row.Group)] = list = [];
            list.Add(new Span(first, last, row.Expected));
        }

        foreach (var list in spans.Values)
        {
            var kept = new List<Span>();
            foreach (var span in list.OrderBy(span => span.Days).ThenBy(span => span.First))
                if (!kept.Exists(other => other.First <= span.Last && span.First <= other.Last))
                    kept.Add(span);
            list.Clear();
            list.AddRange(kept);
        }
    }

    /// <summary>The sites that the caseload names, in ordinal order.</summary>
    public IReadOnlyList<string> Sites => [.. spans.Keys.Select(key => key.Site).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>
    /// The fractures expected over some runs of days that do not overlap, both ends inclusive; null when the caseload covers none of them. Days are summed
    /// per row before anything is divided, so that a row whose days are all asked for counts exactly as written.
    /// </summary>
    public ExpectedFractures? Over(string site, string group, IReadOnlyList<(int First, int Last)> runs)
    {
        double expected = 0;
        bool covered = false, prorated = false;
        foreach (var span in spans.GetValueOrDefault((site, group), []))
        {
            var days = runs.Sum(run => Math.Max(0, Math.Min(run.Last, span.Last) - Math.Max(run.First, span.First) + 1));
            if (days == 0) continue;
            covered = true;
            prorated |= days < span.Days;
            expected += days == span.Days ? span.Expected : span.Expected * days / span.Days;
        }

        return covered ? new ExpectedFractures(expected, prorated) : null;
    }

    /// <summary>Whether the caseload covers every day from one to another, both inclusive.</summary>
    public bool Covers(string site, string group, int first, int last)
    {
        var next = first;
        foreach (var span in spans.GetValueOrDefault((site, group), []).OrderBy(span => span.First))
            if (span.First <= next && span.Last >= next)
                next = span.Last + 1;
        return next > last;
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

    private sealed record Span(int First, int Last, double Expected)
    {
        public int Days => Last - First + 1;
    }
}
