using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace FlsAudit.AcceptanceTests.CommandLine;

/// <summary>The work-list: nobody dead, declined or not eligible, both sides of the horizon, and no name on the terminal.</summary>
public sealed class WorklistTests
{
    private const string AsAt = "2024-06-30";
    private const string AuditAid = "This is an audit aid, not a recall system.";

    private static readonly string[] Gone = ["died", "declined", "not_eligible"];

    private static ScratchFolder folder = null!;
    private static Run run = null!;
    private static CsvFile list = null!;
    private static IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> records = null!;

    private static string Registry => folder.Combine("registry", "registry.csv");

    [OneTimeSetUp]
    public static void List()
    {
        folder = new ScratchFolder();
        Assert.That(Run.Of("simulate", "canonical", "--records", "6000", "--out", folder.Combine("registry")).ExitCode, Is.Zero);
        run = Run.Of("worklist", Registry, "--as-at", AsAt, "--standards", "uk-fls-db,iof-kpi,fls-core", "--out", folder.Combine("worklist.csv"));
        list = CsvFile.Read(folder.Combine("worklist.csv"));
        // The later of two rows of a record holds.
        records = CsvFile.Read(Registry).Rows.GroupBy(row => row["record_id"]).ToDictionary(rows => rows.Key, rows => rows.Last());
    }

    [OneTimeTearDown]
    public static void CleanUp() => folder.Dispose();

    [Test]
    public void The_file_has_the_agreed_columns_and_rows_of_every_window()
    {
        Assert.That(run.ExitCode, Is.Zero, run.Error);
        Assert.That(list.Headings, Is.EqualTo("site,record,step,measure,closes,days_left,state,file,row".Split(',')));
        Assert.That(list.Rows.Select(row => row["measure"]).Distinct(), Is.EquivalentTo(new[]
        {
            "fls-db-4", "fls-db-5", "fls-db-9", "fls-db-10", "fls-db-11", "iof-kpi-3", "iof-kpi-4", "iof-kpi-7", "iof-kpi-8", "iof-kpi-10", "treatment-initiation",
        }));
    }

    [Test]
    public void Nobody_who_died_declined_or_is_not_eligible_is_listed()
    {
        foreach (var row in list.Rows)
        {
            var record = records[row["record"]];
            Assert.That(record["death_date"].Length == 0 || string.CompareOrdinal(record["death_date"], AsAt) > 0, row["record"]);
            foreach (var field in new[] { "attendance", "followup_16w", "followup_52w" }) Assert.That(Gone, Does.Not.Contain(record[field]), row["record"]);
            Assert.That(int.Parse(record["age_at_fracture"], CultureInfo.InvariantCulture), Is.GreaterThanOrEqualTo(50));
        }
    }

    [Test]
    public void Nobody_is_listed_whose_death_is_on_record_whenever_it_is_dated() =>
        Assert.That(list.Rows.Count(row => records[row["record"]]["death_date"].Length > 0), Is.Zero);

