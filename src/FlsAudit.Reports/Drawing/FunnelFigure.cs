using FlsAudit.Analysis;
using FlsAudit.Reports.Wording;

namespace FlsAudit.Reports.Drawing;

/// <summary>Every site against the limits that chance alone would give it.</summary>
internal static class FunnelFigure
{
    /// <summary>In percentage points.</summary>
    private const double NarrowestAxis = 10;

    public static Figure Of(SiteComparison comparison)
    {
        var x = XAxis(comparison);
        var widened = comparison.Tau2 > 0;
        var dots = comparison.Sites.GroupBy(comparison.HeadlineFlag).ToDictionary(group => group.Key, group => group.ToList());
        var centre = new CurveLayer("All sites pooled", Tone.Quiet, Stroke.Solid, [[new(0, comparison.Centre), new(x.Max, comparison.Centre)]]);
        var inner = Curves("95 % limits", Tone.Main, Stroke.Dashed, comparison, p => widened ? p.AdjustedLimits95 : p.Limits95);
        var outer = Curves("99.8 % limits", Tone.Main, Stroke.Solid, comparison, p => widened ? p.AdjustedLimits998 : p.Limits998);
        List<Layer> layers = [inner, outer];
        if (widened) layers.Add(Curves("99.8 % limits before widening", Tone.Quiet, Stroke.Dotted, comparison, p => p.Limits998));
        layers.Insert(0, centre);
        DotLayer[] marks =
        [
            Marks("Within limits", Tone.Main, Marker.Circle, FunnelFlag.InLimits),
            Marks("Above 95 %", Tone.Alert, Marker.OpenUp, FunnelFlag.High95),
            Marks("Below 95 %", Tone.Alert, Marker.OpenDown, FunnelFlag.Low95),
            Marks("Above 99.8 %", Tone.Alert, Marker.Up, FunnelFlag.High998),
            Marks("Below 99.8 %", Tone.Alert, Marker.Down, FunnelFlag.Low998),
        ];
        layers.AddRange(marks.Where(mark => mark.Dots.Count > 0));

        var panel = new Panel("", x, YAxis(comparison), layers);
        return new Figure(
            FigureName.Of("funnel", comparison.Measure.Id), ProvenanceMark.Titled(comparison.Measure), Alternative(comparison), [new PanelRow(330, 1, [panel])])
        {
            Subtitle = $"{MeasureText.OutOf(comparison.Measure)}; {PeriodText(comparison.Period)}{BothAnswers.Suffix(comparison.Measure)}",
            Note = MeasureText.Capital(comparison.Method) + MeasureText.Dispersion(comparison)
                + ". A site outside the limits differs from the pooled value by more than chance would explain; the limits narrow as cases grow.",
            Legend = layers,
        };

        DotLayer Marks(string name, Tone tone, Marker marker, FunnelFlag flag) =>
            new(name, tone, marker, [.. (dots.GetValueOrDefault(flag) ?? []).Select(site => DotOf(site, flag != FunnelFlag.InLimits))]);
    }

    private static Dot DotOf(SiteInFunnel site, bool labelled) => new(
        new Spot(site.Denominator, site.Value),
        $"{site.Site}: {PrintedNumber.AsNeeded(site.Numerator)} of {PrintedNumber.AsNeeded(site.Denominator)} = {PrintedNumber.WithUnit(site.Value, "percent")}",
        labelled ? site.Site : "");

    private static CurveLayer Curves(string name, Tone tone, Stroke stroke, SiteComparison comparison, Func<FunnelPoint, Limits> limits) => new(
        name, tone, stroke,
        [
            [.. comparison.Curve.Select(point => new Spot(point.Denominator, limits(point).Lower))],
            [.. comparison.Curve.Select(point => new Spot(point.Denominator, limits(point).Upper))],
        ]);

    private static Axis XAxis(SiteComparison comparison) =>
        NiceScale.Over("Cases in the denominator", 0, comparison.Sites.Select(site => site.Denominator).DefaultIfEmpty(1).Max() * 1.02, 8);

    /// <summary>Holds every site and, where the curves are not yet nearly vertical, the limits; never beyond 0 and 100.</summary>
    private static Axis YAxis(SiteComparison comparison)
    {
        var smallest = comparison.Sites.Select(site => site.Denominator).DefaultIfEmpty(1).Min();
        var seen = comparison.Curve.Where((point, i) => i >= comparison.Curve.Count / 12 && point.Denominator >= smallest / 2)
            .Select(point => comparison.Tau2 > 0 ? point.AdjustedLimits998 : point.Limits998).ToList();
        var values = comparison.Sites.Select(site => site.Value).Append(comparison.Centre).ToList();
        var low = Math.Min(values.Min(), seen.Count == 0 ? 100 : seen.Min(limits => limits.Lower));
        var high = Math.Max(values.Max(), seen.Count == 0 ? 0 : seen.Max(limits => limits.Upper));
        var axis = PercentAxis(low, high);
        return axis with { Title = MeasureText.AxisTitle(comparison.Measure, "percent") };
    }

    /// <summary>An axis within 0 to 100 that holds both values and is wide enough to be read, also where every site is at 0 or at 100 %.</summary>
    internal static Axis PercentAxis(double low, double high)
    {
        low = Math.Clamp(low, 0, 100 - NarrowestAxis);
        high = Math.Clamp(high, low + NarrowestAxis, 100);
        return NiceScale.Over("%", low, high, 6);
    }

    private static string PeriodText(string period) => period == Result.All ? "all periods" : period;

    private static string Alternative(SiteComparison comparison)
    {
        var text = $"Funnel plot of {comparison.Sites.Count} sites around a pooled {PrintedNumber.WithUnit(comparison.Centre, "percent")}. ";
        var outside = comparison.Sites.Where(site => comparison.HeadlineFlag(site) != FunnelFlag.InLimits).ToList();
        if (outside.Count == 0) return text + "No site lies outside the limits.";
        return text + "Outside the limits: " + string.Join("; ", outside.Select(site =>
            $"{DotOf(site, false).Hint} ({Words.Sentence(comparison.HeadlineFlag(site))})")) + ".";
    }
}
