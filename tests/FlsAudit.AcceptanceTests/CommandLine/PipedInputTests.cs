using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace FlsAudit.AcceptanceTests.CommandLine;

/// <summary>The input - is what another program pipes in, for every verb that reads exports.</summary>
public sealed class PipedInputTests
{
    private static readonly byte[] Lille = File.ReadAllBytes(Path.Combine(Repository.Sample("lille-2016-2018"), "filiere-fracture-lille.csv"));

    private ScratchFolder folder = null!;

    [SetUp]
    public void MakeFolder() => folder = new ScratchFolder();

    [TearDown]
    public void RemoveFolder() => folder.Dispose();

    [TestCase(false)]
    [TestCase(true)]
    public void A_report_of_it_has_the_numbers_of_the_file_and_the_hash_of_its_bytes(bool packed)
    {
        var bytes = packed ? Gzip(Lille) : Lille;
        var file = folder.Combine("standard input");
        File.WriteAllBytes(file + ".csv", Lille);

        var piped = Run.Piped(bytes, "report", "-", "--as-at", "2019-03-31", "--out", folder.Combine("piped"));
        var named = Run.Of("report", file + ".csv", "--as-at", "2019-03-31", "--out", folder.Combine("named"));

        Assert.That((piped.ExitCode, named.ExitCode), Is.EqualTo((0, 0)), piped.Error);
        Assert.That(File.ReadAllText(folder.Combine("piped", "results.csv")), Is.EqualTo(File.ReadAllText(folder.Combine("named", "results.csv"))));
        using var manifest = JsonDocument.Parse(File.ReadAllText(folder.Combine("piped", "manifest.json")));
        var input = manifest.RootElement.GetProperty("inputs").EnumerateArray().Single();
        Assert.That(input.GetProperty("path").GetString(), Is.EqualTo("standard input"));
        Assert.That(input.GetProperty("sha256").GetString(), Is.EqualTo(Convert.ToHexStringLower(SHA256.HashData(bytes))));
        Assert.That(manifest.RootElement.GetProperty("arguments").GetProperty("inputs").GetString(), Is.EqualTo("standard input"));
    }

    [Test]
    public void It_goes_with_other_inputs_and_side_files()
    {
        var run = Run.Piped(Lille, "report", "-", Path.Combine(Repository.Sample("lille-2016-2018"), "caseload.csv"), "--as-at", "2019-03-31", "--out", folder.Combine("report"), "--include-worklist");

        Assert.That(run.ExitCode, Is.Zero, run.Error);
    }

    [Test]
    public void Every_verb_that_reads_exports_takes_it()
    {
        var check = Run.Piped(Lille, "check", "-");
        var list = Run.Piped(Lille, "worklist", "-", "--as-at", "2018-06-30", "--out", folder.Combine("list.csv"), "--standards", "uk-fls-db");
        var explain = Run.Piped(Lille, "explain", "-", "--record", "standard input:2", "--measure", "dxa-rate", "--as-at", "2019-03-31");

        Assert.That((check.ExitCode, list.ExitCode, explain.ExitCode), Is.EqualTo((0, 0, 0)), check.Error + list.Error + explain.Error);
        Assert.That(check.Output, Does.Contain("standard input"));
    }

    [Test]
    public void Without_an_as_at_date_one_is_suggested_from_it()
    {
        var run = Run.Piped(Lille, "report", "-", "--out", folder.Combine("report"));

        Assert.That(run.ExitCode, Is.EqualTo(2));
        Assert.That(run.Error, Does.Match("add --as-at 20"));
    }

    [Test]
    public void It_is_there_once()
    {
        var run = Run.Piped(Lille, "check", "-", "-");

        Assert.That(run.ExitCode, Is.EqualTo(2));
        Assert.That(run.Error, Does.Contain("give it once"));
    }

    [Test]
    public void Nothing_piped_is_an_input_error()
    {
        var run = Run.Piped([], "check", "-");

        Assert.That(run.ExitCode, Is.EqualTo(11));
        Assert.That(run.Error, Does.Contain("file-empty"));
    }

    [Test]
    public void Nothing_is_left_in_the_temporary_folder()
    {
        var before = Spools();
        Run.Piped(Lille, "check", "-");

        // Other tests may run at the same time, and theirs go too.
        Assert.That(() => Spools().Except(before), Is.Empty.After(5).Seconds.PollEvery(100).MilliSeconds);
    }

    [Test]
    public void An_archive_is_one_input_in_the_manifest_and_its_files_are_apart_in_the_account()
    {
        var zip = folder.Combine("both.zip");
        using (var archive = ZipFile.Open(zip, ZipArchiveMode.Create))
        {
            foreach (var name in (string[])["a.csv", "b.csv"])
            {
                using var member = archive.CreateEntry(name).Open();
                member.Write(Encoding.UTF8.GetBytes($"record_id,site,fracture_date\n{name},{name[..1]},2025-01-01\n"));
            }
        }

        var run = Run.Of("report", zip, "--as-at", "2025-12-31", "--out", folder.Combine("report"));

        Assert.That(run.ExitCode, Is.Zero, run.Error);
        using var manifest = JsonDocument.Parse(File.ReadAllText(folder.Combine("report", "manifest.json")));
        Assert.That(manifest.RootElement.GetProperty("inputs").EnumerateArray().Select(input => (input.GetProperty("path").GetString(), input.GetProperty("sha256").GetString())),
            Is.EqualTo(((string?, string?)[])[("both.zip", Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(zip))))]));
        Assert.That(manifest.RootElement.GetProperty("rows").GetProperty("files").EnumerateArray().Select(file => file.GetProperty("path").GetString()),
            Is.EqualTo((string[])["both.zip/a.csv", "both.zip/b.csv"]));
    }

    private static string[] Spools() => Directory.GetDirectories(Path.GetTempPath(), "flsaudit-*").Where(path => !path.Contains("flsaudit-test-", StringComparison.Ordinal)).ToArray();

    private static byte[] Gzip(byte[] content)
    {
        using var stream = new MemoryStream();
        using (var gzip = new GZipStream(stream, CompressionLevel.Optimal)) gzip.Write(content);
        return stream.ToArray();
    }
}
