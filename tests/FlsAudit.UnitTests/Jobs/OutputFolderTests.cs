using FlsAudit.Jobs;
using FlsAudit.Jobs.Output;

namespace FlsAudit.UnitTests.Jobs;

/// <summary>A result appears whole or not at all, and nothing that is not ours is ever removed.</summary>
public sealed class OutputFolderTests
{
    private string root = null!;

    [SetUp]
    public void MakeRoot() => root = Directory.CreateTempSubdirectory("flsaudit-test-").FullName;

    [TearDown]
    public void RemoveRoot() => Directory.Delete(root, recursive: true);

    [Test]
    public void A_report_takes_the_place_of_an_earlier_one()
    {
        Report("first");
        Report("second");

        Assert.That(Read("report/results.csv"), Is.EqualTo("second"));
        Assert.That(Directory.GetFileSystemEntries(root), Is.EqualTo(new[] { At("report") }), "nothing is left beside it");
    }

    [Test]
    public void When_writing_fails_half_way_the_earlier_report_stays()
    {
        Report("first");

        var stop = Assert.Throws<JobException>(() =>
        {
            using var folder = OutputFolder.ForReport(At("report"), []);
            folder.Write("results.csv", stream => stream.WriteByte(1));
            folder.Write("more.csv", _ => throw new IOException("No space left on device"));
        });

        Assert.That(stop!.ExitCode, Is.EqualTo(ExitCode.Output));
        Assert.That(stop.Message, Does.Contain("No space left on device").And.Contain("nothing was changed there"));
        Assert.That(Read("report/results.csv"), Is.EqualTo("first"));
        Assert.That(Directory.GetFileSystemEntries(root), Is.EqualTo(new[] { At("report") }));
    }

    [TestCase("thesis.txt", "three years of work", TestName = "A folder with another file")]
    [TestCase("manifest.json", "{\"name\": \"a web site\"}", TestName = "A folder with somebody else's manifest")]
    [TestCase("manifest.json", "no json at all", TestName = "A folder with a broken manifest")]
    public void A_folder_that_holds_something_else_is_refused(string name, string text)
    {
        Directory.CreateDirectory(At("report"));
        File.WriteAllText(At("report/" + name), text);

        var stop = Assert.Throws<JobException>(() => Report("new"));

        Assert.That((stop!.ExitCode, stop.Message), Is.EqualTo((ExitCode.Usage, $"The output folder '{At("report")}' holds something else than an earlier report ('{name}'); name another with --out, or empty it.")));
        Assert.That(Read("report/" + name), Is.EqualTo(text));
    }

    [Test]
    public void An_earlier_report_with_a_file_of_somebody_else_is_refused()
    {
        Report("first");
        File.WriteAllText(At("report/minutes.docx"), "decided");

        Assert.That(() => Report("second"), Throws.TypeOf<JobException>().With.Message.Contains("minutes.docx"));
        Assert.That(Read("report/minutes.docx"), Is.EqualTo("decided"));
    }

    [Test]
    public void A_report_never_replaces_its_own_input()
    {
        Report("first");

        Assert.That(() => OutputFolder.ForReport(At("report"), [At("report/results.csv")]), Throws.TypeOf<JobException>().With.Message.Contains("holds the input 'results.csv'"));
    }

    [Test]
    public void A_link_to_a_folder_stays_a_link()
    {
        Directory.CreateDirectory(At("real"));
        Directory.CreateSymbolicLink(At("report"), At("real"));

        Report("linked");

        Assert.That(new DirectoryInfo(At("report")).LinkTarget, Is.EqualTo(At("real")));
        Assert.That(Read("real/results.csv"), Is.EqualTo("linked"));
    }

    [Test]
    public void Files_that_are_added_replace_their_namesakes_only()
    {
        Directory.CreateDirectory(At("sample/thesis"));
        File.WriteAllText(At("sample/thesis/chapter"), "kept");
        File.WriteAllText(At("sample/README.md"), "old");

        using (var folder = OutputFolder.ForFiles(At("sample")))
        {
            folder.Write("README.md", stream => stream.Write("new"u8));
            folder.Publish();
        }

        Assert.That((Read("sample/thesis/chapter"), Read("sample/README.md")), Is.EqualTo(("kept", "new")));
    }

    private void Report(string text)
    {
        using var folder = OutputFolder.ForReport(At("report"), []);
        folder.Write("results.csv", stream => stream.Write(System.Text.Encoding.UTF8.GetBytes(text)));
        folder.Write(Manifest.FileName, stream => new Manifest
        {
            ToolVersion = "0",
            Verb = "report",
            Arguments = [],
            AsAt = new DateOnly(2025, 12, 31),
            Inputs = [],
            Definitions = [],
            Outputs = folder.Hashes(),
            Rows = [],
        }.Write(stream));
        folder.Publish();
    }

    private string At(string name) => Path.Combine(root, name);

    private string Read(string name) => File.ReadAllText(At(name));
}
