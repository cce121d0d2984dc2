using FlsAudit.Analysis;
using FlsAudit.Reports.Drawing;

namespace FlsAudit.Reports.Xlsx;

/// <summary>
/// Which sites a native funnel names and on which side. A spreadsheet program does not keep labels apart, so they are placed here on a plot of
/// about its size; a site that finds no room beside its point is named in the table only.
/// </summary>
internal static class FunnelLabels
{
    private const double FontSize = 12;

    private static readonly Box Plot = new(0, 0, 540, 210);

    /// <summary>The labels by position of the site in the comparison.</summary>
    public static IReadOnlyDictionary<int, PointLabel> Of(SiteComparison comparison, Panel panel)
    {
        var placement = new LabelPlacement(Plot, FontSize);
        foreach (var site in comparison.Sites) placement.Occupy(X(site.Denominator), Y(site.Value));
        var labels = new Dictionary<int, PointLabel>();
        for (var i = 0; i < comparison.Sites.Count; i++)
        {
            var site = comparison.Sites[i];
            if (comparison.HeadlineFlag(site) == FunnelFlag.InLimits) continue;
            var text = TextWidth.Fit(site.Site, FontSize, 190);
            if (placement.Place(text, X(site.Denominator), Y(site.Value)) is { Pointer: null } label && SideOf(label.Direction) is { } side)
                labels[i] = new PointLabel(text, side);
        }

        return labels;

        double X(double value) => (value - panel.X.Min) / (panel.X.Max - panel.X.Min) * Plot.Width;
        double Y(double value) => Plot.Height - ((value - panel.Y.Min) / (panel.Y.Max - panel.Y.Min) * Plot.Height);
    }

    private static LabelSide? SideOf((double X, double Y) direction) => direction switch
    {
        ( > 0, 0) => LabelSide.Right,
        ( < 0, 0) => LabelSide.Left,
        (0, < 0) => LabelSide.Above,
        (0, > 0) => LabelSide.Below,
        _ => null,
    };
}
