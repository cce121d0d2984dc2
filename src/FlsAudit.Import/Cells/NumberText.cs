namespace FlsAudit.Import.Cells;

/// <summary>Reads numbers from text with either decimal mark, as long as only one reading is possible.</summary>
internal static class NumberText
{
    private const int MostDigits = 15;

    /// <summary>Reads the number of a cell that is not empty.</summary>
    public static bool TryRead(in Cell cell, char decimalMark, out double value)
    {
        value = cell.Number;
        return cell.Kind switch
        {
            CellKind.Number => double.IsFinite(value),
            CellKind.Date => false,
            _ => TryRead(cell.Text, decimalMark, out value),
        };
    }

    /// <summary>
    /// Reads a number. The other mark than <paramref name="decimalMark"/> is accepted unless exactly three digits follow it:
    /// <c>1,234</c> might be either.
    /// </summary>
    public static bool TryRead(ReadOnlySpan<byte> text, char decimalMark, out double value)
    {
        value = 0;
        var negative = false;
        if (!text.IsEmpty && text[0] is (byte)'-' or (byte)'+')
        {
            negative = text[0] == '-';
            text = text[1..];
        }
        else if (text.StartsWith("\u2212"u8))
        {
            negative = true;
            text = text["\u2212"u8.Length..];
        }

        long digits = 0;
        var count = 0;
        var mark = -1;
        for (var i = 0; i < text.Length; i++)
        {
            var b = text[i];
            if (b is >= (byte)'0' and <= (byte)'9')
            {
                if (++count > MostDigits) return false;
                digits = (digits * 10) + b - '0';
            }
            else if (b is (byte)'.' or (byte)',' && mark < 0)
            {
                mark = i;
            }
            else
            {
                return false;
            }
        }

        if (count == 0) return false;
        var decimals = mark < 0 ? 0 : text.Length - mark - 1;
        if (mark >= 0 && text[mark] != decimalMark && decimals == 3 && mark > 0) return false;
        // One division by an exact power of ten rounds once, so the value is the nearest double, as the runtime's own parser gives it.
        value = digits / PowersOfTen[decimals];
        if (negative) value = -value;
        return true;
    }

    private static ReadOnlySpan<double> PowersOfTen => [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15];
}
