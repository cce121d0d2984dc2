namespace FlsAudit.Statistics.ControlCharts;

/// <summary>Charts of counts over what they are out of, whose standard deviation depends on the centre and on n.</summary>
internal static class CountChart
{
    // A spread of z as small as this is an error of rounding: all values are equal.
    private const double NoSpread = 1e-9;

    /// <summary>The chart; with a screening, the distance of the limits is multiplied by the spread of z between periods.</summary>
    internal static ControlChart Of(
        IReadOnlyList<(double X, double N)> counts, ChartBaseline? baseline, ChartKind kind, double?[] values, Func<double, double> variance, Interval scale, RangeScreening? screening = null)
    {
        var series = BaselineSeries.Of(values, baseline);
        var points = new ControlPoint[values.Length];
        var segments = new List<ChartSegment>(1);
        foreach (var (first, count) in series.Segments)
        {
            var known = series.BaselineOf(first, count);
            var (centre, used) = Pool(counts, known, first);
            var deviation = centre is { } pooled ? Math.Sqrt(variance(pooled)) : 0;
            var range = screening is { } how && deviation > 0 ? MovingRanges.Mean(Standardised(counts, known, first, centre!.Value, deviation), how) : null;
            var inflation = range / MovingRanges.MeanRange;
            var state = used == 0 ? SegmentState.NoValues
                : deviation == 0 ? SegmentState.NoVariation
                : screening is null ? ChartSegment.StateOf(used)
                : range is null ? SegmentState.TooFewPoints
                : range <= NoSpread ? SegmentState.NoVariation
                : ChartSegment.StateOf(used);
            segments.Add(new ChartSegment(first, count, used, state, centre, null, inflation));
            for (var i = first; i < first + count; i++)
            {
                points[i] = state is SegmentState.Firm or SegmentState.Trial && counts[i].N > 0
                    ? ControlPoint.Around(values[i], series.Counts(i), centre!.Value, deviation / Math.Sqrt(counts[i].N) * (inflation ?? 1), scale)
                    : ControlPoint.Without(values[i], series.Counts(i), centre);
            }
        }

        return new ControlChart(kind, points, segments);
    }

    private static (double? Centre, int Used) Pool(IReadOnlyList<(double X, double N)> counts, double?[] known, int first)
    {
        var (x, n, used) = (0.0, 0.0, 0);
        for (var i = 0; i < known.Length; i++)
        {
            if (known[i] is null) continue;
            x += counts[first + i].X;
            n += counts[first + i].N;
            used++;
        }

        return (used == 0 ? null : x / n, used);
    }

    private static double?[] Standardised(IReadOnlyList<(double X, double N)> counts, double?[] known, int first, double centre, double deviation)
    {
        var z = new double?[known.Length];
        for (var i = 0; i < z.Length; i++) z[i] = (known[i] - centre) * Math.Sqrt(counts[first + i].N) / deviation;
        return z;
    }
}
