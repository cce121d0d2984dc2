using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using FlsAudit.Import;
using FlsAudit.Model;
using FlsAudit.Testing;

namespace FlsAudit.UnitTests.Import;

public sealed class SavedWorkbookTests
{
    private const string Text = "Export of the registry,,,\n\nsite,fracture_date,assessment_date,age_at_fracture\nÉvreux,2025-01-02,2025-02-01,72\nNorth,2025-01-03,2025-02-02,68\n";

    private static readonly string[] Records =
    [
        "a 4: Évreux; fracture_date=2025-01-02; assessment_date=2025-02-01; age_at_fracture=72",
        "a 5: North; fracture_date=2025-01-03; assessment_date=2025-02-02; age_at_fracture=68",
    ];

    private static readonly object?[]?[] Cells =
    [
        ["Export of the registry"],
        null,
        ["site", "fracture_date", "assessment_date", "age_at_fracture"],
        ["Évreux", new DateTime(2025, 1, 2), "2025-02-01", 72],
        // 45690 days after 1899-12-30 is 2025-02-02.
        ["North", new DateTime(2025, 1, 3), 45690, "68"],
    ];

    private static IEnumerable<TestCaseData> Forms()
    {
        yield return Form("UTF-8", "a.csv", new UTF8Encoding(false).GetBytes(Text));
        yield return Form("UTF-16", "a.csv", Encoding.Unicode.GetBytes(Text));
        yield return Form("Windows-1252", "a.csv", CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(Text));
        yield return Form("tabs", "a.tsv", Encoding.UTF8.GetBytes(Text.Replace(',', '\t')));
        yield return Form("xls of 1900", "a.xls", Saved("from-1900.xls"));
        yield return Form("xls named xlsx", "a.xlsx", Saved("from-1900.xls"));
        yield return Form("xlsx named xls", "a.xls", Written());
        yield return Form("xlsx", "a.xlsx", Written());
        yield return Form("xls of 1904", "a.xls", Saved("from-1904.xls"));
        yield return Form("xlsx of 1904 by LibreOffice", "a.xlsx", Saved("from-1904.xlsx"));
        yield return Form("xlsx of 1904 by Excel", "a.xlsx", Written(OfExcel1904));
    }

    [TestCaseSource(nameof(Forms))]
    public void The_same_export_gives_the_same_records_in_every_form(string name, byte[] content)
    {
        using var folder = new ImportCase { Profiles = [SmallProfiles.Plain with { Encoding = "windows-1252" }] };
        folder.Write(name, content);

        var imported = folder.Run();

        Assert.That(imported.Records.Select(record => record.Replace(name, "a", StringComparison.Ordinal)), Is.EqualTo(Records));
        Assert.That(imported.Result.Reconciliations.Single().Read, Is.EqualTo(2));
    }

    [Test]
    public void Hidden_rows_are_read_and_named_and_hidden_sheets_are_only_named()
    {
        using var folder = new ImportCase();
        folder.Write("a.xls", Saved("from-1900.xls"));
        folder.Write("b.xlsx", Written(HideLastRow));

        var imported = folder.Run();

        Assert.That(imported.Records, Has.Count.EqualTo(4));
        Assert.That(imported.Result.Findings.Where(finding => finding.Code == "rows-hidden").Select(finding => (finding.Place.File, finding.Place.Row, finding.Severity)),
            Is.EqualTo(((string?, long?, Severity)[])[("a.xls", 5, Severity.Warning), ("b.xlsx", 5, Severity.Warning)]));
        Assert.That(imported.Finding("sheet-hidden").Place, Is.EqualTo(new Place("a.xls", "Secret")));
    }

    [Test]
    public void A_damaged_old_workbook_is_read_or_refused_and_never_hangs()
    {
        var sound = Saved("from-1900.xls");
        var random = new Random(4);
        for (var n = 0; n < 300; n++)
        {
            using var folder = new ImportCase();
            var bytes = sound[..(n % 10 == 0 ? random.Next(sound.Length) : sound.Length)];
            for (var i = 0; i < 3 && bytes.Length > 0; i++) bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            folder.Write("a.xls", bytes);

            var imported = folder.Run();

            Assert.That(imported.Result.Reconciliations.All(account => account.AddsUp), Is.True);
            Assert.That(imported.Result.Files.Single().Kind, Is.AnyOf(FileKind.Records, FileKind.Broken));
        }
    }

