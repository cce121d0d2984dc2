using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using FlsAudit.Import;
using FlsAudit.Import.Files;
using FlsAudit.Model;
using FlsAudit.Testing;

namespace FlsAudit.UnitTests.Import;

public sealed class ArchiveTests
{
    private const string Heading = "site,fracture_date,age_at_fracture\n";
    private const string Export = Heading + "North,2025-01-02,72\n";

    // 64 MiB is always allowed; this is one more, and packs to a thousandth of it.
    private static readonly byte[] Bomb = new byte[UnpackingLimit.AlwaysAllowed + (1 << 20)];

    [Test]
    public void A_zip_gives_the_records_of_its_files_under_their_names_by_ordinal_path()
    {
        using var folder = new ImportCase();
        folder.Write("q.zip", Zip(("z/b.tsv", Export.Replace(',', '\t')), ("B.csv", Export), ("a.txt", Export + "\n")));

        var imported = folder.Run();

        Assert.That(imported.Result.Files.Select(file => (file.Path, file.Kind)), Is.EqualTo(((string, FileKind)[])
            [("q.zip/B.csv", FileKind.Records), ("q.zip/a.txt", FileKind.Records), ("q.zip/z/b.tsv", FileKind.Records)]));
        Assert.That(imported.Records, Is.EqualTo((string[])
        [
            "q.zip/B.csv 2: North; fracture_date=2025-01-02; age_at_fracture=72",
            "q.zip/a.txt 2: North; fracture_date=2025-01-02; age_at_fracture=72",
            "q.zip/z/b.tsv 2: North; fracture_date=2025-01-02; age_at_fracture=72",
        ]));
    }

    [Test]
    public void Of_two_submissions_in_one_zip_the_one_in_the_later_path_wins()
    {
        using var folder = new ImportCase { Profiles = [SmallProfiles.Keyed] };
        const string WithId = "record_id,site,fracture_date,age_at_fracture\n1,North,2025-01-02,";
        folder.Write("q.zip", Zip(("2.csv", WithId + "73\n"), ("1.csv", WithId + "72\n")));

        var imported = folder.Run();

        Assert.That(imported.Records, Is.EqualTo((string[])["q.zip/2.csv 2: North; fracture_date=2025-01-02; age_at_fracture=73"]));
        Assert.That(imported.Rejected.Single().Reason, Is.EqualTo("Replaced by q.zip/2.csv row 2."));
    }

    [Test]
    public void A_workbook_and_a_gz_file_are_read_packed_as_they_are_read_bare()
    {
        using var folder = new ImportCase();
        byte[] Workbook(string sheet)
        {
            var workbook = Path.Combine(folder.Folder, "in.xlsx");
            WorkbookFile.Write(workbook, (sheet, [["site", "fracture_date", "age_at_fracture"], ["North", new DateTime(2025, 1, 2), 72]], false));
            var bytes = File.ReadAllBytes(workbook);
            File.Delete(workbook);
            return bytes;
        }

        folder.Write("a.zip", Zip(("in.xlsx", Workbook("Data"))));
        folder.Write("b.csv.gz", Gzip(Encoding.UTF8.GetBytes(Export)));
        folder.Write("c.XLSX.GZ", Gzip(Workbook("Records")));

        Assert.That(folder.Run().Records, Is.EqualTo((string[])
        [
            "a.zip/in.xlsx 2: North; fracture_date=2025-01-02; age_at_fracture=72",
            "b.csv.gz 2: North; fracture_date=2025-01-02; age_at_fracture=72",
            "c.XLSX.GZ 2: North; fracture_date=2025-01-02; age_at_fracture=72",
        ]));
    }

    [Test]
    public void Without_a_site_column_the_site_is_named_after_the_packed_file_and_not_after_its_copy()
    {
        using var folder = new ImportCase();
        folder.Write("a.zip", Zip(("2025/North General.csv", "fracture_date,age_at_fracture\n2025-01-02,72\n")));
        folder.Write("b.csv.gz", Gzip("fracture_date,age_at_fracture\n2025-01-02,73\n"u8.ToArray()));

        Assert.That(folder.Run().Values.Select(record => record.Split(';')[0]), Is.EqualTo((string[])["North General", "b"]));
    }

