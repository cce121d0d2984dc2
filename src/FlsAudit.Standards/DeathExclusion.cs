using FlsAudit.Model;
using FlsAudit.Standards.Expressions;

namespace FlsAudit.Standards;

/// <summary>The exclusion that the setting on deaths stands for.</summary>
internal static class DeathExclusion
{
    private const int DaysInWeek = 7;

    /// <summary>
    /// A death within the window, both ends inclusive; a death before its start is a date error and excludes nobody. Or another sign of it, where a registry records
    /// deaths without their dates.
    /// </summary>
    public static Exclusion Of(Field death, DueRule due, Expression? otherSign)
    {
        var window = due.Days % DaysInWeek == 0 ? FormattableString.Invariant($"{due.Days / DaysInWeek} weeks") : FormattableString.Invariant($"{due.Days} days");
        var isKnown = new IsKnown($"{death.Name} is known", death);
        var within = new Within($"{death.Name} within {window} of {due.Start.Name}", death, due.Days, due.Start);
        Expression died = new And($"{isKnown.Text} and {within.Text}", isKnown, within);
        if (otherSign is not null) died = new Or($"({died.Text}) or ({otherSign.Text})", died, otherSign);
        return new Exclusion($"Died within {window} of the fracture", died);
    }
}
