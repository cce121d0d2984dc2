using FlsAudit.Analysis;
using FlsAudit.Reports.Wording;
using FlsAudit.Standards;

namespace FlsAudit.Reports.Xlsx;

/// <summary>The lines that introduce a measure on its sheet.</summary>
internal static class FactRows
{
    public static void Write(Sheet sheet, ReleasedReport report, MeasureDefinition measure, IReadOnlyList<Result> results, int lastColumn, SiteComparison? funnel = null)
    {
        foreach (var (label, text) in MeasureFacts.Of(measure, results, funnel)) Write(sheet, label, text, lastColumn);
        if (report.Sets.FirstOrDefault(set => set.Name == measure.Set) is { Note.Length: > 0 } set) Write(sheet, "Of the set", set.Note, lastColumn);
    }

    private static void Write(Sheet sheet, string label, string text, int lastColumn)
    {
        var row = sheet.Add(CellStyle.Label, label);
        sheet.SetAcross(row, 1, lastColumn, text, CellStyle.Wrapped);
    }
}