    [Test]
    public void What_is_no_export_in_an_archive_is_named_and_archives_in_it_are_not_opened()
    {
        using var folder = new ImportCase();
        folder.Write("q.zip", Zip(("a.csv", Export), ("inner.zip", Zip(("b.csv", Export))), ("chart.png", "x"), ("__MACOSX/._a.csv", "x"), ("README.txt", "x")));

        var imported = folder.Run();

        Assert.That(imported.Records, Has.Count.EqualTo(1));
        Assert.That(imported.Result.Findings.Where(finding => finding.Code == "file-ignored").Select(finding => (finding.Place.File, finding.Severity)),
            Is.EqualTo(((string?, Severity)[])[("q.zip/chart.png", Severity.Information), ("q.zip/inner.zip", Severity.Warning)]));
    }

    [TestCase("../../evil.csv", "q.zip/evil.csv")]
    [TestCase("/tmp/evil.csv", "q.zip/tmp/evil.csv")]
    [TestCase("..\\..\\evil.csv", "q.zip/evil.csv")]
    [TestCase("a\n/../evil.csv", "q.zip/a?/evil.csv")]
    public void A_name_in_an_archive_is_only_a_name(string name, string shown)
    {
        using var folder = new ImportCase();
        var input = Directory.CreateDirectory(Path.Combine(folder.Folder, "one", "two")).FullName;
        folder.Write("one/two/q.zip", Zip((name, Export)));

        var imported = folder.Run(input);

        Assert.That(imported.Result.Files.Select(file => file.Path), Is.EqualTo((string[])[shown]));
        Assert.That(Directory.GetFiles(folder.Folder, "*", SearchOption.AllDirectories).Select(Path.GetFileName), Is.EqualTo((string[])["q.zip"]));
    }

