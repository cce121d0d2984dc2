using FlsAudit.Analysis.Periods;
using FlsAudit.Reports.Wording;

namespace FlsAudit.Reports.Drawing.Comparisons;

/// <summary>Differences with their limits, against no difference.</summary>
internal static class DifferenceFigure
{
    private static readonly Dictionary<Marker, string> Names = new()
    {
        [Marker.Circle] = "Limits that hold 0",
        [Marker.Up] = "More",
        [Marker.Down] = "Less",
    };

    /// <param name="differences">Of one measure; of one site, or each of a site and all others. At least one.</param>
    public static Figure Of(IReadOnlyList<PeriodDifference> differences)
    {
        IntervalLine[] lines =
        [
            .. differences.Select(difference => new IntervalLine(
                difference.Kind == DifferenceKind.OtherSites ? difference.B : $"{difference.B} less {difference.A}",
                difference.Difference,
                difference.Limits95,
                $"{PrintedNumber.Fixed(difference.Difference, 1)} points, 95 % limits {PrintedNumber.Range(difference.Limits95, "percent")}",
                difference.Limits95.Lower > 0 ? Marker.Up : difference.Limits95.Upper < 0 ? Marker.Down : Marker.Circle)),
        ];
        var first = differences[0];
        var ofSites = first.Kind == DifferenceKind.OtherSites;
        return IntervalFigure.Of(
            ofSites || first.Site.Length == 0 ? first.Title : $"{first.Site}: {first.Title}", 0, "No difference", lines, (low, high) => NiceScale.Over("Difference, percentage points", low, high, 6), Names) with
        {
            Subtitle = ofSites ? "Each site less all other sites pooled" : "Each period less an earlier one",
            Alternative = string.Join("; ", lines.Take(IntervalFigure.MostLines).Select(line => $"{line.Label}: {line.Hint}")) + ".",
            Note = $"Lines are Newcombe's 95 % limits of the difference of two proportions.{IntervalFigure.LeftOut(lines.Length)}",
        };
    }
}
