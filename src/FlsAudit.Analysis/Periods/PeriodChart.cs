using FlsAudit.Standards;

namespace FlsAudit.Analysis.Periods;

/// <summary>What can be said about a stretch of a chart that has one centre.</summary>
public enum StretchState
{
    /// <summary>It has a centre and limits.</summary>
    Firm,

    /// <summary>It has a centre and limits from fewer than twelve periods.</summary>
    Trial,

    /// <summary>It has a centre and by its kind no limits.</summary>
    CentreOnly,

    /// <summary>Nothing varies: no limits and no signals.</summary>
    NoVariation,

    /// <summary>Too few values for limits: no limits and no signals.</summary>
    TooFewPoints,

    /// <summary>No value at all.</summary>
    NoCases,
}

/// <summary>A stretch of a chart with one centre.</summary>
/// <param name="First">The place of its first period, from 0.</param>
/// <param name="Count">How many periods it has.</param>
/// <param name="BaselinePeriods">How many of them centre and limits were taken from.</param>
/// <param name="State">What can be said about it.</param>
/// <param name="Centre">In the unit of the values; null when it has no value.</param>
/// <param name="Laney">How many times as much periods differ as chance explains; null where it cannot be told or does not apply.</param>
public sealed record ChartStretch(int First, int Count, int BaselinePeriods, StretchState State, double? Centre, double? Laney);

/// <summary>A rule that fired at a period.</summary>
/// <param name="Rule">In words.</param>
/// <param name="Direction"><c>improvement</c> or <c>concern</c> where it is known what is better, else <c>high</c> or <c>low</c>; <c>both</c> when it points neither way.</param>
public sealed record ChartSignal(string Rule, string Direction);

/// <summary>One period of a chart, in the unit of the values.</summary>
public sealed record ChartPoint
{
    internal ChartPoint()
    {
    }

    /// <summary>What was charted.</summary>
    public required PeriodPoint Period { get; init; }

    /// <summary>The centre; null when there is none.</summary>
    public double? Centre { get; init; }

    /// <summary>Three standard deviations either side; null when there are none.</summary>
    public Limits? Limits { get; init; }

    /// <summary>Two standard deviations either side; null when there are none.</summary>
    public Limits? Warnings { get; init; }

    /// <summary>Whether people left it out of centre, limits and rules.</summary>
    public bool IsExcluded { get; init; }

    /// <summary>Every rule that fired here, in order of precedence.</summary>
    public IReadOnlyList<ChartSignal> Signals { get; init; } = [];

    /// <summary>The direction of all of them; <c>both</c> where they disagree or point neither way; empty without any.</summary>
    public string Direction => Signals.Select(signal => signal.Direction).Where(direction => direction != ChartDirections.Both).Distinct().ToList() switch
    {
        _ when Signals.Count == 0 => "",
        [var only] => only,
        _ => ChartDirections.Both,
    };
}

/// <summary>The words for directions.</summary>
public static class ChartDirections
{
    /// <summary>The better way.</summary>
    public const string Improvement = "improvement";

    /// <summary>The worse way.</summary>
    public const string Concern = "concern";

    /// <summary>Up, where nobody says what is better.</summary>
    public const string High = "high";

    /// <summary>Down, where nobody says what is better.</summary>
    public const string Low = "low";

    /// <summary>Neither way, or both.</summary>
    public const string Both = "both";
}

/// <summary>A control or run chart of one measure and site.</summary>
public sealed record PeriodChart
{
    internal PeriodChart()
    {
    }

    /// <summary>The measure's id.</summary>
    public required string Measure { get; init; }

    /// <summary>What was measured, for people.</summary>
    public required string Title { get; init; }

    /// <summary>The site, or <see cref="Result.All"/>.</summary>
    public required string Site { get; init; }

    /// <summary>The unit of values, centre and limits.</summary>
    public required string Unit { get; init; }

    /// <summary>Which direction is better.</summary>
    public required Better Better { get; init; }

    /// <summary>The kind of chart.</summary>
    public required ChartType Chart { get; init; }

    /// <summary>The rules that were looked for.</summary>
    public required RulePreset Preset { get; init; }

    /// <summary>The periods in order, those without a value included.</summary>
    public required IReadOnlyList<ChartPoint> Points { get; init; }

    /// <summary>The stretches with one centre; together they cover all periods.</summary>
    public required IReadOnlyList<ChartStretch> Stretches { get; init; }

    /// <summary>The value to reach; null when there is none.</summary>
    public double? Target { get; init; }

    /// <summary>Whether the target will be met as things are: true always, false never; null at times, or when it cannot be told; <see cref="Notes"/> say which.</summary>
    public bool? MeetsTarget { get; init; }

    /// <summary>Where a step may have happened; nothing follows from it until somebody gives a reason. Null when nothing suggests one.</summary>
    public string? SuggestedStep { get; init; }

    /// <summary>What the chart says, for people who do not know what a standard deviation is, with its method.</summary>
    public string Sentence { get; internal init; } = "";

    /// <summary>What must be known besides: how far limits can be trusted, incomplete periods, the target, a step that is suggested, and what people decided, with the reasons.</summary>
    public IReadOnlyList<string> Notes { get; internal init; } = [];
}
