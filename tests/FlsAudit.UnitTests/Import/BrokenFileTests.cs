using System.Text;
using FlsAudit.Import;
using FlsAudit.Import.Files;
using FlsAudit.Model;

namespace FlsAudit.UnitTests.Import;

public sealed class BrokenFileTests
{
    private const string Heading = "site,fracture_date,age_at_fracture,dxa\n";
    private const string Row = "North,2025-01-02,72,yes\n";

    private static IEnumerable<TestCaseData> Broken()
    {
        yield return new TestCaseData("", "file-empty").SetArgDisplayNames("empty");
        yield return new TestCaseData("\n \n,,\n", "file-empty").SetArgDisplayNames("blank rows only");
        yield return new TestCaseData(Heading + Row + "North,2025-01", "file-truncated").SetArgDisplayNames("last row cut");
        yield return new TestCaseData(Heading + Row + "North,2025-01-02,72,\"ye", "file-truncated").SetArgDisplayNames("cut inside quotes");
        yield return new TestCaseData(Heading + Row + "\"" + Row + new string('x', 3_000_000) + "\n" + Row, "file-truncated").SetArgDisplayNames("quote never closed");
        yield return new TestCaseData("\u0089PNG\0\0\u0001\0", "not-text").SetArgDisplayNames("binary");
        yield return new TestCaseData(Heading + string.Concat(Enumerable.Repeat(Row, 20_000)) + new string('\0', 4096), "not-text").SetArgDisplayNames("tail of zero bytes");
        yield return new TestCaseData("a,b,c\n1,2,3\n", "layout-not-recognised").SetArgDisplayNames("other columns");
    }

    [TestCaseSource(nameof(Broken))]
    public void A_broken_file_is_one_error_and_contributes_nothing(string content, string code)
    {
        using var folder = new ImportCase();
        folder.Write("a.csv", content);
        folder.Write("b.csv", Heading + Row);

        var imported = folder.Run();

        Assert.That(imported.Result.Findings.Where(finding => finding.Severity == Severity.Error).Select(finding => (finding.Place.File, finding.Code)),
            Is.EqualTo(((string?, string)[])[("a.csv", code)]));
        Assert.That(imported.Records, Is.EqualTo((string[])["b.csv 2: North; fracture_date=2025-01-02; age_at_fracture=72; dxa=yes"]));
        Assert.That(imported.Result.Reconciliations.Select(account => account.File), Is.EqualTo((string[])["b.csv"]));
        Assert.That(imported.Result.Files.Select(file => file.Kind), Is.EqualTo((FileKind[])[FileKind.Broken, FileKind.Records]));
    }

    [Test]
    public void A_last_row_that_is_whole_needs_no_line_end()
    {
        using var folder = new ImportCase();
        folder.Write("a.csv", Heading + Row.TrimEnd());
        folder.Write("b.csv", Heading + Row.TrimEnd(), new UnicodeEncoding(false, true));

        Assert.That(folder.Run().Records, Has.Count.EqualTo(2));
    }

    [Test]
    public void A_short_last_row_with_a_line_end_is_a_rejected_row_in_every_encoding()
    {
        using var folder = new ImportCase();
        folder.Write("a.csv", Heading + Row + "North,2025-01-02\r\n");
        folder.Write("b.csv", Heading + Row + "North,2025-01-02\n", new UnicodeEncoding(false, true));
        folder.Write("c.csv", Heading + Row + "North,2025-01-02\n", new UnicodeEncoding(true, true));

        Assert.That(folder.Run().Rejected.Select(row => row.Place.Row), Is.EqualTo((long[])[3, 3, 3]));
    }

    [Test]
    public void Headings_without_rows_are_a_warning_and_a_file_without_records()
    {
        using var folder = new ImportCase();
        folder.Write("a.csv", Heading);

        var imported = folder.Run();

        Assert.That(imported.Finding("no-rows").Severity, Is.EqualTo(Severity.Warning));
        Assert.That(imported.Result.Reconciliations.Single(), Is.EqualTo(new Reconciliation("a.csv", 0, 0, 0, 0) { Read = 0 }));
    }

    [Test]
    public void Quotes_in_the_wrong_place_are_read_as_text_and_named()
    {
        using var folder = new ImportCase();
        folder.Write("a.csv", Heading + "St \"North\",2025-01-02,72,yes\n");

        var imported = folder.Run();

        Assert.That(imported.Values.Single(), Does.StartWith("St \"North\";"));
        Assert.That(imported.Finding("stray-quote").ExampleRows, Is.EqualTo((long[])[2]));
    }

    [TestCase("a.csv")]
    [TestCase("a.xlsx")]
    public void A_file_that_cannot_be_opened_is_an_error_and_the_others_are_read(string name)
    {
        using var folder = new ImportCase();
        folder.Write("b.csv", Heading + Row);
        // Held by somebody who shares it with nobody: refused for every user, unlike a file whose rights are taken away.
        using var held = new FileStream(folder.Write(name, Heading + Row), FileMode.Open, FileAccess.ReadWrite, FileShare.None);

        var imported = folder.Run();

        Assert.That(imported.Finding("file-not-readable").Severity, Is.EqualTo(Severity.Error));
        Assert.That(imported.Finding("file-not-readable").Place.File, Is.EqualTo(name));
        Assert.That(imported.Records, Has.Count.EqualTo(1));
    }

    [TestCase(1)]
    [TestCase(100_000)]
    public void What_a_sink_throws_is_not_taken_for_a_broken_file(int rows)
    {
        using var folder = new ImportCase();
        folder.Write("a.csv", Heading + string.Concat(Enumerable.Repeat(Row, rows)));

        Assert.That(
            () => new Importer().Run(folder.Request(), new SiteTable(), _ => new RecordSink(_ => throw new IOException("disk full"), _ => { }, () => { })),
            Throws.TypeOf<IOException>().With.Message.EqualTo("disk full"));
    }

    [Test]
    public void What_a_listener_to_progress_throws_is_not_taken_for_a_broken_file()
    {
        using var folder = new ImportCase { Profiles = [SmallProfiles.Keyed] };
        folder.Write("a.csv", Heading + string.Concat(Enumerable.Repeat(Row, 100_000)));
        var request = folder.Request() with { Progress = _ => throw new OperationCanceledException() };

        Assert.That(() => new Importer().Run(request, new SiteTable(), _ => RecordSink.None), Throws.TypeOf<OperationCanceledException>());
        Assert.That(() => new Importer().SuggestAsAt(request), Throws.TypeOf<OperationCanceledException>());
    }

    [Test]
    public void What_nobody_foresaw_is_named_by_its_kind_and_says_no_value()
    {
        var finding = BrokenFileException.FindingAbout(new FormatException("Mary Ann is no date"), "a.csv");

        Assert.That((finding.Code, finding.Severity, finding.Message), Is.EqualTo(("file-failed", Severity.Error, "The file could not be read: FormatException.")));
    }
}
