using System.Text;

namespace FlsAudit.Import.Rows;

/// <summary>What can be told of the text of an id alone.</summary>
internal static class IdText
{
    private static readonly byte[][] Words =
        [.. ((string[])["not known", "notknown", "not_known", "unknown", "unkn", "n/a", "na", "nk", "none", "null", "nil", "missing", "not recorded", "tbc"]).Select(Encoding.ASCII.GetBytes)];

    /// <summary>
    /// Whether a spreadsheet program has shortened a number to a power of ten, such as <c>1.23457E+11</c>: many ids become one, and the id is lost.
    /// An id such as <c>1E5</c>, without a decimal mark or a plus sign, may be one that somebody gave.
    /// </summary>
    public static bool IsDamaged(ReadOnlySpan<byte> text)
    {
        var power = text.IndexOfAny((byte)'E', (byte)'e');
        if (power < 1 || !char.IsAsciiDigit((char)text[0])) return false;
        var number = text[..power];
        var digits = text[(power + 1)..];
        var hasMark = number.Length > 1;
        if (hasMark && (number.Length == 2 || number[1] is not ((byte)'.' or (byte)',') || !AreDigits(number[2..]))) return false;
        var hasSign = digits is [(byte)'+', ..];
        if (hasSign) digits = digits[1..];
        return (hasMark || hasSign) && digits.Length is > 0 and < 4 && AreDigits(digits);
    }

    /// <summary>The id as it is compared: spreadsheet programs drop the zeros before a number, so an id of digits only counts without them.</summary>
    public static ReadOnlySpan<byte> WithoutLeadingZeros(ReadOnlySpan<byte> text)
    {
        if (text.Length < 2 || text[0] != '0' || !AreDigits(text)) return text;
        var digits = text.TrimStart((byte)'0');
        return digits.IsEmpty ? text[^1..] : digits;
    }

    /// <summary>Whether the text stands in the place of an id that nobody knows: a word for that, or dashes, question marks and the like only.</summary>
    public static bool IsPlaceholder(ReadOnlySpan<byte> text)
    {
        if (!text.ContainsAnyExcept("-?.*/_ "u8)) return true;
        foreach (var word in Words)
            if (Ascii.EqualsIgnoreCase(text, word)) return true;
        return false;
    }

    /// <summary>Whether the text is zeros only, which is a first number for a record and no patient's.</summary>
    public static bool IsZero(ReadOnlySpan<byte> text) => !text.IsEmpty && !text.ContainsAnyExcept((byte)'0');

    private static bool AreDigits(ReadOnlySpan<byte> text) => !text.ContainsAnyExceptInRange((byte)'0', (byte)'9');
}
