using FlsAudit.Jobs;
using FlsAudit.Jobs.Output;

namespace FlsAudit.UnitTests.Jobs;

/// <summary>A file appears whole or not at all, and takes the place of nothing but an earlier one of its kind.</summary>
public sealed class OutputFileTests
{
    private const string Heading = "site,record";

    private ExportFolder folder = null!;

    [SetUp]
    public void MakeFolder() => folder = new ExportFolder();

    [TearDown]
    public void RemoveFolder() => folder.Dispose();

    [Test]
    public void A_file_takes_the_place_of_an_earlier_one_of_its_kind()
    {
        folder.Write("list.csv", Heading, "old");

        Write("new");

        Assert.That(File.ReadAllText(folder.At("list.csv")), Is.EqualTo("new"));
        Assert.That(Directory.GetFileSystemEntries(folder.Path), Is.EqualTo(new[] { folder.At("list.csv") }), "nothing is left beside it");
    }

    [Test]
    public void When_writing_fails_half_way_the_earlier_file_stays()
    {
        folder.Write("list.csv", Heading, "old");

        var stop = Assert.Throws<JobException>(() =>
        {
            using var file = OutputFile.For(folder.At("list.csv"), Heading, ExportFolder.Input());
            file.Write(stream =>
            {
                stream.WriteByte(1);
                throw new IOException("No space left on device");
            });
        });

        Assert.That(stop!.ExitCode, Is.EqualTo(ExitCode.Output));
        Assert.That(File.ReadAllText(folder.At("list.csv")), Is.EqualTo($"{Heading}\nold\n"));
        Assert.That(Directory.GetFileSystemEntries(folder.Path), Has.Length.EqualTo(1));
    }

    [Test]
    public void Somebody_elses_file_is_left_alone()
    {
        folder.Write("list.csv", "three years of work");

        var stop = Assert.Throws<JobException>(() => Write("new"));

        Assert.That((stop!.ExitCode, File.ReadAllText(folder.At("list.csv"))), Is.EqualTo((ExitCode.Usage, "three years of work\n")));
    }

    [Test]
    public void An_input_is_never_the_output_even_when_it_looks_like_an_earlier_one()
    {
        folder.Write("list.csv", Heading);

        var stop = Assert.Throws<JobException>(() => Write("new", folder.At("list.csv")));

        Assert.That((stop!.ExitCode, stop.Message), Is.EqualTo((ExitCode.Usage, $"The output '{folder.At("list.csv")}' is an input; name another file with --out.")));
    }

    [Test]
    public void A_link_to_an_input_is_the_input()
    {
        folder.Write("export.csv", Heading);
        File.CreateSymbolicLink(folder.At("list.csv"), folder.At("export.csv"));

        Assert.That(() => Write("new", folder.At("export.csv")), Throws.TypeOf<JobException>());
        Assert.That(File.ReadAllText(folder.At("export.csv")), Is.EqualTo(Heading + "\n"));
    }

    [Test]
    public void A_file_in_an_input_folder_would_be_read_the_next_time() =>
        Assert.That(() => Write("new", folder.Path), Throws.TypeOf<JobException>().With.Message.Contains("where the next run would read it"));

    private void Write(string text, params string[] inputs)
    {
        using var file = OutputFile.For(folder.At("list.csv"), Heading, ExportFolder.Input(inputs));
        file.Write(stream => stream.Write(System.Text.Encoding.UTF8.GetBytes(text)));
        file.Publish();
    }
}
