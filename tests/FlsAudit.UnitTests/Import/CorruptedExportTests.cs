using System.Globalization;
using System.IO.Compression;
using System.Text;
using FlsAudit.Import;
using FlsAudit.Model;
using FlsAudit.Testing;
using FlsAudit.UnitTests.Specifications;

namespace FlsAudit.UnitTests.Import;

/// <summary>
/// 5,200 damaged exports of the shipped layouts. Whatever they hold, the import ends, every row that was read is accounted for, a file that is not sound gives
/// nothing, and a sound file beside it gives all it has.
/// </summary>
public sealed class CorruptedExportTests
{
    private const int OfEachKind = 650;

    // Long enough for a slow machine; it is there so that a hang names its seed.
    private static readonly TimeSpan Hang = TimeSpan.FromMinutes(2);

    private static readonly string[] Kinds = ["canonical text", "uk text", "lille text", "canonical bytes", "lille bytes", "xlsx", "zip", "gz"];

    private static readonly BatchLayout Layout = new(ShippedStandards.Folder.Dictionary.Fields.Where(field => field.Type != FieldType.Text));

    private const string Sound = "record_id,site,fracture_date\ns1,South,2025-01-05\ns2,South,2025-01-06\n";

    [TestCaseSource(nameof(Kinds))]
    public void A_damaged_export_never_stops_the_import_and_every_row_is_accounted_for(string kind)
    {
        var random = new Random(kind.Sum(c => c));
        using var folder = new ImportCase();
        var sound = folder.Write("sound.csv", Sound);
        for (var number = 0; number < OfEachKind; number++)
        {
            var seed = random.Next();
            var (damage, name, bytes) = Damaged(kind, new Random(seed));
            var path = folder.Write(name, bytes);
            var what = string.Create(CultureInfo.InvariantCulture, $"{kind}, seed {seed}: {damage}");
            Imported? imported = null;
            var import = Task.Run(() => imported = Read(path, sound));
            Assert.That(() => import.Wait(Hang), Throws.Nothing, what);
            Assert.That(imported, Is.Not.Null, $"hangs: {what}");
            AssertReconciled(imported!, what);
        }
    }

    private static void AssertReconciled(Imported imported, string what)
    {
        var (result, records, rejected) = imported;
        var soundFile = result.Reconciliations.Single(file => file.File == "sound.csv");
        if (soundFile != new Reconciliation("sound.csv", 2, 0, 0, 0) { Read = 2 }) Assert.Fail($"{what}: the sound file lost rows: {soundFile}");
        foreach (var file in result.Reconciliations)
        {
            if (!file.AddsUp) Assert.Fail($"{what}: {file}");
            var sites = result.SiteReconciliations.Where(site => site.File == file.File).ToList();
            if ((sites.Sum(site => site.Used), sites.Sum(site => site.Duplicate), sites.Sum(site => site.Rejected), sites.Sum(site => site.OutOfRange)) != (file.Used, file.Duplicate, file.Rejected, file.OutOfRange))
                Assert.Fail($"{what}: the sites of {file} add up to something else");
            if (records.GetValueOrDefault(file.File) != file.Used) Assert.Fail($"{what}: {records.GetValueOrDefault(file.File)} records of {file}");
            if (rejected.Count(row => row.Place.File == file.File) != file.Duplicate + file.Rejected + file.OutOfRange) Assert.Fail($"{what}: {file} names other rows");
        }

        if (!records.Keys.All(name => result.Reconciliations.Any(file => file.File == name))) Assert.Fail($"{what}: records of a file without an account");
        foreach (var file in result.Files.Where(file => file.Kind == FileKind.Broken))
            if (!result.Findings.Any(finding => finding.Severity == Severity.Error && finding.Place.File == file.Path)) Assert.Fail($"{what}: {file.Path} is broken and nothing says why");
        if (result.Findings.FirstOrDefault(finding => finding.Code == "file-failed") is { } unforeseen) Assert.Fail($"{what}: {unforeseen.Message}");
    }

