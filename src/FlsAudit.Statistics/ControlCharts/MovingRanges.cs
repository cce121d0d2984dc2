namespace FlsAudit.Statistics.ControlCharts;

/// <summary>What is done with a moving range that is itself out of the ordinary.</summary>
public enum RangeScreening
{
    /// <summary>Ranges of 3.267 times their mean or more are dropped once, and the mean is taken again.</summary>
    Screened,

    /// <summary>All ranges count.</summary>
    Unscreened,
}

/// <summary>Differences of neighbours, and constants of charts made of them (Shewhart, Economic Control of Quality of Manufactured Product, 1931).</summary>
internal static class MovingRanges
{
    /// <summary>The mean range of two normal values in standard deviations, d2, as the tables print it.</summary>
    internal const double MeanRange = 1.128;

    /// <summary>The upper limit of a moving range in mean ranges, D4.</summary>
    internal const double UpperLimit = 3.267;

    // A mean range of this share of the values is an error of rounding, not variation.
    private const double RoundingError = 1e-12;

    /// <summary>Whether a mean range is nothing beside the values it comes from.</summary>
    internal static bool IsNothing(double range, ReadOnlySpan<double?> values)
    {
        var largest = 0.0;
        foreach (var value in values) largest = Math.Max(largest, Math.Abs(value ?? 0));
        return range <= RoundingError * largest;
    }

    /// <summary>
    /// The mean absolute difference of neighbours that both have a value; null when there is no such pair. A gap breaks the pair: what
    /// happened in between is not known.
    /// </summary>
    internal static double? Mean(ReadOnlySpan<double?> values, RangeScreening screening)
    {
        var (sum, count) = Sum(values, double.PositiveInfinity);
        if (count == 0) return null;
        if (screening == RangeScreening.Unscreened) return sum / count;
        var (kept, keptCount) = Sum(values, UpperLimit * sum / count);
        return keptCount == 0 ? 0 : kept / keptCount;
    }

    private static (double Sum, int Count) Sum(ReadOnlySpan<double?> values, double below)
    {
        var (sum, count) = (0.0, 0);
        for (var i = 1; i < values.Length; i++)
        {
            if (values[i] is not { } value || values[i - 1] is not { } before) continue;
            var range = Math.Abs(value - before);
            if (range >= below) continue;
            sum += range;
            count++;
        }

        return (sum, count);
    }
}
