using FlsAudit.Statistics.Quantiles;

namespace FlsAudit.Statistics.ControlCharts;

/// <summary>Values around their median, without limits (Perla, Provost and Murray, BMJ Qual Saf 2011;20:46-51).</summary>
public static class RunChart
{
    /// <summary>The chart.</summary>
    /// <param name="values">In order of time; null where there is none.</param>
    /// <param name="baseline">From which points the median is taken; all of them unless said otherwise.</param>
    /// <returns>Signals are possible even in a constant segment, where every point is on the median and none counts.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A value is no finite number.</exception>
    public static ControlChart Of(IReadOnlyList<double?> values, ChartBaseline? baseline = null)
    {
        var series = BaselineSeries.Of(values, baseline);
        var points = new ControlPoint[values.Count];
        var segments = new List<ChartSegment>(1);
        foreach (var (first, count) in series.Segments)
        {
            double[] known = [.. series.BaselineOf(first, count).OfType<double>().Order()];
            double? median = known.Length == 0 ? null : Quantile.Type7(known, 0.5);
            segments.Add(new ChartSegment(first, count, known.Length, median is null ? SegmentState.NoValues : SegmentState.CentreOnly, median));
            for (var i = first; i < first + count; i++) points[i] = ControlPoint.Without(values[i], series.Counts(i), median);
        }

        return new ControlChart(ChartKind.Run, points, segments);
    }
}
