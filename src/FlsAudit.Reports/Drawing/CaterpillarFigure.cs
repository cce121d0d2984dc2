using FlsAudit.Analysis.Sites;
using FlsAudit.Reports.Wording;
using FlsAudit.Standards;

namespace FlsAudit.Reports.Drawing;

/// <summary>
/// The sites in order, each with its own interval. Up to a few dozen stand below one another with their names; more stand side by side, and only those whose interval
/// leaves out the pooled value are named.
/// </summary>
internal static class CaterpillarFigure
{
    private const int MostNamed = 40;
    private const double RowHeight = 19;

    /// <summary>The name of the figure of a measure.</summary>
    public static string NameOf(MeasureDefinition measure) => FigureName.Of("caterpillar", measure.Id);

    public static Figure Of(SiteRanking ranking)
    {
        var comparison = ranking.Comparison;
        SiteStanding[] ordered = [.. ranking.Sites.OrderBy(site => site.Rank).ThenBy(site => site.Site.Site, StringComparer.Ordinal)];
        var named = ordered.Length <= MostNamed;
        var values = FunnelFigure.PercentAxis(
            Math.Min(comparison.Centre, ordered.Min(site => site.Own.Lower)), Math.Max(comparison.Centre, ordered.Max(site => site.Own.Upper)));
        values = values with { Title = MeasureText.AxisTitle(comparison.Measure, "percent") };
        var places = new Axis(named ? "" : "Sites in order, the first at the left", 0, ordered.Length + 1, named ? [.. ordered.Select((site, i) => new Tick(i + 1, site.Site.Site))] : []) { Names = named };
        Spot At(double place, double value) => named ? new Spot(value, place) : new Spot(place, value);

        List<Layer> layers = [new CurveLayer("All sites pooled", Tone.Quiet, Stroke.Solid, [[At(0, comparison.Centre), At(ordered.Length + 1, comparison.Centre)]])];
        foreach (var (name, tone, marker, side) in new[]
        {
            ("95 % limits hold the pooled value", Tone.Main, Marker.Circle, IntervalSide.Holds),
            ("All above it", Tone.Alert, Marker.Up, IntervalSide.Above),
            ("All below it", Tone.Alert, Marker.Down, IntervalSide.Below),
        })
        {
            (SiteStanding Site, int Place)[] here = [.. ordered.Select((site, i) => (site, i + 1)).Where(entry => entry.site.Side == side)];
            if (here.Length == 0) continue;
            layers.Add(new CurveLayer(name, tone, named || side != IntervalSide.Holds ? Stroke.Solid : Stroke.Fine, [.. here.Select(entry => (IReadOnlyList<Spot>)[At(entry.Place, entry.Site.Own.Lower), At(entry.Place, entry.Site.Own.Upper)])]));
            layers.Add(new DotLayer(name, tone, marker, [.. here.Select(entry => new Dot(At(entry.Place, entry.Site.Site.Value), Hint(entry.Site), named || side == IntervalSide.Holds ? "" : entry.Site.Site.Site))]));
        }

        var panel = named ? new Panel("", values, places, layers) : new Panel("", places, values, layers);
        return new Figure(
            NameOf(comparison.Measure), ProvenanceMark.Titled(comparison.Measure), Alternative(ranking, ordered),
            [new PanelRow(named ? Math.Max(60, (ordered.Length + 1) * RowHeight) : 330, 1, [panel])])
        {
            Subtitle = $"{MeasureText.OutOf(comparison.Measure)}; all periods, sites in order{BothAnswers.Suffix(comparison.Measure)}",
            Note = "Each site's value with its own 95 % limits (Wilson). Intervals that overlap leave the order open: the ranks that a site may have are in the table. "
                + "Whether a site differs by more than chance is read in the funnel, which also takes over-dispersion into account.",
            Legend = layers,
        };
    }

    private static string Hint(SiteStanding site) =>
        $"{site.Site.Site}: {PrintedNumber.AsNeeded(site.Site.Numerator)} of {PrintedNumber.AsNeeded(site.Site.Denominator)} = {PrintedNumber.WithUnit(site.Site.Value, "percent")}, 95 % limits {PrintedNumber.Range(site.Own, "percent")}, rank {SiteText.Rank(site)}";

    private static string Alternative(SiteRanking ranking, IReadOnlyList<SiteStanding> ordered)
    {
        var text = $"{ordered.Count} sites in order with 95 % limits, around a pooled {PrintedNumber.WithUnit(ranking.Comparison.Centre, "percent")}. First {Hint(ordered[0])}. Last {Hint(ordered[^1])}. ";
        string Those(IntervalSide side) => string.Join(", ", ordered.Where(site => site.Side == side).Select(site => site.Site.Site)) is { Length: > 0 } names ? names : "none";
        return text + $"Intervals all above the pooled value: {Those(IntervalSide.Above)}. All below: {Those(IntervalSide.Below)}.";
    }
}
