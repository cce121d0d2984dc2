using System.Globalization;
using System.Text.Json;

namespace FlsAudit.AcceptanceTests.CommandLine;

/// <summary>Twelve sites in the FLS-DB layout, with the dirt of real exports.</summary>
public sealed class UkSampleTests
{
    private const string FarOut = "Dunvale";
    private const string SilentAt52Weeks = "Glasswater";
    private const string WithoutExport = "Nettlebourne";

    private static ScratchFolder folder = null!;
    private static CsvFile results = null!;
    private static Run run = null!;

    [OneTimeSetUp]
    public static void Report()
    {
        folder = new ScratchFolder();
        run = Run.Of("report", Repository.Sample("uk-fls-db"), "--as-at", "2025-12-31", "--out", folder.Combine("report"));
        Assert.That(run.ExitCode, Is.Zero, run.Error);
        results = CsvFile.Read(folder.Combine("report", "results.csv"));
    }

    [OneTimeTearDown]
    public static void CleanUp() => folder.Dispose();

    [Test]
    public void The_headings_of_the_tidy_results_are_the_contract() => Assert.That(
        string.Join(',', results.Headings),
        Is.EqualTo("set,measure,title,site,period,breakdown,category,met,not_met,unknown,excluded,not_due,not_in_population,unknown_policy,unknown_counted,numerator,denominator,value,unit,lower_95,upper_95,lower_998,upper_998,q1,q3,method,band,status,provenance"));

    [Test]
    public void The_fates_of_the_rows_add_up_per_file_and_in_total()
    {
        using var manifest = JsonDocument.Parse(File.ReadAllText(folder.Combine("report", "manifest.json")));
        var rows = manifest.RootElement.GetProperty("rows");
        JsonElement[] accounts = [.. rows.GetProperty("files").EnumerateArray(), rows.GetProperty("total")];

        foreach (var account in accounts)
        {
            long Count(string name) => account.GetProperty(name).GetInt64();
            Assert.That(Count("used") + Count("duplicate") + Count("rejected") + Count("out_of_range"), Is.EqualTo(Count("read")));
        }

        Assert.That(rows.GetProperty("files").GetArrayLength(), Is.EqualTo(12));
        Assert.That(CsvFile.Read(folder.Combine("report", "rejected.csv")).Rows, Has.Count.EqualTo(
            accounts[^1].GetProperty("read").GetInt64() - accounts[^1].GetProperty("used").GetInt64()));
    }

    [Test]
    public void Every_record_has_one_outcome_per_measure()
    {
        using var manifest = JsonDocument.Parse(File.ReadAllText(folder.Combine("report", "manifest.json")));
        var used = manifest.RootElement.GetProperty("rows").GetProperty("total").GetProperty("used").GetInt64();
        var pooled = results.Rows.Where(row => row["site"] == "All" && row["period"] == "All" && row["breakdown"] == "" && row["measure"] is not ("fls-db-1" or "iof-kpi-11" or "fls-db-cascade"));

        foreach (var row in pooled)
        {
            var outcomes = new[] { "met", "not_met", "unknown", "excluded", "not_due", "not_in_population" }.Sum(name => long.Parse(row[name], CultureInfo.InvariantCulture));
            Assert.That(outcomes, Is.EqualTo(used), row["measure"]);
        }
    }

    [Test]
    public void The_far_out_site_is_outside_the_99_8_limits_even_when_they_are_widened()
    {
        var comparison = CsvFile.Read(folder.Combine("report", "site-comparison.csv"))
            .Rows.Single(row => row["measure"] == "fls-db-7" && row["period"] == "All" && row["site"] == FarOut);

        Assert.That(comparison["flag"], Is.EqualTo("low 99.8"));
        Assert.That(comparison["adjusted_flag"], Is.EqualTo("low 99.8"));
        Assert.That(double.Parse(comparison["value"], CultureInfo.InvariantCulture), Is.LessThan(double.Parse(comparison["adjusted_lower_998"], CultureInfo.InvariantCulture)));
    }

