using DocumentFormat.OpenXml;
using FlsAudit.Reports.Wording;
using A = DocumentFormat.OpenXml.Drawing;
using C = DocumentFormat.OpenXml.Drawing.Charts;

namespace FlsAudit.Reports.Xlsx;

/// <summary>One series of a chart as markup; the schema fixes the order of the parts for each kind.</summary>
internal static class ChartSeriesXml
{
    private const string Blue = "2F78BD";
    private const string Orange = "D96A00";

    public static OpenXmlElement Of(NativeChartKind kind, ChartSeries series, uint number)
    {
        OpenXmlElement[] head = [new C.Index { Val = number }, new C.Order { Val = number }, new C.SeriesText(new C.NumericValue(PlainText.Of(series.Name)))];
        return kind switch
        {
            NativeChartKind.Scatter => new C.ScatterChartSeries(
                [.. head, Shape(series.Look), Marker(series.Look), .. Labels(series), new C.XValues(Numbers(series.X)),
                    new C.YValues(Numbers(series.Y)), new C.Smooth { Val = false }]),
            NativeChartKind.Line => new C.LineChartSeries(
                [.. head, Shape(series.Look), Marker(series.Look), .. Labels(series), .. ErrorBars(series, C.ErrorBarDirectionValues.Y),
                    new C.CategoryAxisData(Names(series.X)), new C.Values(Numbers(series.Y)), new C.Smooth { Val = false }]),
            _ => new C.BarChartSeries(
                [.. head, new C.ChartShapeProperties(new A.SolidFill(new A.RgbColorModelHex { Val = Blue })), new C.InvertIfNegative { Val = false },
                    .. Labels(series), .. ErrorBars(series, null), new C.CategoryAxisData(Names(series.X)), new C.Values(Numbers(series.Y))]),
        };
    }

    public static A.Outline Line(string colour, double points, A.PresetLineDashValues? dash)
    {
        var line = new A.Outline(new A.SolidFill(new A.RgbColorModelHex { Val = colour })) { Width = (int)(points * 12700) };
        if (dash is { } value) line.Append(new A.PresetDash { Val = value });
        return line;
    }

    private static C.ChartShapeProperties Shape(SeriesLook look) => new(look switch
    {
        SeriesLook.Centre => Line("595959", 1.25, null),
        SeriesLook.Limit => Line(Blue, 1.5, null),
        SeriesLook.InnerLimit => Line(Blue, 1.25, A.PresetLineDashValues.Dash),
        SeriesLook.Values => Line(Blue, 1.75, null),
        _ => new A.Outline(new A.NoFill()),
    });

    private static C.Marker Marker(SeriesLook look)
    {
        (C.MarkerStyleValues Symbol, byte Size, string Colour)? mark = look switch
        {
            SeriesLook.Dots => (C.MarkerStyleValues.Circle, 6, Blue),
            SeriesLook.Values => (C.MarkerStyleValues.Circle, 6, Blue),
            SeriesLook.Warnings => (C.MarkerStyleValues.Diamond, 8, Orange),
            SeriesLook.Alerts => (C.MarkerStyleValues.Triangle, 9, Orange),
            _ => null,
        };
        return mark is not { } shown
            ? new C.Marker(new C.Symbol { Val = C.MarkerStyleValues.None })
            : new C.Marker(
                new C.Symbol { Val = shown.Symbol }, new C.Size { Val = shown.Size },
                new C.ChartShapeProperties(new A.SolidFill(new A.RgbColorModelHex { Val = shown.Colour }), Line(shown.Colour, 0.75, null)));
    }

    private static IEnumerable<OpenXmlElement> Labels(ChartSeries series)
    {
        if (series.Labels.Count == 0 && series.ValueFormat is null) yield break;
        var labels = new C.DataLabels();
        foreach (var (point, label) in series.Labels.OrderBy(entry => entry.Key))
            labels.Append(new C.DataLabel(
                [new C.Index { Val = (uint)point }, new C.Layout(),
                    new C.ChartText(new C.RichText(
                        new A.BodyProperties(), new A.ListStyle(),
                        new A.Paragraph(new A.Run(new A.RunProperties { Language = "en-GB", FontSize = 900 }, new A.Text(PlainText.Of(label.Text)))))),
                    .. Shown(SideOf(label.Side), true)]));
        if (series.ValueFormat is { } format)
            labels.Append([new C.NumberingFormat { FormatCode = format, SourceLinked = false }, .. Shown(C.DataLabelPositionValues.OutsideEnd, true)]);
        else
            labels.Append(Shown(null, false));
        yield return labels;
    }

    private static C.DataLabelPositionValues SideOf(LabelSide side) => side switch
    {
        LabelSide.Left => C.DataLabelPositionValues.Left,
        LabelSide.Above => C.DataLabelPositionValues.Top,
        LabelSide.Below => C.DataLabelPositionValues.Bottom,
        _ => C.DataLabelPositionValues.Right,
    };

    private static IEnumerable<OpenXmlElement> Shown(C.DataLabelPositionValues? position, bool value)
    {
        if (position is { } place) yield return new C.DataLabelPosition { Val = place };
        yield return new C.ShowLegendKey { Val = false };
        yield return new C.ShowValue { Val = value };
        yield return new C.ShowCategoryName { Val = false };
        yield return new C.ShowSeriesName { Val = false };
        yield return new C.ShowPercent { Val = false };
        yield return new C.ShowBubbleSize { Val = false };
    }

    private static IEnumerable<OpenXmlElement> ErrorBars(ChartSeries series, C.ErrorBarDirectionValues? direction)
    {
        if (series.Plus is null || series.Minus is null) yield break;
        var bars = new C.ErrorBars();
        if (direction is { } value) bars.Append(new C.ErrorDirection { Val = value });
        bars.Append(
            new C.ErrorBarType { Val = C.ErrorBarValues.Both }, new C.ErrorBarValueType { Val = C.ErrorValues.Custom }, new C.NoEndCap { Val = false },
            new C.Plus(Numbers(series.Plus)), new C.Minus(Numbers(series.Minus)), new C.ChartShapeProperties(Line("595959", 1, null)));
        yield return bars;
    }

    private static C.NumberReference Numbers(ChartRange range)
    {
        var cache = new C.NumberingCache(new C.FormatCode("General"), new C.PointCount { Val = (uint)range.Values.Count });
        for (var i = 0; i < range.Values.Count; i++)
            if (range.Values[i] is { } value and (double or long or int))
                cache.Append(new C.NumericPoint(new C.NumericValue(ChartXml.Number(Convert.ToDouble(value, System.Globalization.CultureInfo.InvariantCulture)))) { Index = (uint)i });
        return new C.NumberReference(new C.Formula(range.Reference), cache);
    }

    private static C.StringReference Names(ChartRange range)
    {
        var cache = new C.StringCache(new C.PointCount { Val = (uint)range.Values.Count });
        for (var i = 0; i < range.Values.Count; i++)
            cache.Append(new C.StringPoint(new C.NumericValue(PlainText.Of(range.Values[i]?.ToString() ?? ""))) { Index = (uint)i });
        return new C.StringReference(new C.Formula(range.Reference), cache);
    }
}
