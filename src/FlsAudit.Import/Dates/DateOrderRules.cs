using FlsAudit.Model;

namespace FlsAudit.Import.Dates;

/// <summary>What decided the order of a column.</summary>
internal enum DateGround
{
    /// <summary>The user named it.</summary>
    Named,

    /// <summary>The profile's order; no date of the column speaks against it, or hardly one.</summary>
    Profile,

    /// <summary>The profile's order alone: several dates of the column can be read in two ways, and no date of the sheet shows an order.</summary>
    Assumed,

    /// <summary>The dates of the column.</summary>
    Column,

    /// <summary>The dates of the other columns of the sheet; those of the column itself can all be read in two ways.</summary>
    OtherColumns,

    /// <summary>Nothing: some dates are days only when the day comes first, and some only when the month does.</summary>
    Mixed,

    /// <summary>Nothing: the dates can be read in two ways, and nothing shows which.</summary>
    Unclear,

    /// <summary>Nothing had to be decided: no date of the column can be read in two ways.</summary>
    NothingToDecide,
}

/// <summary>The order of a column and what decided it.</summary>
internal sealed record DateDecision(DateOrder Order, DateGround Ground);

/// <summary>
/// Decides the order of day and month for each column of dates of one sheet.
/// <list type="number">
/// <item>What the user names holds.</item>
/// <item>An order is shown by a column in which at least three rows are days in that order only, and at most one row in fifty of those that are days in one
/// order only is against it: a slip of the pen now and then is no second order. It is used, whatever the profile says.</item>
/// <item>A column with dates of both kinds that shows no order is mixed: what can be read in two ways is left blank.</item>
/// <item>Any other column has too little to show an order. It takes the profile's unless one or two of its own dates, or the order that the other columns
/// show, speak against it. Where the profile declares none, or something speaks against it, the column takes the order that the other columns show, when they agree
/// and none of its own dates is against it. Otherwise what can be read in two ways is left blank.</item>
/// <item>Where no date of the sheet shows an order, the profile's is used, and from five such dates in a column on the user is told.</item>
/// </list>
/// </summary>
internal static class DateOrderRules
{
    private const int FewestRows = 3;
    private const int OneIn = 50;
    private const int FewestAssumed = 5;

    // Days 1 to 12 are 144 of the 365.25 days of a year: ten dates that are all among them come about by chance once in 11,000 times, since
    // (144 / 365.25)^10 is 0.00009. The texts must be nearly all past the twelfth as well, which makes chance rarer still.
    private const int FewestConverted = 10;
    private const int EitherOneIn = 20;

    /// <summary>Decides.</summary>
    /// <param name="declared">The profile's order.</param>
    /// <param name="columns">For each column the order that the user names, if any, and what it holds.</param>
    public static IReadOnlyList<DateDecision> Decide(DateOrder declared, IReadOnlyList<(DateOrder? Named, DateEvidence Evidence)> columns)
    {
        DateOrder[] shown = [.. columns.Select(column => Shown(column.Evidence)).OfType<DateOrder>().Distinct()];
        var isShown = columns.Any(column => column.Evidence.DayFirst + column.Evidence.MonthFirst > 0);
        return [.. columns.Select(column => column.Named is { } named ? new DateDecision(named, DateGround.Named) : Assumed(Decide(declared, column.Evidence, shown), column.Evidence, isShown))];
    }

    private static DateDecision Assumed(DateDecision decision, DateEvidence dates, bool isShown) =>
        decision.Ground == DateGround.Profile && !isShown && dates.Either >= FewestAssumed ? decision with { Ground = DateGround.Assumed } : decision;

    /// <summary>
    /// Whether a spreadsheet program of the other order opened the texts of a column: it takes 04/05/2025 for a date of its own, with day and month exchanged,
    /// and leaves 13/05/2025 as text. At least ten native dates are left by that, hardly one after the twelfth of a month, and at least ten texts, nearly
    /// all of which are days in one order only.
    /// </summary>
    public static bool IsHalfConverted(DateEvidence dates)
    {
        var oneWay = Math.Max(dates.DayFirst, dates.MonthFirst);
        var texts = dates.DayFirst + dates.MonthFirst + dates.Either + dates.Same;
        return dates.Native >= FewestConverted && dates.NativeLate * OneIn <= dates.Native && texts >= FewestConverted && (texts - oneWay) * EitherOneIn <= texts;
    }

    private static DateDecision Decide(DateOrder declared, DateEvidence dates, DateOrder[] shown)
    {
        if (Shown(dates) is { } own) return new DateDecision(own, own == declared ? DateGround.Profile : DateGround.Column);
        if (dates.DayFirst > 0 && dates.MonthFirst > 0) return new DateDecision(DateOrder.FromData, DateGround.Mixed);
        if (declared == DateOrder.FromData) return Undeclared(dates, shown);

        var other = declared == DateOrder.DayFirst ? DateOrder.MonthFirst : DateOrder.DayFirst;
        if (dates.Either == 0 || (Against(declared, dates) == 0 && !shown.Contains(other)) || (shown is [var agreed] && agreed == declared))
            return new DateDecision(declared, DateGround.Profile);
        return FromOthers(dates, shown) ?? new DateDecision(DateOrder.FromData, DateGround.Unclear);
    }

    private static DateDecision Undeclared(DateEvidence dates, DateOrder[] shown)
    {
        if (dates.Either == 0) return new DateDecision(DateOrder.FromData, DateGround.NothingToDecide);
        if (FromOthers(dates, shown) is { } agreed) return agreed;
        if (shown.Length > 0 || dates.DayFirst + dates.MonthFirst == 0) return new DateDecision(DateOrder.FromData, DateGround.Unclear);
        return new DateDecision(dates.DayFirst > 0 ? DateOrder.DayFirst : DateOrder.MonthFirst, DateGround.Column);
    }

    private static DateDecision? FromOthers(DateEvidence dates, DateOrder[] shown) =>
        shown is [var order] && Against(order, dates) == 0 ? new DateDecision(order, DateGround.OtherColumns) : null;

    private static DateOrder? Shown(DateEvidence dates)
    {
        var (most, least) = (Math.Max(dates.DayFirst, dates.MonthFirst), Math.Min(dates.DayFirst, dates.MonthFirst));
        if (most < FewestRows || least * OneIn > most + least) return null;
        return dates.DayFirst > dates.MonthFirst ? DateOrder.DayFirst : DateOrder.MonthFirst;
    }

    private static long Against(DateOrder order, DateEvidence dates) => order == DateOrder.DayFirst ? dates.MonthFirst : dates.DayFirst;
}
