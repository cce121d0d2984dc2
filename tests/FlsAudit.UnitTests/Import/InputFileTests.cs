using FlsAudit.Import;
using FlsAudit.Model;

namespace FlsAudit.UnitTests.Import;

public sealed class InputFileTests
{
    private const string Export = "site,fracture_date,age_at_fracture\nNorth,2025-01-02,72\n";

    [Test]
    public void Files_come_in_the_order_of_the_inputs_and_inside_a_folder_by_ordinal_path()
    {
        using var folder = new ImportCase();
        var last = folder.Write("z/first.csv", Export);
        foreach (var name in (string[])["q/b.csv", "q/a/c.csv", "q/B.csv", "q/a.csv"]) folder.Write(name, Export);

        var files = folder.Run(last, Path.Combine(folder.Folder, "q")).Result.Files;

        Assert.That(files.Select(file => file.Path), Is.EqualTo((string[])["first.csv", "B.csv", "a.csv", "a/c.csv", "b.csv"]));
    }

    [Test]
    public void A_copy_of_a_file_under_another_name_is_not_read()
    {
        using var folder = new ImportCase();
        folder.Write("a.csv", Export);
        folder.Write("b.csv", Export);
        folder.Write("c.csv", Export.Replace("72", "73"));

        var imported = folder.Run();

        Assert.That(imported.Records.Select(record => record[..5]), Is.EqualTo((string[])["a.csv", "c.csv"]));
        Assert.That(imported.Result.Files.Select(file => file.Kind), Is.EqualTo((FileKind[])[FileKind.Records, FileKind.Ignored, FileKind.Records]));
        var finding = imported.Finding("file-same-content");
        Assert.That((finding.Severity, finding.Place.File), Is.EqualTo((Severity.Error, "b.csv")));
    }

    [Test]
    public void A_sites_file_named_apart_is_read_although_its_copy_is_among_the_inputs()
    {
        using var folder = new ImportCase();
        folder.Write("a.csv", Export);
        folder.Write("z.csv", "alias,site\nNorth,Northern\n");
        folder.SitesFile = folder.Write("sites.csv", "alias,site\nNorth,Northern\n");

        Assert.That(folder.Run().Values.Single(), Does.StartWith("Northern;"));
    }

    [Test]
    public void What_is_no_export_is_named_in_a_folder_and_refused_when_given_by_name()
    {
        using var folder = new ImportCase();
        foreach (var name in (string[])["README.txt", "notes.md", ".hidden.csv", "~$a.xlsx", "manifest.json", ".git/x.csv"]) folder.Write(name, "x");
        var picture = folder.Write("chart.png", "x");
        folder.Write("a.csv", Export);

        var inFolder = folder.Run();
        var byName = folder.Run(picture);

        Assert.That(inFolder.Result.Files.Select(file => (file.Path, file.Kind)), Is.EqualTo(((string, FileKind)[])[("a.csv", FileKind.Records), ("chart.png", FileKind.Ignored)]));
        Assert.That(inFolder.Finding("file-ignored").Severity, Is.EqualTo(Severity.Information));
        Assert.That(byName.Finding("file-not-an-export").Severity, Is.EqualTo(Severity.Error));
    }

    [TestCase("organisation.yaml")]
    [TestCase("Organisation.YAML")]
    [TestCase("q/ORGANISATION.yaml")]
    public void What_the_service_says_of_itself_is_for_another_reader(string name)
    {
        using var folder = new ImportCase();
        folder.Write("a.csv", Export);
        folder.Write(name, "sites:\n");

        var imported = folder.Run();

        Assert.That(imported.Result.Files.Select(file => file.Path), Is.EqualTo((string[])["a.csv"]));
        Assert.That(imported.FindingCodes, Is.EqualTo((string[])["column-missing"]));
    }

    [Test]
    public void A_file_that_is_only_called_nearly_so_is_named()
    {
        using var folder = new ImportCase();
        folder.Write("a.csv", Export);
        folder.Write("my organisation.yaml", "sites:\n");

        Assert.That(folder.Run().Finding("file-ignored").Place.File, Is.EqualTo("my organisation.yaml"));
    }

    [TestCase(false, Severity.Error)]
    [TestCase(true, Severity.Warning)]
    public void A_folder_without_exports_is_an_error_when_it_is_all_there_is(bool withAnother, Severity expected)
    {
        using var folder = new ImportCase();
        folder.Write("empty/README.md", "x");
        folder.Write("pictures/chart.png", "x");
        var export = folder.Write("a.csv", Export);
        string[] empty = [Path.Combine(folder.Folder, "empty"), Path.Combine(folder.Folder, "pictures")];

        var findings = folder.Run(withAnother ? [.. empty, export] : empty).Result.Findings.Where(finding => finding.Code == "folder-empty");

        Assert.That(findings.Select(finding => (finding.Place.File, finding.Severity)), Is.EqualTo(((string?, Severity)[])[("empty", expected), ("pictures", expected)]));
    }

