namespace FlsAudit.AcceptanceTests.CommandLine;

/// <summary>The verbs beside <c>report</c>.</summary>
public sealed class OtherVerbsTests
{
    private ScratchFolder folder = null!;

    [SetUp]
    public void MakeFolder() => folder = new ScratchFolder();

    [TearDown]
    public void RemoveFolder() => folder.Dispose();

    [Test]
    public void Standards_test_is_green_over_the_shipped_sets()
    {
        var run = Run.Of("standards", "test");

        Assert.That(run.ExitCode, Is.Zero, run.Output);
        Assert.That(run.Output, Does.Match(@"\d+ measures, \d+ worked cases: \d+ passed, 0 failed\."));
    }

    [Test]
    public void Standards_test_is_red_when_a_window_is_moved_by_one_day()
    {
        var copy = CopyOfStandards();
        var file = Path.Combine(copy, "measures", "uk-fls-db", "set.yaml");
        var text = File.ReadAllText(file);
        Assert.That(text, Does.Contain("value: 90 days"));
        File.WriteAllText(file, text.Replace("value: 90 days", "value: 91 days", StringComparison.Ordinal));

        var run = Run.Of("standards", "test", copy);

        Assert.That(run.ExitCode, Is.EqualTo(13));
        Assert.That(run.Output, Does.Contain("fls-db-4.yaml(").And.Contain("expected not met, got met"));
    }

    [TestCase("green: \">= 80\"", "green: \">= 81\"", "value 80: expected expect green, got expect amber")]
    [TestCase("green: \">= 80\"", "green: \">= 79\"", "expected expect amber, got expect green")]
    public void Standards_test_is_red_when_a_band_is_moved_by_one_point(string band, string moved, string difference)
    {
        var copy = CopyOfStandards();
        var file = Path.Combine(copy, "measures", "uk-fls-db", "fls-db-4.yaml");
        var text = File.ReadAllText(file);
        Assert.That(text, Does.Contain(band));
        File.WriteAllText(file, text.Replace(band, moved, StringComparison.Ordinal));

        var run = Run.Of("standards", "test", copy);

        Assert.That(run.ExitCode, Is.EqualTo(13));
        Assert.That(run.Output, Does.Contain("fls-db-4.yaml(").And.Contain(difference));
    }

    [Test]
    public void A_definition_with_problems_is_named_by_file_line_and_column()
    {
        var copy = CopyOfStandards();
        var file = Path.Combine(copy, "measures", "uk-fls-db", "fls-db-7.yaml");
        File.WriteAllText(file, File.ReadAllText(file).Replace("population:", "populaton:", StringComparison.Ordinal));

        var run = Run.Of("standards", "test", copy);

        Assert.That(run.ExitCode, Is.EqualTo(10));
        Assert.That(run.Error, Does.Match(@"measures/uk-fls-db/fls-db-7\.yaml\(\d+,\d+\): the key 'populaton' is not known here; did you mean 'population'\?"));
    }

    [Test]
    public void Standards_show_says_what_a_measure_asks_and_where_it_comes_from()
    {
        var run = Run.Of("standards", "show", "fls-db-4");

        Assert.That(run.Output, Does.Contain("Question").And.Contain("90 days after fracture_date").And.Contain("verified"));
    }

    [Test]
    public void Check_says_which_layout_was_found_and_writes_nothing()
    {
        var export = folder.Write("a.csv", "record_id,site,fracture_date,shoe_size\n1,A,2025-01-01,44\n");

        var run = Run.Of("check", export);

        Assert.That(run.ExitCode, Is.Zero, run.Error);
        Assert.That(run.Output, Does.Contain("canonical").And.Contain("shoe_size").And.Contain("not mapped").And.Contain("2025-01-01"));
        Assert.That(Directory.GetFileSystemEntries(folder.Path), Has.Length.EqualTo(1));
    }

    [TestCase("uk-fls-db")]
    [TestCase("lille-2016-2018")]
    public void Simulate_writes_the_committed_sample_byte_for_byte(string scenario)
    {
        var run = Run.Of("simulate", scenario, "--out", folder.Combine("sample"));

        Assert.That(run.ExitCode, Is.Zero, run.Error);
        foreach (var file in Directory.GetFiles(Repository.Sample(scenario)))
            Assert.That(File.ReadAllBytes(folder.Combine("sample", Path.GetFileName(file))), Is.EqualTo(File.ReadAllBytes(file)), Path.GetFileName(file));
    }

    [TestCase("bash", "complete -o filenames -F _flsaudit flsaudit")]
    [TestCase("zsh", "compdef _flsaudit flsaudit")]
    [TestCase("pwsh", "Register-ArgumentCompleter")]
    public void Completion_prints_a_script_for_the_shell(string shell, string line) =>
        Assert.That(Run.Of("completion", shell).Output, Does.Contain(line));

    [Test]
    public void Words_are_completed_by_the_suggest_directive() =>
        Assert.That(Run.Of("[suggest:12]", "flsaudit rep").Output.Trim(), Is.EqualTo("report"));

    private string CopyOfStandards()
    {
        var source = Path.Combine(AppContext.BaseDirectory, "standards");
        var copy = folder.Combine("standards");
        foreach (var file in Directory.GetFiles(source, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(copy, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        return copy;
    }
}
