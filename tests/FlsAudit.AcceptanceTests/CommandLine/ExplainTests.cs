using System.Globalization;
using System.Text.RegularExpressions;

namespace FlsAudit.AcceptanceTests.CommandLine;

/// <summary>The answer to "why?": a record under several rules side by side, without a value that nobody asked for.</summary>
public sealed partial class ExplainTests
{
    private const string AsAt = "2025-12-31";

    private static ScratchFolder folder = null!;
    private static CsvFile results = null!;

    private static string Registry => folder.Combine("registry", "registry.csv");

    [OneTimeSetUp]
    public static void Simulate()
    {
        folder = new ScratchFolder();
        Assert.That(Run.Of("simulate", "canonical", "--records", "2000", "--out", folder.Combine("registry")).ExitCode, Is.Zero);
        Assert.That(Run.Of("report", Registry, "--as-at", AsAt, "--standards", "uk-fls-db,iof-kpi,fls-core,us-omw,iof-bpf", "--out", folder.Combine("report")).ExitCode, Is.Zero);
        results = CsvFile.Read(folder.Combine("report", "results.csv"));
    }

    [OneTimeTearDown]
    public static void CleanUp() => folder.Dispose();

    [TestCase("fls-db-4", "")]
    [TestCase("iof-kpi-3", "")]
    [TestCase("iof-kpi-8", "")]
    [TestCase("us-omw", "")]
    [TestCase("days-to-assessment", "")]
    [TestCase("bpf-3", "within_12_weeks")]
    public void The_lists_of_a_measure_are_as_long_as_the_report_counts(string measure, string part)
    {
        string[] ofPart = part.Length > 0 ? ["--part", part] : [];
        var counted = part.Length > 0 ? results.Rows.Single(row => row["measure"] == measure && row["site"] == "All" && row["period"] == "All" && row["category"] == part) : results.Result(measure);

        foreach (var outcome in new[] { "met", "not-met", "unknown", "excluded", "not-due", "not-in-population" })
        {
            var run = Run.Of(["explain", Registry, "--as-at", AsAt, "--measure", measure, "--outcome", outcome, .. ofPart]);
            var lines = Lines(run);
            Assert.That((run.ExitCode, run.Error), Is.EqualTo((0, "")));
            Assert.That((lines.Length - 1).ToString(CultureInfo.InvariantCulture), Is.EqualTo(counted[outcome.Replace('-', '_')]), outcome);
            Assert.That(lines[^1].Replace(",", "", StringComparison.Ordinal), Does.StartWith(string.Create(CultureInfo.InvariantCulture, $"{lines.Length - 1} record")));
        }
    }

    [Test]
    public void A_record_that_meets_90_days_and_not_84_is_explained_under_both_rules()
    {
        var record = Names("fls-db-4", "met").Intersect(Names("iof-kpi-3", "not-met")).First();

        var run = Run.Of("explain", Registry, "--as-at", AsAt, "--record", record, "--measure", "fls-db-4,iof-kpi-3");

        var lines = Lines(run);
        Assert.That(run.ExitCode, Is.Zero, run.Error);
        Assert.That(lines[0], Does.Match($"^Record {record}, site .+: registry\\.csv, row [0-9]+$"));
        Assert.That(lines[1], Does.Match("^  fls-db-4 +met +numerator: assessment_date within 90 days of fracture_date$"));
        Assert.That(lines[2], Does.Match("^  iof-kpi-3 +not met +numerator: .*assessment_date within 12 weeks of fracture_date$"));
        Assert.That(lines, Does.Contain("     false      assessment_date within 12 weeks of fracture_date"));
        Assert.That(lines, Does.Contain("     true     assessment_date within 90 days of fracture_date"));
        Assert.That(lines.Count(line => line.EndsWith("assessment_date: recorded", StringComparison.Ordinal)), Is.EqualTo(2));
        Assert.That(lines, Has.Some.StartsWith("iof-kpi-3  Assessed within 12 weeks (iof-kpi, inferred †)"));
    }

    [TestCase("uk-fls-db/amberford_2023-2025.csv", "amberford_2023-2025.csv:2", 0, 5, 7)]
    [TestCase("lille-2016-2018/filiere-fracture-lille.csv", "D0003", 2, 6, 16)]
    public void No_value_of_the_record_is_printed_unless_it_is_asked_for(string sample, string record, int line, params int[] columns)
    {
        var file = Repository.Sample(sample);
        var cells = File.ReadAllLines(file, System.Text.Encoding.Latin1)[line + 1].Split(',', ';');
        string[] arguments = ["explain", file, "--as-at", AsAt, "--record", record, "--measure", "fls-db-4,iof-kpi-3,iof-kpi-4,bpf-9,bpf-10,us-omw,treatment-prescribed"];

        var silent = Run.Of(arguments);
        var open = Run.Of([.. arguments, "--show-values"]);

        Assert.That((silent.ExitCode, silent.Error), Is.EqualTo((0, "")));
        Assert.That(silent.Output, Does.Not.Contain("["), "values stand in brackets");
        foreach (var column in columns) Assert.That(silent.Output, Does.Not.Contain(Iso(cells[column])).And.Not.Contain(cells[column]));
        Assert.That(open.Output, Does.Match(@"fracture_date: recorded \[[0-9-]{10}\]").And.Match(@"age_at_fracture: recorded \[[0-9]+\]"));
        // The closing day would tell the day that it is counted from.
        var withoutDays = Closed().Replace(Closes().Replace(open.Output, "The window had not closed by the as-at date."), "The window had closed by the as-at date.");
        Assert.That(Shown().Replace(withoutDays, ""), Is.EqualTo(silent.Output), "nothing else differs");
    }

