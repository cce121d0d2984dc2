namespace FlsAudit.AcceptanceTests.CommandLine;

/// <summary><c>--repair</c> and <c>--wash-out</c> from the command line, for every verb that reads exports.</summary>
public sealed class RepairAndWashOutTests
{
    private const string Export = """
        record_id,site,patient_id,age_at_fracture,low_trauma,fracture_date,fracture_site,fracture_side,identified_date,assessment_date
        r1,North,P1,73,yes,2025-03-10,hip,left,2025-03-12,2024-04-01
        r2,North,P1,73,yes,2025-03-20,hip,left,2025-03-22,
        r3,North,P2,73,yes,2025-03-10,wrist,right,2025-03-12,

        """;

    private readonly ScratchFolder folder = new();
    private string file = "";

    [OneTimeSetUp]
    public void WriteExport() => file = folder.Write("a.csv", Export);

    [OneTimeTearDown]
    public void RemoveFolder() => folder.Dispose();

    [Test]
    public void A_report_lists_repairs_and_washed_out_rows()
    {
        var report = folder.Combine("report");
        var run = Run.Of("report", file, "--as-at", "2025-12-31", "--standards", "fls-core", "--out", report, "--repair", "--wash-out", "90");

        Assert.That(run.ExitCode, Is.Zero, run.Error);
        Assert.That(CsvFile.Read(Path.Combine(report, "repairs.csv")).Rows.Select(row => $"{row["file"]} {row["row"]} {row["field"]} {row["rule"]}"), Is.EqualTo(new[] { "a.csv 2 assessment_date year-of-step" }));
        Assert.That(CsvFile.Read(Path.Combine(report, "rejected.csv")).Rows.Select(row => $"{row["row"]} {row["fate"]} {row["reason"]}"), Is.EqualTo(new[] { "3 duplicate Recorded again within 90 days of a.csv row 2." }));
        Assert.That(CsvFile.Read(Path.Combine(report, "findings.csv")).Rows.Select(row => row["code"]), Does.Contain("year-repaired").And.Contain("washed-out"));
        Assert.That(File.ReadAllText(Path.Combine(report, "report.html")), Does.Contain("was not counted; rejected.csv lists each of them."), "no reader may overlook a setting that changes numbers");
    }

    [Test]
    public void Without_the_options_the_numbers_are_those_of_every_row_as_it_is()
    {
        var (plain, changed) = (folder.Combine("plain"), folder.Combine("changed"));
        Run.Of("report", file, "--as-at", "2025-12-31", "--standards", "uk-fls-db", "--out", plain);
        Run.Of("report", file, "--as-at", "2025-12-31", "--standards", "uk-fls-db", "--out", changed, "--repair", "--wash-out", "90");
        static string Assessed(string report) => CsvFile.Read(Path.Combine(report, "results.csv")).Result("fls-db-4") is var row ? $"{row["met"]} met, {row["not_met"]} not met, {row["unknown"]} unknown" : "";

        // Of three records the first is assessed before its fracture, which is unknown, and the others do not say. With the options the first is assessed on day 22
        // and the second is the first one again.
        Assert.That(File.Exists(Path.Combine(plain, "repairs.csv")), Is.False);
        Assert.That((Assessed(plain), Assessed(changed)), Is.EqualTo(("0 met, 0 not met, 3 unknown", "1 met, 0 not met, 1 unknown")));
    }

    [Test]
    public void Check_tells_what_would_be_repaired_and_what_was()
    {
        Assert.That(Run.Of("check", file, "--as-at", "2025-12-31").Output, Does.Contain("[year-typo-suspected]").And.Contain("[same-hip-twice]").And.Contain("[recorded-again]"));
        Assert.That(Run.Of("check", file, "--as-at", "2025-12-31", "--repair", "--wash-out", "90").Output, Does.Contain("[year-repaired]").And.Contain("[washed-out]").And.Not.Contain("[same-hip-twice]"));
    }

    [Test]
    public void Explain_and_the_work_list_take_them_too()
    {
        var washed = Run.Of("explain", file, "--record", "r2", "--measure", "attendance-rate", "--as-at", "2025-12-31", "--wash-out", "90");
        var list = Run.Of("worklist", file, "--as-at", "2025-06-01", "--standards", "uk-fls-db", "--out", folder.Combine("list.csv"), "--repair", "--wash-out", "90");

        Assert.That(washed.ExitCode, Is.EqualTo(11));
        Assert.That(washed.Error, Does.Contain("Recorded again within 90 days of a.csv row 2."));
        Assert.That(list.ExitCode, Is.Zero, list.Error);
        Assert.That(list.Error, Does.Contain("[year-repaired]").And.Contain("[washed-out]"), "what the options changed is told");
    }

    [TestCase("-1")]
    [TestCase("many")]
    [TestCase("1.5")]
    public void A_wash_out_takes_a_number_of_days(string days)
    {
        var run = Run.Of("check", file, "--as-at", "2025-12-31", "--wash-out", days);

        Assert.That(run.ExitCode, Is.EqualTo(2));
        Assert.That(run.Error, Does.Contain("--wash-out"));
    }
}
