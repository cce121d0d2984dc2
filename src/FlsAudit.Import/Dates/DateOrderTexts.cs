using FlsAudit.Import.Cells;
using FlsAudit.Model;

namespace FlsAudit.Import.Dates;

/// <summary>The decision about a column of dates in words.</summary>
/// <param name="place">The sheet.</param>
/// <param name="profile">The profile of the sheet.</param>
/// <param name="heading">The column.</param>
/// <param name="decision">What was decided.</param>
/// <param name="dates">What the column holds.</param>
internal sealed class DateOrderTexts(Place place, RegistryProfile profile, string heading, DateDecision decision, DateEvidence dates)
{
    private const int ManyAssumed = 10;

    /// <summary>What decided, in a word or two for a table.</summary>
    public string Reason => decision.Ground switch
    {
        DateGround.Named => "named by you",
        DateGround.Profile => OnlySo(decision.Order) > 0 ? "profile and dates" : "profile",
        DateGround.Assumed => "profile alone",
        DateGround.Column => "dates",
        DateGround.OtherColumns => "other columns",
        DateGround.Mixed => "both orders",
        DateGround.Unclear => "not shown",
        _ => "nothing to decide",
    };

    /// <summary>What a person should know about it; null when the profile's own order is used.</summary>
    /// <param name="either">The rows whose dates can be read in two ways.</param>
    public Finding? Finding(ValueProblemRows either) => decision.Ground switch
    {
        DateGround.Column when profile.DateOrder != DateOrder.FromData => Warning("date-order-other", OnlySo(decision.Order),
            FormattableString.Invariant($"The dates of '{heading}' were read {Word(decision.Order)}, not {Word(profile.DateOrder)} as the profile '{profile.Name}' says: {OnlySo(decision.Order):N0} of them are days only so, and {OnlySo(Other(decision.Order)):N0} only the other way.")),
        DateGround.Assumed => Assumed(either),
        DateGround.OtherColumns => Warning("date-order-from-other-columns", dates.Either,
            FormattableString.Invariant($"The dates of '{heading}' were read {Word(decision.Order)} because the other columns of dates are so: {dates.Either:N0} of its own can be read in two ways, and none shows another order.")),
        DateGround.Mixed => Error("date-order-mixed", either,
            FormattableString.Invariant($"'{heading}' mixes two orders. Dates that are days only when read day-first: {dates.DayFirst:N0}; only when read month-first: {dates.MonthFirst:N0}; these were read. Dates that can be read in two ways: {dates.Either:N0}; they are left blank."),
            "One order in a column: export it again"),
        DateGround.Unclear => Error("date-order-unclear", either,
            FormattableString.Invariant($"The order of day and month in '{heading}' is not known. Dates that can be read in two ways: {dates.Either:N0}; they are left blank. Dates that are days only when read day-first: {dates.DayFirst:N0}; only when read month-first: {dates.MonthFirst:N0}."),
            "ISO dates such as 2025-12-31"),
        _ => null,
    };

    /// <summary>What a person should know about native dates of a column that a spreadsheet program probably turned round.</summary>
    /// <param name="natives">The rows of those that would be another day if day and month were exchanged.</param>
    /// <param name="isNamed">Whether the user said the order of this column, and with that, that its native dates are right.</param>
    public Finding HalfConverted(ValueProblemRows natives, bool isNamed) =>
        new("date-half-converted", isNamed ? Severity.Warning : Severity.Error, place with { Column = heading, Row = natives.Count > 0 ? natives.Examples[0] : null },
            FormattableString.Invariant($"A spreadsheet program probably exchanged day and month in '{heading}': {dates.Native - dates.NativeLate:N0} of {dates.Native:N0} native dates are in the first twelve days of a month, and what it left as text is nearly always later ({dates.DayFirst:N0} day-first, {dates.MonthFirst:N0} month-first). Native dates that could be exchanged: {natives.Count:N0}; they {(isNamed ? "were read as they are, as you named the order of the column" : "are left blank")}."),
            isNamed ? "Nothing, if these dates are right; otherwise the export itself, not opened and saved by a spreadsheet program."
            : $"The export itself, not opened and saved by a spreadsheet program; if the native dates are right, --date-order \"{heading}={Word(dates.DayFirst >= dates.MonthFirst ? DateOrder.DayFirst : DateOrder.MonthFirst)}\" keeps them.")
        { Occurrences = Math.Max(1, natives.Count), ExampleRows = natives.Examples };

    /// <summary>An order as the command line and profiles write it.</summary>
    public static string Word(DateOrder order) => order switch
    {
        DateOrder.DayFirst => "day-first",
        DateOrder.MonthFirst => "month-first",
        DateOrder.Iso => "iso",
        _ => "from-data",
    };

    // Ten dates of which none is past the twelfth are rare among true dates, so that something is odd.
    private Finding Assumed(ValueProblemRows either) =>
        new("date-order-assumed", dates.Either >= ManyAssumed ? Severity.Warning : Severity.Information, place with { Column = heading, Row = either.Count > 0 ? either.Examples[0] : null },
            FormattableString.Invariant($"The dates of '{heading}' were read {Word(decision.Order)} because the profile '{profile.Name}' says so; nothing in the data shows it. Dates that can be read in two ways: {dates.Either:N0}."),
            $"The order that the registry writes: --date-order \"{heading}={Word(decision.Order)}\" or --date-order \"{heading}={Word(Other(decision.Order))}\".")
        { Occurrences = Math.Max(1, either.Count), ExampleRows = either.Examples };

    private Finding Warning(string code, long occurrences, string message) =>
        new(code, Severity.Warning, place with { Column = heading }, message, $"Nothing, if that is right; otherwise --date-order \"{heading}={Word(Other(decision.Order))}\".") { Occurrences = occurrences };

    private Finding Error(string code, ValueProblemRows either, string message, string instead) =>
        new(code, Severity.Error, place with { Column = heading, Row = either.Count > 0 ? either.Examples[0] : null }, message,
            $"{instead}, or the order: --date-order \"{heading}=day-first\" or --date-order \"{heading}=month-first\".")
        { Occurrences = Math.Max(1, either.Count), ExampleRows = either.Examples };

    private long OnlySo(DateOrder order) => order == DateOrder.DayFirst ? dates.DayFirst : order == DateOrder.MonthFirst ? dates.MonthFirst : 0;

    private static DateOrder Other(DateOrder order) => order == DateOrder.DayFirst ? DateOrder.MonthFirst : DateOrder.DayFirst;
}