    private static Imported Read(params string[] paths)
    {
        var records = new Dictionary<string, int>();
        var rejected = new List<RejectedRow>();
        var request = new ImportRequest
        {
            Inputs = paths,
            Profiles = ShippedStandards.Folder.Profiles,
            Dictionary = ShippedStandards.Folder.Dictionary,
            Layout = Layout,
            AsAt = ImportCase.AsAt,
            WithRecordIds = true,
            WithPatients = true,
            WithRejectedCells = true,
            ShowValues = true,
            Workers = 2,
        };
        var result = new Importer().Run(request, new SiteTable(), file =>
        {
            var count = 0;
            var refused = new List<RejectedRow>();
            return new RecordSink(batch => Interlocked.Add(ref count, batch.Count), refused.Add, () =>
            {
                records[file.Path] = count;
                rejected.AddRange(refused);
            });
        });
        return new Imported(result, records, rejected);
    }

    private static (string Damage, string Name, byte[] Bytes) Damaged(string kind, Random random)
    {
        switch (kind)
        {
            case "canonical text": return Text(random, Canonical(random), "a.csv");
            case "uk text": return Text(random, Sample("uk-fls-db", "mossgate_2023-2025.csv"), "a.csv");
            case "lille text": return Text(random, Sample("lille-2016-2018", "filiere-fracture-lille.csv"), "a.csv");
            case "canonical bytes": return Bytes(random, Encoding.UTF8.GetBytes(Canonical(random)), "a.csv");
            case "lille bytes": return Bytes(random, Encoding.Latin1.GetBytes(Sample("lille-2016-2018", "filiere-fracture-lille.csv")), "a.csv");
            case "xlsx": return Bytes(random, WorkbookBytes.Value, "a.xlsx");
            case "zip": return Bytes(random, Zip(("in/a.csv", Canonical(random)), ("in/b.csv", Canonical(random))), "a.zip");
            default: return Bytes(random, Gzip(Canonical(random)), "a.csv.gz");
        }
    }

    private static (string Damage, string Name, byte[] Bytes) Text(Random random, string text, string name)
    {
        var (damage, bytes) = ExportCorruption.OfTextExport(random, text);
        return (damage, name, bytes);
    }

    private static (string Damage, string Name, byte[] Bytes) Bytes(Random random, byte[] whole, string name)
    {
        var (damage, bytes) = ExportCorruption.OfFile(random, whole);
        return (damage, name, bytes);
    }

    private static string Canonical(Random random)
    {
        var text = new StringBuilder("record_id,site,patient_id,fracture_date,age_at_fracture,fracture_site,dxa_date,treatment\n");
        for (var i = random.Next(1, 40); i > 0; i--)
            text.Append(CultureInfo.InvariantCulture, $"r{random.Next(50)},North,p{random.Next(30)},2025-{random.Next(1, 13):00}-{random.Next(1, 29):00},{random.Next(40, 100)},hip,,\"recommended\"\n");
        return text.ToString();
    }

    private static string Sample(string folder, string name) =>
        string.Concat(File.ReadLines(Path.Combine(AppContext.BaseDirectory, "sample-data", folder, name), Encoding.Latin1).Take(25).Select(line => line + "\n"));

    private static readonly Lazy<byte[]> WorkbookBytes = new(() =>
    {
        using var folder = new ImportCase();
        var path = Path.Combine(folder.Folder, "a.xlsx");
        object?[]?[] rows = [["record_id", "site", "fracture_date", "age_at_fracture"], .. Enumerable.Range(1, 20).Select(i => (object?[])[$"r{i}", "North", new DateTime(2025, 1, i, 0, 0, 0, DateTimeKind.Unspecified), 60 + i])];
        WorkbookFile.Write(path, ("Data", rows, false), ("Notes", [["Please send by Friday"]], false));
        return File.ReadAllBytes(path);
    });

    private static byte[] Zip(params (string Name, string Text)[] files)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create))
        {
            foreach (var (name, text) in files)
            {
                using var content = zip.CreateEntry(name).Open();
                content.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return bytes.ToArray();
    }

    private static byte[] Gzip(string text)
    {
        using var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, CompressionMode.Compress)) gzip.Write(Encoding.UTF8.GetBytes(text));
        return bytes.ToArray();
    }

    private sealed record Imported(ImportResult Result, IReadOnlyDictionary<string, int> Records, IReadOnlyList<RejectedRow> Rejected);
}
