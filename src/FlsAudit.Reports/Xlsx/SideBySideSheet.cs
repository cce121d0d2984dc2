using FlsAudit.Analysis;
using FlsAudit.Reports.Wording;

namespace FlsAudit.Reports.Xlsx;

/// <summary>Measures of different sets that ask the same thing.</summary>
internal static class SideBySideSheet
{
    private static readonly double[] Widths = [28, 22, 16, 13, 26, 20, 15, 24, 18, 11];

    public static void Fill(Sheet sheet, ReleasedReport report, IReadOnlyList<SideBySide> topics)
    {
        SheetHead.Write(sheet, SideBySide.Heading, report.Policy);
        for (var column = 0; column < Widths.Length; column++) sheet.Widths[column] = Widths[column];
        sheet.SetAcross(sheet.NextRow, 0, Widths.Length - 1, SideBySide.Introduction, CellStyle.Wrapped);
        sheet.Skip();
        foreach (var topic in topics)
        {
            sheet.Add(CellStyle.Heading, topic.Title);
            sheet.Add(CellStyle.ColumnHeading, [.. SideBySide.Columns]);
            foreach (var row in topic.Rows) sheet.Add(CellStyle.Body with { Wrap = true, Vertical = "top" }, [.. row]);
            foreach (var reason in topic.Reasons) sheet.SetAcross(sheet.NextRow, 0, Widths.Length - 1, reason, CellStyle.Wrapped);
            sheet.Skip();
        }

        sheet.Add(CellStyle.Quiet, ProvenanceMark.Footnote);
    }
}
