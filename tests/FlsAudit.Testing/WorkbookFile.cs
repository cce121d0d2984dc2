using System.Globalization;
using System.IO.Compression;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace FlsAudit.Testing;

/// <summary>Writes small workbooks as a spreadsheet program would: texts, numbers, native dates, and no cell where there is nothing.</summary>
public static class WorkbookFile
{
    private const uint DateFormat = 14;

    /// <summary>Writes one sheet per entry; a null row is left out of the file, as programs do with blank rows.</summary>
    public static void Write(string path, params (string Sheet, object?[]?[] Rows, bool Hidden)[] sheets)
    {
        using var document = SpreadsheetDocument.Create(path, SpreadsheetDocumentType.Workbook);
        var workbook = document.AddWorkbookPart();
        workbook.Workbook = new Workbook(new Sheets());
        var styles = workbook.AddNewPart<WorkbookStylesPart>();
        styles.Stylesheet = new Stylesheet(
            new Fonts(new Font()),
            new Fills(new Fill()),
            new Borders(new Border()),
            new CellStyleFormats(new CellFormat()),
            new CellFormats(new CellFormat(), new CellFormat { NumberFormatId = DateFormat, ApplyNumberFormat = true }));
        var number = 1u;
        foreach (var (name, rows, hidden) in sheets)
        {
            var part = workbook.AddNewPart<WorksheetPart>();
            part.Worksheet = new Worksheet(new SheetData(rows.Select((row, i) => (row, i)).Where(entry => entry.row is not null).Select(entry => Row(entry.row!, entry.i + 1))));
            var sheet = new Sheet { Name = name, SheetId = number++, Id = workbook.GetIdOfPart(part) };
            if (hidden) sheet.State = SheetStateValues.Hidden;
            workbook.Workbook.Sheets!.AppendChild(sheet);
        }
    }

    /// <summary>Cuts off the last third of a sheet; the workbook around it stays sound.</summary>
    public static void CutSheet(string path, int number)
    {
        using var archive = ZipFile.Open(path, ZipArchiveMode.Update);
        var sheet = archive.Entries.Single(entry => entry.FullName == $"xl/worksheets/sheet{number}.xml");
        using var content = sheet.Open();
        content.SetLength(content.Length * 2 / 3);
    }

    private static Row Row(object?[] cells, int row) =>
        new(cells.Select((value, i) => Cell(value, $"{Column(i)}{row}")).OfType<Cell>()) { RowIndex = (uint)row };

    // A to Z, then AA to ZZ.
    private static string Column(int index) => index < 26 ? $"{(char)('A' + index)}" : $"{(char)('A' + (index / 26) - 1)}{(char)('A' + (index % 26))}";

    private static Cell? Cell(object? value, string reference) => value switch
    {
        null => null,
        string text => new Cell(new InlineString(new Text(text))) { CellReference = reference, DataType = CellValues.InlineString },
        DateTime date => new Cell(new CellValue(date.ToOADate().ToString(CultureInfo.InvariantCulture))) { CellReference = reference, StyleIndex = 1 },
        _ => new Cell(new CellValue(Convert.ToString(value, CultureInfo.InvariantCulture)!)) { CellReference = reference },
    };
}
