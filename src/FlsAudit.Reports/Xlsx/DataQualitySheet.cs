using FlsAudit.Analysis;
using FlsAudit.Model;
using FlsAudit.Reports.Wording;

namespace FlsAudit.Reports.Xlsx;

/// <summary>What became of the rows, what was found wrong, and how completely fields are filled.</summary>
internal static class DataQualitySheet
{
    private const int MessageColumn = 7;
    private const int LastMessageColumn = 13;
    private const int FirstSite = 5;

    public static void Fill(Sheet sheet, ReleasedReport report, ReportContext context)
    {
        sheet.Widths[0] = 34;
        for (var column = 1; column <= Math.Max(LastMessageColumn, report.Sites.Count + FirstSite); column++) sheet.Widths[column] = 12;
        // Names of fields are long; the counts of rows in the same column have room to spare.
        sheet.Widths[1] = 20;
        SheetHead.Write(sheet, "Data quality", report.Policy);
        if (report.Policy.IsInternal) Reconciliations(sheet, context);
        else RowsWithheld(sheet);
        Completeness(sheet, report);
        Findings(sheet, context);
    }

    private static void Reconciliations(Sheet sheet, ReportContext context)
    {
        sheet.Add(CellStyle.Heading, "Rows read: used + duplicate + rejected + out of range");
        sheet.Add(CellStyle.ColumnHeading, "File", "Read", "Used", "Duplicate", "Rejected", "Out of range", "Adds up");
        foreach (var file in context.Reconciliations) Line(sheet, file, file.File, CellStyle.Count);
        if (context.Reconciliations.Count == 0) sheet.Add(CellStyle.Quiet, "No rows were read.");
        Line(sheet, Reconciliation.Total(context.Reconciliations), "All files", CellStyle.Count with { Bold = true });
        sheet.Skip();
    }

    private static void RowsWithheld(Sheet sheet)
    {
        sheet.Add(CellStyle.Quiet, ReportText.RowsWithheld);
        sheet.Skip();
    }

    private static void Line(Sheet sheet, Reconciliation file, string name, CellStyle style) => sheet.Add(
        style with { Wrap = true }, name, file.Read, file.Used, file.Duplicate, file.Rejected, file.OutOfRange, file.AddsUp ? "✓ yes" : "✗ no");

    private static void Completeness(Sheet sheet, ReleasedReport report)
    {
        if (report.Completeness.Count == 0) return;
        sheet.Add(CellStyle.Heading, "Records that hold a value, % of all records used");
        var headings = sheet.NextRow;
        string[] names = ["Meaning", "Field", "All sites", "All: not known, %", "All: blank, %", .. report.Sites];
        for (var i = 0; i < names.Length; i++)
            sheet.Set(headings, i, names[i], i < FirstSite ? CellStyle.ColumnHeading : CellStyle.ColumnHeading with { Rotation = 90, Vertical = "" });
        if (report.Sites.Count > 0) sheet.Heights[headings] = 130;
        foreach (var field in report.Completeness.GroupBy(entry => entry.Field.Name))
        {
            var bySite = field.ToDictionary(entry => entry.Site, StringComparer.Ordinal);
            var all = bySite.GetValueOrDefault(Result.All);
            var row = sheet.Add(CellStyle.Body with { Wrap = true }, field.First().Field.Meaning);
            sheet.Set(row, 1, field.Key, CellStyle.Body with { Wrap = true });
            Set(sheet, row, 2, Share(all?.Recorded, all), all, CellStyle.OneDecimal with { Bold = true });
            Set(sheet, row, 3, Share(all?.NotKnown, all), all, CellStyle.OneDecimal);
            Set(sheet, row, 4, Share(all?.Blank, all), all, CellStyle.OneDecimal);
            for (var i = 0; i < report.Sites.Count; i++)
            {
                var entry = bySite.GetValueOrDefault(report.Sites[i]);
                Set(sheet, row, FirstSite + i, Share(entry?.Recorded, entry) ?? (entry is { IsSuppressed: true } ? null : "no records"), entry, CellStyle.OneDecimal);
            }
        }

        sheet.Skip();
    }

    private static void Set(Sheet sheet, int row, int column, object? value, FieldCompleteness? entry, CellStyle style) => sheet.Set(
        row, column, entry is { IsSuppressed: true } ? Words.Of(ResultStatus.Suppressed) : value,
        value is double || entry is null ? style : CellStyle.Body with { Italic = true, Size = 8, Colour = "595959", Wrap = true });

    private static object? Share(long? part, FieldCompleteness? whole) =>
        part is { } count && whole is { Records: > 0 } ? 100.0 * count / whole.Records : null;

    private static void Findings(Sheet sheet, ReportContext context)
    {
        sheet.Add(CellStyle.Heading, "Findings");
        if (context.Findings.Count == 0)
        {
            sheet.Add(CellStyle.Quiet, "Nothing was found.");
            return;
        }

        sheet.Add(CellStyle.ColumnHeading, "File", "Severity", "Occurrences", "Sheet", "Column", "Rows, first few", "Code");
        sheet.SetAcross(sheet.NextRow - 1, MessageColumn, LastMessageColumn, "What was found, and what was expected", CellStyle.ColumnHeading);
        foreach (var finding in context.Findings.OrderByDescending(finding => finding.Severity))
        {
            var row = sheet.Add(
                CellStyle.Count with { Wrap = true, Vertical = "top" }, finding.Place.File ?? "whole run", Words.Of(finding.Severity), finding.Occurrences, finding.Place.Sheet, finding.Place.Column,
                string.Join(", ", finding.ExampleRows.Select(PrintedNumber.Plain)), finding.Code);
            sheet.SetAcross(row, MessageColumn, LastMessageColumn, $"{finding.Message} Expected: {finding.Expected}", CellStyle.Wrapped);
        }
    }
}
