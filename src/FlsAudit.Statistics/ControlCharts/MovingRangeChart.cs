namespace FlsAudit.Statistics.ControlCharts;

/// <summary>The differences of neighbours that an <see cref="XmrChart"/> is made of, with their mean and upper limit of 3.267 means (Shewhart 1931). The lower limit is 0.</summary>
public static class MovingRangeChart
{
    /// <summary>The chart; the first point of each segment has no range, nor has one beside a missing or excluded value.</summary>
    /// <param name="values">The values themselves, in order of time; null where there is none.</param>
    /// <param name="baseline">From which points centre and limit are taken; all of them unless said otherwise.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is no finite number.</exception>
    public static ControlChart Of(IReadOnlyList<double?> values, ChartBaseline? baseline = null)
    {
        var series = BaselineSeries.Of(values, baseline);
        var points = new ControlPoint[values.Count];
        var segments = new List<ChartSegment>(1);
        foreach (var (first, count) in series.Segments)
        {
            var known = series.BaselineOf(first, count);
            var used = XmrChart.Mean(known).Count;
            var mean = MovingRanges.Mean(known, RangeScreening.Unscreened);
            var state = used == 0 ? SegmentState.NoValues
                : mean is null ? SegmentState.TooFewPoints
                : MovingRanges.IsNothing(mean.Value, known) ? SegmentState.NoVariation
                : ChartSegment.StateOf(used);
            segments.Add(new ChartSegment(first, count, used, state, mean, mean));
            for (var i = first; i < first + count; i++)
            {
                var range = i > first && series.Counts(i) && series.Counts(i - 1) ? Math.Abs(values[i]!.Value - values[i - 1]!.Value) : (double?)null;
                points[i] = state is SegmentState.Firm or SegmentState.Trial
                    ? ControlPoint.Around(range, range is not null, mean!.Value, mean.Value * (MovingRanges.UpperLimit - 1) / 3, new Interval(0, double.MaxValue))
                    : ControlPoint.Without(range, range is not null, mean);
            }
        }

        return new ControlChart(ChartKind.MovingRange, points, segments);
    }
}