    private static IEnumerable<TestCaseData> BrokenArchives()
    {
        yield return new TestCaseData("a.zip", Array.Empty<byte>(), "file-empty").SetArgDisplayNames("empty zip");
        yield return new TestCaseData("a.csv.gz", Array.Empty<byte>(), "file-empty").SetArgDisplayNames("empty gz");
        yield return new TestCaseData("a.zip", "no archive"u8.ToArray(), "file-truncated").SetArgDisplayNames("no zip");
        yield return new TestCaseData("a.csv.gz", "no archive"u8.ToArray(), "file-truncated").SetArgDisplayNames("no gz");
        yield return new TestCaseData("a.zip", Zip(("a.csv", Export))[..^40], "file-truncated").SetArgDisplayNames("zip cut off");
        yield return new TestCaseData("a.csv.gz", Gzip(ManyRows())[..5000], "file-truncated").SetArgDisplayNames("gz cut off");
        yield return new TestCaseData("a.csv.gz", Gzip(ManyRows())[..^8], "file-truncated").SetArgDisplayNames("gz without its checksum");
        yield return new TestCaseData("a.csv.gz", Joined(Gzip(ManyRows()), Gzip(ManyRows()))[..^1], "file-truncated").SetArgDisplayNames("joined gz cut off at the end");
        yield return new TestCaseData("a.csv.gz", Joined(Gzip(ManyRows()), Gzip(ManyRows())[..5000]), "file-truncated").SetArgDisplayNames("joined gz cut off in its second part");
        yield return new TestCaseData("a.csv.gz", Joined(Gzip(ManyRows())[..5000], Gzip(ManyRows())), "file-truncated").SetArgDisplayNames("joined gz cut off in its first part");
        yield return new TestCaseData("a.csv.gz", Joined(WithOtherChecksum(Gzip(ManyRows())), Gzip(ManyRows())), "file-truncated").SetArgDisplayNames("joined gz with another checksum in its first part");
        yield return new TestCaseData("a.csv.gz", Joined(Gzip(ManyRows()), WithOtherChecksum(Gzip(ManyRows()))), "file-truncated").SetArgDisplayNames("joined gz with another checksum in its second part");
        yield return new TestCaseData("a.csv.gz", Joined(WithOtherByte(Gzip(ManyRows())), Gzip(ManyRows())), "file-truncated").SetArgDisplayNames("joined gz with another byte in its first part");
        yield return new TestCaseData("a.csv.gz", Joined(Gzip(ManyRows()), WithOtherByte(Gzip(ManyRows()))), "file-truncated").SetArgDisplayNames("joined gz with another byte in its second part");
        yield return new TestCaseData("a.csv.gz", Joined(Gzip(ManyRows()), "no archive"u8.ToArray()), "file-truncated").SetArgDisplayNames("gz with something else after it");
        yield return new TestCaseData("a.csv.gz", Joined(Gzip(ManyRows()), [0, .. Gzip(ManyRows())[1..]]), "file-truncated").SetArgDisplayNames("joined gz whose second part does not begin as one");
        yield return new TestCaseData("a.csv.gz", Joined(Gzip(ManyRows()), Gzip(Bomb)), "unpacks-too-large").SetArgDisplayNames("joined gz bomb");
        yield return new TestCaseData("a.zip", WithOtherByte(Zip(CompressionLevel.NoCompression, ("a.csv", ManyRows()))), "file-truncated").SetArgDisplayNames("zip with another byte");
        yield return new TestCaseData("a.zip", Zip(("a.csv", Bomb)), "unpacks-too-large").SetArgDisplayNames("zip bomb");
        yield return new TestCaseData("a.zip", Zip([.. Enumerable.Range(0, 3).Select(i => ($"{i}.csv", (object)Bomb[..(Bomb.Length / 2)]))]), "unpacks-too-large").SetArgDisplayNames("bomb in parts");
        yield return new TestCaseData("a.zip", WithDeclaredLength(Zip(("a.csv", Bomb)), 100), "unpacks-too-large|file-truncated").SetArgDisplayNames("zip bomb that declares little");
        yield return new TestCaseData("a.csv.gz", Gzip(Bomb), "unpacks-too-large").SetArgDisplayNames("gz bomb");
    }

    [TestCaseSource(nameof(BrokenArchives))]
    public void A_broken_archive_is_one_error_and_contributes_nothing(string name, byte[] content, string codes)
    {
        using var folder = new ImportCase();
        folder.Write(name, content);
        folder.Write("b.csv", Export);

        var imported = folder.Run();

        var error = imported.Result.Findings.Single(finding => finding.Severity == Severity.Error);
        Assert.That(error.Place.File, Is.EqualTo(name));
        Assert.That(error.Code, Is.AnyOf(codes.Split('|')));
        Assert.That(imported.Result.Files.Select(file => file.Kind), Is.EqualTo((FileKind[])[FileKind.Broken, FileKind.Records]));
        Assert.That(imported.Records, Has.Count.EqualTo(1));
    }

    [Test]
    public void A_gz_file_put_together_of_several_is_read_whole()
    {
        using var folder = new ImportCase { MostSites = 10_000 };
        folder.Write("a.csv.gz", Joined(Gzip(Encoding.UTF8.GetBytes(Heading)), Gzip("North,2025-01-02,72\n"u8.ToArray()), Gzip([]), Gzip("South,2025-01-03,73\n"u8.ToArray())));
        folder.Write("b.csv.gz", Joined(Gzip(ManyRows()), Gzip("South,2025-01-03,73\n"u8.ToArray()), Gzip([])));

        var imported = folder.Run();

        Assert.That(imported.Records.Take(2), Is.EqualTo((string[])
        [
            "a.csv.gz 2: North; fracture_date=2025-01-02; age_at_fracture=72",
            "a.csv.gz 3: South; fracture_date=2025-01-03; age_at_fracture=73",
        ]));
        // 2 rows, and 5,000 and 1.
        Assert.That(imported.Records, Has.Count.EqualTo(5003));
    }