    [Test]
    public void The_far_out_site_is_an_alarm_in_a_plain_sentence_with_the_z_of_the_comparison()
    {
        var comparison = CsvFile.Read(folder.Combine("report", "site-comparison.csv")).Rows.Single(row => row["measure"] == "fls-db-7" && row["period"] == "All" && row["site"] == FarOut);
        var rank = CsvFile.Read(folder.Combine("report", "site-ranks.csv")).Rows.Single(row => row["measure"] == "fls-db-7" && row["period"] == "All" && row["site"] == FarOut);
        var profile = CsvFile.Read(folder.Combine("report", "site-profiles.csv")).Rows.Single(row => row["measure"] == "fls-db-7" && row["site"] == FarOut);

        Assert.That((rank["z"], profile["z"]), Is.EqualTo((comparison["adjusted_z"], comparison["adjusted_z"])));
        Assert.That((rank["word"], rank["rank"]), Is.EqualTo(("alarm", rank["sites"])));
        Assert.That(rank["sentence"], Does.StartWith($"{FarOut} has fewer patients recommended a bone drug than expected by chance (").And.EndWith(", widened for over-dispersion): alarm."));
        Assert.That(File.ReadAllText(folder.Combine("report", "report.html")), Does.Contain(rank["sentence"]));
    }

    [Test]
    public void Standardised_sites_expect_together_what_was_seen_together()
    {
        var rows = CsvFile.Read(folder.Combine("report", "standardised.csv")).Rows;

        Assert.That(rows.Select(row => row["measure"]).Distinct().Count(), Is.GreaterThan(5));
        foreach (var measure in rows.GroupBy(row => row["measure"]))
            Assert.That(Sum(measure, "expected"), Is.EqualTo(Sum(measure, "observed")).Within(1e-6), measure.Key);
        foreach (var row in rows)
        {
            var result = results.Result(row["measure"], row["site"]);
            Assert.That((row["observed"], row["denominator"]), Is.EqualTo((result["numerator"], result["denominator"])));
        }

        static double Sum(IEnumerable<IReadOnlyDictionary<string, string>> rows, string column) => rows.Sum(row => double.Parse(row[column], CultureInfo.InvariantCulture));
    }

    [Test]
    public void The_site_without_a_52_week_block_is_unknown_and_not_0_percent()
    {
        var row = results.Result("fls-db-11", SilentAt52Weeks);

        Assert.That(row["status"], Is.EqualTo("unknown"));
        Assert.That((row["value"], row["band"], row["numerator"], row["denominator"]), Is.EqualTo(("", "", "", "")));
        Assert.That(long.Parse(row["unknown"], CultureInfo.InvariantCulture), Is.Positive);
    }

    [Test]
    public void The_site_without_a_52_week_block_did_not_lose_everybody_at_the_last_step_of_the_cascade()
    {
        var last = results.Result("fls-db-cascade", SilentAt52Weeks);
        var earlier = results.Rows.Where(row => row["measure"] == "fls-db-cascade" && row["site"] == SilentAt52Weeks && row["period"] == "All" && row["breakdown"] == "step").SkipLast(1);

        Assert.That((last["status"], last["value"]), Is.EqualTo(("unknown", "")));
        Assert.That(earlier.Select(row => row["status"]), Is.Not.Empty.And.All.EqualTo("ok"));
    }

    [Test]
    public void The_site_without_a_52_week_block_stays_out_of_the_pooled_denominator()
    {
        var sites = results.Rows.Where(row => row["measure"] == "fls-db-11" && row["site"] != "All" && row["period"] == "All" && row["status"] == "ok").ToList();
        var pooled = results.Result("fls-db-11");

        Assert.That(sites, Has.Count.EqualTo(11));
        Assert.That(double.Parse(pooled["denominator"], CultureInfo.InvariantCulture), Is.EqualTo(sites.Sum(row => double.Parse(row["denominator"], CultureInfo.InvariantCulture))));
        Assert.That(pooled["method"], Does.Contain("left out: 1"));
    }

