using FlsAudit.Analysis;
using FlsAudit.Model;
using FlsAudit.Reports.Wording;

namespace FlsAudit.Reports.Xlsx;

/// <summary>What went in and how, so that the report can be made again.</summary>
internal static class ProvenanceSheet
{
    public static void Fill(Sheet sheet, ReleasedReport report, ReportContext context)
    {
        SheetHead.Write(sheet, "Provenance of this report", report.Policy);
        sheet.Widths[0] = 34;
        sheet.Widths[1] = 40;
        sheet.Widths[2] = 70;
        Fact(sheet, "Made by", $"FlsAudit {context.ToolVersion}");
        var row = sheet.Add(CellStyle.Label, "Data as at");
        sheet.Set(row, 1, context.AsAt, CellStyle.Date);
        Fact(sheet, "Release", Words.PolicyLine(report.Policy));
        foreach (var registry in context.Registries)
            Fact(sheet, "Registry", $"{registry.Title}; the fracture date is the day of {Words.Of(registry.FractureDateBasis)}");
        foreach (var remark in ReportText.Remarks(context)) Fact(sheet, "Remark", remark);
        sheet.Skip();

        sheet.Add(CellStyle.Heading, "Arguments");
        sheet.Add(CellStyle.ColumnHeading, "Name", "Value");
        foreach (var (name, value) in context.Arguments) sheet.Add(CellStyle.Body, name, value);
        sheet.Skip();

        sheet.Add(CellStyle.Heading, "Inputs");
        sheet.Add(CellStyle.ColumnHeading, "File", "Kind", "SHA-256");
        foreach (var input in context.Inputs) sheet.Add(CellStyle.Body, input.Path, input.Kind, input.Sha256);
        if (context.Inputs.Count == 0) sheet.Add(CellStyle.Quiet, "No file was read.");
        sheet.Skip();
        sheet.Add(CellStyle.Quiet, "The same inputs, arguments and definitions give the same report, byte for byte; the report holds no time of its making.");
    }

    private static void Fact(Sheet sheet, string label, string text)
    {
        var row = sheet.Add(CellStyle.Label, label);
        sheet.Set(row, 1, text, CellStyle.Plain);
    }
}
