using System.Globalization;

namespace FlsAudit.Model;

/// <summary>Periods that somebody else named, put in order.</summary>
/// <param name="Periods">Each once.</param>
/// <param name="IsCalendar">Whether the order is that of the calendar; otherwise it is the one in which they were given.</param>
public sealed record PeriodOrder(IReadOnlyList<string> Periods, bool IsCalendar)
{
    /// <summary>
    /// In calendar order where all are labels of one kind (2025-03, 2025-Q1, 2025/26-Q1 or 2025) or all are ISO dates. Otherwise nobody can say which comes first, and
    /// they stay in the order given.
    /// </summary>
    public static PeriodOrder Of(IEnumerable<string> given)
    {
        string[] periods = [.. given.Distinct(StringComparer.Ordinal)];
        if (Ranks(periods) is not { } ranks) return new PeriodOrder(periods, false);
        Array.Sort(ranks, periods);
        return new PeriodOrder(periods, true);
    }

    private static int[]? Ranks(string[] periods)
    {
        var ranks = new int[periods.Length];
        PeriodKind? kind = null;
        for (var i = 0; i < periods.Length; i++)
        {
            if (Period.TryParse(periods[i], out var period))
            {
                if (i > 0 && kind != period.Kind) return null;
                (kind, ranks[i]) = (period.Kind, period.Number);
            }
            else
            {
                if (kind is not null || !DateOnly.TryParseExact(periods[i], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return null;
                ranks[i] = day.DayNumber;
            }
        }

        return ranks;
    }
}
