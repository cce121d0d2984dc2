using FlsAudit.Model;

namespace FlsAudit.Import.Cells;

/// <summary>How the reading of a value ended.</summary>
internal enum Reading
{
    /// <summary>It was read.</summary>
    Read,

    /// <summary>It was read, as the bare number by which a spreadsheet program counts days.</summary>
    Serial,

    /// <summary>It is no value of this type.</summary>
    NotRead,

    /// <summary>A date whose year has two digits: the century would be a guess.</summary>
    ShortYear,

    /// <summary>A date that is one day when read day-first and another when read month-first, in a column whose order is not known.</summary>
    TwoWays,

    /// <summary>A spreadsheet's own date in a column in which the spreadsheet program probably took the day for the month and the month for the day.</summary>
    HalfConverted,
}

/// <summary>How the dates of a column are read.</summary>
/// <param name="Order">The order of day and month in its texts.</param>
/// <param name="IsHalfConverted">
/// Whether a spreadsheet program probably made its own dates of it in the other order, so that those whose day could be a month are left blank.
/// </param>
internal readonly record struct DateRule(DateOrder Order, bool IsHalfConverted = false);

/// <summary>What the form of a date says about the order of day and month in its column.</summary>
internal enum DateForm
{
    /// <summary>It is no date, or its year has two digits.</summary>
    Unreadable,

    /// <summary>Year first, or the month by name: the order does not matter.</summary>
    Iso,

    /// <summary>A spreadsheet's own date, or the number by which it counts days, whose day could be a month: another day if the two were exchanged.</summary>
    NativeEither,

    /// <summary>A spreadsheet's own date of which day and month are the same number.</summary>
    NativeSame,

    /// <summary>A spreadsheet's own date after the twelfth of a month.</summary>
    NativeLate,

    /// <summary>It is a day only when the day comes first.</summary>
    DayFirst,

    /// <summary>It is a day only when the month comes first.</summary>
    MonthFirst,

    /// <summary>It is two different days.</summary>
    Either,

    /// <summary>Day and month are the same number, so that the order does not matter.</summary>
    Same,
}

/// <summary>
/// Reads dates from text: ISO, eight digits and months by name in any case, otherwise numbers in the order of the column; where that is <see cref="DateOrder.FromData"/>, only those that
/// are the same day in either order or a day in one. Nothing is guessed.
/// </summary>
internal static class DateText
{
    private const int FirstYear = 1900;
    private const int LastYear = 2100;
    private const int IsoLength = 10;
    private const int CompactDigits = 8;

    // Only a number of five digits, from the year 1927 on, is taken for a day: a smaller one may be a year, or an age in the wrong column.
    private const int SerialDigits = 5;
    private const int FirstSerial = 10_000;

    // Day 0 of the calendar of 1900, as spreadsheet programs count from March 1900 on.
    private static readonly int SerialEpoch = new DateOnly(1899, 12, 30).DayNumber;

    /// <summary>Whether a day came of it.</summary>
    public static bool WasRead(this Reading reading) => reading is Reading.Read or Reading.Serial;

    /// <summary>Reads the date of a cell that is not empty.</summary>
    public static Reading TryRead(in Cell cell, DateRule rule, out int day)
    {
        var reading = cell.Kind switch
        {
            CellKind.Date => InRange((int)cell.Number, out day),
            CellKind.Number => FromNumber(cell.Number, cell.CalendarDays, out day),
            _ => TryRead(cell.Text, rule.Order, out day, cell.CalendarDays),
        };
        if (!rule.IsHalfConverted || !IsNative(cell, reading) || NativeFormOf(day) != DateForm.NativeEither) return reading;
        day = Missing.Date;
        return Reading.HalfConverted;
    }

