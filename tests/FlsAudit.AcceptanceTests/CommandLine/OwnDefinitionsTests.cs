using System.Text.Json;

namespace FlsAudit.AcceptanceTests.CommandLine;

/// <summary>A hospital's own measures: the sample in the repository, and folders that are not sound.</summary>
public sealed class OwnDefinitionsTests
{
    private static readonly string Own = Repository.Sample("own-measures");

    private readonly ScratchFolder folder = new();

    [OneTimeTearDown]
    public void RemoveFolder() => folder.Dispose();

    [Test]
    public void Own_measures_are_tested_and_listed_with_the_shipped_ones()
    {
        Assert.That(Run.Of("standards", "test", "--standards-dir", Own).Output, Does.EndWith(" 0 failed." + Environment.NewLine));
        Assert.That(Run.Of("standards", "list", "--standards-dir", Own).Output, Does.Contain("example-hospital").And.Contain("fls-db-4"));
        Assert.That(Run.Of("standards", "show", "seen-at-our-clinic", "--standards-dir", Own).Output, Does.Contain("What to do when you fail it"));
    }

    [Test]
    public void A_report_shows_own_measures_beside_those_of_the_profile_and_hashes_their_files()
    {
        var report = folder.Combine("report");
        var run = Run.Of("report", Repository.Sample("uk-fls-db"), "--as-at", "2025-12-31", "--out", report, "--standards-dir", Own);

        Assert.That(run.ExitCode, Is.Zero, run.Error);
        var results = CsvFile.Read(Path.Combine(report, "results.csv"));
        Assert.That(results.Rows.Select(row => row["set"]).Distinct(), Is.EquivalentTo(new[] { "uk-fls-db", "iof-kpi", "example-hospital" }));
        using var manifest = JsonDocument.Parse(File.ReadAllText(Path.Combine(report, "manifest.json")));
        var definitions = manifest.RootElement.GetProperty("definitions").EnumerateArray().Select(file => file.GetProperty("path").GetString());
        Assert.That(definitions, Does.Contain("own-measures/measures/example-hospital/seen-at-our-clinic.yaml"));

        // Five non-hip fractures for every hip: the sample's caseload file has hip rows of its own and no group non-hip.
        var nonHip = results.Result("non-hip-identification", "Amberford");
        var hips = results.Rows.First(row => row["measure"] == "non-hip-identification" && row["site"] == "Amberford");
        Assert.That(nonHip["method"], Does.Contain("5 times hip fractures"));
        Assert.That(hips["unit"], Is.EqualTo("percent"));
    }

    [Test]
    public void Own_measures_that_a_list_of_sets_leaves_out_are_a_finding()
    {
        var report = folder.Combine("one-set");
        Run.Of("report", folder.Write("a.csv", "site,fracture_date\nA,2025-01-05\n"), "--as-at", "2025-12-31", "--out", report, "--standards-dir", Own, "--standards", "fls-core");

        var finding = CsvFile.Read(Path.Combine(report, "findings.csv")).Rows.Single(row => row["code"] == "own-set-not-named");
        Assert.That(finding["message"], Does.Contain("'example-hospital'"));
    }

    [Test]
    public void An_own_profile_can_use_the_shipped_code_lists_and_own_ones()
    {
        const string Profile = """
            name: ours
            title: Ours
            source: {title: made up, status: inferred}
            columns:
              - {headings: [Day], required: true, fields: [{field: fracture_date}]}
              - {headings: [Drug], required: true, fields: [{field: drug, lists: [ward-slang, drug-names]}, {field: prescribed, lists: {ward-slang: yes, drug-names: yes}}]}
            """;
        const string Slang = "list: ward-slang\ntitle: What we say\nfield: drug\ngroups:\n  - source: {title: our ward, status: verified}\n    values: {the weekly one: alendronate}\n";
        const string Export = "Day,Drug\n2025-02-03,the weekly one\n2025-02-04,Acide alendronique\n2025-02-05,something else\n";
        folder.Write("lists/codes/ward-slang.yaml", Slang);
        folder.Write("lists/registries/ours.yaml", Profile);
        var profile = folder.Write("ours.yaml", Profile.Replace("ward-slang, ", "", StringComparison.Ordinal).Replace("ward-slang: yes, ", "", StringComparison.Ordinal));
        var export = folder.Write("exports/north.csv", Export);

        var own = Run.Of("check", export, "--as-at", "2025-12-31", "--standards-dir", folder.Combine("lists"));
        var shipped = Run.Of("check", export, "--as-at", "2025-12-31", "--registry", profile);

        Assert.That(own.Output, Does.Contain("north.csv, row 4, column Drug").And.Not.Contain("(2 times)"), "the last row only");
        Assert.That(shipped.Output, Does.Contain("north.csv, row 2, column Drug").And.Contain("(2 times)"), "the slang is not known without its list");
    }

    [Test]
    public void A_folder_that_adds_nothing_or_a_set_that_is_there_already_is_refused()
    {
        var empty = Directory.CreateDirectory(folder.Combine("empty")).FullName;
        Assert.That(Run.Of("standards", "list", "--standards-dir", empty).Error, Does.Contain("the folder adds nothing"));

        folder.Write("twin/measures/iof-kpi/set.yaml", "set: iof-kpi\ntitle: Twin\nsource: {title: made up, status: inferred}\nmeasures: []\n");
        var run = Run.Of("standards", "list", "--standards-dir", folder.Combine("twin"));
        Assert.That(run.ExitCode, Is.EqualTo(10));
        Assert.That(run.Error, Does.Contain("twin/measures/iof-kpi/set.yaml: there is a set 'iof-kpi' already; give yours another name."));
    }

    [Test]
    public void A_worked_case_that_comes_out_otherwise_fails_the_test_and_is_named()
    {
        const string Definition = "measures/example-hospital/seen-at-our-clinic.yaml";
        foreach (var file in Directory.GetFiles(Own, "*.yaml", SearchOption.AllDirectories)) folder.Write(Path.Combine("wrong", Path.GetRelativePath(Own, file)), File.ReadAllText(file));
        var text = File.ReadAllText(Path.Combine(Own, Definition));
        const string Sound = "| 2025-02-12 | met ", Wrong = "| 2025-02-12 | unknown ";
        Assert.That(text, Does.Contain(Sound));
        folder.Write(Path.Combine("wrong", Definition), text.Replace(Sound, Wrong));

        var run = Run.Of("standards", "test", "--standards-dir", folder.Combine("wrong"));

        Assert.That(run.ExitCode, Is.EqualTo(13));
        Assert.That(run.Output + run.Error, Does.Contain(" 1 failed").And.Contain("seen-at-our-clinic"));
    }

    [Test]
    public void The_catalogue_never_replaces_a_readme_that_it_did_not_write()
    {
        var theirs = folder.Write("theirs/README.md", "# Our wards\n");

        var run = Run.Of("standards", "catalogue", "--standards-dir", Own, "--out", folder.Combine("theirs"));

        Assert.That(run.ExitCode, Is.EqualTo(2));
        Assert.That(run.Error, Does.Contain("somebody else's file"));
        Assert.That(File.ReadAllText(theirs), Is.EqualTo("# Our wards\n"));
        Assert.That(Directory.GetFileSystemEntries(folder.Combine("theirs")), Has.Length.EqualTo(1), "nothing half-written beside it");
    }

    [Test]
    public void A_complete_folder_and_one_of_your_own_cannot_both_be_named() =>
        Assert.That(Run.Of("standards", "test", Own, "--standards-dir", Own).ExitCode, Is.EqualTo(2));
}
