using FlsAudit.Analysis;
using FlsAudit.Reports.Wording;
using FlsAudit.Standards;

namespace FlsAudit.Reports.Drawing.Comparisons;

/// <summary>Sites in order of their values, each with its own limits. A place in the order is no merit: limits that overlap are nearly the same place.</summary>
internal static class CaterpillarFigure
{
    private static readonly Dictionary<Marker, string> Names = new()
    {
        [Marker.Circle] = "Within the funnel limits",
        [Marker.OpenUp] = "Above 95 %",
        [Marker.OpenDown] = "Below 95 %",
        [Marker.Up] = "Above 99.8 %",
        [Marker.Down] = "Below 99.8 %",
    };

    public static Figure Of(SiteComparison comparison)
    {
        var lower = comparison.Measure.Better == Better.Lower;
        IntervalLine[] lines =
        [
            .. comparison.Sites.OrderBy(site => lower ? site.Value : -site.Value).ThenByDescending(site => site.Denominator).ThenBy(site => site.Site, StringComparer.Ordinal).Select(site => new IntervalLine(
                site.Site,
                site.Value,
                site.Own95,
                $"{PrintedNumber.AsNeeded(site.Numerator)} of {PrintedNumber.AsNeeded(site.Denominator)} = {PrintedNumber.WithUnit(site.Value, "percent")}, 95 % limits {PrintedNumber.Range(site.Own95, "percent")}",
                MarkerOf(comparison.HeadlineFlag(site)))),
        ];
        var figure = IntervalFigure.Of(
            ProvenanceMark.Titled(comparison.Measure), comparison.Centre, "All sites pooled", lines, (low, high) => FunnelFigure.PercentAxis(low, high) with { Title = "%" }, Names);
        return figure with
        {
            Subtitle = $"{MeasureText.OutOf(comparison.Measure)}; {(comparison.Period == Result.All ? "all periods" : comparison.Period)}",
            Alternative = $"{PrintedNumber.Count(lines.Length)} sites in order around a pooled {PrintedNumber.WithUnit(comparison.Centre, "percent")}; {string.Join("; ", lines.Take(IntervalFigure.MostLines).Select(line => $"{line.Label} {line.Hint}"))}.",
            Note = $"Lines are Wilson's 95 % limits of each site alone; marks say where it lies against the funnel limits. {MeasureText.Capital(comparison.Method)}. Sites whose limits overlap may be in either order by chance.{IntervalFigure.LeftOut(lines.Length)}",
        };
    }

    private static Marker MarkerOf(FunnelFlag flag) => flag switch
    {
        FunnelFlag.High95 => Marker.OpenUp,
        FunnelFlag.Low95 => Marker.OpenDown,
        FunnelFlag.High998 => Marker.Up,
        FunnelFlag.Low998 => Marker.Down,
        _ => Marker.Circle,
    };
}
