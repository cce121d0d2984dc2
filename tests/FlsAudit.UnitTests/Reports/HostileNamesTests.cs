using System.Text;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using FlsAudit.Analysis;
using FlsAudit.Reports;
using Workbook = FlsAudit.Reports.Workbook;

namespace FlsAudit.UnitTests.Reports;

/// <summary>Site names come from exports: they are shown as they are and never run, whatever they hold.</summary>
public sealed class HostileNamesTests
{
    private static readonly string[] Names =
    [
        "=HYPERLINK(\"http://example.org\",\"x\")", "<script>alert(1)</script>", "@SUM(A1:A9)", "مستشفى الملك فيصل", "北京协和医院", "A & B \"C\" 'D'",
        new string('W', 200), "line\nbreak", "bell\u0007", "</style>", "+1", "-2",
    ];

    private static readonly string Output = Path.Combine(TestContext.CurrentContext.WorkDirectory, "reports", "hostile");

    private static readonly ReleasedReport Report =
        BenchmarkFixture.Renamed(site => Names[BenchmarkFixture.Sites.ToList().IndexOf(site)]);

    [Test]
    public void The_workbook_holds_no_formula_and_is_valid()
    {
        using var stream = new MemoryStream(Bytes("benchmark.xlsx", output => Workbook.Write(Report, BenchmarkFixture.Context, output)));
        using var document = SpreadsheetDocument.Open(stream, isEditable: false);
        Assert.Multiple(() =>
        {
            Assert.That(document.WorkbookPart!.WorksheetParts.SelectMany(part => part.Worksheet.Descendants<CellFormula>()), Is.Empty);
            Assert.That(new OpenXmlValidator().Validate(document).Select(error => error.Description), Is.Empty);
            Assert.That(
                document.WorkbookPart.WorksheetParts.SelectMany(part => part.Worksheet.Descendants<Text>()).Select(text => text.Text),
                Does.Contain(Names[0]).And.Contain(Names[3]).And.Contain(Names[4]));
        });
    }

    [Test]
    public void The_page_shows_names_as_text()
    {
        var page = Encoding.UTF8.GetString(Bytes("report.html", output => HtmlPage.Write(Report, BenchmarkFixture.Context, output)));
        Assert.Multiple(() =>
        {
            Assert.That(page, Does.Not.Contain("<script"));
            Assert.That(page, Does.Contain("&lt;script&gt;").And.Contain(Names[3]).And.Contain(Names[4]));
            Assert.That(page.Split("</style>"), Has.Length.EqualTo(2), "the style ends once");
        });
    }

    [Test]
    public void Every_figure_is_well_formed_and_says_in_words_what_it_shows()
    {
        Directory.CreateDirectory(Output);
        var names = Figures.Write(Report, Output);
        XNamespace svg = "http://www.w3.org/2000/svg";
        Assert.That(names, Is.Not.Empty);
        Assert.Multiple(() =>
        {
            foreach (var root in names.Select(name => XDocument.Load(Path.Combine(Output, name)).Root!))
            {
                Assert.That(root.Attribute("role")?.Value, Is.EqualTo("img"));
                Assert.That(root.Element(svg + "title")?.Value, Is.Not.Empty);
                Assert.That(root.Element(svg + "desc")?.Value, Has.Length.GreaterThan(20));
            }
        });
    }

    private static byte[] Bytes(string name, Action<Stream> write)
    {
        Directory.CreateDirectory(Output);
        var path = Path.Combine(Output, name);
        using (var stream = File.Create(path)) write(stream);
        return File.ReadAllBytes(path);
    }
}
