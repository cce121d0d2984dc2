using System.Globalization;
using System.IO.Compression;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;

namespace FlsAudit.UnitTests.Simulation;

internal sealed class XlsxSampleTests
{
    private const uint ShortDate = 14;

    private static string File(string name) => Path.Combine(SimulationFolder.Committed("uk-fls-db"), name);

    [TestCase("ivelstone.xlsx")]
    [TestCase("larkhaven.xlsx")]
    public void A_workbook_is_valid(string name)
    {
        using var document = SpreadsheetDocument.Open(File(name), isEditable: false);
        Assert.That(new OpenXmlValidator().Validate(document).Select(error => error.Description), Is.Empty);
    }

    [Test]
    public void The_sheet_has_its_name_and_its_filler_columns()
    {
        using var document = SpreadsheetDocument.Open(File("ivelstone.xlsx"), isEditable: false);
        var workbook = document.WorkbookPart!;
        var texts = workbook.SharedStringTablePart!.SharedStringTable.Elements<SharedStringItem>().Select(item => item.InnerText).ToList();
        var header = workbook.WorksheetParts.Single().Worksheet.Descendants<Row>().First();
        var headings = header.Elements<Cell>().Select(cell => texts[int.Parse(cell.CellValue!.Text, CultureInfo.InvariantCulture)]);
        Assert.That(workbook.Workbook.Descendants<Sheet>().Single().Name!.Value, Is.EqualTo("FLS-DB export"));
        Assert.That(headings.Take(5), Is.EqualTo(new[] { "Age", "...2", "...3", "...4", "1.03 Gender" }));
    }

    [Test]
    public void Dates_are_native_date_cells_in_one_workbook_and_partly_bare_numbers_in_the_other()
    {
        Assert.That(DiagnosisDates("ivelstone.xlsx"), Has.All.True);
        Assert.That(DiagnosisDates("larkhaven.xlsx").Count(native => !native), Is.InRange(40, 140), "about a quarter of 350");
    }

    [Test]
    public void The_archive_carries_no_time()
    {
        using var archive = ZipFile.OpenRead(File("ivelstone.xlsx"));
        Assert.That(archive.Entries.Select(entry => entry.LastWriteTime.DateTime).Distinct(), Is.EqualTo(new[] { new DateTime(1980, 1, 1) }));
    }

    // 1.09 stands in column H without filler columns and in column K behind three of them.
    private static List<bool> DiagnosisDates(string name)
    {
        using var document = SpreadsheetDocument.Open(File(name), isEditable: false);
        var formats = document.WorkbookPart!.WorkbookStylesPart!.Stylesheet.CellFormats!.Elements<CellFormat>().Select(format => format.NumberFormatId?.Value).ToList();
        var column = name == "ivelstone.xlsx" ? 'K' : 'H';
        return [.. document.WorkbookPart.WorksheetParts.Single().Worksheet.Descendants<Cell>()
            .Where(cell => cell.CellReference!.Value![0] == column && char.IsAsciiDigit(cell.CellReference.Value[1]) && cell.DataType is null)
            .Select(cell => cell.StyleIndex is { } style && formats[(int)style.Value] == ShortDate)];
    }
}