    [Test]
    public void A_site_of_the_caseload_without_an_export_is_shown_as_having_submitted_nothing() =>
        Assert.That(results.Rows.Where(row => row["site"] == WithoutExport).Select(row => row["status"]), Is.Not.Empty.And.All.EqualTo("no data submitted"));

    // What is planted is counted in sample-data/uk-fls-db/README.md. One of the 14 ages above 110 is of a fracture after the as-at date, which is out of range.
    [TestCase("date-before-fracture", "1.06 DateFLSContact", 10)]
    [TestCase("date-years-before-fracture", "1.06 DateFLSContact", 10)]
    [TestCase("date-before-fracture", "1.07 DateFLSAssess", 49)]
    [TestCase("date-before-fracture", "3.03 DateofDXA", 17)]
    [TestCase("date-after-as-at", "6.02 Dateof16WeekAss", 8)]
    [TestCase("age-under-50", "", 0, Description = "a young patient is a fact")]
    [TestCase("age-over-110", "", 14 - 1)]
    public void Implausible_values_are_found_as_often_as_they_were_planted(string code, string column, int planted)
    {
        var findings = CsvFile.Read(folder.Combine("report", "findings.csv")).Rows.Where(row => row["code"] == code && (column.Length == 0 || row["column"] == column));

        Assert.That(findings.DistinctBy(row => (row["file"], row["sheet"])).Sum(row => int.Parse(row["occurrences"], CultureInfo.InvariantCulture)), Is.EqualTo(planted));
    }

    // Counted by hand in the exports: rows whose 1.12 names a spine and whose 1.11 names neither hip nor spine, one whose 1.11 is not known, and three whose 1.11 names no bone.
    [TestCase("amberford_2023-2025.csv", 8)]
    [TestCase("brindlecombe_2023-2025.csv", 3)]
    [TestCase("carrowmead_2023-2025.csv", 5)]
    [TestCase("DVA FLS export.csv", 7)]
    [TestCase("eldermere_2023-2025.csv", 1)]
    [TestCase("fenholt_2023-2025.csv", 1)]
    [TestCase("glasswater_2023-2025.csv", 2)]
    [TestCase("Harrowick FLS 2025Q2.csv", 0)]
    [TestCase("ivelstone.xlsx", 2)]
    [TestCase("kestrelby_2023-2025.csv", 5)]
    [TestCase("larkhaven.xlsx", 0)]
    [TestCase("mossgate_2023-2025.csv", 2)]
    public void The_index_fracture_is_looked_for_among_all_sites_of_a_row(string file, int moved)
    {
        var findings = CsvFile.Read(folder.Combine("report", "findings.csv")).Rows.Where(row => row["code"] == "index-fracture-moved" && row["file"] == file);

        Assert.That(findings.DistinctBy(row => row["file"]).Sum(row => int.Parse(row["occurrences"], CultureInfo.InvariantCulture)), Is.EqualTo(moved));
    }

    [Test]
    public void No_cell_value_of_a_patient_appears_in_findings_unless_asked() =>
        Assert.That(CsvFile.Read(folder.Combine("report", "findings.csv")).Headings, Has.None.EqualTo("value"));

    [Test]
    public void The_same_input_gives_the_same_bytes()
    {
        var again = folder.Combine("again");
        Run.Of("report", Repository.Sample("uk-fls-db"), "--as-at", "2025-12-31", "--out", again);
        var first = folder.Combine("report");

        string[] Files(string root) => [.. Directory.GetFiles(root, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(root, file)).Order(StringComparer.Ordinal)];
        Assert.That(Files(again), Is.EqualTo(Files(first)));
        foreach (var file in Files(first))
            Assert.That(File.ReadAllBytes(Path.Combine(again, file)), Is.EqualTo(File.ReadAllBytes(Path.Combine(first, file))), file);
    }
}
