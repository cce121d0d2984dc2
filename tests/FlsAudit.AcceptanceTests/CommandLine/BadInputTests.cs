namespace FlsAudit.AcceptanceTests.CommandLine;

/// <summary>Bad input gets one clear sentence and a documented exit code, and loses nothing.</summary>
public sealed class BadInputTests
{
    private const string TwoRecords = "record_id,site,fracture_date\n1,A,2025-01-01\n2,A,2025-02-01\n";

    private ScratchFolder folder = null!;

    [SetUp]
    public void MakeFolder() => folder = new ScratchFolder();

    [TearDown]
    public void RemoveFolder() => folder.Dispose();

    [Test]
    public void Without_an_as_at_date_one_is_suggested()
    {
        var run = Run.Of("report", Repository.Sample("uk-fls-db"), "--out", folder.Combine("report"));

        Assert.That(run.ExitCode, Is.EqualTo(2));
        Assert.That(run.Error, Does.Match(@"--as-at is required: .* add --as-at 2025-12-\d\d\."));
        Assert.That(Directory.Exists(folder.Combine("report")), Is.False);
    }

    [Test]
    public void An_as_at_date_before_all_data_is_named_with_a_better_one()
    {
        var run = Report(folder.Write("a.csv", TwoRecords), "2020-12-31");

        Assert.That(run.ExitCode, Is.EqualTo(11));
        Assert.That(run.Error, Does.Contain("the 2 rows with a fracture date are all after the as-at date 2020-12-31").And.Contain("2025-01-01"));
    }

    [Test]
    public void Records_without_a_date_make_no_report_of_an_as_at_date_before_all_others()
    {
        var run = Report(folder.Write("a.csv", TwoRecords + "3,A,\n"), "2020-12-31");

        Assert.That(run.ExitCode, Is.EqualTo(11));
        Assert.That(run.Error, Does.Contain("the 2 rows with a fracture date are all after the as-at date"));
    }

    [Test]
    public void A_first_day_after_the_last_is_refused()
    {
        var run = Report(folder.Write("a.csv", TwoRecords), "2025-12-31", "--from", "2025-03-01", "--to", "2025-02-01");

        Assert.That((run.ExitCode, run.Error.TrimEnd()), Is.EqualTo((2, "flsaudit: --from is after --to; no fracture can lie between them.")));
    }

    [TestCase("--caseload")]
    [TestCase("--sites")]
    public void A_file_that_an_option_names_must_be_there(string option)
    {
        var run = Report(folder.Write("a.csv", TwoRecords), "2025-12-31", option, folder.Combine("none.csv"));

        Assert.That(run.ExitCode, Is.EqualTo(11));
        Assert.That(run.Error, Does.Contain("none.csv").And.Contain(option));
        Assert.That(Directory.Exists(folder.Combine("report")), Is.False);
    }

    [Test]
    public void An_export_whose_fracture_dates_are_in_another_order_makes_no_report()
    {
        var rows = string.Concat(Enumerable.Range(1, 9).Select(n => $"{n},A,1{n}/03/2024\n"));

        var run = Report(folder.Write("a.csv", "record_id,site,fracture_date\n" + rows));

        Assert.That(run.ExitCode, Is.EqualTo(11));
        Assert.That(run.Error, Does.Contain("Most cells of 'fracture_date' are no dates").And.Contain("fracture-dates-not-read"));
        Assert.That(run.Error, Does.Not.Contain("/03/2024"));
    }

    [Test]
    public void Another_column_that_is_mostly_unread_is_an_error_on_the_terminal()
    {
        var rows = string.Concat(Enumerable.Range(1, 9).Select(n => $"{n},A,2024-03-1{n},1{n}.05.24\n"));

        var run = Report(folder.Write("a.csv", "record_id,site,fracture_date,assessment_date\n" + rows));

        Assert.That(run.ExitCode, Is.Zero);
        Assert.That(File.ReadAllText(folder.Combine("report", "report.html")), Does.Contain("Error in the input, a.csv: Most cells of"));
        Assert.That(run.Error, Does.Contain("column assessment_date: Most cells of 'assessment_date' are no dates"));
    }

