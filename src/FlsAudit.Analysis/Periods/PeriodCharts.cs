using FlsAudit.Standards;
using FlsAudit.Statistics.ControlCharts;
using Better = FlsAudit.Standards.Better;
using Scale = FlsAudit.Statistics.ControlCharts.Better;

namespace FlsAudit.Analysis.Periods;

/// <summary>Charts of series: which formula, what people decided, which rules fired.</summary>
internal static class PeriodCharts
{
    /// <summary>The chart of a series, or null when no period has a value, or its values are no proportions and the chart needs such.</summary>
    public static PeriodChart? Of(PeriodSeries series, ChartSettings settings)
    {
        if (!series.HasValues || (settings.Chart is ChartType.P or ChartType.PPrime && !series.HasCounts)) return null;
        if (settings.Chart is { } named) return Of(series, settings, named, isChosen: false);
        if (!series.HasCounts) return Of(series, settings, ChartType.Xmr, isChosen: false);
        var plain = Of(series, settings, ChartType.P, isChosen: false);
        return IsMostlyOutside(plain) && plain.Stretches.Any(stretch => stretch.Laney > 1) ? Of(series, settings, ChartType.PPrime, isChosen: true) : plain;
    }

    private static bool IsMostlyOutside(PeriodChart chart)
    {
        var judged = chart.Points.Where(point => point is { Limits: not null, IsExcluded: false, Period: { Value: not null, IsIncomplete: false } }).ToList();
        return 2 * judged.Count(point => point.Period.Value < point.Limits!.Lower || point.Period.Value > point.Limits.Upper) > judged.Count;
    }

    private static PeriodChart Of(PeriodSeries series, ChartSettings settings, ChartType type, bool isChosen)
    {
        var isProportion = type is ChartType.P or ChartType.PPrime;
        var decisions = new SeriesDecisions(series, settings.Actions);
        var presetUsed = settings.Preset ?? (type == ChartType.Run ? RulePreset.Anhoej : RulePreset.MakingDataCount);
        var preset = PresetOf(presetUsed);
        var chart = Chart(series, type, decisions.Baseline, preset);
        var signals = SpecialCauses.Of(chart, SpecialCauseRules.Of(preset));
        var scale = isProportion ? 100.0 : 1;
        ChartPoint[] points = [.. series.Points.Select((point, i) => new ChartPoint
        {
            Period = point,
            Centre = chart.Points[i].Centre * scale,
            Limits = Limits(chart.Points[i].Limits, scale),
            Warnings = Limits(chart.Points[i].Warnings, scale),
            IsExcluded = decisions.IsExcluded(i),
            Signals = [.. signals.At(i).Select(signal => new ChartSignal(RuleWords.Of(signal.Rule, presetUsed), Direction(signal.Side, series.Better)))],
        })];
        var laney = type == ChartType.P ? PChart.Prime(Counts(series), decisions.Baseline, SpecialCauseRules.ScreeningOf(preset)) : chart;
        ChartStretch[] stretches = [.. chart.Segments.Select((segment, i) => new ChartStretch(
            segment.First, segment.Count, segment.BaselinePoints, StateOf(segment.State), segment.Centre * scale, laney.Segments[i].Inflation))];
        var suggested = SuggestedStep(chart, signals) is { } place ? series.Points[place].Label : null;
        var assurance = series.Target is { } target && LastWithLimits(points, chart) is { } last ? TargetAssurance.Of(chart.Points[last].Limits, target / scale, ScaleOf(series.Better)) : null;
        var unworded = new PeriodChart
        {
            Measure = series.Measure,
            Title = series.Title,
            Site = series.Site,
            Unit = series.Unit,
            Better = series.Better,
            Chart = type,
            Preset = presetUsed,
            Points = points,
            Stretches = stretches,
            Target = series.Target,
            MeetsTarget = assurance switch { Assurance.WillMeet => true, Assurance.WillFail => false, _ => null },
            SuggestedStep = suggested,
        };
        return unworded with { Sentence = ChartSentences.Of(unworded), Notes = [.. ChartSentences.Notes(unworded, assurance is not null, isChosen), .. decisions.Words] };
    }