    /// <summary>Reads a date; a time of day after it is passed over.</summary>
    /// <param name="text">The text.</param>
    /// <param name="order">The order of day and month.</param>
    /// <param name="day">The day, if one was read.</param>
    /// <param name="calendarDays">The days to add to a bare number before it counts as a day of the calendar of 1900.</param>
    public static Reading TryRead(ReadOnlySpan<byte> text, DateOrder order, out int day, int calendarDays = 0)
    {
        if (IsoParts(text) is var (isoYear, isoMonth, isoDay) && isoYear > 0) return Day(isoYear, isoMonth, isoDay, out day);
        if (Unordered(text, calendarDays, out day, out var first, out var second, out var year) is { } reading) return order == DateOrder.Iso && reading == Reading.ShortYear ? Reading.NotRead : reading;
        return order switch
        {
            DateOrder.DayFirst => Day(year, second, first, out day),
            DateOrder.MonthFirst => Day(year, first, second, out day),
            DateOrder.Iso => Reading.NotRead,
            _ => OneWay(year, first, second, out day),
        };
    }

    /// <summary>What the form of a cell that is not empty says about the order of its column.</summary>
    public static DateForm FormOf(in Cell cell)
    {
        if (cell.Kind != CellKind.Text) return FormOf(cell, TryRead(cell, new DateRule(DateOrder.Iso), out var native), native);
        if (Unordered(cell.Text, cell.CalendarDays, out var day, out var first, out var second, out var year) is { } reading) return FormOf(cell, reading, day);
        var dayFirst = Day(year, second, first, out _) == Reading.Read;
        var monthFirst = Day(year, first, second, out _) == Reading.Read;
        if (dayFirst && monthFirst) return first == second ? DateForm.Same : DateForm.Either;
        return dayFirst ? DateForm.DayFirst : monthFirst ? DateForm.MonthFirst : DateForm.Unreadable;
    }

    private static DateForm FormOf(in Cell cell, Reading reading, int day) =>
        !reading.WasRead() ? DateForm.Unreadable : IsNative(cell, reading) ? NativeFormOf(day) : DateForm.Iso;

    private static bool IsNative(in Cell cell, Reading reading) => reading == Reading.Serial || (cell.Kind == CellKind.Date && reading == Reading.Read);

    private static DateForm NativeFormOf(int day)
    {
        var date = DateOnly.FromDayNumber(day);
        return date.Day > 12 ? DateForm.NativeLate : date.Day == date.Month ? DateForm.NativeSame : DateForm.NativeEither;
    }

    // The form of nearly every date of a large export, looked at first because it takes no searching: 2025-12-31. Year 0 for any other text.
    private static (int Year, int Month, int Day) IsoParts(ReadOnlySpan<byte> text)
    {
        if (text.Length != IsoLength || text[4] != '-' || text[7] != '-') return default;
        var wrong = 0u;
        int Two(ReadOnlySpan<byte> digits, int at)
        {
            var (tens, ones) = ((uint)digits[at] - '0', (uint)digits[at + 1] - '0');
            wrong |= (tens > 9 ? 1u : 0u) | (ones > 9 ? 1u : 0u);
            return (int)((tens * 10) + ones);
        }

        var (year, month, day) = ((Two(text, 0) * 100) + Two(text, 2), Two(text, 5), Two(text, 8));
        return wrong == 0 ? (year, month, day) : default;
    }

    // How the reading ended where the order does not matter; null for two numbers and a year after them, which the order decides.
    private static Reading? Unordered(ReadOnlySpan<byte> text, int calendarDays, out int day, out int first, out int second, out int year) =>
        Numeric(text, calendarDays, out day, out first, out second, out year) is not Reading.NotRead and var reading ? reading : Written(text, out day);

    // 20250313, and months by name: looked at only when nothing else fits.
    private static Reading Written(ReadOnlySpan<byte> text, out int day)
    {
        day = Missing.Date;
        if (text.Length >= CompactDigits && !text[..CompactDigits].ContainsAnyExceptInRange((byte)'0', (byte)'9'))
            return IsTimeOrNothing(text[CompactDigits..]) ? FromCompact(Number(text[..CompactDigits]), out day) : Reading.NotRead;
        if (!NamedMonth.TryParts(text, out var year, out var month, out var dayOfMonth, out var rest) || !IsTimeOrNothing(rest)) return Reading.NotRead;
        return year < 100 ? Reading.ShortYear : Day(year, month, dayOfMonth, out day);
    }

    private static int Number(ReadOnlySpan<byte> digits)
    {
        var number = 0;
        foreach (var digit in digits) number = (number * 10) + digit - '0';
        return number;
    }

    // No number with the day or the month in front has a month at its fifth and sixth digit, since they are the 19 or 20 of its year.
    private static Reading FromCompact(int number, out int day) => Day(number / 10_000, number / 100 % 100, number % 100, out day);

