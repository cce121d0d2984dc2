namespace FlsAudit.AcceptanceTests.CommandLine;

/// <summary>The Best Practice Framework on the invented sites, with the example of answers beside them.</summary>
public sealed class BestPracticeFrameworkTests
{
    private readonly ScratchFolder folder = new();
    private CsvFile results = null!;
    private string page = null!;

    [OneTimeSetUp]
    public void Report()
    {
        var report = folder.Combine("report");
        var run = Run.Of("report", Repository.Sample("uk-fls-db"), "--as-at", "2025-12-31", "--out", report, "--standards", "iof-bpf", "--organisation", Repository.Sample("organisation.yaml"));
        Assert.That(run.ExitCode, Is.Zero, run.Error);
        results = CsvFile.Read(Path.Combine(report, "results.csv"));
        page = File.ReadAllText(Path.Combine(report, "report.html"));
    }

    [OneTimeTearDown]
    public void RemoveFolder() => folder.Dispose();

    [Test]
    public void Thirteen_standards_are_shown() =>
        Assert.That(results.Rows.Select(row => row["measure"]).Distinct(), Is.EqualTo(Enumerable.Range(1, 13).Select(number => $"bpf-{number}")));

    [Test]
    public void Each_record_is_in_one_patient_group_and_the_groups_add_up()
    {
        var whole = results.Result("bpf-2");
        var groups = results.Rows.Where(row => row["measure"] == "bpf-2" && row["site"] == "All" && row["period"] == "All" && row["breakdown"] == "patient_group").ToList();

        Assert.That(groups.Select(row => row["category"]), Is.EqualTo(new[] { "hip", "vertebral", "other_in_patient", "out_patient", "unknown_setting", "missing" }));
        foreach (var column in new[] { "met", "not_met", "unknown", "excluded", "not_due", "not_in_population" })
            Assert.That(groups.Sum(row => int.Parse(row[column])), Is.EqualTo(int.Parse(whole[column])), column);
    }

    [Test]
    public void A_level_is_judged_on_the_unrounded_percentage()
    {
        foreach (var row in results.Rows.Where(row => row["measure"] is "bpf-2" or "bpf-9" && row["value"].Length > 0))
        {
            var value = double.Parse(row["value"], System.Globalization.CultureInfo.InvariantCulture);
            Assert.That(row["band"], Is.EqualTo(value >= 90 ? "level 3" : value >= 70 ? "level 2" : value >= 50 ? "level 1" : "below level 1"));
        }
    }

    [Test]
    public void The_timing_of_the_assessment_prints_three_shares_and_a_level_only_where_a_hospital_set_the_share()
    {
        double Share(string window) => double.Parse(results.Result("bpf-3", "Kestrelby", "window", window)["value"], System.Globalization.CultureInfo.InvariantCulture);

        Assert.That(Share("within_8_weeks"), Is.LessThan(Share("within_12_weeks")).And.Positive);
        Assert.That(Share("within_12_weeks"), Is.LessThan(Share("within_16_weeks")));
        Assert.That(results.Result("bpf-3", "Kestrelby")["status"], Is.EqualTo("not computed"));
        Assert.That(results.Result("bpf-3", "Amberford")["band"], Is.EqualTo("below level 1"), "80 % wanted, 75 % within 16 weeks");
    }

    [Test]
    public void Answers_of_the_organisation_tell_not_known_from_not_answered()
    {
        Assert.That(results.Result("bpf-5", "Amberford")["band"], Is.EqualTo("level 3"));
        Assert.That(results.Rows.Where(row => row["measure"] == "bpf-5").Select(row => row["status"]).Distinct(), Is.SubsetOf(new[] { "ok", "unknown", "not computed" }));
        Assert.That(results.Result("bpf-5", "Mossgate")["status"], Is.EqualTo("not computed"), "the file does not name the site");
        Assert.That(results.Rows.Count(row => row["site"] == "Kestrelby" && row["status"] == "unknown" && row["unit"] == "level" && row["breakdown"].Length == 0), Is.EqualTo(1), "one question answered as not known");
    }

    [Test]
    public void What_the_exports_do_not_record_is_not_computed_and_says_so() =>
        Assert.That(results.Result("bpf-8"), Does.ContainKey("status").WithValue("not computed").And.ContainKey("value").WithValue(""));

    [Test]
    public void The_page_says_that_it_is_no_rating_and_never_gives_an_overall_one()
    {
        Assert.That(page, Does.Contain("not an IOF rating"));
        Assert.That(results.Rows.Select(row => row["provenance"]).Distinct(), Has.None.EqualTo("verified"));
    }
}
