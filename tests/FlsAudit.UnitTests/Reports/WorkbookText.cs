using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using FlsAudit.Analysis;
using FlsAudit.Reports;
using Workbook = FlsAudit.Reports.Workbook;

namespace FlsAudit.UnitTests.Reports;

/// <summary>A written workbook read back as rows of cells: text, or the number as it is stored, with the cell's number format.</summary>
internal sealed class WorkbookText : IDisposable
{
    private readonly SpreadsheetDocument document;

    public WorkbookText(ReleasedReport report, ReportContext? context = null)
    {
        var stream = new MemoryStream();
        Workbook.Write(report, context ?? BenchmarkFixture.Context, stream);
        stream.Position = 0;
        document = SpreadsheetDocument.Open(stream, isEditable: false);
    }

    public IReadOnlyList<string> SheetNames => [.. document.WorkbookPart!.Workbook.Sheets!.Elements<Sheet>().Select(sheet => sheet.Name!.Value!)];

    public IReadOnlyList<string> Problems => [.. new DocumentFormat.OpenXml.Validation.OpenXmlValidator().Validate(document).Select(error => error.Description)];

    public WorksheetPart Part(string sheet) => (WorksheetPart)document.WorkbookPart!.GetPartById(
        document.WorkbookPart.Workbook.Sheets!.Elements<Sheet>().Single(entry => entry.Name == sheet).Id!.Value!);

    public List<List<string>> Rows(string sheet) =>
        [.. Part(sheet).Worksheet.Descendants<Row>().Select(row => row.Elements<Cell>().Select(TextOf).ToList())];

    /// <summary>The rows beneath a heading, up to the next empty row; the column headings come first.</summary>
    public List<List<string>> Table(string sheet, string heading)
    {
        var rows = Rows(sheet);
        var at = rows.FindIndex(row => row.Count > 0 && row[0] == heading);
        Assert.That(at, Is.Not.Negative, $"there is a table \"{heading}\"");
        return [.. rows.Skip(at + 1).TakeWhile(row => row.Count > 0 && row[0].Length > 0)];
    }

    /// <summary>The number format of the first cell of a row that starts with a text, below a heading.</summary>
    public string FormatOf(string sheet, string heading, string rowStart, int column)
    {
        var rows = Part(sheet).Worksheet.Descendants<Row>().ToList();
        var cell = rows.SkipWhile(row => TextOf(row.Elements<Cell>().FirstOrDefault()) != heading)
            .First(row => TextOf(row.Elements<Cell>().FirstOrDefault()) == rowStart).Elements<Cell>().ElementAt(column);
        var styles = document.WorkbookPart!.WorkbookStylesPart!.Stylesheet!;
        var id = styles.CellFormats!.Elements<CellFormat>().ElementAt((int)cell.StyleIndex!.Value).NumberFormatId!.Value;
        return styles.NumberingFormats!.Elements<NumberingFormat>().FirstOrDefault(format => format.NumberFormatId! == id)?.FormatCode?.Value ?? "";
    }

    public string PrintArea(string sheet) => document.WorkbookPart!.Workbook.DefinedNames!.Elements<DefinedName>()
        .Single(name => name.Name == "_xlnm.Print_Area" && name.Text.StartsWith($"'{sheet}'", StringComparison.Ordinal)).Text;

    /// <summary>The titles of the charts of a sheet, run together.</summary>
    public string ChartTitles(string sheet) => string.Join("|", Part(sheet).DrawingsPart!.ChartParts.Select(part =>
        part.ChartSpace.Descendants<DocumentFormat.OpenXml.Drawing.Charts.Title>().First().InnerText));

    public static double Number(string cell) => double.Parse(cell, CultureInfo.InvariantCulture);

    public void Dispose() => document.Dispose();

    private static string TextOf(Cell? cell) => cell?.CellValue?.Text ?? cell?.InnerText ?? "";
}
