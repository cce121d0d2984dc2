using FlsAudit.Analysis;
using FlsAudit.Analysis.Tables;
using FlsAudit.Reports.Wording;
using FlsAudit.Reports.Xlsx;

namespace FlsAudit.Reports;

/// <summary>
/// <c>benchmark.xlsx</c> of a table that somebody else counted: what it says in sentences, the numbers with native charts, and where they come from. The same
/// table gives the same bytes.
/// </summary>
public static class ComparisonWorkbook
{
    private const int LastColumn = 9;

    /// <summary>Writes the workbook to a stream, which stays open and need not be seekable.</summary>
    public static void Write(ReleasedComparison comparison, ComparisonContext context, Stream output)
    {
        var summary = new Sheet(SheetHead.Summary);
        Summarise(summary, comparison, context);
        List<Sheet> sheets = [summary];
        void Add(string name, int rows, Action<Sheet> fill)
        {
            if (rows == 0) return;
            var sheet = new Sheet(name);
            SheetHead.Write(sheet, name, comparison.Policy);
            fill(sheet);
            sheets.Add(sheet);
        }

        Add("Sites", comparison.SiteComparisons.Count, sheet => SiteTables.Fill(sheet, comparison.SiteRankings, comparison.Chart == TableChart.Funnel));
        Add("Control charts", comparison.Charts.Count, sheet => ControlChartTable.Fill(sheet, comparison.Charts));
        Add("Differences", comparison.Differences.Count, sheet => DifferenceTable.Fill(sheet, comparison.Differences));
        Add("Trends", comparison.Trends.Count, sheet => TrendTable.Fill(sheet, comparison.Trends));
        WorkbookPackage.Write(sheets, Words.PolicyLine(comparison.Policy), output);
    }

    private static void Summarise(Sheet sheet, ReleasedComparison comparison, ComparisonContext context)
    {
        SheetHead.Write(sheet, $"{comparison.Table}: {comparison.Chart.Word()}", comparison.Policy);
        sheet.Widths[0] = 16;
        sheet.Skip();
        Paragraphs(sheet, "What it says", comparison.Sentences);
        Paragraphs(sheet, "What must be known besides", comparison.Notes);
        Paragraphs(sheet, "About the table", context.Findings.Select(finding => $"{finding.Message} {finding.Expected}"));
        sheet.Add(CellStyle.Heading, "Where it comes from");
        Fact(sheet, "Made by", $"FlsAudit {context.ToolVersion}");
        Fact(sheet, "Table", $"{context.Input.Path}, SHA-256 {context.Input.Sha256}");
        foreach (var (name, value) in context.Arguments) Fact(sheet, name, value);
        sheet.Skip();
        sheet.Add(CellStyle.Quiet, "The numbers were counted by somebody else; nothing here says how. The same table and arguments give the same workbook, byte for byte.");
    }

    private static void Paragraphs(Sheet sheet, string heading, IEnumerable<string> texts)
    {
        string[] all = [.. texts];
        if (all.Length == 0) return;
        sheet.Add(CellStyle.Heading, heading);
        foreach (var text in all) sheet.SetAcross(sheet.NextRow, 0, LastColumn, text, CellStyle.Wrapped);
        sheet.Skip();
    }

    private static void Fact(Sheet sheet, string label, string text) => sheet.Set(sheet.Add(CellStyle.Label, label), 1, text, CellStyle.Plain);
}
