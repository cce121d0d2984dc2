namespace FlsAudit.Statistics.ControlCharts;

/// <summary>
/// The chart of individual values and moving ranges (Shewhart 1931; Wheeler and Chambers, Understanding Statistical Process Control,
/// 1992): limits at the mean ∓ 2.66 mean moving ranges, near limits at two thirds of that.
/// </summary>
public static class XmrChart
{
    private const double RoundedFactor = 2.66;
    private static readonly Interval Unbounded = new(double.MinValue, double.MaxValue);

    /// <summary>The chart; limits are not held to any scale, since the values may be of any kind.</summary>
    /// <param name="values">In order of time; null where there is none.</param>
    /// <param name="baseline">From which points centre and limits are taken; all of them unless said otherwise.</param>
    /// <param name="screening">What is done with extreme moving ranges.</param>
    /// <param name="factor">The number of mean moving ranges to a limit.</param>
    /// <returns>A segment without variation or with a single value says so and has no limits.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A value is no finite number.</exception>
    public static ControlChart Of(
        IReadOnlyList<double?> values, ChartBaseline? baseline = null, RangeScreening screening = RangeScreening.Screened, XmrFactor factor = XmrFactor.Rounded)
    {
        var series = BaselineSeries.Of(values, baseline);
        var points = new ControlPoint[values.Count];
        var segments = new List<ChartSegment>(1);
        foreach (var (first, count) in series.Segments)
        {
            var known = series.BaselineOf(first, count);
            var (centre, used) = Mean(known);
            var range = MovingRanges.Mean(known, screening);
            var state = used == 0 ? SegmentState.NoValues
                : range is null ? SegmentState.TooFewPoints
                : MovingRanges.IsNothing(range.Value, known) ? SegmentState.NoVariation
                : ChartSegment.StateOf(used);
            segments.Add(new ChartSegment(first, count, used, state, centre, range));
            var sigma = (factor == XmrFactor.Rounded ? RoundedFactor / 3 : 1 / MovingRanges.MeanRange) * range;
            for (var i = first; i < first + count; i++)
            {
                points[i] = state is SegmentState.Firm or SegmentState.Trial
                    ? ControlPoint.Around(values[i], series.Counts(i), centre!.Value, sigma!.Value, Unbounded)
                    : ControlPoint.Without(values[i], series.Counts(i), centre);
            }
        }

        return new ControlChart(ChartKind.Xmr, points, segments);
    }

    internal static (double? Mean, int Count) Mean(ReadOnlySpan<double?> values)
    {
        var (sum, count) = (0.0, 0);
        foreach (var value in values)
        {
            if (value is not { } known) continue;
            sum += known;
            count++;
        }

        return (count == 0 ? null : sum / count, count);
    }
}
