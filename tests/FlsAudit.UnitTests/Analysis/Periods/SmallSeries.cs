using FlsAudit.Analysis.Periods;
using FlsAudit.Standards;

namespace FlsAudit.UnitTests.Analysis.Periods;

/// <summary>Series of quarters from 2023-Q1 on.</summary>
internal static class SmallSeries
{
    public static string Label(int place) => FormattableString.Invariant($"{2023 + (place / 4)}-Q{(place % 4) + 1}");

    public static PeriodSeries Of(params (double X, double N)[] counts) => new()
    {
        Measure = "seen",
        Title = "Seen within 90 days",
        Site = "North",
        Better = Better.Higher,
        Points = [.. counts.Select((count, place) => PeriodPoint.OfCounts(Label(place), count.X, count.N))],
    };

    public static PeriodSeries OfValues(params double?[] values) => Of() with
    {
        Unit = "days",
        Points = [.. values.Select((value, place) => value is { } known ? PeriodPoint.OfValue(Label(place), known) : PeriodPoint.Without(Label(place)))],
    };

    /// <summary>The same counts several times over.</summary>
    public static (double X, double N)[] Times(int times, double x, double n) => [.. Enumerable.Repeat((x, n), times)];

    public static PeriodSeries WithIncompleteLast(PeriodSeries series) =>
        series with { Points = [.. series.Points.SkipLast(1), series.Points[^1] with { IsIncomplete = true }] };

    public static PeriodChart Chart(PeriodSeries series, ChartType? chart = null, RulePreset? preset = null, params ChartAction[] actions) =>
        PeriodCharts.Of(series, new ChartSettings { Chart = chart, Preset = preset, Actions = actions })!;
}
