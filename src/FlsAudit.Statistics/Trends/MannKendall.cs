namespace FlsAudit.Statistics.Trends;

/// <summary>
/// Whether values tend to rise or fall, by the signs of all differences (Mann, Econometrica 1945;13:245-259; Kendall, Rank Correlation
/// Methods, 1975). Uses no sizes, so a proportion out of few counts as much as one out of many: a cross-check, not the main test.
/// </summary>
/// <param name="S">Pairs that rise less pairs that fall.</param>
/// <param name="Variance">Of S when there is no trend, smaller for ties; 0 when all values are equal.</param>
/// <param name="Tau">Kendall's tau-b, -1..1: S in proportion to the pairs that are not tied; null when all values are equal.</param>
/// <param name="Z">S, one unit nearer to 0, in its standard deviations; 0 when S is 0; null when all values are equal.</param>
/// <param name="P">The two-sided p-value of <paramref name="Z"/> by the normal approximation, rough with fewer than ten values; null when all values are equal.</param>
/// <param name="ZWithoutContinuity">S in its standard deviations; null when all values are equal.</param>
/// <param name="PWithoutContinuity">The two-sided p-value of <paramref name="ZWithoutContinuity"/>; null when all values are equal.</param>
public sealed record MannKendall(long S, double Variance, double? Tau, double? Z, double? P, double? ZWithoutContinuity, double? PWithoutContinuity)
{
    /// <summary>The test; missing values are left out.</summary>
    /// <param name="values">In order of time; null where there is none.</param>
    /// <returns>Null with fewer than two values.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A value is no finite number.</exception>
    public static MannKendall? Of(IReadOnlyList<double?> values)
    {
        var known = Known(values);
        if (known.Length < 2) return null;
        var s = 0L;
        for (var i = 0; i < known.Length; i++)
        {
            for (var j = i + 1; j < known.Length; j++) s += Math.Sign(known[j].CompareTo(known[i]));
        }

        double n = known.Length;
        var (tiedPairs, tiedVariance) = (0.0, 0.0);
        foreach (var group in known.CountBy(value => value))
        {
            double t = group.Value;
            tiedPairs += t * (t - 1) / 2;
            tiedVariance += t * (t - 1) * ((2 * t) + 5);
        }

        var variance = ((n * (n - 1) * ((2 * n) + 5)) - tiedVariance) / 18;
        if (variance == 0) return new MannKendall(s, 0, null, null, null, null, null);
        var pairs = n * (n - 1) / 2;
        var z = (s - Math.Sign(s)) / Math.Sqrt(variance);
        var plain = s / Math.Sqrt(variance);
        return new MannKendall(
            s, variance, s / Math.Sqrt(pairs * (pairs - tiedPairs)), z, StandardNormal.TwoSided(z), plain, StandardNormal.TwoSided(plain));
    }

    internal static double[] Known(IReadOnlyList<double?> values)
    {
        var known = new List<double>(values.Count);
        foreach (var value in values)
        {
            Counts.RequireFinite(value, nameof(values));
            if (value is { } number) known.Add(number);
        }

        return [.. known];
    }
}
