namespace FlsAudit.Import.Cells;

/// <summary>
/// Reads dates whose month is a word, in English or French: 13-Mar-2025, 13 March 2025, Mar 13, 2025, 1er février 2025. Accents are folded in UTF-8 and in
/// Windows-1252. The order does not matter, since there is only one other number that can be a day.
/// </summary>
internal static class NamedMonth
{
    private const int LongestName = 12;
    private const int MostMarks = 3;

    /// <summary>Takes a text apart.</summary>
    /// <param name="text">The text.</param>
    /// <param name="year">The year; below 100 when it has two digits.</param>
    /// <param name="month">The month.</param>
    /// <param name="dayOfMonth">The day of the month, which may be none that the month has.</param>
    /// <param name="rest">What follows the date.</param>
    public static bool TryParts(ReadOnlySpan<byte> text, out int year, out int month, out int dayOfMonth, out ReadOnlySpan<byte> rest)
    {
        (year, month, dayOfMonth) = (0, 0, 0);
        rest = text;
        if (text.IsEmpty) return false;
        if (!IsDigit(text[0]))
        {
            // Mar 13, 2025
            month = Month(ref rest);
            return month > 0 && Marks(ref rest) && Digits(ref rest, out dayOfMonth) <= 2 && dayOfMonth > 0 && Ordinal(ref rest) && Marks(ref rest) && Year(ref rest, out year);
        }

        var length = Digits(ref rest, out var first);
        if (length == 4)
        {
            // 2025-Mar-13
            year = first;
            return year >= 100 && Marks(ref rest) && (month = Month(ref rest)) > 0 && Marks(ref rest) && Digits(ref rest, out dayOfMonth) <= 2 && dayOfMonth > 0;
        }

        dayOfMonth = first;
        return length <= 2 && Ordinal(ref rest) && Marks(ref rest) && (month = Month(ref rest)) > 0 && Marks(ref rest) && Year(ref rest, out year);
    }

    // Two digits or four.
    private static bool Year(ref ReadOnlySpan<byte> rest, out int year)
    {
        var length = Digits(ref rest, out year);
        return length == 2 || (length == 4 && year >= 100);
    }

    private static int Digits(ref ReadOnlySpan<byte> rest, out int value)
    {
        var length = 0;
        value = 0;
        while (length < rest.Length && length <= 4 && IsDigit(rest[length])) value = (value * 10) + rest[length++] - '0';
        rest = rest[length..];
        return length;
    }

    // 1st, 2nd, 3rd, 4th, and 1er in French.
    private static bool Ordinal(ref ReadOnlySpan<byte> rest)
    {
        if (rest.Length > 2 && !IsLetter(rest[2]) && ((byte)(rest[0] | 0x20), (byte)(rest[1] | 0x20)) is ((byte)'s', (byte)'t') or ((byte)'n', (byte)'d') or ((byte)'r', (byte)'d') or ((byte)'t', (byte)'h') or ((byte)'e', (byte)'r'))
            rest = rest[2..];
        return true;
    }

    private static bool Marks(ref ReadOnlySpan<byte> rest)
    {
        var length = 0;
        while (length < rest.Length && rest[length] is (byte)' ' or (byte)'-' or (byte)'/' or (byte)'.' or (byte)',') length++;
        rest = rest[length..];
        return length <= MostMarks;
    }

    private static int Month(ref ReadOnlySpan<byte> rest)
    {
        Span<char> name = stackalloc char[LongestName];
        var length = 0;
        while (Letter(ref rest) is not '\0' and var letter)
        {
            if (length == LongestName) return 0;
            name[length++] = letter;
        }

        return (ReadOnlySpan<char>)name[..length] switch
        {
            "jan" or "january" or "janv" or "janvier" => 1,
            "feb" or "february" or "fev" or "fevr" or "fevrier" => 2,
            "mar" or "march" or "mars" => 3,
            "apr" or "april" or "avr" or "avril" => 4,
            "may" or "mai" => 5,
            "jun" or "june" or "juin" => 6,
            "jul" or "july" or "juil" or "juillet" => 7,
            "aug" or "august" or "aou" or "aout" => 8,
            "sep" or "sept" or "september" or "septembre" => 9,
            "oct" or "october" or "octobre" => 10,
            "nov" or "november" or "novembre" => 11,
            "dec" or "december" or "decembre" => 12,
            _ => 0,
        };
    }

    // The next letter, folded; none at anything else.
    private static char Letter(ref ReadOnlySpan<byte> rest)
    {
        var (letter, length) = rest switch
        {
            [var ascii, ..] when IsLetter(ascii) => ((char)(ascii | 0x20), 1),
            [0xC3, 0xA9 or 0x89, ..] => ('e', 2),
            [0xC3, 0xBB or 0x9B, ..] => ('u', 2),
            [0xE9 or 0xC9, ..] => ('e', 1),
            [0xFB or 0xDB, ..] => ('u', 1),
            _ => ('\0', 0),
        };
        rest = rest[length..];
        return letter;
    }

    private static bool IsDigit(byte b) => b is >= (byte)'0' and <= (byte)'9';

    private static bool IsLetter(byte b) => (b | 0x20) is >= 'a' and <= 'z';
}
