using System.Globalization;
using System.Numerics;

namespace FlsAudit.Statistics.Rounding;

/// <summary>
/// Numbers as they are printed, rounded once and by a rule that is named. The decimal digits are rounded, not the binary number behind
/// them, so that 0.285 is a half although no binary number is.
/// </summary>
public static class PrintedDecimal
{
    private const int MostPlaces = 28;
    private static readonly char[] Signs = ['-', '+'];

    /// <summary>A decimal number in text, rounded.</summary>
    /// <param name="number">Digits with a point for the decimals, a minus sign before it allowed; no exponent and no grouping. Of any length.</param>
    /// <param name="places">Decimals to print, 0 to 28.</param>
    /// <param name="rule">What happens to the rest.</param>
    /// <returns>With exactly so many decimals; never a minus sign before 0.</returns>
    /// <exception cref="FormatException">The text is no such number.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There cannot be so many decimals.</exception>
    public static string Of(string number, int places, RoundingRule rule = RoundingRule.HalfUp)
    {
        var (digits, decimals) = Parse(number);
        return Of(digits, BigInteger.Pow(10, decimals), places, rule);
    }

    /// <summary>A number, by the shortest decimal text that stands for it, rounded.</summary>
    /// <param name="number">A finite number.</param>
    /// <param name="places">Decimals to print, 0 to 28.</param>
    /// <param name="rule">What happens to the rest.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is not finite, or there cannot be so many decimals.</exception>
    public static string Of(double number, int places, RoundingRule rule = RoundingRule.HalfUp) =>
        double.IsFinite(number)
            ? Of(WithoutExponent(number.ToString("R", CultureInfo.InvariantCulture)), places, rule)
            : throw new ArgumentOutOfRangeException(nameof(number), number, "Only a finite number can be printed.");

    /// <summary>A fraction of whole numbers, rounded from its exact value.</summary>
    internal static string Of(BigInteger dividend, BigInteger divisor, int places, RoundingRule rule)
    {
        var rounded = Rounded(dividend, divisor, places, rule);
        var digits = BigInteger.Abs(rounded).ToString(CultureInfo.InvariantCulture).PadLeft(places + 1, '0');
        var sign = rounded.Sign < 0 ? "-" : "";
        return places == 0 ? sign + digits : $"{sign}{digits[..^places]}.{digits[^places..]}";
    }

    /// <summary>The fraction times ten to the places, as the whole number that is printed.</summary>
    internal static BigInteger Rounded(BigInteger dividend, BigInteger divisor, int places, RoundingRule rule)
    {
        if (places is < 0 or > MostPlaces) throw new ArgumentOutOfRangeException(nameof(places), places, $"Between 0 and {MostPlaces} decimals can be printed.");
        var whole = BigInteger.DivRem(BigInteger.Abs(dividend) * BigInteger.Pow(10, places), divisor, out var rest);
        var up = (2 * rest).CompareTo(divisor) switch
        {
            > 0 => rule != RoundingRule.Truncated,
            0 => rule == RoundingRule.HalfUp || (rule == RoundingRule.HalfEven && !whole.IsEven),
            _ => false,
        };
        return dividend.Sign * (up ? whole + 1 : whole);
    }

    /// <summary>The digits of a decimal number without its point, and how many of them are decimals.</summary>
    internal static (BigInteger Digits, int Decimals) Parse(string number)
    {
        var point = number.IndexOf('.', StringComparison.Ordinal);
        var decimals = point < 0 ? 0 : number.Length - point - 1;
        var text = point < 0 ? number : number.Remove(point, 1);
        return point != number.Length - 1 && number.LastIndexOfAny(Signs) <= 0 && BigInteger.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var digits)
            ? (digits, decimals)
            : throw new FormatException("A number to print must be digits with a point for the decimals.");
    }

    private static string WithoutExponent(string number)
    {
        var mark = number.IndexOf('E', StringComparison.Ordinal);
        if (mark < 0) return number;
        var exponent = int.Parse(number[(mark + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var (digits, decimals) = Parse(number[..mark]);
        var shift = exponent - decimals;
        if (shift >= 0) return (digits * BigInteger.Pow(10, shift)).ToString(CultureInfo.InvariantCulture);
        var text = BigInteger.Abs(digits).ToString(CultureInfo.InvariantCulture).PadLeft(1 - shift, '0');
        return $"{(digits.Sign < 0 ? "-" : "")}{text[..^-shift]}.{text[^-shift..]}";
    }
}
