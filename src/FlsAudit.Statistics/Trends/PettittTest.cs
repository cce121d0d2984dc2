namespace FlsAudit.Statistics.Trends;

/// <summary>
/// Where values most likely changed their level once (Pettitt, Appl Stat 1979;28:126-135). It may suggest a step to a person who knows a
/// reason; it never re-bases a chart by itself.
/// </summary>
/// <param name="K">The largest rank difference between what came before and after, 0 or more.</param>
/// <param name="Before">How many places lie before the suggested step, missing values included; the first of several that are equally good.</param>
/// <param name="P">The approximate two-sided p-value 2·exp(-6K²/(n³ + n²)), at most 1.</param>
public sealed record PettittTest(double K, int Before, double P)
{
    /// <summary>The test; missing values keep their place and say nothing.</summary>
    /// <param name="values">In order of time; null where there is none.</param>
    /// <returns>Null with fewer than two values, or when all are equal: there is no step to look for.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A value is no finite number.</exception>
    public static PettittTest? Of(IReadOnlyList<double?> values)
    {
        var known = MannKendall.Known(values);
        var (best, before, sum, seen) = (0.0, 0, 0.0, 0);
        for (var i = 0; i < values.Count; i++)
        {
            if (values[i] is not { } value) continue;
            sum += Rank(known, value);
            seen++;
            var difference = Math.Abs((2 * sum) - (seen * (known.Length + 1)));
            if (difference > best && seen < known.Length) (best, before) = (difference, i + 1);
        }

        if (best == 0) return null;
        double n = known.Length;
        return new PettittTest(best, before, Math.Min(1, 2 * Math.Exp(-6 * best * best / ((n * n * n) + (n * n)))));
    }

    // Ties share the mean of their ranks.
    private static double Rank(double[] known, double value)
    {
        var (below, same) = (0, 0);
        foreach (var other in known)
        {
            if (other < value) below++;
            else if (other == value) same++;
        }

        return below + ((same + 1) / 2.0);
    }
}
