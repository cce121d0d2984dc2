namespace FlsAudit.Model;

/// <summary>How the dates of one column are read.</summary>
/// <param name="Heading">As the file spells it.</param>
/// <param name="Column">The position of the column; the first is 1.</param>
/// <param name="Order">
/// The order of day and month; <see cref="DateOrder.FromData"/> when it is not known, so that dates that can be read in two ways are left blank.
/// </param>
/// <param name="Reason">What decided, in a word or two: profile, profile alone, profile and dates, dates, other columns, both orders, not shown, nothing to decide, named by you.</param>
/// <param name="Evidence">What the column holds; null where nobody had to look, because every date is ISO or is not read.</param>
public sealed record DateColumnUse(string Heading, int Column, DateOrder Order, string Reason, DateEvidence? Evidence)
{
    /// <summary>
    /// Whether a spreadsheet program probably made its own dates of some texts with day and month exchanged; those whose day could be a month are left blank.
    /// </summary>
    public bool IsHalfConverted { get; init; }
}

/// <summary>How many cells of a column have which form of a date, over all rows that have their cells. Blank cells and missing texts are not counted.</summary>
/// <param name="Iso">Year first.</param>
/// <param name="Native">A spreadsheet's own dates, and the numbers by which it counts days.</param>
/// <param name="DayFirst">A day only when the day comes first, such as 31/12/2025.</param>
/// <param name="MonthFirst">A day only when the month comes first, such as 12/31/2025.</param>
/// <param name="Either">Two different days, such as 04/05/2025.</param>
/// <param name="Same">The same day in either order, such as 05/05/2025.</param>
/// <param name="Unreadable">No date, or one whose year has two digits.</param>
public sealed record DateEvidence(long Iso, long Native, long DayFirst, long MonthFirst, long Either, long Same, long Unreadable)
{
    /// <summary>Those of the spreadsheet's own dates that are after the twelfth of a month, so that no program made them by exchanging day and month.</summary>
    public long NativeLate { get; init; }
}
