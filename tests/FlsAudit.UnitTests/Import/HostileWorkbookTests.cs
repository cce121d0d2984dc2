using System.IO.Compression;
using System.Text;
using FlsAudit.Model;

namespace FlsAudit.UnitTests.Import;

/// <summary>Workbooks made to do harm: each is one error, in bounded time and memory, and the other files are read.</summary>
public sealed class HostileWorkbookTests
{
    private const string Xml = "<?xml version=\"1.0\"?>";
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";

    // Ten to the tenth letters.
    private static readonly string Billions =
        $"<!DOCTYPE x [<!ENTITY a0 \"aaaaaaaaaa\">{string.Concat(Enumerable.Range(1, 9).Select(i => $"<!ENTITY a{i} \"{string.Concat(Enumerable.Repeat($"&a{i - 1};", 10))}\">"))}]>";

    private const string External = "<!DOCTYPE x [<!ENTITY a9 SYSTEM \"file:///etc/passwd\">]>";

    private static IEnumerable<TestCaseData> Hostile()
    {
        yield return Case("a billion laughs in the sheet", Sheet(Heading + Row("2", "&a9;"), Billions), "", "file-truncated");
        yield return Case("a billion laughs in the shared texts", Sheet(Heading + Row("2") + "<row r=\"3\"><c r=\"A3\" t=\"s\"><v>0</v></c></row>"), Billions, "file-truncated");
        yield return Case("a file of the machine in the sheet", Sheet(Heading + Row("2", "&a9;"), External), "", "file-truncated");
        yield return Case("a file of the machine in the shared texts", Sheet(Heading + Row("2") + "<row r=\"3\"><c r=\"A3\" t=\"s\"><v>0</v></c></row>"), External, "file-truncated");
        yield return Case("a cell in column ZZZZZZ", Sheet(Heading + Row("2") + "<row r=\"3\">" + Cell("ZZZZZZ3", "x") + "</row>"), "", "too-many-columns");
        yield return Case("a heading in column ZZZZZZ", Sheet(Heading.Replace("</row>", Cell("ZZZZZZ1", "x") + "</row>", StringComparison.Ordinal) + Row("2")), "", "too-many-columns");
        yield return Case("100,000 columns", Sheet("<row r=\"1\">" + string.Concat(Enumerable.Range(0, 100_000).Select(i => $"<c t=\"inlineStr\"><is><t>c{i}</t></is></c>")) + "</row>" + Row("2")), "", "too-many-columns");
        yield return Case("row 2,000,000,000", Sheet(Heading + Row("2000000000")), "", "too-many-rows");
        yield return Case("the last cell of a sheet", Sheet(Heading + Row("2") + "<row r=\"1048576\">" + Cell("XFD1048576", "x") + "</row>"), "", "too-many-cells");
        yield return Case("a cell of 10 MB", Sheet(Heading + Row("2", new string('7', 10_000_000))), "", "file-truncated");
        yield return Case("a zero character", Sheet(Heading + Row("2", "a\0b")), "", "file-truncated");
    }

    [TestCaseSource(nameof(Hostile))]
    [CancelAfter(60_000)]
    public void A_hostile_workbook_is_one_error_and_the_others_are_read(string sheet, string doctypeOfTexts, string code)
    {
        using var folder = new ImportCase();
        folder.Write("a.xlsx", Workbook(sheet, doctypeOfTexts));
        folder.Write("b.xlsx", Workbook(Sheet(Heading + Row("2")), ""));
        var before = GC.GetTotalAllocatedBytes();

        var imported = folder.Run();

        Assert.That(imported.Result.Findings.Where(finding => finding.Severity == Severity.Error).Select(finding => (finding.Place.File, finding.Code)),
            Is.EqualTo(((string?, string)[])[("a.xlsx", code)]));
        Assert.That(imported.Values, Is.EqualTo((string[])["North; fracture_date=2025-01-02; age_at_fracture=72"]));
        Assert.That(GC.GetTotalAllocatedBytes() - before, Is.LessThan(500_000_000));
    }

    [TestCase("XFD", "3")]
    [TestCase("D", "60000")]
    public void The_last_column_of_a_spreadsheet_program_and_a_far_row_are_read(string column, string row)
    {
        using var folder = new ImportCase();
        folder.Write("a.xlsx", Workbook(Sheet(Heading + "<row r=\"2\">" + Cell(column + "2", "x") + "</row>" + Row(row)), ""));

        Assert.That(folder.Run().Records, Is.EqualTo((string[])[$"a.xlsx {row}: North; fracture_date=2025-01-02; age_at_fracture=72"]));
    }

    private static string Heading => "<row r=\"1\">" + Cell("A1", "site") + Cell("B1", "fracture_date") + Cell("C1", "age_at_fracture") + "</row>";

    private static string Row(string row, string site = "North") => $"<row r=\"{row}\">" + Cell("A" + row, site) + Cell("B" + row, "2025-01-02") + Cell("C" + row, "72") + "</row>";

    private static string Cell(string reference, string text) => $"<c r=\"{reference}\" t=\"inlineStr\"><is><t>{text}</t></is></c>";

    private static string Sheet(string rows, string doctype = "") => $"{Xml}{doctype}<worksheet xmlns=\"{Main}\"><sheetData>{rows}</sheetData></worksheet>";

    private static TestCaseData Case(string title, string sheet, string doctypeOfTexts, string code) => new TestCaseData(sheet, doctypeOfTexts, code).SetArgDisplayNames(title);

    private static byte[] Workbook(string sheet, string doctypeOfTexts)
    {
        var texts = doctypeOfTexts.Length == 0 ? $"{Xml}<sst xmlns=\"{Main}\"/>" : $"{Xml}{doctypeOfTexts}<sst xmlns=\"{Main}\"><si><t>&a9;</t></si></sst>";
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            void Part(string name, string text)
            {
                using var writer = new StreamWriter(zip.CreateEntry(name, CompressionLevel.Fastest).Open(), new UTF8Encoding(false));
                writer.Write(text);
            }

            Part("[Content_Types].xml", $"{Xml}<Types xmlns=\"{Package}/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>");
            Part("_rels/.rels", $"{Xml}<Relationships xmlns=\"{Package}/relationships\"><Relationship Id=\"rId1\" Type=\"{Office}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
            Part("xl/workbook.xml", $"{Xml}<workbook xmlns=\"{Main}\" xmlns:r=\"{Office}\"><sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
            Part("xl/_rels/workbook.xml.rels", $"{Xml}<Relationships xmlns=\"{Package}/relationships\"><Relationship Id=\"rId1\" Type=\"{Office}/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"rId2\" Type=\"{Office}/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>");
            Part("xl/worksheets/sheet1.xml", sheet);
            Part("xl/sharedStrings.xml", texts);
        }

        return stream.ToArray();
    }
}
