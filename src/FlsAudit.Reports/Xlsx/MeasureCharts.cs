using FlsAudit.Analysis;
using FlsAudit.Reports.Drawing;
using FlsAudit.Reports.Wording;
using FlsAudit.Standards;

namespace FlsAudit.Reports.Xlsx;

/// <summary>The native charts of a measure's sheet.</summary>
internal static class MeasureCharts
{
    public static NativeChart Funnel(ChartData data, SiteComparison comparison)
    {
        var figure = FunnelFigure.Of(comparison);
        var axis = figure.Rows[0].Panels[0].Y;
        var widened = comparison.Tau2 > 0;
        var curve = comparison.Curve;
        var cases = data.Add("Cases", [.. curve.Select(point => (object?)point.Denominator)]);
        Limits Inner(FunnelPoint point) => widened ? point.AdjustedLimits95 : point.Limits95;
        Limits Outer(FunnelPoint point) => widened ? point.AdjustedLimits998 : point.Limits998;
        ChartSeries Line(string name, SeriesLook look, Func<FunnelPoint, double> at, bool silent) =>
            new(name, look, cases, data.Add(name, [.. curve.Select(point => at(point) is var y && y >= axis.Min && y <= axis.Max ? (object?)y : null)])) { Silent = silent };

        List<ChartSeries> series =
        [
            Line("All sites pooled", SeriesLook.Centre, _ => comparison.Centre, false),
            Line("95 % limits", SeriesLook.InnerLimit, point => Inner(point).Lower, false),
            Line("Upper 95 %", SeriesLook.InnerLimit, point => Inner(point).Upper, true),
            Line("99.8 % limits", SeriesLook.Limit, point => Outer(point).Lower, false),
            Line("Upper 99.8 %", SeriesLook.Limit, point => Outer(point).Upper, true),
        ];
        var labels = FunnelLabels.Of(comparison, figure.Rows[0].Panels[0]);
        data.Add("Site", [.. comparison.Sites.Select(site => (object?)site.Site)]);
        var denominators = data.Add("Cases of the site", [.. comparison.Sites.Select(site => (object?)site.Denominator)]);
        series.Add(Sites("Within limits", SeriesLook.Dots, FunnelFlag.InLimits, FunnelFlag.InLimits));
        series.Add(Sites("Outside 95 %", SeriesLook.Warnings, FunnelFlag.Low95, FunnelFlag.High95));
        series.Add(Sites("Outside 99.8 %", SeriesLook.Alerts, FunnelFlag.Low998, FunnelFlag.High998));
        return new NativeChart(
            NativeChartKind.Scatter,
            ProvenanceMark.Titled(comparison.Measure, $"{comparison.Measure.Title}: sites and the limits of chance{(widened ? ", widened for over-dispersion" : "")}{BothAnswers.Suffix(comparison.Measure)}"),
            "Cases in the denominator", "%", figure.Alternative, series)
        {
            Min = axis.Min,
            Max = axis.Max,
        };

        ChartSeries Sites(string name, SeriesLook look, FunnelFlag low, FunnelFlag high)
        {
            var here = comparison.Sites.Select(site => comparison.HeadlineFlag(site) is var flag && (flag == low || flag == high)).ToList();
            var values = data.Add(name, [.. comparison.Sites.Select((site, i) => here[i] ? (object?)site.Value : null)]);
            return new ChartSeries(name, look, denominators, values)
            {
                Labels = labels.Where(label => here[label.Key]).ToDictionary(),
            };
        }
    }

    /// <summary>Bars of all sites with their 95 % limits; null when no site has a value.</summary>
    public static NativeChart? Sites(ChartData data, MeasureDefinition measure, string unit, TablePlace table)
    {
        if (table.LastRow < table.FirstRow) return null;
        var values = data.Sheet.Range(table.Value, table.FirstRow, table.LastRow);
        if (values.Values.All(value => value is null)) return null;
        var series = new ChartSeries("Sites", SeriesLook.Values, data.Sheet.Range(0, table.FirstRow, table.LastRow), values) { ValueFormat = unit switch { "percent" => "0.0", "patients" => "#,##0", _ => "General" } };
        return new NativeChart(
            NativeChartKind.Bars, ProvenanceMark.Titled(measure, $"{measure.Title}: {MeasureText.AxisTitle(measure, unit)}, by site{BothAnswers.Suffix(measure)}"), "", "",
            "Bars of each site's value over all periods; the table beneath holds the same numbers.", [series])
        {
            Min = measure.Kind == MeasureKind.Shortfall ? null : 0,
        };
    }

    /// <summary>The pooled value by period with its 95 % limits; null when no period has a value.</summary>
    public static NativeChart? Trend(ChartData data, ReleasedReport report, MeasureDefinition measure, TablePlace table)
    {
        var rows = report.Periods.Where(period => period != Result.UnknownPeriod).Select(period => report.Find(measure.Id, Result.All, period)).ToList();
        if (TrendFigure.Of(report, measure) is not { } figure) return null;
        // Records without a date come last in the table and are not drawn.
        var names = data.Sheet.Range(0, table.FirstRow, table.FirstRow + rows.Count - 1);
        var values = data.Sheet.Range(table.Value, table.FirstRow, table.FirstRow + rows.Count - 1);
        var series = new ChartSeries("All sites, 95 % limits", SeriesLook.Values, names, values)
        {
            Plus = data.Add("Upward to the limit", [.. rows.Select(row => row?.Limits95 is { } limits ? (object?)(limits.Upper - row.Value!.Value) : null)]),
            Minus = data.Add("Downward to the limit", [.. rows.Select(row => row?.Limits95 is { } limits ? (object?)(row.Value!.Value - limits.Lower) : null)]),
        };
        var axis = PooledAxis(measure, rows);
        return new NativeChart(
            NativeChartKind.Line, ProvenanceMark.Titled(measure, $"{measure.Title}: all sites by period, with 95 % limits{BothAnswers.Suffix(measure)}"), "", figure.Rows[0].Panels[0].Y.Title, figure.Alternative, [series])
        {
            Min = axis.Min,
            Max = axis.Max,
        };
    }

    private static Axis PooledAxis(MeasureDefinition measure, List<Result?> rows)
    {
        var values = rows.OfType<Result>().Where(row => row.Value is not null).ToList();
        var low = values.Min(row => row.Limits95?.Lower ?? row.Value!.Value);
        var high = values.Max(row => row.Limits95?.Upper ?? row.Value!.Value);
        return NiceScale.Over("", measure.Kind == MeasureKind.Shortfall ? Math.Min(0, low) : Math.Max(0, low), high, 5);
    }
}
