using FlsAudit.Model;

namespace FlsAudit.Import.Cells;

/// <summary>How the reading of a value ended.</summary>
internal enum Reading
{
    /// <summary>It was read.</summary>
    Read,

    /// <summary>It is no value of this type.</summary>
    NotRead,

    /// <summary>A date whose year has two digits: the century would be a guess.</summary>
    ShortYear,
}

/// <summary>Reads dates from text: ISO in any case, otherwise numbers in the registry's order. Nothing is guessed.</summary>
internal static class DateText
{
    private const int FirstYear = 1900;
    private const int LastYear = 2100;

    // Day 0 of Excel's 1900 calendar as its programs count from March 1900 on; earlier serial numbers differ by one day and are not read.
    private static readonly int ExcelEpoch = new DateOnly(1899, 12, 30).DayNumber;
    private const int FirstTrustedSerial = 61;

    /// <summary>Reads the date of a cell that is not empty.</summary>
    public static Reading TryRead(in Cell cell, DateOrder order, out int day) => cell.Kind switch
    {
        CellKind.Date => InRange((int)cell.Number, out day),
        CellKind.Number => FromSerial(cell.Number, out day),
        _ => TryRead(cell.Text, order, out day),
    };

    /// <summary>Reads a date; a time of day after it is passed over.</summary>
    public static Reading TryRead(ReadOnlySpan<byte> text, DateOrder order, out int day)
    {
        day = Missing.Date;
        if (!Digits(ref text, out var first, out var firstLength) || text.IsEmpty) return Reading.NotRead;
        var mark = text[0];
        if (mark is not ((byte)'-' or (byte)'/' or (byte)'.')) return Reading.NotRead;
        text = text[1..];
        if (!Digits(ref text, out var second, out var secondLength) || secondLength > 2 || text.IsEmpty || text[0] != mark) return Reading.NotRead;
        text = text[1..];
        if (!Digits(ref text, out var third, out var thirdLength) || !IsTimeOrNothing(text)) return Reading.NotRead;

        if (firstLength == 4) return thirdLength > 2 ? Reading.NotRead : Day(first, second, third, out day);
        if (order == DateOrder.Iso || firstLength > 2) return Reading.NotRead;
        if (thirdLength == 2) return Reading.ShortYear;
        if (thirdLength != 4) return Reading.NotRead;
        return order == DateOrder.DayFirst ? Day(third, second, first, out day) : Day(third, first, second, out day);
    }

    private static bool Digits(ref ReadOnlySpan<byte> text, out int value, out int length)
    {
        value = 0;
        length = 0;
        while (length < text.Length && length < 5 && text[length] is >= (byte)'0' and <= (byte)'9') value = (value * 10) + text[length++] - '0';
        text = text[length..];
        return length is > 0 and < 5;
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
        return serial >= FirstTrustedSerial && serial < 100_000 ? InRange(ExcelEpoch + (int)Math.Floor(serial), out day) : Reading.NotRead;
    }

    private static Reading InRange(int dayNumber, out int day)
    {
        var year = dayNumber < 0 || dayNumber > DateOnly.MaxValue.DayNumber ? 0 : DateOnly.FromDayNumber(dayNumber).Year;
        var known = year is >= FirstYear and <= LastYear;
        day = known ? dayNumber : Missing.Date;
        return known ? Reading.Read : Reading.NotRead;
    }
}
