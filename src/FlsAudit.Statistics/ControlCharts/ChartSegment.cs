namespace FlsAudit.Statistics.ControlCharts;

/// <summary>What can be said about a segment of a chart.</summary>
public enum SegmentState
{
    /// <summary>It has a centre and limits, from <see cref="ChartSegment.FewestForFirmLimits"/> points or more.</summary>
    Firm,

    /// <summary>It has a centre and limits from fewer points: they are trial limits, which later points may move.</summary>
    Trial,

    /// <summary>It has a centre and by its kind no limits, as a run chart.</summary>
    CentreOnly,

    /// <summary>Its baseline does not vary, or not but for what screening dropped: limits would have no width and every other value would be outside. There are none, and no signals.</summary>
    NoVariation,

    /// <summary>Its baseline has a value, but too few to see a difference of neighbours: there are no limits and no signals.</summary>
    TooFewPoints,

    /// <summary>Its baseline has no value at all: there is no centre.</summary>
    NoValues,
}

/// <summary>A stretch of a chart with one centre.</summary>
/// <param name="First">The place of its first point, from 0.</param>
/// <param name="Count">How many points it has.</param>
/// <param name="BaselinePoints">How many of them centre and limits were taken from.</param>
/// <param name="State">What can be said about it.</param>
/// <param name="Centre">The centre; null when its baseline has no value.</param>
/// <param name="MeanMovingRange">The mean difference of neighbours, after screening, in units of the values; null for kinds without.</param>
/// <param name="Inflation">For the kinds with a prime, the standard deviation of z between periods by which plain limits are multiplied: above 1 the plain limits are too narrow; null for other kinds.</param>
public readonly record struct ChartSegment(
    int First, int Count, int BaselinePoints, SegmentState State, double? Centre, double? MeanMovingRange = null, double? Inflation = null)
{
    /// <summary>Limits from fewer points than this are trial limits.</summary>
    public const int FewestForFirmLimits = 12;

    /// <summary>Whether rules may look for signals in it.</summary>
    public bool MaySignal => State is SegmentState.Firm or SegmentState.Trial or SegmentState.CentreOnly;

    internal static SegmentState StateOf(int baselinePoints) => baselinePoints >= FewestForFirmLimits ? SegmentState.Firm : SegmentState.Trial;
}
