namespace FlsAudit.Model;

/// <summary>When the year of a date that belongs to a fracture is suspect, and where the date lies once its year is right.</summary>
/// <param name="Name">The rule, in kebab-case.</param>
/// <param name="Field">The date field.</param>
/// <param name="Earliest">The fewest days after the fracture, inclusive.</param>
/// <param name="Latest">The most days after the fracture, inclusive.</param>
/// <param name="MayBeBefore">Whether a date before the fracture may be a fact; then only one after the as-at date is suspect.</param>
public sealed record YearRepair(string Name, string Field, int Earliest, int Latest, bool MayBeBefore = false)
{
    /// <summary>The same day of the only other year in which it lies where it belongs and has happened; null when the date is not suspect, or when no year or several fit.</summary>
    public int? Of(int day, int fracture, int asAt)
    {
        if (day == Missing.Date || fracture == Missing.Date) return null;
        var isSuspect = day > asAt || (day < fracture && !MayBeBefore);
        return isSuspect ? OtherYear.OnlyOneWithin(day, fracture + Earliest, Math.Min(fracture + Latest, asAt)) : null;
    }
}

/// <summary>
/// When the year of the fracture itself is suspect: other dates of the record agree with each other and none of them with it. It is repaired when in exactly
/// one other year all of them lie where they belong.
/// </summary>
/// <param name="Name">The rule, in kebab-case.</param>
/// <param name="Witnesses">The other dates that are looked at.</param>
/// <param name="Fewest">How many of them must be recorded and have happened.</param>
/// <param name="Latest">A witness disagrees when it is before the fracture, or more days after it than this.</param>
public sealed record FractureYearRepair(string Name, IReadOnlyList<YearRepair> Witnesses, int Fewest, int Latest)
{
    /// <summary>The fracture date with the only year that fits; null when it is not suspect, or when no year or several fit.</summary>
    /// <param name="fracture">The recorded date.</param>
    /// <param name="dayOf">The recorded date of a witness, or <see cref="Missing.Date"/>.</param>
    /// <param name="asAt">The as-at date.</param>
    public int? Of(int fracture, Func<YearRepair, int> dayOf, int asAt)
    {
        if (fracture == Missing.Date) return null;
        var (count, first, last) = (0, int.MinValue, asAt);
        foreach (var witness in Witnesses)
        {
            var day = dayOf(witness);
            if (day == Missing.Date || day > asAt) continue;
            if (day >= fracture && day - fracture <= Latest) return null;
            count++;
            first = Math.Max(first, day - witness.Latest);
            last = Math.Min(last, day - witness.Earliest);
        }

        return count >= Fewest ? OtherYear.OnlyOneWithin(fracture, first, last) : null;
    }
}

/// <summary>All rules on mistyped years of a run.</summary>
/// <param name="Dates">The dates that belong to a fracture; a field has one rule at most.</param>
/// <param name="Fracture">The rule on the fracture date; null for none.</param>
public sealed record YearRepairs(IReadOnlyList<YearRepair> Dates, FractureYearRepair? Fracture)
{
    /// <summary>No rules: no year is suspect.</summary>
    public static YearRepairs None { get; } = new([], null);

    /// <summary>The fields that the rules look at: the fracture date first, then those of <see cref="Dates"/> in their order. Empty without rules.</summary>
    public IReadOnlyList<string> Fields { get; } = Dates.Count == 0 ? [] : [FieldNames.FractureDate, .. Dates.Select(date => date.Field)];

    /// <summary>The rule of a field by its position in <see cref="Fields"/>.</summary>
    public string RuleOf(int field) => field == 0 ? Fracture!.Name : Dates[field - 1].Name;

    /// <summary>
    /// Finds the dates of a record whose year is suspect and that another year, and only one, would put in order. The fracture comes first; the others are held
    /// against it as it is then.
    /// </summary>
    /// <param name="days">The dates in the order of <see cref="Fields"/>; <see cref="Missing.Date"/> where nothing is recorded.</param>
    /// <param name="asAt">The as-at date.</param>
    /// <param name="repaired">Gets the dates as they would be; equal to <paramref name="days"/> where nothing is repaired.</param>
    /// <returns>Whether any date is repaired.</returns>
    public bool Repair(int[] days, int asAt, int[] repaired)
    {
        Array.Copy(days, repaired, days.Length);
        if (days[0] == Missing.Date || !AnyLooksWrong(days, asAt)) return false;
        repaired[0] = Fracture?.Of(days[0], witness => days[IndexOf(witness) + 1], asAt) ?? days[0];
        var any = repaired[0] != days[0];
        // A fracture that has not happened puts no other date anywhere.
        if (repaired[0] > asAt) return any;
        for (var i = 0; i < Dates.Count; i++)
        {
            if (Dates[i].Of(days[i + 1], repaired[0], asAt) is not { } day) continue;
            repaired[i + 1] = day;
            any = true;
        }

        return any;
    }

    // Nearly every record is in order, and one look at its dates tells.
    private bool AnyLooksWrong(int[] days, int asAt)
    {
        var latest = Fracture?.Latest ?? int.MaxValue;
        for (var i = 1; i < days.Length; i++)
            if (days[i] != Missing.Date && (days[i] > asAt || days[i] < days[0] || days[i] - days[0] > latest)) return true;
        return false;
    }

    private int IndexOf(YearRepair witness)
    {
        for (var i = 0; i < Dates.Count; i++)
            if (ReferenceEquals(Dates[i], witness)) return i;
        throw new ArgumentException($"The date '{witness.Field}' has no rule of its own.", nameof(witness));
    }
}

/// <summary>A day moved to another year.</summary>
internal static class OtherYear
{
    /// <summary>The day in the only other year that puts it between two days, both inclusive; null when none does or several do. 29 February has only leap years.</summary>
    public static int? OnlyOneWithin(int day, int first, int last)
    {
        if (last < first) return null;
        var date = DateOnly.FromDayNumber(day);
        int? found = null;
        for (var year = YearOf(first); year <= YearOf(last); year++)
        {
            if (year == date.Year || date.Day > DateTime.DaysInMonth(year, date.Month)) continue;
            var moved = new DateOnly(year, date.Month, date.Day).DayNumber;
            if (moved < first || moved > last) continue;
            if (found is not null) return null;
            found = moved;
        }

        return found;
    }

    private static int YearOf(int day) => DateOnly.FromDayNumber(Math.Clamp(day, 0, DateOnly.MaxValue.DayNumber)).Year;
}