    [Test]
    public void One_slip_of_the_pen_in_a_date_loses_no_record()
    {
        var run = Report(folder.Write("a.csv", TwoRecords + "3,A,31/02/2025\n"));

        Assert.That((run.ExitCode, run.Error), Is.EqualTo((0, "")));
        Assert.That(run.Output, Does.Contain("3 rows read"));
    }

    [Test]
    public void A_misspelt_heading_is_named_with_the_one_that_was_meant()
    {
        Report(folder.Write("a.csv", "record_id,site,fracture_date,assesment_date\n1,A,2025-01-01,2025-02-01\n"));

        var finding = CsvFile.Read(folder.Combine("report", "findings.csv")).Rows.Single(row => row["code"] == "heading-misspelt");
        Assert.That((finding["severity"], finding["column"]), Is.EqualTo(("warning", "assesment_date")));
        Assert.That(finding["message"], Does.EndWith("did you mean 'assessment_date'?"));
    }

    [Test]
    public void A_named_caseload_that_is_none_is_refused()
    {
        var run = Report(folder.Write("a.csv", TwoRecords), "2025-12-31", "--caseload", folder.Write("wrong.csv", "a,b\n1,2\n"));

        Assert.That(run.ExitCode, Is.EqualTo(11));
        Assert.That(run.Error, Does.Contain("wrong.csv', which --caseload names, cannot be used"));
    }

    [Test]
    public void A_report_in_the_folder_of_its_exports_is_not_read_the_next_time()
    {
        var input = Path.GetDirectoryName(folder.Write("in/a.csv", TwoRecords))!;

        string Manifest()
        {
            Assert.That(Run.Of("report", input, "--as-at", "2025-12-31", "--out", Path.Combine(input, "report")).ExitCode, Is.Zero);
            return File.ReadAllText(Path.Combine(input, "report", "manifest.json"));
        }

        string first = Manifest(), second = Manifest();

        Assert.That(second, Is.EqualTo(first));
    }

    [Test]
    public void A_site_called_as_pooled_results_are_gets_another_name()
    {
        Assert.That(Report(folder.Write("a.csv", "record_id,site,fracture_date\n1,All,2025-01-01\n2,B,2025-01-01\n")).ExitCode, Is.Zero);

        var sites = CsvFile.Read(folder.Combine("report", "results.csv")).Rows.Select(row => row["site"]).Distinct();
        Assert.That(sites, Is.EquivalentTo(new[] { "All", "All (site)", "B" }));
    }

    [Test]
    public void A_site_of_which_no_row_is_used_did_not_submit_nothing()
    {
        var export = folder.Write("in/a.csv", TwoRecords + "3,Late,2026-02-01\n");
        folder.Write("in/caseload.csv", "site,period,group,expected,basis\nLate,2025,all,100,made up\n");

        Report(Path.GetDirectoryName(export)!);

        var late = CsvFile.Read(folder.Combine("report", "results.csv")).Rows.Where(row => row["site"] == "Late");
        Assert.That(late.Select(row => row["status"]), Is.Not.Empty.And.All.EqualTo("no cases"));
    }

    [Test]
    public void A_missing_folder_is_named()
    {
        var run = Report(folder.Combine("nowhere"));

        Assert.That(run.ExitCode, Is.EqualTo(11));
        Assert.That(run.Error, Does.Contain("nowhere").And.Contain("file-not-found"));
    }

    [TestCase("", "file-empty")]
    [TestCase("record_id,site,fracture_date\n", "no-rows")]
    [TestCase("record_id,site,fracture_date,fracture_date\n1,A,2025-01-01,2025-01-02\n", "duplicate-heading")]
    [TestCase("a,b,c\n1,2,3\n", "layout-not-recognised")]
    public void A_file_that_cannot_be_used_is_named_with_the_reason(string text, string code)
    {
        var run = Report(folder.Write("export.csv", text));

        Assert.That(run.ExitCode, Is.EqualTo(11));
        Assert.That(run.Error, Does.Contain("export.csv").And.Contain(code));
    }

    [Test]
    public void An_unknown_profile_gets_the_nearest_name()
    {
        var run = Run.Of("report", folder.Write("a.csv", TwoRecords), "--registry", "canonicle", "--as-at", "2025-12-31", "--out", folder.Combine("report"));

        Assert.That(run.ExitCode, Is.EqualTo(2));
        Assert.That(run.Error, Does.Contain("did you mean 'canonical'?"));
    }

