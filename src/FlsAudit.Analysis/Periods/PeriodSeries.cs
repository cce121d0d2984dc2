using FlsAudit.Standards;

namespace FlsAudit.Analysis.Periods;

/// <summary>One period of a series. What it does not have is null, never 0.</summary>
/// <param name="Label">The period's label.</param>
/// <param name="Numerator">Null where there is no value, and for values that are no fraction.</param>
/// <param name="Denominator">Null where there is no value, and for values that are no fraction.</param>
/// <param name="Value">In the unit of the series; null where there is none.</param>
/// <param name="IsIncomplete">Whether it may still change: windows were open, or the period itself was not over, on the as-at date.</param>
public sealed record PeriodPoint(string Label, double? Numerator, double? Denominator, double? Value, bool IsIncomplete = false)
{
    /// <summary>A period of a proportion, in percent; 0 of 0 is no value.</summary>
    public static PeriodPoint OfCounts(string label, double numerator, double denominator, bool isIncomplete = false) =>
        denominator > 0 ? new PeriodPoint(label, numerator, denominator, 100 * numerator / denominator, isIncomplete) : Without(label, isIncomplete);

    /// <summary>A period with a value that is no fraction.</summary>
    public static PeriodPoint OfValue(string label, double value, bool isIncomplete = false) => new(label, null, null, value, isIncomplete);

    /// <summary>A period without a value.</summary>
    public static PeriodPoint Without(string label, bool isIncomplete = false) => new(label, null, null, null, isIncomplete);

    internal (double X, double N) Counts => (Numerator ?? 0, Denominator ?? 0);
}

/// <summary>A row of periods of one measure and site, in order of time. It names its measure in text only, so that anybody's table can be one.</summary>
public sealed record PeriodSeries
{
    /// <summary>The measure's id; empty when a table names none.</summary>
    public required string Measure { get; init; }

    /// <summary>What was measured, for people.</summary>
    public required string Title { get; init; }

    /// <summary>The site, or <see cref="Result.All"/>; empty when a table names none.</summary>
    public required string Site { get; init; }

    /// <summary>Which direction is better.</summary>
    public Better Better { get; init; } = Better.None;

    /// <summary>The unit of values: <c>percent</c> for proportions; empty when nobody says.</summary>
    public string Unit { get; init; } = Units.Percent;

    /// <summary>The value to reach, in the unit of the values; null when there is none.</summary>
    public double? Target { get; init; }

    /// <summary>The periods, in order of time.</summary>
    public required IReadOnlyList<PeriodPoint> Points { get; init; }

    /// <summary>Whether any period has a value.</summary>
    public bool HasValues => Points.Any(point => point.Value is not null);

    /// <summary>Whether every value is a fraction of counts, which charts of proportions, differences and trends need.</summary>
    public bool HasCounts => Points.All(point => point.Value is null || point.Denominator is not null);

    /// <summary>The counts that a trend is taken from: an incomplete period keeps its place and says nothing.</summary>
    internal IReadOnlyList<(double X, double N)> CompleteCounts => [.. Points.Select(point => point.IsIncomplete ? (0, 0) : point.Counts)];
}
