using FlsAudit.Analysis.Periods;
using FlsAudit.Reports.Wording;

namespace FlsAudit.Reports.Drawing.Comparisons;

/// <summary>The slopes of several sites, against no change.</summary>
internal static class SlopeFigure
{
    private static readonly Dictionary<Marker, string> Names = new()
    {
        [Marker.Circle] = "Limits that hold 0",
        [Marker.Up] = "Rising",
        [Marker.Down] = "Falling",
    };

    /// <param name="trends">Of one measure; at least one has a slope.</param>
    public static Figure Of(IReadOnlyList<PeriodTrend> trends)
    {
        IntervalLine[] lines =
        [
            .. trends.Where(trend => trend.Slope is not null).Select(trend => new IntervalLine(
                trend.Site,
                trend.Slope!.Value,
                trend.SlopeLimits95,
                $"{PrintedNumber.Fixed(trend.Slope.Value, 3)} per period",
                trend.SlopeLimits95?.Lower > 0 ? Marker.Up : trend.SlopeLimits95?.Upper < 0 ? Marker.Down : Marker.Circle)),
        ];
        return IntervalFigure.Of(trends[0].Title, 0, "No change", lines, (low, high) => NiceScale.Over("Slope, log-odds per period", low, high, 6), Names) with
        {
            Subtitle = "How fast each site changes",
            Alternative = string.Join("; ", lines.Take(IntervalFigure.MostLines).Select(line => $"{line.Label}: {line.Hint}")) + ".",
            Note = $"Logistic slopes with Wald's 95 % limits.{(lines.Length < trends.Count ? " Sites without a slope are not drawn." : "")}{IntervalFigure.LeftOut(lines.Length)}",
        };
    }
}
