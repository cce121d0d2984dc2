namespace FlsAudit.Statistics.ControlCharts;

/// <summary>Values of a chart with what of them centre and limits may be taken from.</summary>
internal sealed class BaselineSeries
{
    private readonly IReadOnlyList<double?> values;
    private readonly bool[]? excluded;
    private readonly ChartBaseline baseline;

    private BaselineSeries(IReadOnlyList<double?> values, ChartBaseline baseline)
    {
        this.values = values;
        excluded = baseline.ExcludedAmong(values.Count);
        this.baseline = baseline;
        Segments = baseline.Segments(values.Count);
    }

    internal IEnumerable<(int First, int Count)> Segments { get; }

    internal static BaselineSeries Of(IReadOnlyList<double?> values, ChartBaseline? baseline)
    {
        foreach (var value in values) Statistics.Counts.RequireFinite(value, nameof(values));
        return new BaselineSeries(values, baseline ?? ChartBaseline.AllPoints);
    }

    internal bool Counts(int place) => values[place] is not null && !IsExcluded(place);

    internal bool IsExcluded(int place) => excluded is not null && excluded[place];

    /// <summary>The values at the beginning of a segment that it is frozen on, or all of it; null where one is missing or excluded.</summary>
    internal double?[] BaselineOf(int first, int count)
    {
        var known = new double?[baseline.Length(first, count)];
        for (var i = 0; i < known.Length; i++) known[i] = IsExcluded(first + i) ? null : values[first + i];
        return known;
    }
}