    [Test]
    public void Records_without_ids_are_listed_and_found_by_their_place()
    {
        var list = Run.Of("explain", Repository.Sample("uk-fls-db"), "--as-at", AsAt, "--measure", "fls-db-4", "--outcome", "not-due", "--site", "Ivelstone");
        var unknown = Run.Of("explain", Repository.Sample("uk-fls-db"), "--as-at", AsAt, "--measure", "fls-db-4", "--outcome", "unknown", "--site", "Ivelstone");
        var line = Lines(unknown)[0];
        var name = Regex.Match(line, @"^ivelstone\.xlsx\[.+\]:[0-9]+(?=  )").Value;

        Assert.That(list.ExitCode, Is.Zero, list.Error);
        Assert.That(name, Is.Not.Empty, line);
        Assert.That(Run.Of("explain", Repository.Sample("uk-fls-db"), "--as-at", AsAt, "--measure", "fls-db-4", "--record", name).Output, Does.Match("(?m)^  fls-db-4  unknown  "));
    }

    [TestCase("keep", "^  fls-db-9  (not met|met|unknown)  numerator")]
    [TestCase("exclude", "^  fls-db-9  excluded  exclusion: Died within 16 weeks of the fracture")]
    public void The_setting_on_deaths_is_the_one_of_the_report(string deaths, string answer)
    {
        var file = folder.Write("death.csv", "record_id,site,age_at_fracture,fracture_date,fracture_site,treatment,death_date\n1,A,73,2025-01-01,hip,recommended,2025-02-01\n");

        var run = Run.Of("explain", file, "--as-at", AsAt, "--measure", "fls-db-9", "--record", "1", "--deaths", deaths);

        Assert.That(Lines(run)[1], Does.Match(answer));
    }

    [Test]
    public void Without_an_as_at_date_one_is_suggested()
    {
        var run = Run.Of("explain", Repository.Sample("lille-2016-2018"), "--record", "D0003", "--measure", "iof-kpi-7");

        Assert.That((run.ExitCode, run.Output), Is.EqualTo((2, "")));
        Assert.That(run.Error, Does.Match(@"--as-at is required: .* add --as-at 2018-12-\d\d\."));
    }

    [TestCase("explain a.csv --as-at 2025-12-31 --measure fls-db-4", "Say which records: --record ID explains one")]
    [TestCase("explain a.csv --as-at 2025-12-31 --measure fls-db-4 --record 1 --outcome met", "Say which records: --record ID explains one")]
    [TestCase("explain a.csv --as-at 2025-12-31 --record 1", "--measure is required")]
    [TestCase("explain a.csv --as-at 2025-12-31 --record 1 --measure fls-db-44", "did you mean 'fls-db-4'?")]
    [TestCase("explain a.csv --as-at 2025-12-31 --outcome met --measure fls-db-4,fls-db-5", "--outcome lists the records of one measure")]
    [TestCase("explain a.csv --as-at 2025-12-31 --outcome met --measure bpf-3", "name one with --part: within_8_weeks, within_12_weeks, within_16_weeks")]
    [TestCase("explain a.csv --as-at 2025-12-31 --outcome failed --measure bpf-3", "--outcome takes met, not-met, unknown, not-due, excluded, not-in-population, not 'failed'.")]
    [TestCase("explain a.csv --as-at 2025-12-31 --outcome met --measure fls-db-4 --site B", "No export holds a site 'B'. There are A.")]
    public void What_is_wrong_with_the_command_is_one_sentence(string command, string sentence)
    {
        var file = folder.Write("a.csv", "record_id,site,fracture_date\n1,A,2025-01-01\n");

        var run = Run.Of(command.Replace("a.csv", file, StringComparison.Ordinal).Split(' '));

        Assert.That((run.ExitCode, run.Output), Is.EqualTo((2, "")));
        Assert.That(run.Error, Does.Contain(sentence));
    }

    private static string[] Names(string measure, string outcome) =>
        [.. Lines(Run.Of("explain", Registry, "--as-at", AsAt, "--measure", measure, "--outcome", outcome))[..^1].Select(line => line.Split("  ")[0])];

    private static string[] Lines(Run run) => run.Output.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);

    private static string Iso(string cell) => DateOnly.ParseExact(cell, "dd/MM/yyyy", CultureInfo.InvariantCulture).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    [GeneratedRegex(@" \[[^\]]*\]")]
    private static partial Regex Shown();

    [GeneratedRegex(@"The window closed on [0-9-]{10}\.")]
    private static partial Regex Closed();

    [GeneratedRegex(@"The window closes on [0-9-]{10}, after the as-at date\.")]
    private static partial Regex Closes();
}