    [TestCase("a.xls")]
    [TestCase("a.xlsx")]
    public void Text_that_is_named_as_a_workbook_is_an_error_that_says_so(string name)
    {
        using var folder = new ImportCase();
        folder.Write(name, Text);

        var finding = folder.Run().Finding("file-truncated");

        Assert.That(finding.Expected, Does.Contain("name it .csv if it is text"));
    }

    [Test]
    public void A_workbook_that_unpacks_beyond_measure_is_one_error()
    {
        using var folder = new ImportCase();
        folder.Write("a.xlsx", Written());
        using (var package = ZipFile.Open(Path.Combine(folder.Folder, "a.xlsx"), ZipArchiveMode.Update))
        using (var part = package.CreateEntry("xl/more.xml").Open())
        {
            for (var i = 0; i < 65; i++) part.Write(new byte[1 << 20]);
        }

        var imported = folder.Run();

        Assert.That(imported.FindingCodes, Is.EqualTo((string[])["unpacks-too-large"]));
        Assert.That(imported.Records, Is.Empty);
    }

    [TestCase("xl/workbook.xml")]
    [TestCase("xl/worksheets/sheet1.xml")]
    public void Entities_are_not_expanded(string part)
    {
        using var folder = new ImportCase();
        folder.Write("a.xlsx", Written());
        using (var package = ZipFile.Open(Path.Combine(folder.Folder, "a.xlsx"), ZipArchiveMode.Update))
        {
            package.GetEntry(part)!.Delete();
            using var text = new StreamWriter(package.CreateEntry(part).Open());
            text.Write("<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\">]><x>&b;</x>");
        }

        Assert.That(folder.Run().FindingCodes, Is.EqualTo((string[])["file-truncated"]));
    }

    [TestCase(false, "2025-02-02", "its calendar of 1900")]
    [TestCase(true, "2029-02-03", "its calendar of 1904")]
    public void A_bare_day_number_that_is_text_counts_from_the_day_of_its_workbook(bool from1904, string expected, string calendar)
    {
        using var folder = new ImportCase();
        var path = Path.Combine(folder.Folder, "a.xlsx");
        // 45690 days after 1899-12-30 is 2025-02-02; the other calendar begins 1,462 days later.
        WorkbookFile.Write(path, ("Data", [["site", "fracture_date", "assessment_date", "age_at_fracture"], ["North", "2025-01-03", "45690", "68"]], false));
        if (from1904)
            using (var document = SpreadsheetDocument.Open(path, isEditable: true)) document.WorkbookPart!.Workbook.InsertAt(new WorkbookProperties { Date1904 = true }, 0);

        var imported = folder.Run();

        Assert.That(imported.Values.Single(), Does.Contain($"assessment_date={expected}"));
        Assert.That(imported.Finding("date-serial").Message, Does.Contain(calendar));
    }

    private static TestCaseData Form(string title, string name, byte[] content) => new TestCaseData(name, content).SetArgDisplayNames(title);

    private static byte[] Saved(string name) => File.ReadAllBytes(Path.Combine(TestContext.CurrentContext.TestDirectory, "Import", "Workbooks", name));

    private static byte[] Written(Action<SpreadsheetDocument>? change = null)
    {
        var path = Path.Combine(TestContext.CurrentContext.WorkDirectory, Guid.NewGuid().ToString("N") + ".xlsx");
        WorkbookFile.Write(path, ("Data", Cells, false));
        if (change is not null)
            using (var document = SpreadsheetDocument.Open(path, isEditable: true)) change(document);
        var bytes = File.ReadAllBytes(path);
        File.Delete(path);
        return bytes;
    }

    private static void HideLastRow(SpreadsheetDocument document) =>
        document.WorkbookPart!.WorksheetParts.Single().Worksheet.Descendants<Row>().Last().Hidden = true;

    private static void OfExcel1904(SpreadsheetDocument document)
    {
        var workbook = document.WorkbookPart!;
        workbook.Workbook.InsertAt(new WorkbookProperties { Date1904 = true }, 0);
        foreach (var value in workbook.WorksheetParts.Single().Worksheet.Descendants<CellValue>().Where(value => value.Text.StartsWith("45", StringComparison.Ordinal)))
            value.Text = (int.Parse(value.Text, System.Globalization.CultureInfo.InvariantCulture) - 1462).ToString(System.Globalization.CultureInfo.InvariantCulture);
    }
}