    private static Reading FromNumber(double number, int calendarDays, out int day) =>
        number is >= FirstYear * 10_000 and < (LastYear + 1) * 10_000 && Math.Floor(number) == number ? FromCompact((int)number, out day) : FromSerial(number + calendarDays, out day);

    private static Reading? Numeric(ReadOnlySpan<byte> text, int calendarDays, out int day, out int first, out int second, out int year)
    {
        (day, second, year) = (Missing.Date, 0, 0);
        if (!Digits(ref text, out first, out var firstLength)) return Reading.NotRead;
        if (text.IsEmpty) return firstLength == SerialDigits ? FromSerial((double)first + calendarDays, out day) : Reading.NotRead;
        if (firstLength > 4) return Reading.NotRead;
        var mark = text[0];
        if (mark is not ((byte)'-' or (byte)'/' or (byte)'.')) return Reading.NotRead;
        text = text[1..];
        if (!Digits(ref text, out second, out var secondLength) || secondLength > 2 || text.IsEmpty || text[0] != mark) return Reading.NotRead;
        text = text[1..];
        if (!Digits(ref text, out year, out var thirdLength) || !IsTimeOrNothing(text)) return Reading.NotRead;

        if (firstLength == 4) return thirdLength > 2 ? Reading.NotRead : Day(first, second, year, out day);
        if (firstLength > 2) return Reading.NotRead;
        if (thirdLength == 2) return Reading.ShortYear;
        return thirdLength == 4 ? null : Reading.NotRead;
    }

    private static Reading OneWay(int year, int first, int second, out int day)
    {
        var dayFirst = Day(year, second, first, out day);
        var monthFirst = Day(year, first, second, out var other);
        if (dayFirst != Reading.Read) day = other;
        if (dayFirst != Reading.Read || monthFirst != Reading.Read || day == other) return dayFirst == Reading.Read ? dayFirst : monthFirst;
        day = Missing.Date;
        return Reading.TwoWays;
    }

    private static bool Digits(ref ReadOnlySpan<byte> text, out int value, out int length)
    {
        value = 0;
        length = 0;
        while (length < text.Length && length <= SerialDigits && text[length] is >= (byte)'0' and <= (byte)'9') value = (value * 10) + text[length++] - '0';
        text = text[length..];
        return length is > 0 and <= SerialDigits;
    }

    private static bool IsTimeOrNothing(ReadOnlySpan<byte> rest)
    {
        if (rest.IsEmpty) return true;
        if (rest[0] is not ((byte)' ' or (byte)'T') || rest.Length < 3) return false;
        foreach (var b in rest[1..])
            if (b is not (>= (byte)'0' and <= (byte)'9' or (byte)':' or (byte)'.' or (byte)'+' or (byte)'-' or (byte)' '
                or (byte)'Z' or (byte)'A' or (byte)'P' or (byte)'M' or (byte)'a' or (byte)'p' or (byte)'m')) return false;
        return true;
    }

    private static Reading Day(int year, int month, int dayOfMonth, out int day)
    {
        day = Missing.Date;
        if (year is < FirstYear or > LastYear || month is < 1 or > 12) return Reading.NotRead;
        if (dayOfMonth < 1 || dayOfMonth > DateTime.DaysInMonth(year, month)) return Reading.NotRead;
        day = new DateOnly(year, month, dayOfMonth).DayNumber;
        return Reading.Read;
    }

    private static Reading FromSerial(double serial, out int day)
    {
        day = Missing.Date;
        if (serial is not (>= FirstSerial and < FirstSerial * 10.0)) return Reading.NotRead;
        return InRange(SerialEpoch + (int)Math.Floor(serial), out day) == Reading.Read ? Reading.Serial : Reading.NotRead;
    }

    private static Reading InRange(int dayNumber, out int day)
    {
        var year = dayNumber < 0 || dayNumber > DateOnly.MaxValue.DayNumber ? 0 : DateOnly.FromDayNumber(dayNumber).Year;
        var known = year is >= FirstYear and <= LastYear;
        day = known ? dayNumber : Missing.Date;
        return known ? Reading.Read : Reading.NotRead;
    }
}
