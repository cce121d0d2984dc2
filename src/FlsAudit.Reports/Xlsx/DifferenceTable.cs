using FlsAudit.Analysis.Periods;

namespace FlsAudit.Reports.Xlsx;

/// <summary>Differences as rows.</summary>
internal static class DifferenceTable
{
    public static void Fill(Sheet sheet, IReadOnlyList<PeriodDifference> differences)
    {
        NumberTable.Headings(sheet, "Measure", "Site", "a", "b", "Numerator a", "Denominator a", "Numerator b", "Denominator b", "b - a, points", "Lower 95", "Upper 95", "Method", "p");
        foreach (var difference in differences)
        {
            var row = NumberTable.Row(
                sheet, difference.Title, difference.Site, difference.A, difference.B, NumberTable.Count(difference.X1), NumberTable.Count(difference.N1), NumberTable.Count(difference.X2), NumberTable.Count(difference.N2),
                difference.Difference, difference.Limits95.Lower, difference.Limits95.Upper, difference.Method);
            NumberTable.Fine(sheet, row, 12, difference.P);
        }

        sheet.Widths[11] = 60;
    }
}
