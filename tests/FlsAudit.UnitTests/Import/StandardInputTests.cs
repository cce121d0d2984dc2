using System.IO.Compression;
using System.Text;
using FlsAudit.Import;
using FlsAudit.Model;
using FlsAudit.Testing;

namespace FlsAudit.UnitTests.Import;

/// <summary>An export that another program pipes in: it has no name, so its format is told by its content.</summary>
public sealed class StandardInputTests
{
    private const string Export = "site,fracture_date,age_at_fracture\nNorth,2025-01-02,72\n";

    private static IEnumerable<TestCaseData> Forms()
    {
        var text = Encoding.UTF8.GetBytes(Export);
        yield return Form("text", text, "standard input");
        yield return Form("UTF-16", [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(Export)], "standard input");
        yield return Form("tabs", Encoding.UTF8.GetBytes(Export.Replace(',', '\t')), "standard input");
        yield return Form("xlsx", Workbook(), "standard input");
        yield return Form("gz of text", Gzip(text), "standard input");
        yield return Form("gz of xlsx", Gzip(Workbook()), "standard input");
        yield return Form("zip of text", Zip("q/a.csv", text), "standard input/q/a.csv");
        yield return Form("zip of xlsx", Zip("a.xlsx", Workbook()), "standard input/a.xlsx");
    }

    [TestCaseSource(nameof(Forms))]
    public void It_is_read_in_every_format(byte[] content, string path)
    {
        var imported = Run(content);

        Assert.That(imported.Records, Is.EqualTo((string[])[$"{path} 2: North; fracture_date=2025-01-02; age_at_fracture=72"]));
    }

    [Test]
    public void An_old_workbook_is_known_by_its_content_too() =>
        Assert.That(Run(File.ReadAllBytes(Path.Combine(TestContext.CurrentContext.TestDirectory, "Import", "Workbooks", "from-1900.xls"))).Records, Has.Count.EqualTo(2));

    [Test]
    public void Without_a_site_column_it_is_the_site() =>
        Assert.That(Run("fracture_date,age_at_fracture\n2025-01-02,72\n"u8.ToArray()).Values.Single(), Does.StartWith("standard input;"));

    private static IEnumerable<TestCaseData> Broken()
    {
        yield return new TestCaseData(Array.Empty<byte>(), "file-empty").SetArgDisplayNames("nothing");
        yield return new TestCaseData("PK\u0003\u0004 no archive"u8.ToArray(), "file-truncated").SetArgDisplayNames("no zip");
        yield return new TestCaseData(Gzip(Encoding.UTF8.GetBytes(Export))[..^3], "file-truncated").SetArgDisplayNames("gz cut off");
        yield return new TestCaseData(Gzip(Gzip(Encoding.UTF8.GetBytes(Export))), "file-truncated").SetArgDisplayNames("gz in gz");
        yield return new TestCaseData(Gzip(Zip("a.csv", Encoding.UTF8.GetBytes(Export))), "file-truncated").SetArgDisplayNames("zip in gz");
        yield return new TestCaseData(new byte[] { 0x89, (byte)'P', (byte)'N', (byte)'G', 0, 0 }, "not-text").SetArgDisplayNames("a picture");
    }

    [TestCaseSource(nameof(Broken))]
    public void What_is_no_export_is_one_error_and_the_other_inputs_are_read(byte[] content, string code)
    {
        var imported = Run(content, folder => folder.Write("b.csv", Export));

        Assert.That(imported.Result.Findings.Where(finding => finding.Severity == Severity.Error).Select(finding => (finding.Place.File, finding.Code)),
            Is.EqualTo(((string?, string)[])[("standard input", code)]));
        Assert.That(imported.Records, Has.Count.EqualTo(1));
    }

    [Test]
    public void Given_twice_it_is_read_once()
    {
        using var folder = new ImportCase();
        using var copy = StandardInput.Of(new MemoryStream(Encoding.UTF8.GetBytes(Export)));
        folder.StandardInput = copy.Path;

        var imported = folder.Run("-", "-");

        Assert.That(imported.Records, Has.Count.EqualTo(1));
        Assert.That(imported.FindingCodes, Does.Contain("file-given-twice"));
    }

    [Test]
    public void Without_it_the_mark_is_a_file_like_any_other()
    {
        using var folder = new ImportCase();

        Assert.That(folder.Run("-").FindingCodes, Is.EqualTo((string[])["file-not-found"]));
    }

    [Test]
    public void The_copy_is_gone_afterwards()
    {
        string path;
        using (var copy = StandardInput.Of(new MemoryStream(Encoding.UTF8.GetBytes(Export))))
        {
            path = copy.Path;
            Assert.That(File.ReadAllText(path), Is.EqualTo(Export));
        }

        Assert.That(Directory.Exists(Path.GetDirectoryName(path)), Is.False);
    }

    private static Imported Run(byte[] content, Action<ImportCase>? more = null)
    {
        using var folder = new ImportCase();
        // It is read as a stream that cannot go back.
        using var copy = StandardInput.Of(new BufferedStream(new GZipStream(new MemoryStream(Gzip(content)), CompressionMode.Decompress)));
        folder.StandardInput = copy.Path;
        more?.Invoke(folder);
        return folder.Run("-", folder.Folder);
    }

    private static TestCaseData Form(string title, byte[] content, string path) => new TestCaseData(content, path).SetArgDisplayNames(title);

    private static byte[] Workbook()
    {
        var path = Path.Combine(TestContext.CurrentContext.WorkDirectory, Guid.NewGuid().ToString("N") + ".xlsx");
        WorkbookFile.Write(path, ("Data", [["site", "fracture_date", "age_at_fracture"], ["North", new DateTime(2025, 1, 2), 72]], false));
        var bytes = File.ReadAllBytes(path);
        File.Delete(path);
        return bytes;
    }

    private static byte[] Gzip(byte[] content)
    {
        using var stream = new MemoryStream();
        using (var gzip = new GZipStream(stream, CompressionLevel.Optimal)) gzip.Write(content);
        return stream.ToArray();
    }

    private static byte[] Zip(string name, byte[] content)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create))
        using (var entry = zip.CreateEntry(name).Open()) entry.Write(content);
        return stream.ToArray();
    }
}
