using System.Globalization;
using DocumentFormat.OpenXml;
using FlsAudit.Reports.Wording;
using A = DocumentFormat.OpenXml.Drawing;
using C = DocumentFormat.OpenXml.Drawing.Charts;

namespace FlsAudit.Reports.Xlsx;

/// <summary>Turns a <see cref="NativeChart"/> into chart markup, with the cells' values stored so that nothing has to be calculated first.</summary>
internal static class ChartXml
{
    private const uint XAxisId = 111111111;
    private const uint YAxisId = 222222222;

    public static C.ChartSpace Of(NativeChart chart)
    {
        var plot = new C.PlotArea(new C.Layout(), Body(chart));
        plot.Append(Axes(chart));
        var legend = chart.Series.Count > 1
            ? new C.Legend([new C.LegendPosition { Val = C.LegendPositionValues.Bottom }, .. Hidden(chart), new C.Overlay { Val = false }, Text(900)])
            : null;
        var content = new C.Chart(Title(chart.Title, 1200, true), new C.AutoTitleDeleted { Val = false }, plot);
        if (legend is not null) content.Append(legend);
        content.Append(new C.PlotVisibleOnly { Val = true }, new C.DisplayBlanksAs { Val = C.DisplayBlanksAsValues.Gap });
        return new C.ChartSpace(new C.Date1904 { Val = false }, new C.RoundedCorners { Val = false }, content);
    }

    private static OpenXmlCompositeElement Body(NativeChart chart)
    {
        var series = chart.Series.Select((one, i) => ChartSeriesXml.Of(chart.Kind, one, (uint)i));
        return chart.Kind switch
        {
            NativeChartKind.Scatter => new C.ScatterChart(
                [new C.ScatterStyle { Val = C.ScatterStyleValues.LineMarker }, new C.VaryColors { Val = false }, .. series,
                    new C.AxisId { Val = XAxisId }, new C.AxisId { Val = YAxisId }]),
            NativeChartKind.Line => new C.LineChart(
                [new C.Grouping { Val = C.GroupingValues.Standard }, new C.VaryColors { Val = false }, .. series,
                    new C.ShowMarker { Val = true }, new C.AxisId { Val = XAxisId }, new C.AxisId { Val = YAxisId }]),
            _ => new C.BarChart(
                [new C.BarDirection { Val = C.BarDirectionValues.Bar }, new C.BarGrouping { Val = C.BarGroupingValues.Clustered },
                    new C.VaryColors { Val = false }, .. series, new C.GapWidth { Val = 50 },
                    new C.AxisId { Val = XAxisId }, new C.AxisId { Val = YAxisId }]),
        };
    }

    private static IEnumerable<OpenXmlElement> Axes(NativeChart chart)
    {
        var bars = chart.Kind == NativeChartKind.Bars;
        if (chart.Kind == NativeChartKind.Scatter)
            yield return new C.ValueAxis(
                [.. Common(XAxisId, YAxisId, chart.XTitle, C.AxisPositionValues.Bottom, false, 0, null), new C.CrossBetween { Val = C.CrossBetweenValues.MidpointCategory }]);
        else
            yield return new C.CategoryAxis(
                [.. Common(XAxisId, YAxisId, chart.XTitle, bars ? C.AxisPositionValues.Left : C.AxisPositionValues.Bottom, bars, null, null),
                    new C.AutoLabeled { Val = false }, new C.NoMultiLevelLabels { Val = true }]);
        var place = bars ? C.AxisPositionValues.Bottom : C.AxisPositionValues.Left;
        var between = chart.Kind == NativeChartKind.Scatter ? C.CrossBetweenValues.MidpointCategory : C.CrossBetweenValues.Between;
        yield return new C.ValueAxis(
            [.. Common(YAxisId, XAxisId, chart.YTitle, place, false, chart.Min, chart.Max, grid: true, beside: bars), new C.CrossBetween { Val = between }]);
    }

    private static IEnumerable<OpenXmlElement> Common(
        uint id, uint other, string title, C.AxisPositionValues position, bool reversed, double? min, double? max, bool grid = false, bool beside = false)
    {
        yield return new C.AxisId { Val = id };
        var scaling = new C.Scaling(new C.Orientation { Val = reversed ? C.OrientationValues.MaxMin : C.OrientationValues.MinMax });
        if (max is { } highest) scaling.Append(new C.MaxAxisValue { Val = highest });
        if (min is { } lowest) scaling.Append(new C.MinAxisValue { Val = lowest });
        yield return scaling;
        yield return new C.Delete { Val = false };
        yield return new C.AxisPosition { Val = position };
        if (grid) yield return new C.MajorGridlines(new C.ChartShapeProperties(ChartSeriesXml.Line("D9D9D9", 0.75, null)));
        if (title.Length > 0) yield return Title(title, 900, false);
        yield return new C.NumberingFormat { FormatCode = "#,##0", SourceLinked = false };
        yield return new C.MajorTickMark { Val = C.TickMarkValues.Outside };
        yield return new C.MinorTickMark { Val = C.TickMarkValues.None };
        yield return new C.TickLabelPosition { Val = beside ? C.TickLabelPositionValues.NextTo : C.TickLabelPositionValues.Low };
        yield return new C.ChartShapeProperties(ChartSeriesXml.Line("7F7F7F", 0.75, null));
        yield return Text(900);
        yield return new C.CrossingAxis { Val = other };
        yield return new C.Crosses { Val = beside ? C.CrossesValues.Maximum : C.CrossesValues.AutoZero };
    }

    private static IEnumerable<OpenXmlElement> Hidden(NativeChart chart) =>
        chart.Series.Select((series, i) => (series, i)).Where(pair => pair.series.Silent)
            .Select(pair => new C.LegendEntry(new C.Index { Val = (uint)pair.i }, new C.Delete { Val = true }));

    private static C.Title Title(string text, int size, bool bold) => new(
        new C.ChartText(new C.RichText(
            new A.BodyProperties(), new A.ListStyle(),
            new A.Paragraph(
                new A.ParagraphProperties(new A.DefaultRunProperties { FontSize = size, Bold = bold }),
                new A.Run(new A.RunProperties { Language = "en-GB", FontSize = size, Bold = bold }, new A.Text(PlainText.Of(text)))))),
        new C.Overlay { Val = false });

    private static C.TextProperties Text(int size) => new(
        new A.BodyProperties(), new A.ListStyle(),
        new A.Paragraph(new A.ParagraphProperties(new A.DefaultRunProperties { FontSize = size }), new A.EndParagraphRunProperties { Language = "en-GB" }));

    /// <summary>A number as markup holds it.</summary>
    public static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