    private static ControlChart Chart(PeriodSeries series, ChartType type, ChartBaseline baseline, SpecialCausePreset preset) => type switch
    {
        ChartType.P => PChart.Of(Counts(series), baseline),
        ChartType.PPrime => PChart.Prime(Counts(series), baseline, SpecialCauseRules.ScreeningOf(preset)),
        ChartType.Xmr => XmrChart.Of(Values(series), baseline, SpecialCauseRules.ScreeningOf(preset)),
        _ => RunChart.Of(Values(series), baseline),
    };

    private static IReadOnlyList<(double X, double N)> Counts(PeriodSeries series) => [.. series.Points.Select(point => point.Counts)];

    private static IReadOnlyList<double?> Values(PeriodSeries series) => [.. series.Points.Select(point => point.Value)];

    private static Limits? Limits(Statistics.Interval? interval, double scale) =>
        interval is { } limits ? new Limits(limits.Lower * scale, limits.Upper * scale) : null;

    internal static SpecialCausePreset PresetOf(RulePreset preset) => preset switch
    {
        RulePreset.MakingDataCount => SpecialCausePreset.MakingDataCount,
        RulePreset.WithoutScreening => SpecialCausePreset.MakingDataCountUnscreened,
        RulePreset.WesternElectric => SpecialCausePreset.WesternElectric,
        RulePreset.Nelson => SpecialCausePreset.Nelson,
        _ => SpecialCausePreset.Anhoej,
    };

    private static StretchState StateOf(SegmentState state) => state switch
    {
        SegmentState.Firm => StretchState.Firm,
        SegmentState.Trial => StretchState.Trial,
        SegmentState.CentreOnly => StretchState.CentreOnly,
        SegmentState.NoVariation => StretchState.NoVariation,
        SegmentState.TooFewPoints => StretchState.TooFewPoints,
        _ => StretchState.NoCases,
    };

    private static Scale ScaleOf(Better better) => better switch
    {
        Better.Higher => Scale.Higher,
        Better.Lower => Scale.Lower,
        _ => Scale.Neither,
    };

    private static string Direction(SignalSide side, Better better) => (side, SignalMeaning.Of(side, ScaleOf(better))) switch
    {
        (_, SpecialCauseMeaning.Improvement) => ChartDirections.Improvement,
        (_, SpecialCauseMeaning.Concern) => ChartDirections.Concern,
        (SignalSide.High, _) => ChartDirections.High,
        (SignalSide.Low, _) => ChartDirections.Low,
        _ => ChartDirections.Both,
    };

    // A period that may still change says nothing about the level of the process.
    private static int? LastWithLimits(ChartPoint[] points, ControlChart chart) =>
        Enumerable.Range(0, points.Length).Reverse().Cast<int?>().FirstOrDefault(i => chart.Points[i!.Value] is { Counts: true, Limits: not null });

    /// <summary>
    /// Where a row on one side of the centre begins, in the last segment that has one; or ends, when the segment begins with it. Only a suggestion: the step is
    /// made by people who know why.
    /// </summary>
    private static int? SuggestedStep(ControlChart chart, SpecialCauses signals)
    {
        foreach (var segment in chart.Segments.Reverse())
        {
            var (first, end) = (segment.First, segment.First + segment.Count);
            var rows = signals.Signals
                .Where(signal => signal.Rule is SpecialCauseRule.Shift or SpecialCauseRule.LongRun && signal.Points[0] >= first && signal.Points[0] < end)
                .OrderBy(signal => signal.Points[0]).ToList();
            var start = Enumerable.Range(first, segment.Count).FirstOrDefault(i => chart.Points[i].Counts, first);
            if (rows.Find(row => row.Points[0] > start) is { } later) return later.Points[0];
            if (rows.Count > 0 && Enumerable.Range(rows[0].Points[^1] + 1, end - rows[0].Points[^1] - 1).Cast<int?>().FirstOrDefault(i => chart.Points[i!.Value].Counts) is { } after) return after;
        }

        return null;
    }
}
