using System.Globalization;
using System.Text.Json;

namespace FlsAudit.AcceptanceTests.CommandLine;

/// <summary>The sample as it may be given away.</summary>
public sealed class DisclosureTests
{
    private static readonly string[] Policies = ["suppress-below-8", "hes"];
    private static readonly Dictionary<string, CsvFile> Results = [];
    private static readonly Dictionary<string, Run> Runs = [];
    private static ScratchFolder folder = null!;
    private static CsvFile exact = null!;

    [OneTimeSetUp]
    public static void Reports()
    {
        folder = new ScratchFolder();
        foreach (var policy in Policies.Prepend("internal"))
        {
            Runs[policy] = Run.Of("report", Repository.Sample("uk-fls-db"), "--as-at", "2025-12-31", "--by", "sex", "--disclosure", policy, "--out", folder.Combine(policy));
            Assert.That(Runs[policy].ExitCode, Is.Zero, Runs[policy].Error);
            Results[policy] = CsvFile.Read(folder.Combine(policy, "results.csv"));
        }

        exact = Results["internal"];
    }

    [OneTimeTearDown]
    public static void CleanUp() => folder.Dispose();

    [TestCaseSource(nameof(Policies))]
    public void Small_counts_are_suppressed_with_all_that_is_worked_out_from_them(string policy)
    {
        var suppressed = 0;
        foreach (var (before, row) in exact.Rows.Zip(Results[policy].Rows))
        {
            Assert.That((row["measure"], row["site"], row["period"], row["category"]), Is.EqualTo((before["measure"], before["site"], before["period"], before["category"])));
            Assert.That(new[] { "met", "not_met", "unknown", "excluded", "not_due", "not_in_population", "unknown_counted" }.Select(heading => row[heading]), Has.All.Empty);
            if (IsSmall(before)) Assert.That(row["status"], Is.EqualTo("suppressed"), $"{row["measure"]} {row["site"]} {row["period"]} {row["category"]}");
            if (row["status"] != "suppressed") continue;
            suppressed++;
            Assert.That(new[] { "numerator", "denominator", "value", "lower_95", "upper_95", "lower_998", "upper_998", "q1", "q3", "band" }.Select(heading => row[heading]), Has.All.Empty);
        }

        Assert.That(suppressed, Is.GreaterThan(100));
        Assert.That(Results[policy].Result("fls-db-4")["status"], Is.EqualTo("ok"));
    }

    [TestCaseSource(nameof(Policies))]
    public void Every_output_names_its_policy(string policy)
    {
        Assert.That(Results[policy].Rows.Where(row => row["status"] == "ok").Select(row => row["method"]), Has.All.Contain($"disclosure {policy}"));
        Assert.That(CsvFile.Read(folder.Combine(policy, "site-comparison.csv")).Rows.Select(row => row["method"]), Has.All.Contain($"disclosure {policy}"));
        var text = new AllText(folder.Combine(policy));
        var places = text.Places([$"Released as {policy}"]);
        Assert.That(places, Has.Some.Contains("report.html").And.Some.Contains("sheet1.xml"));
        Assert.That(text.Places(["Internal: not for publication"]), Is.Empty);
    }

    [TestCaseSource(nameof(Policies))]
    public void There_are_no_lists_of_rows_and_no_counts_of_rows(string policy)
    {
        using var manifest = JsonDocument.Parse(File.ReadAllText(folder.Combine(policy, "manifest.json")));
        using var full = JsonDocument.Parse(File.ReadAllText(folder.Combine("internal", "manifest.json")));
        var total = full.RootElement.GetProperty("rows").GetProperty("total");
        var used = total.GetProperty("used").GetInt64();

        Assert.Multiple(() =>
        {
            Assert.That(manifest.RootElement.GetProperty("rows").ValueKind, Is.EqualTo(JsonValueKind.Null));
            Assert.That(File.Exists(folder.Combine(policy, "rejected.csv")), Is.False);
            Assert.That(File.Exists(folder.Combine("internal", "rejected.csv")), Is.True);
            Assert.That(Runs[policy].Output, Does.Not.Contain("Duplicate").And.Not.Contain(used.ToString("N0", CultureInfo.InvariantCulture)));
            Assert.That(new AllText(folder.Combine(policy)).Places([used.ToString("#,##0", CultureInfo.InvariantCulture), $">{used}<"]), Is.Empty);
            Assert.That(CsvFile.Read(folder.Combine(policy, "findings.csv")).Rows.Where(row => row["occurrences"] != "1" || row["row"].Length > 0), Is.Empty);
        });
    }

    [TestCaseSource(nameof(Policies))]
    public void Only_sites_that_are_shown_are_compared(string policy)
    {
        var shown = Results[policy].Rows.Where(row => row["status"] == "ok").Select(row => (row["measure"], row["site"], row["period"])).ToHashSet();

        Assert.That(CsvFile.Read(folder.Combine(policy, "site-comparison.csv")).Rows.Select(row => (row["measure"], row["site"], row["period"])), Is.SubsetOf(shown));
    }

    [Test]
    public void Rounded_counts_are_multiples_of_five_and_make_the_percentages()
    {
        foreach (var row in Results["hes"].Rows.Where(row => row["status"] == "ok" && row["unit"] == "percent" && row["measure"].StartsWith("fls-db-", StringComparison.Ordinal) && row["measure"] is not ("fls-db-1" or "fls-db-2" or "fls-db-3")))
        {
            double numerator = Number(row["numerator"]), denominator = Number(row["denominator"]);
            Assert.That((numerator % 5, denominator % 5), Is.EqualTo((0.0, 0.0)));
            Assert.That(Number(row["value"]), Is.EqualTo(100 * numerator / denominator));
        }
    }

    [TestCase("suppress-below-1")]
    [TestCase("secret")]
    public void Another_policy_is_refused_with_those_there_are(string policy)
    {
        var refused = Run.Of("report", Repository.Sample("uk-fls-db"), "--as-at", "2025-12-31", "--disclosure", policy, "--out", folder.Combine("none"));

        Assert.That(refused.ExitCode, Is.EqualTo(2));
        Assert.That(refused.Error, Does.Contain($"--disclosure takes internal, suppress-below-N with N from 2, such as suppress-below-8, or hes, not '{policy}'."));
    }

    [TestCase("--include-worklist")]
    [TestCase("--show-values")]
    public void What_shows_records_goes_with_the_internal_policy_only(string option)
    {
        var refused = Run.Of("report", Repository.Sample("uk-fls-db"), "--as-at", "2025-12-31", option, "--disclosure", "hes", "--out", folder.Combine("none"));

        Assert.That(refused.ExitCode, Is.EqualTo(2));
        Assert.That(refused.Error, Does.Contain($"{option} ").And.Contain("--disclosure internal only"));
    }

    // Shares of records; a caseload's and a field's numbers are others.
    private static bool IsSmall(IReadOnlyDictionary<string, string> row) =>
        row["status"] == "ok" && row["unit"] == "percent" && row["numerator"].Length > 0 && row["measure"] is not ("fls-db-1" or "iof-kpi-1") && Number(row["numerator"]) is > 0 and < 8;

    private static double Number(string cell) => double.Parse(cell, CultureInfo.InvariantCulture);
}
