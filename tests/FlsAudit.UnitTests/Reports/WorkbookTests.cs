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
            "fls-db-1", "fls-db-4", "fls-db-6", "fls-db-9", "fls-db-11", "Care cascade", "Site profiles", "Data quality", "Definitions", "Provenance",
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

    [TestCase("fls-db-11", BenchmarkFixture.EmptyBlock, "unknown")]
    [TestCase("fls-db-11", BenchmarkFixture.NothingSent, "no data submitted")]
    [TestCase("identification-rate", "Dunmore", "not computed")]
    [TestCase("identification-rate", BenchmarkFixture.Small, "suppressed")]
    public void A_site_without_a_value_has_its_status_and_an_empty_value_cell(string sheet, string site, string status)
    {
        var row = Part(sheet).Worksheet.Descendants<Row>().First(row => row.Descendants<Text>().FirstOrDefault()?.Text == site);
        var cells = row.Elements<Cell>().ToList();
        Assert.Multiple(() =>
        {
            Assert.That(row.Descendants<Text>().Select(text => text.Text), Does.Contain(status));
            Assert.That(cells.Skip(1).Take(3).Select(cell => cell.CellValue?.Text), Has.All.Null, "numerator, denominator and value");
        });
    }

    [Test]
    public void The_matrix_holds_numbers_as_numbers_and_says_why_others_are_missing()
    {
        var row = Part("Summary").Worksheet.Descendants<Row>()
            .First(row => row.Descendants<Text>().FirstOrDefault()?.Text.StartsWith("Confirmed adherence", StringComparison.Ordinal) == true);
        var cells = row.Elements<Cell>().Skip(2).ToList();
        var oakford = BenchmarkFixture.Sites.ToList().IndexOf(BenchmarkFixture.EmptyBlock) + 1;
        var expected = BenchmarkFixture.Report.Find("fls-db-11", Result.All, Result.All)!.Value!.Value;
        Assert.Multiple(() =>
        {
            Assert.That(double.Parse(cells[0].CellValue!.Text, System.Globalization.CultureInfo.InvariantCulture), Is.EqualTo(expected));
            Assert.That(cells[0].DataType, Is.Null, "a number, not text");
            Assert.That(cells[oakford].InnerText, Is.EqualTo("unknown"));
        });
    }

    [Test]
    public void Every_measure_with_a_funnel_has_a_native_funnel_and_a_native_trend()
    {
        var charts = Part("fls-db-4").DrawingsPart!.ChartParts.Select(part => part.ChartSpace.InnerXml).ToList();
        Assert.Multiple(() =>
        {
            Assert.That(charts, Has.Count.EqualTo(2));
            Assert.That(charts, Has.Some.Contains("scatterChart").And.Some.Contains("lineChart"));
            Assert.That(charts, Has.Some.Contains(BenchmarkFixture.FarOut), "the site outside the limits is named");
        });
    }

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
