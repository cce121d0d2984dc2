namespace FlsAudit.Statistics.ControlCharts;

/// <summary>A control or run chart: its points in order, and the stretches with one centre that they fall into.</summary>
/// <param name="Kind">How the limits came about.</param>
/// <param name="Points">In order of time.</param>
/// <param name="Segments">In order; together they cover all points.</param>
public sealed record ControlChart(ChartKind Kind, IReadOnlyList<ControlPoint> Points, IReadOnlyList<ChartSegment> Segments);
