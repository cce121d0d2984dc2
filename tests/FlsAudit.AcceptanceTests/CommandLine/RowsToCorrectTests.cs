namespace FlsAudit.AcceptanceTests.CommandLine;

/// <summary>Rows that could not be placed are written for correction and read again.</summary>
public sealed class RowsToCorrectTests
{
    private const string Heading = "record_id,site,fracture_date,t_score\n";

    private ScratchFolder folder = null!;

    [SetUp]
    public void MakeFolder() => folder = new ScratchFolder();

    [TearDown]
    public void RemoveFolder() => folder.Dispose();

    /// <summary>The digests are the first 12 digits of the SHA-256 of the cells with U+001F between, as any other tool gives them.</summary>
    [Test]
    public void The_file_holds_the_rows_with_their_place_and_reason()
    {
        folder.Write("in/a.csv", Heading + "1,A,2025-01-01,-2.5\n2,,2025-02-01,\"-1,5\"\n3,A,2025-03-01,-1.5,=1+1\n");

        var run = Report("to-correct.csv");

        Assert.That(run.ExitCode, Is.Zero, run.Error);
        Assert.That(File.ReadAllLines(folder.Combine("to-correct.csv")), Is.EqualTo((string[])
        [
            "flsaudit_row,flsaudit_reason,record_id,site,fracture_date,t_score",
            "a.csv:3 #72d37c6342f5,The site is blank.,2,,2025-02-01,\"'-1,5\"",
            "a.csv:4 #1632d1cacd66,\"The row has 5 cells, the heading row has 4.\",3,A,2025-03-01,\"'-1.5\",\"'=1+1\"",
        ]));
        Assert.That(run.Output, Does.Contain($"Rows to correct are in {folder.Combine("to-correct.csv")}."));
        Assert.That(Directory.GetFiles(folder.Combine("report")).Select(Path.GetFileName), Has.No.Member("to-correct.csv"), "it is no part of the report");
    }

    [Test]
    public void What_is_corrected_counts_once_whatever_else_is_given()
    {
        folder.Write("in/a.csv", Heading + "1,A,2025-01-01,-2.5\n2,,2025-02-01,-1.5\n");
        Report("to-correct.csv");
        var corrected = File.ReadAllText(folder.Combine("to-correct.csv")).Replace("The site is blank.,2,,", ",2,A,", StringComparison.Ordinal);
        var first = folder.Write("first.csv", corrected);
        var second = folder.Write("second.csv", corrected + "\n");
        var copy = folder.Write("copy.csv", corrected);

        var run = Run.Of("check", folder.Combine("in"), first, second, copy);

        Assert.That(run.Output, Does.Match(@"All +4 +2 +1 +1 +0"), "read, used, duplicate, rejected, out of range; the copy is left out");
        Assert.That(Run.Of("check", first).Output, Does.Match(@"All +1 +1 +0 +0 +0"), "it can be given alone");
    }

    [Test]
    public void Exports_of_two_layouts_make_two_files_and_an_export_without_a_site_column_gets_one()
    {
        folder.Write("in/a.csv", Heading + "2,,2025-02-01,-1.5\n");
        folder.Write("in/Saint Ives.csv", "Age,1.09 Date Index Frac Diagnosed,1.11 SiteFirstFrac,4.01 BoneTherapy\n72,01/02/2025\n73,01/02/2025,Hip,Denosumab\n");

        Report("to-correct.csv");

        Assert.That(File.ReadAllLines(folder.Combine("to-correct.csv"))[0], Is.EqualTo("flsaudit_row,flsaudit_reason,Site,Age,1.09 Date Index Frac Diagnosed,1.11 SiteFirstFrac,4.01 BoneTherapy"));
        Assert.That(File.ReadAllLines(folder.Combine("to-correct.csv"))[1], Does.StartWith("Saint Ives.csv:2 #").And.EndsWith("\",Saint Ives,72,01/02/2025"));
        Assert.That(File.ReadAllLines(folder.Combine("to-correct-2.csv"))[1], Does.StartWith("a.csv:2 #"));
    }

    [Test]
    public void Without_rejected_rows_there_is_no_file()
    {
        folder.Write("in/a.csv", Heading + "1,A,2025-01-01,-2.5\n");

        Assert.That(Report("to-correct.csv").ExitCode, Is.Zero);
        Assert.That(File.Exists(folder.Combine("to-correct.csv")), Is.False);
    }

    [Test]
    public void A_file_that_somebody_may_have_worked_in_is_never_replaced()
    {
        folder.Write("in/a.csv", Heading + "2,,2025-02-01,-1.5\n");
        folder.Write("to-correct.csv", "an afternoon of work");

        var run = Report("to-correct.csv");

        Assert.That((run.ExitCode, File.ReadAllText(folder.Combine("to-correct.csv")), Directory.Exists(folder.Combine("report"))), Is.EqualTo((2, "an afternoon of work", false)));
        Assert.That(run.Error, Does.Contain("name another file with --write-rejected"));
    }

    [TestCase("to-correct.xlsx", "writes a .csv file")]
    [TestCase("in/to-correct.csv", "where the next run would read it")]
    public void The_file_is_a_csv_file_outside_the_inputs(string file, string message)
    {
        folder.Write("in/a.csv", Heading + "2,,2025-02-01,-1.5\n");

        var run = Report(file);

        Assert.That(run.ExitCode, Is.EqualTo(2));
        Assert.That(run.Error, Does.Contain(message));
    }

    [Test]
    public void Its_name_changes_nothing_in_the_report()
    {
        folder.Write("in/a.csv", Heading + "1,A,2025-01-01,-2.5\n2,,2025-02-01,-1.5\n");
        Report("to-correct.csv");
        var manifest = File.ReadAllText(folder.Combine("report/manifest.json"));

        Run.Of("report", folder.Combine("in"), "--as-at", "2025-12-31", "--out", folder.Combine("report"));

        Assert.That(File.ReadAllText(folder.Combine("report/manifest.json")), Is.EqualTo(manifest));
    }

    private Run Report(string file) =>
        Run.Of("report", folder.Combine("in"), "--as-at", "2025-12-31", "--out", folder.Combine("report"), "--write-rejected", folder.Combine(file));
}