    [Test]
    public void An_empty_path_is_an_error_and_the_others_are_read()
    {
        using var folder = new ImportCase { SitesFile = "" };
        var there = folder.Write("a.csv", Export);

        var imported = folder.Run("", there);

        Assert.That(imported.FindingCodes.Count(code => code == "file-not-found"), Is.EqualTo(2));
        Assert.That(imported.Records, Has.Count.EqualTo(1));
    }

    [Test]
    public void A_spreadsheet_of_another_format_is_a_warning_because_it_may_hold_records()
    {
        using var folder = new ImportCase();
        folder.Write("a.csv", Export);
        folder.Write("b.ODS", "x");

        Assert.That(folder.Run().Finding("file-ignored").Severity, Is.EqualTo(Severity.Warning));
    }

    [Test]
    public void A_link_to_a_folder_is_not_followed_and_named()
    {
        using var folder = new ImportCase();
        folder.Write("in/a.csv", Export);
        folder.Write("elsewhere/b.csv", Export);
        Directory.CreateSymbolicLink(Path.Combine(folder.Folder, "in", "linked"), Path.Combine(folder.Folder, "elsewhere"));

        var imported = folder.Run(Path.Combine(folder.Folder, "in"));

        Assert.That(imported.Records, Has.Count.EqualTo(1));
        Assert.That(imported.Finding("folder-link-not-followed").Place.File, Is.EqualTo("linked"));
    }

    /// <summary>A chain of folders longer than the system opens by name: who may open everything is refused here too.</summary>
    [Test]
    public void A_folder_that_cannot_be_opened_is_named_and_the_others_are_read()
    {
        using var folder = new ImportCase();
        folder.Write("a.csv", Export);
        Shell($"cd '{folder.Folder}'; for i in $(seq 25); do mkdir {new string('d', 200)}; cd {new string('d', 200)}; done");
        try
        {
            var imported = folder.Run();

            Assert.That(imported.Records, Has.Count.EqualTo(1));
            Assert.That(imported.Finding("folder-not-readable").Severity, Is.EqualTo(Severity.Error));
        }
        finally
        {
            Shell($"cd '{folder.Folder}'; rm -rf d*");
        }
    }

    [Test]
    public void A_path_that_does_not_exist_is_an_error_and_the_others_are_read()
    {
        using var folder = new ImportCase();
        var there = folder.Write("a.csv", Export);

        var imported = folder.Run(Path.Combine(folder.Folder, "gone.csv"), there);

        Assert.That(imported.Finding("file-not-found").Place.File, Is.EqualTo("gone.csv"));
        Assert.That(imported.Records, Has.Count.EqualTo(1));
    }

    [Test]
    public void A_file_given_twice_is_read_once()
    {
        using var folder = new ImportCase();
        var path = folder.Write("a.csv", Export);

        var imported = folder.Run(path, folder.Folder, path);

        Assert.That(imported.Records, Has.Count.EqualTo(1));
        Assert.That(imported.FindingCodes.Count(code => code == "file-given-twice"), Is.EqualTo(2));
    }

    [Test]
    public void Files_of_the_same_name_in_two_inputs_are_told_apart()
    {
        using var folder = new ImportCase();
        folder.Write("q1/a.csv", Export);
        folder.Write("q2/a.csv", Export);

        var files = folder.Run(Path.Combine(folder.Folder, "q1"), Path.Combine(folder.Folder, "q2")).Result.Files;

        Assert.That(files.Select(file => file.Path), Is.EqualTo((string[])["a.csv", "q2/a.csv"]));
    }

    [Test]
    public void Progress_reaches_the_total_and_never_goes_back()
    {
        using var folder = new ImportCase();
        folder.Write("a.csv", Export + string.Concat(Enumerable.Repeat("North,2025-01-02,72\n", 200_000)));
        folder.Write("b.csv", Export);
        var told = new List<ImportProgress>();

        new Importer().Run(folder.Request() with { Progress = told.Add }, new SiteTable(), _ => RecordSink.None);

        Assert.That(told.Select(progress => progress.BytesRead), Is.Ordered);
        Assert.That(told[^1].BytesRead, Is.EqualTo(told[^1].TotalBytes));
        Assert.That(told[^1].TotalBytes, Is.EqualTo(new DirectoryInfo(folder.Folder).EnumerateFiles().Sum(file => file.Length)));
        Assert.That(told, Has.Count.GreaterThan(3));
    }

    private static void Shell(string script)
    {
        using var shell = System.Diagnostics.Process.Start("bash", ["-c", script]);
        shell.WaitForExit();
        Assert.That(shell.ExitCode, Is.Zero);
    }
}
