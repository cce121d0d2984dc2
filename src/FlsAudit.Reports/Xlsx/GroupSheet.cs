using FlsAudit.Analysis;
using FlsAudit.Reports.Wording;
using FlsAudit.Standards;

namespace FlsAudit.Reports.Xlsx;

/// <summary>How each service stands by group of patients: the measures of a set downwards, the groups across, a table for each site.</summary>
internal static class GroupSheet
{
    private const double GroupWidth = 18;
    private const int LastNoteColumn = 5;

    public static void Fill(Sheet sheet, ReleasedReport report, CrossTables tables, Breakdown breakdown)
    {
        SheetHead.Write(sheet, MeasureText.Capital(breakdown.Title), report.Policy);
        sheet.Widths[0] = 48;
        for (var column = 1; column <= Math.Max(LastNoteColumn, breakdown.Categories.Count + 2); column++) sheet.Widths[column] = GroupWidth;
        foreach (var set in report.Sets.Where(set => set.Measures.Any(measure => measure.By.Any(by => by.Name == breakdown.Name))))
        {
            sheet.Add(CellStyle.Title with { Size = 14 }, BreakdownText.Heading(set, breakdown));
            if (set.Note.Length > 0) sheet.SetAcross(sheet.NextRow, 0, LastNoteColumn, set.Note, CellStyle.Wrapped);
            sheet.Add(CellStyle.Plain, BandMark.Legend(report));
            sheet.Skip();
            string[] sites = report.Sites.Count == 1 ? [report.Sites[0]] : [Result.All, .. report.Sites];
            foreach (var table in sites.SelectMany(site => new[] { tables.OfService(set, site), tables.OfSet(set, breakdown, site) }).OfType<CrossTable>())
                CrossCells.Write(sheet, table);
        }

        if (report.Sets.SelectMany(set => set.Measures).Any(measure => measure.WeakestProvenance != Model.ProvenanceStatus.Verified))
            sheet.Add(CellStyle.Quiet, ProvenanceMark.Footnote);
    }
}