    [TestCase("fls-db-4", 90)]
    [TestCase("iof-kpi-3", 84)]
    [TestCase("fls-db-11", 392)]
    public void The_closing_day_is_counted_from_the_fracture_and_the_horizon_has_two_sides(string measure, int window)
    {
        var asAt = DateOnly.ParseExact(AsAt, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        var rows = list.Rows.Where(row => row["measure"] == measure).ToList();
        foreach (var row in rows)
        {
            var closes = DateOnly.ParseExact(row["closes"], "yyyy-MM-dd", CultureInfo.InvariantCulture);
            var fracture = DateOnly.ParseExact(records[row["record"]]["fracture_date"], "yyyy-MM-dd", CultureInfo.InvariantCulture);
            var left = closes.DayNumber - asAt.DayNumber;
            Assert.That((closes, row["days_left"], row["state"]), Is.EqualTo((fracture.AddDays(window), left.ToString(CultureInfo.InvariantCulture), left >= 0 ? "closes soon" : "just closed")));
            Assert.That(left, Is.InRange(-28, 28));
        }

        Assert.That(rows.Select(row => row["state"]).Distinct(), Is.EquivalentTo(new[] { "closes soon", "just closed" }));
    }

    [Test]
    public void Everybody_just_closed_is_not_met_or_unknown_in_the_measure()
    {
        var late = list.Rows.Where(row => row["measure"] == "fls-db-4" && row["state"] == "just closed").Select(row => row["record"]).ToList();
        var failed = new[] { "not-met", "unknown" }.SelectMany(outcome =>
            Run.Of("explain", Registry, "--as-at", AsAt, "--measure", "fls-db-4", "--outcome", outcome).Output.Split(Environment.NewLine).Select(line => line.Split("  ")[0]));

        Assert.That(late, Is.Not.Empty.And.SubsetOf(failed));
    }

    [Test]
    public void The_terminal_counts_by_site_and_step_and_names_nobody()
    {
        Assert.That(run.Output, Does.Contain(AuditAid).And.Contain("FLS assessment").And.Contain("iof-kpi-3 †"));
        Assert.That(list.Rows.Select(row => row["record"]).Where(name => run.Output.Contains(name, StringComparison.Ordinal)), Is.Empty);
        Assert.That(run.Output, Does.Contain(string.Create(CultureInfo.InvariantCulture, $"{list.Rows.Count:N0} windows close within 28 days of {AsAt}, before or after; the list is in")));
    }

    [Test]
    public void An_old_as_at_date_is_warned_of_twice()
    {
        Assert.That(run.Error, Does.Match($@"flsaudit: warning: The exports hold dates up to 2025-\d\d-\d\d, after the as-at date {AsAt}"));
        Assert.That(run.Error, Does.Match($@"flsaudit: warning: The as-at date {AsAt} is [0-9,]+ days ago"));
    }

    [Test]
    public void A_list_of_today_is_not_warned_of()
    {
        var today = DateTime.Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var export = folder.Write("today.csv", $"record_id,site,fracture_date\n1,A,{today}\n");

        Assert.That(Run.Of("worklist", export, "--as-at", today, "--out", folder.Combine("today-list.csv")).Error, Is.Empty);
    }

    [Test]
    public void The_same_exports_give_the_same_bytes()
    {
        Run.Of("worklist", Registry, "--as-at", AsAt, "--standards", "uk-fls-db,iof-kpi,fls-core", "--out", folder.Combine("again.csv"));

        Assert.That(File.ReadAllBytes(folder.Combine("again.csv")), Is.EqualTo(File.ReadAllBytes(folder.Combine("worklist.csv"))));
    }

    [TestCase("uk-fls-db", "2024-12-31")]
    [TestCase("lille-2016-2018", "2017-06-30")]
    public void The_samples_make_a_list(string sample, string asAt)
    {
        var file = folder.Combine($"{sample}.csv");

        var made = Run.Of("worklist", Repository.Sample(sample), "--as-at", asAt, "--out", file);

        Assert.That(made.ExitCode, Is.Zero, made.Error);
        Assert.That(made.Output, Does.Contain(AuditAid));
        Assert.That(CsvFile.Read(file).Rows, Is.Not.Empty);
    }

    [Test]
    public void An_export_is_never_overwritten()
    {
        var export = folder.Write("export.csv", "record_id,site,fracture_date\n1,A,2025-01-01\n");

        var refused = Run.Of("worklist", export, "--as-at", "2025-03-01", "--out", export);

        Assert.That((refused.ExitCode, File.ReadAllText(export)), Is.EqualTo((2, "record_id,site,fracture_date\n1,A,2025-01-01\n")));
        Assert.That(refused.Error, Does.Contain("is an input"));
    }

    [TestCase("--within", "-1", "--within takes a number of days such as 28, not '-1'.")]
    [TestCase("--within", "four", "--within takes a number of days such as 28, not 'four'.")]
    [TestCase("--standards", "iof-bpf", "No work-list can be made of iof-bpf")]
    public void What_is_wrong_with_the_command_is_one_sentence(string option, string text, string sentence)
    {
        var wrong = Run.Of("worklist", Registry, "--as-at", AsAt, "--out", folder.Combine("wrong.csv"), option, text);

        Assert.That((wrong.ExitCode, File.Exists(folder.Combine("wrong.csv"))), Is.EqualTo((2, false)));
        Assert.That(wrong.Error, Does.Contain(sentence));
    }

    [Test]
    public void The_workbook_holds_the_list_only_when_it_is_asked_for()
    {
        string[] Sheets(params string[] more)
        {
            var report = folder.Combine("report");
            Assert.That(Run.Of(["report", Registry, "--as-at", AsAt, "--out", report, .. more]).ExitCode, Is.Zero);
            using var workbook = SpreadsheetDocument.Open(Path.Combine(report, "benchmark.xlsx"), false);
            return [.. workbook.WorkbookPart!.Workbook!.Descendants<Sheet>().Select(sheet => sheet.Name!.Value!)];
        }

        string[] without = Sheets(), with = Sheets("--include-worklist");

        Assert.That(with.Except(without), Is.EqualTo(new[] { "Work-list" }));
        Assert.That(File.ReadAllText(folder.Combine("report", "manifest.json")), Does.Contain("\"include-worklist\": \"true\""));
    }
}
