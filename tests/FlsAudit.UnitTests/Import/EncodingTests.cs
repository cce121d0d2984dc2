using System.Text;
using FlsAudit.Import;
using FlsAudit.Model;

namespace FlsAudit.UnitTests.Import;

public sealed class EncodingTests
{
    private const string Export = "Âge;Date de l'accident;Hôpital;T-score;Côté\n72;3/2/2025;Évreux;-2,5;Gauche\n68;14/2/2025;Orléans;;Côté droit\n";

    private static readonly string[] Records =
    [
        "Évreux; fracture_date=2025-02-03; age_at_fracture=72; t_score=-2.5; fracture_side=left",
        "Orléans; fracture_date=2025-02-14; age_at_fracture=68; fracture_side=right",
    ];

    private static IEnumerable<TestCaseData> Encodings()
    {
        yield return new TestCaseData(new UTF8Encoding(false)).SetArgDisplayNames("UTF-8");
        yield return new TestCaseData(new UTF8Encoding(true)).SetArgDisplayNames("UTF-8 with mark");
        yield return new TestCaseData(new UnicodeEncoding(false, true)).SetArgDisplayNames("UTF-16 LE with mark");
        yield return new TestCaseData(new UnicodeEncoding(true, true)).SetArgDisplayNames("UTF-16 BE with mark");
        yield return new TestCaseData(new UnicodeEncoding(false, false)).SetArgDisplayNames("UTF-16 LE");
        yield return new TestCaseData(new UnicodeEncoding(true, false)).SetArgDisplayNames("UTF-16 BE");
        yield return new TestCaseData(new UTF32Encoding(false, true)).SetArgDisplayNames("UTF-32 LE with mark");
        yield return new TestCaseData(CodePagesEncodingProvider.Instance.GetEncoding(1252)!).SetArgDisplayNames("Windows-1252");
    }

    [TestCaseSource(nameof(Encodings))]
    public void The_same_text_gives_the_same_records_in_every_encoding(Encoding encoding)
    {
        using var folder = new ImportCase { Profiles = [SmallProfiles.French] };
        folder.Write("a.csv", Export, encoding);

        var imported = folder.Run();

        Assert.That(imported.Values, Is.EqualTo(Records));
        Assert.That(imported.FindingCodes, Is.Empty);
        Assert.That(imported.Result.Files[0].Sheets[0].HeadingRow, Is.EqualTo(1));
    }

    [TestCaseSource(nameof(Encodings))]
    public void A_line_that_names_the_separator_is_no_row_of_records_and_counts_as_a_row(Encoding encoding)
    {
        using var folder = new ImportCase { Profiles = [SmallProfiles.French] };
        folder.Write("a.csv", "sep=;\r\n" + Export, encoding);

        var imported = folder.Run();

        Assert.That(imported.Values, Is.EqualTo(Records));
        Assert.That(imported.Records[0], Does.StartWith("a.csv 3:"));
    }

    [TestCase(',')]
    [TestCase(';')]
    [TestCase('\t')]
    [TestCase('|')]
    public void The_separator_is_found_in_UTF_16_too(char separator)
    {
        using var folder = new ImportCase();
        folder.Write("a.txt", $"site,fracture_date,age_at_fracture\nNorth,2025-01-02,72\n".Replace(',', separator), new UnicodeEncoding(false, false));

        Assert.That(folder.Run().Values, Is.EqualTo((string[])["North; fracture_date=2025-01-02; age_at_fracture=72"]));
    }

    [TestCase(false)]
    [TestCase(true)]
    public void UTF_16_that_is_cut_off_in_a_row_is_an_error_and_contributes_nothing(bool insideCharacter)
    {
        using var folder = new ImportCase { Profiles = [SmallProfiles.French] };
        var bytes = Encoding.Unicode.GetBytes(Export);
        folder.Write("a.csv", bytes[..^(insideCharacter ? 31 : 30)]);

        Assert.That(folder.Run().Result.Files.Single().Kind, Is.EqualTo(FileKind.Broken));
    }

    [Test]
    public void Zero_characters_are_no_text_in_UTF_16_either()
    {
        using var folder = new ImportCase { Profiles = [SmallProfiles.French] };
        folder.Write("a.csv", Export + "\0\0\0\0", new UnicodeEncoding(false, true));

        Assert.That(folder.Run().Finding("not-text").Severity, Is.EqualTo(Severity.Error));
    }

    [Test]
    public void Progress_counts_the_bytes_of_the_file_and_not_those_of_its_text()
    {
        using var folder = new ImportCase { Profiles = [SmallProfiles.French] };
        var path = folder.Write("a.csv", Export + string.Concat(Enumerable.Repeat("72;3/2/2025;Évreux;-2,5;Gauche\n", 50_000)), new UnicodeEncoding(false, true));
        var told = new List<ImportProgress>();

        new Importer().Run(folder.Request() with { Progress = told.Add }, new SiteTable(), _ => RecordSink.None);

        // Once for the order of its dates and once for its records.
        Assert.That((told[^1].BytesRead, told[^1].TotalBytes), Is.EqualTo((2 * new FileInfo(path).Length, 2 * new FileInfo(path).Length)));
    }
}
