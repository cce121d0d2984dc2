using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using FlsAudit.Analysis;
using FlsAudit.Reports;
using Workbook = FlsAudit.Reports.Workbook;

namespace FlsAudit.UnitTests.Reports;

public sealed class WorkbookTests
{
    private SpreadsheetDocument document = null!;

    [OneTimeSetUp]
    public void Write()
    {
        var path = Path.Combine(TestContext.CurrentContext.WorkDirectory, "reports", "benchmark.xlsx");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, Bytes(BenchmarkFixture.Report));
        document = SpreadsheetDocument.Open(path, isEditable: false);
    }

    [OneTimeTearDown]
    public void Close() => document.Dispose();

    [Test]
    public void It_is_valid() =>
        Assert.That(new OpenXmlValidator().Validate(document).Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}"), Is.Empty);

    [Test]
    public void It_has_a_sheet_for_everything() =>
        Assert.That(SheetNames(), Is.EqualTo(new[]
        {
            "Summary", "identification-rate", "attendance-rate", "dxa-rate", "days-to-assessment", "treatment-prescribed", "new-vertebral-fracture",
            "fls-db-1", "fls-db-4", "fls-db-6", "fls-db-9", "fls-db-11", "Care cascade", "Data quality", "Definitions", "Provenance",
        }));

    [Test]
    public void The_same_report_gives_the_same_bytes()
    {
        var first = Bytes(BenchmarkFixture.Report);
        Assert.That(Bytes(BenchmarkFixture.Report), Is.EqualTo(first));
    }

    [Test]
    public void Every_sheet_says_what_it_may_be_used_for() =>
        Assert.That(SheetNames().Where(name => !Texts(name).Contains("Internal: not for publication")), Is.Empty);

    private static byte[] Bytes(ReleasedReport report)
    {
        using var stream = new MemoryStream();
        Workbook.Write(report, BenchmarkFixture.Context, stream);
        return stream.ToArray();
    }

    private string[] SheetNames() => [.. document.WorkbookPart!.Workbook.Sheets!.Elements<Sheet>().Select(sheet => sheet.Name!.Value!)];

    private HashSet<string> Texts(string sheet) => [.. Part(sheet).Worksheet.Descendants<Text>().Select(text => text.Text)];

    private WorksheetPart Part(string name) => (WorksheetPart)document.WorkbookPart!.GetPartById(
        document.WorkbookPart.Workbook.Sheets!.Elements<Sheet>().Single(sheet => sheet.Name == name).Id!.Value!);
}