    [Test]
    public void An_archive_without_exports_is_an_error_when_it_is_all_there_is()
    {
        using var folder = new ImportCase();
        var path = folder.Write("q.zip", Zip(("chart.png", "x")));

        var finding = folder.Run(path).Finding("archive-empty");

        Assert.That((finding.Severity, finding.Place.File), Is.EqualTo((Severity.Error, "q.zip")));
        Assert.That(finding.Message, Does.EndWith("holds no export; archives in archives are not opened."));
    }

    [Test]
    public void Nothing_is_left_in_the_temporary_folder()
    {
        using var folder = new ImportCase();
        folder.Write("q.zip", Zip(("a.csv", Export)));
        string? copy;
        using (var spool = new SpooledFiles())
        {
            copy = InputFiles.List([folder.Folder], new FindingLog(), spool).Single().Content;
            Assert.That(File.ReadAllText(copy), Is.EqualTo(Export));
        }

        Assert.That(Directory.Exists(Path.GetDirectoryName(copy)), Is.False);
    }

    [Test]
    [NonParallelizable]
    public void Without_room_in_the_temporary_folder_the_other_files_are_read()
    {
        using var folder = new ImportCase();
        folder.Write("a.csv", Export);
        folder.Write("q.zip", Zip(("b.csv", Export)));
        var temporary = Environment.GetEnvironmentVariable("TMPDIR");
        Environment.SetEnvironmentVariable("TMPDIR", Path.Combine(folder.Folder, "not there"));
        try
        {
            var imported = folder.Run();

            Assert.That(imported.Finding("no-room-to-unpack").Place.File, Is.EqualTo("q.zip"));
            Assert.That(imported.Result.Reconciliations.Select(file => file.File), Is.EqualTo((string[])["a.csv"]));
        }
        finally
        {
            Environment.SetEnvironmentVariable("TMPDIR", temporary);
        }
    }

    [TestCase(0, 64L << 20)]
    [TestCase(1L << 20, 200L << 20)]
    [TestCase(1L << 40, 8L << 30)]
    public void A_packed_file_may_grow_200_fold_to_at_least_64_MiB_and_at_most_8_GiB(long packed, long limit) =>
        Assert.That(UnpackingLimit.Of(packed), Is.EqualTo(limit));

    private static byte[] ManyRows()
    {
        var text = new StringBuilder(Heading);
        for (var i = 0; i < 5000; i++) text.Append("North ").Append(i * 7919 % 5003).Append(",2025-01-02,").Append(50 + (i * 31 % 50)).Append('\n');
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static byte[] Joined(params byte[][] parts) => [.. parts.SelectMany(part => part)];

    // The checksum is the first half of the last eight bytes.
    private static byte[] WithOtherChecksum(byte[] gzip)
    {
        gzip[^8] ^= 1;
        return gzip;
    }

    private static byte[] WithOtherByte(byte[] zip)
    {
        zip[zip.Length / 2] ^= 1;
        return zip;
    }

    // The length stands 24 bytes into the entry of the directory at the end (signature PK 1 2), and 22 bytes into the header of the file itself.
    private static byte[] WithDeclaredLength(byte[] zip, uint length)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(zip.AsSpan(zip.AsSpan().LastIndexOf("PK\u0001\u0002"u8) + 24), length);
        BinaryPrimitives.WriteUInt32LittleEndian(zip.AsSpan(22), length);
        return zip;
    }

    private static byte[] Zip(params (string Name, object Content)[] files) => Zip(CompressionLevel.Optimal, files);

    private static byte[] Zip(CompressionLevel level, params (string Name, object Content)[] files)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create))
        {
            foreach (var (name, content) in files)
            {
                using var entry = zip.CreateEntry(name, level).Open();
                entry.Write(content as byte[] ?? Encoding.UTF8.GetBytes((string)content));
            }
        }

        return stream.ToArray();
    }

    private static byte[] Gzip(byte[] content)
    {
        using var stream = new MemoryStream();
        using (var gzip = new GZipStream(stream, CompressionLevel.Optimal)) gzip.Write(content);
        return stream.ToArray();
    }
}
