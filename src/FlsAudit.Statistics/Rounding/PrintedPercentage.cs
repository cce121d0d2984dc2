using System.Numerics;

namespace FlsAudit.Statistics.Rounding;

/// <summary>Percentages as they are printed, computed from whole numbers: a half at the last digit is one, however the quotient looks in binary.</summary>
public static class PrintedPercentage
{
    /// <summary>100·numerator/denominator, rounded once.</summary>
    /// <param name="numerator">Any whole number; above the denominator it prints more than 100.</param>
    /// <param name="denominator">0 or more.</param>
    /// <param name="places">Decimals to print, 0 to 28.</param>
    /// <param name="rule">What happens to the rest.</param>
    /// <returns>Null when the denominator is 0: there is no percentage of nothing, and it is not 0.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The denominator is negative, or there cannot be so many decimals.</exception>
    public static string? Of(long numerator, long denominator, int places, RoundingRule rule = RoundingRule.HalfUp)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(denominator);
        return denominator == 0 ? null : PrintedDecimal.Of(100 * (BigInteger)numerator, denominator, places, rule);
    }

    /// <summary>The numerators that print as a percentage that somebody else printed.</summary>
    /// <param name="printed">The percentage as printed, 0 or more, with all its decimals and without the sign: <c>96.3</c>.</param>
    /// <param name="denominator">Above 0.</param>
    /// <param name="rule">How it may have been rounded.</param>
    /// <returns>The smallest and the largest; null when no whole number prints so.</returns>
    /// <exception cref="FormatException">The text is no decimal number.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The percentage is negative or has too many decimals, or the denominator is 0 or less.</exception>
    public static (long Fewest, long Most)? NumeratorsOf(string printed, long denominator, RoundingRule rule = RoundingRule.HalfUp)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(denominator);
        var (digits, places) = PrintedDecimal.Parse(printed);
        ArgumentOutOfRangeException.ThrowIfNegative(digits, nameof(printed));
        var fewest = Fewest(digits, denominator, places, rule);
        var most = Fewest(digits + 1, denominator, places, rule) - 1;
        return fewest <= most ? ((long)fewest, (long)most) : null;
    }

    // The fewest that print as so much or more; what is printed never falls when the numerator rises.
    private static BigInteger Fewest(BigInteger digits, long denominator, int places, RoundingRule rule)
    {
        var unit = 100 * BigInteger.Pow(10, places);
        var low = BigInteger.Max(0, (digits - 1) * denominator / unit);
        var high = ((digits + 1) * denominator / unit) + 1;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (PrintedDecimal.Rounded(100 * middle, denominator, places, rule) >= digits) high = middle;
            else low = middle + 1;
        }

        return low;
    }
}