    [TestCase("05/04/2025")]
    [TestCase("2025-13-01")]
    [TestCase("yesterday")]
    public void A_date_that_is_not_iso_is_refused(string date)
    {
        var run = Report(folder.Write("a.csv", TwoRecords), date);

        Assert.That(run.ExitCode, Is.EqualTo(2));
        Assert.That(run.Error, Does.Contain("--as-at takes a date such as 2025-12-31"));
    }

    [Test]
    public void A_mistyped_option_is_not_taken_for_a_file()
    {
        var run = Run.Of("report", folder.Write("a.csv", TwoRecords), "--as-ta", "2025-12-31");

        Assert.That(run.ExitCode, Is.EqualTo(2));
        Assert.That(run.Error, Does.Contain("There is no option '--as-ta'."));
    }

    [Test]
    public void An_output_folder_that_holds_something_else_is_left_alone()
    {
        var thesis = folder.Write("report/thesis.txt", "three years of work");

        var run = Report(folder.Write("a.csv", TwoRecords));

        Assert.That(run.ExitCode, Is.EqualTo(2));
        Assert.That(File.ReadAllText(thesis), Is.EqualTo("three years of work"));
    }

    [Test]
    public void An_earlier_report_stays_when_a_new_one_cannot_be_made()
    {
        var export = folder.Write("a.csv", TwoRecords);
        Assert.That(Report(export).ExitCode, Is.Zero);
        var before = File.ReadAllText(folder.Combine("report", "manifest.json"));

        var run = Report(export, "2020-12-31");

        Assert.That(run.ExitCode, Is.EqualTo(11));
        Assert.That(File.ReadAllText(folder.Combine("report", "manifest.json")), Is.EqualTo(before));
        Assert.That(Directory.GetDirectories(folder.Path), Is.EqualTo(new[] { folder.Combine("report") }), "nothing half-written is left beside it");
    }

    [Test]
    public void Broken_files_do_not_stop_the_others_and_only_a_strict_run_fails()
    {
        var input = folder.Combine("in");
        folder.Write("in/sound.csv", TwoRecords);
        folder.Write("in/wrong.csv", "a,b\n1,2\n");
        File.WriteAllBytes(folder.Combine("in", "garbage.csv"), [0, 1, 2, 0, 255, 254, 0, 7]);
        var workbook = File.ReadAllBytes(Path.Combine(Repository.Sample("uk-fls-db"), "larkhaven.xlsx"));
        File.WriteAllBytes(folder.Combine("in", "cut.xlsx"), workbook[..(workbook.Length / 2)]);

        var relaxed = Report(input);
        var strict = Report(input, "2025-12-31", "--strict");

        Assert.That((relaxed.ExitCode, strict.ExitCode), Is.EqualTo((0, 11)));
        Assert.That(relaxed.Output, Does.Contain("2 rows read and accounted for"));
        foreach (var name in new[] { "wrong.csv", "garbage.csv", "cut.xlsx" })
            Assert.That(relaxed.Error, Does.Contain(name));
        Assert.That(File.Exists(folder.Combine("report", "results.csv")), "a strict run writes the report as well");
    }

    [TestCase("warning", 12)]
    [TestCase("error", 0)]
    public void Findings_fail_a_run_only_at_or_above_the_severity_asked_for(string severity, int exitCode)
    {
        var export = folder.Write("a.csv", "record_id,site,fracture_date,sex\n1,A,2025-01-01,purple\n");

        Assert.That(Report(export, "2025-12-31", "--fail-on", severity).ExitCode, Is.EqualTo(exitCode));
    }

    [Test]
    public void Cell_values_are_shown_only_when_asked_for()
    {
        var export = folder.Write("a.csv", "record_id,site,fracture_date,sex\n1,A,2025-01-01,purple\n");

        Report(export);
        var silent = File.ReadAllText(folder.Combine("report", "findings.csv"));
        Report(export, "2025-12-31", "--show-values");
        var open = File.ReadAllText(folder.Combine("report", "findings.csv"));

        Assert.That(silent, Does.Not.Contain("purple"));
        Assert.That(open, Does.Contain("purple"));
    }

    private Run Report(string input, string asAt = "2025-12-31", params string[] more) =>
        Run.Of(["report", input, "--as-at", asAt, "--out", folder.Combine("report"), .. more]);
}
