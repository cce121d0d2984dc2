using System.Globalization;

namespace FlsAudit.AcceptanceTests.CommandLine;

/// <summary>Settings of a run that stand in place of the definitions' own, and sets side by side.</summary>
public sealed class RunSettingsTests
{
    private readonly ScratchFolder folder = new();

    [OneTimeTearDown]
    public void RemoveFolder() => folder.Dispose();

    [Test]
    public void Both_answers_of_unknown_records_are_given_side_by_side_when_asked_for()
    {
        var results = Report("both", "--standards", "uk-fls-db", "--unknown", "report-both");

        var rows = results.Rows.Where(row => row is { } && row["measure"] == "fls-db-4" && row["site"] == "All" && row["period"] == "All" && row["breakdown"].Length == 0).ToList();
        Assert.That(rows.Select(row => row["unknown_policy"]), Is.EqualTo(new[] { "not-met", "leave-out" }));
        // met / (met + not met) and met / (met + not met + unknown counted), on the same records.
        double met = Number(rows[0], "met"), notMet = Number(rows[0], "not_met"), counted = Number(rows[0], "unknown_counted");
        Assert.That(Number(rows[0], "value"), Is.EqualTo(100 * met / (met + notMet + counted)).Within(1e-9));
        Assert.That(Number(rows[1], "value"), Is.EqualTo(100 * met / (met + notMet)).Within(1e-9));
        Assert.That(counted, Is.Positive);
    }

    [Test]
    public void Deaths_before_the_window_are_kept_or_excluded_as_the_run_says()
    {
        var kept = Report("kept", "--standards", "iof-kpi", "--deaths", "keep").Result("iof-kpi-8");
        var excluded = Report("excluded", "--standards", "iof-kpi", "--deaths", "exclude").Result("iof-kpi-8");
        var own = Report("own", "--standards", "iof-kpi").Result("iof-kpi-8");

        Assert.That(own, Is.EqualTo(excluded), "the set's own setting");
        Assert.That(Number(kept, "excluded"), Is.LessThanOrEqualTo(Number(excluded, "excluded")));
        Assert.That(File.ReadAllText(folder.Combine("kept", "report.html")), Does.Contain("deaths before a follow-up window closes are kept"));
    }

    [TestCase("internal")]
    [TestCase("suppress-below-8")]
    public void The_limits_of_funnels_are_normal_when_asked_for_and_every_output_says_so(string policy)
    {
        var report = $"normal {policy}";
        Report(report, "--standards", "uk-fls-db", "--funnel", "normal", "--disclosure", policy);

        var row = CsvFile.Read(folder.Combine(report, "site-comparison.csv")).Rows.First(row => row["period"] == "All");
        double p = Number(row, "centre") / 100, n = Number(row, "denominator");
        Assert.That(Number(row, "lower_95"), Is.EqualTo(100 * (p - (1.959963984540054 * Math.Sqrt(p * (1 - p) / n)))).Within(1e-9));
        Assert.That(row["method"], Does.StartWith("normal limits"));
        Assert.That(File.ReadAllText(folder.Combine(report, "report.html")), Does.Contain("the limits of funnels are normal approximations"));
        Assert.That(File.ReadAllText(folder.Combine(report, "manifest.json")), Does.Contain("\"funnel\": \"normal\""));
    }

    [Test]
    public void The_same_records_differ_under_84_and_90_days_and_the_page_says_why()
    {
        var results = Report("side", "--standards", "uk-fls-db,iof-kpi");
        var uk = results.Result("fls-db-4");
        var iof = results.Result("iof-kpi-3");

        Assert.That(Number(uk, "met"), Is.GreaterThan(Number(iof, "met")), "six days more");
        var page = File.ReadAllText(folder.Combine("side", "report.html"));
        Assert.That(page, Does.Contain("Side by side").And.Contain("84 days").And.Contain("90 days"));
    }

    [Test]
    public void American_measures_are_not_computed_on_exports_that_lack_their_fields()
    {
        var results = Report("american", "--standards", "us-omw,us-mips-418");

        Assert.That(results.Rows.Select(row => row["status"]).Distinct(), Is.SubsetOf(new[] { "not computed", "no data submitted", "no cases" }));
        Assert.That(results.Result("us-omw")["method"], Does.Contain("age_at_year_end"));
    }

    [Test]
    public void A_declared_breakdown_is_taken_by_its_name()
    {
        var results = Report("bands", "--standards", "iof-kpi", "--by", "age_band");

        Assert.That(results.Rows.Where(row => row["measure"] == "iof-kpi-3" && row["site"] == "All" && row["period"] == "All").Select(row => row["category"]),
            Does.Contain("from_85"));
    }

    [Test]
    public void Missed_opportunities_are_the_model_less_what_was_observed()
    {
        var missed = Report("missed", "--standards", "uk-fls-db").Result("fls-db-missed", "Amberford");

        Assert.That(missed["unit"], Is.EqualTo("patients"));
        Assert.That(Number(missed, "value"), Is.EqualTo(Number(missed, "denominator") - Number(missed, "numerator")).Within(1e-9));
        // 0.8 x 0.5 x 0.8 = 0.32 of the caseload of the days whose 56 weeks are over.
        Assert.That(missed["method"], Does.Contain("80 % identified x 50 % recommended"));
    }

    [TestCase("--unknown", "maybe", "--unknown takes not-met, leave-out, report-both, not 'maybe'.")]
    [TestCase("--deaths", "perhaps", "--deaths takes keep, exclude, not 'perhaps'.")]
    [TestCase("--organisation", "nowhere.yaml", "There is no file 'nowhere.yaml', which --organisation names; check the path.")]
    public void A_wrong_setting_is_told(string option, string value, string message) =>
        Assert.That(Run.Of("report", Repository.Sample("lille-2016-2018"), "--as-at", "2019-01-31", "--out", folder.Combine("never"), option, value).Error, Does.Contain(message));

    [Test]
    public void Answers_with_mistakes_stop_the_report_and_are_all_named()
    {
        var answers = folder.Write("organisation.yaml", "sites:\n  Amberford:\n    guidline: national\n    database_level: planetary\n");

        var run = Run.Of("report", Repository.Sample("uk-fls-db"), "--as-at", "2025-12-31", "--out", folder.Combine("never"), "--organisation", answers);

        Assert.That(run.ExitCode, Is.EqualTo(11));
        Assert.That(run.Error, Does.Contain("organisation.yaml(3,5): the key 'guidline' is not known here; did you mean 'guideline'?").And.Contain("organisation.yaml(4,21): 'database_level' has no answer 'planetary'"));
        Assert.That(Directory.Exists(folder.Combine("never")), Is.False);
    }

    private CsvFile Report(string name, params string[] arguments)
    {
        var run = Run.Of(["report", Repository.Sample("uk-fls-db"), "--as-at", "2025-12-31", "--out", folder.Combine(name), .. arguments]);
        Assert.That(run.ExitCode, Is.Zero, run.Error);
        return CsvFile.Read(folder.Combine(name, "results.csv"));
    }

    private static double Number(IReadOnlyDictionary<string, string> row, string column) => double.Parse(row[column], CultureInfo.InvariantCulture);
}
