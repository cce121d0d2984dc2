using FlsAudit.Statistics.Quantiles;

namespace FlsAudit.Statistics.Trends;

/// <summary>
/// The median of the slopes between all pairs of values (Sen, J Am Stat Assoc 1968;63:1379-1389): a slope per period that a single odd
/// period cannot move far. A cross-check beside <see cref="LogisticSlope"/>, which weighs periods by their trials.
/// </summary>
/// <param name="Slope">In units of the values per period.</param>
/// <param name="Limits">Two of the pairwise slopes, by the variance of <see cref="MannKendall"/>; null when there are too few values for the level.</param>
public sealed record SenSlope(double Slope, Interval? Limits)
{
    /// <summary>The slope; missing values keep their place and say nothing.</summary>
    /// <param name="values">In order of time; null where there is none.</param>
    /// <param name="level">How sure the limits are. Their ranks (M ∓ z·√variance)/2 among the M slopes are rounded half-even, as the common programs do.</param>
    /// <returns>Null with fewer than two values.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A value is no finite number.</exception>
    public static SenSlope? Of(IReadOnlyList<double?> values, ConfidenceLevel level)
    {
        if (MannKendall.Of(values) is not { } test) return null;
        var slopes = Slopes(values);
        var reach = level.Z * Math.Sqrt(test.Variance);
        var lower = (int)Math.Round((slopes.Length - reach) / 2, MidpointRounding.ToEven);
        var upper = (int)Math.Round((slopes.Length + reach) / 2, MidpointRounding.ToEven) + 1;
        Interval? limits = test.Variance == 0 ? new Interval(0, 0)
            : lower >= 1 && upper <= slopes.Length ? new Interval(slopes[lower - 1], slopes[upper - 1])
            : null;
        return new SenSlope(Quantile.Type7(slopes, 0.5), limits);
    }

    private static double[] Slopes(IReadOnlyList<double?> values)
    {
        var slopes = new List<double>(values.Count * (values.Count - 1) / 2);
        for (var i = 0; i < values.Count; i++)
        {
            for (var j = i + 1; j < values.Count; j++)
            {
                if (values[j] - values[i] is { } rise) slopes.Add(rise / (j - i));
            }
        }

        slopes.Sort();
        return [.. slopes];
    }
}
