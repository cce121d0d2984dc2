using System.Globalization;
using System.Text.Json;

namespace FlsAudit.AcceptanceTests.CommandLine;

/// <summary>Control charts, differences and trends of a report, from the command line on.</summary>
public sealed class PeriodComparisonTests
{
    private const string Settings = "measure,site,action,period,reason\nfls-db-4,Eldermere,rebase,2024-Q2,a second clinic opened\nfls-db-4,Amberford,exclude,2024-Q1,Flood in the Amberford clinic\n";

    private readonly ScratchFolder folder = new();

    [OneTimeTearDown]
    public void RemoveFolder() => folder.Dispose();

    [Test]
    public void The_three_files_hold_what_results_holds_and_the_formulas_make_of_it()
    {
        Report("plain");
        var results = CsvFile.Read(folder.Combine("plain", "results.csv"));
        var rows = CsvFile.Read(folder.Combine("plain", "control-chart.csv")).Rows.Where(row => row["measure"] == "fls-db-4" && row["site"] == "Amberford").ToList();
        var totals = (X: rows.Sum(row => Number(row, "numerator")), N: rows.Sum(row => Number(row, "denominator")));

        // p = total met / total records; limits 3 standard deviations of sqrt(p (1 - p) / n) either side.
        var p = totals.X / totals.N;
        foreach (var row in rows)
        {
            Assert.That(row["value"], Is.EqualTo(results.Rows.Single(result => result["measure"] == "fls-db-4" && result["site"] == "Amberford" && result["period"] == row["period"] && result["breakdown"].Length == 0)["value"]));
            Assert.That(Number(row, "centre"), Is.EqualTo(100 * p).Within(1e-9));
            Assert.That(Number(row, "upper_limit"), Is.EqualTo(100 * (p + (3 * Math.Sqrt(p * (1 - p) / Number(row, "denominator"))))).Within(1e-9));
            Assert.That((row["chart"], row["preset"]), Is.EqualTo(("p", "making-data-count")));
        }

        var year = CsvFile.Read(folder.Combine("plain", "differences.csv")).Rows.Single(row => row["measure"] == "fls-db-4" && row["site"] == "Amberford" && row["a"] == "2024-Q1" && row["b"] == "2025-Q1");
        Assert.That(Number(year, "difference"), Is.EqualTo(Number(rows.Single(row => row["period"] == "2025-Q1"), "value") - Number(rows.Single(row => row["period"] == "2024-Q1"), "value")).Within(1e-9));
        Assert.That(year["method"], Does.StartWith("the same quarter a year earlier"));
        Assert.That(CsvFile.Read(folder.Combine("plain", "trends.csv")).Rows.Single(row => row["measure"] == "fls-db-4" && row["site"] == "Amberford")["periods"], Is.EqualTo(rows.Count.ToString(CultureInfo.InvariantCulture)));

        using var manifest = JsonDocument.Parse(File.ReadAllText(folder.Combine("plain", "manifest.json")));
        Assert.That(manifest.RootElement.GetRawText(), Does.Contain("control-chart.csv").And.Contain("differences.csv").And.Contain("trends.csv"));
    }

    [Test]
    public void What_people_decided_is_on_the_chart_with_its_reason_and_in_the_manifest()
    {
        folder.Write("settings.csv", Settings);
        Report("decided", "--chart-settings", folder.Combine("settings.csv"));
        var rows = CsvFile.Read(folder.Combine("decided", "control-chart.csv")).Rows.Where(row => row["measure"] == "fls-db-4" && row["site"] == "Eldermere").ToList();

        Assert.That(rows.Select(row => row["centre"]).Distinct().Count(), Is.EqualTo(2));
        Assert.That(File.ReadAllText(folder.Combine("decided", "report.html")), Does.Contain("a second clinic opened"));
        Assert.That(File.ReadAllText(folder.Combine("decided", "manifest.json")), Does.Contain("\"settings.csv\""));
    }

    [Test]
    public void Sites_in_the_settings_and_in_reasons_are_anonymous_where_sites_are()
    {
        folder.Write("names.csv", Settings + "fls-db-4,Amberfrod,exclude,2024-Q1,a slip\n");
        Report("anonymous", "--anonymise-sites", "--chart-settings", folder.Combine("names.csv"));

        var written = string.Concat(new[] { "report.html", "control-chart.csv", "findings.csv" }.Select(name => File.ReadAllText(folder.Combine("anonymous", name))));
        Assert.That(written, Does.Not.Contain("Amberf").And.Not.Contain("Eldermere"));
        Assert.That(written, Does.Match("Flood in the [A-Z] clinic").And.Contain("chart-setting-not-used"));
    }

    [Test]
    public void Another_chart_and_other_rules_are_taken_by_name()
    {
        Report("run", "--control-chart", "run");
        Report("nelson", "--control-chart", "p-prime", "--preset", "nelson");

        Assert.That(CsvFile.Read(folder.Combine("run", "control-chart.csv")).Rows.Select(row => (row["chart"], row["preset"], row["upper_limit"])).Distinct(), Is.EqualTo(new[] { ("run", "anhoej", "") }));
        Assert.That(CsvFile.Read(folder.Combine("nelson", "control-chart.csv")).Rows.Select(row => (row["chart"], row["preset"])).Distinct(), Is.EqualTo(new[] { ("p-prime", "nelson") }));
    }

    [Test]
    public void Wrong_settings_end_the_run_and_name_each_row()
    {
        folder.Write("wrong.csv", "action,period\nfreeze,\nrebase,2024-Q1\n");
        var run = Run.Of("report", Repository.PathOf("sample-data/uk-fls-db"), "--as-at", "2025-12-31", "--out", folder.Combine("none"), "--chart-settings", folder.Combine("wrong.csv"));

        Assert.That(run.ExitCode, Is.EqualTo(11));
        Assert.That(run.Error, Does.Contain("wrong.csv, row 2: No period is named").And.Contain("wrong.csv, row 3: The action rebase has no reason"));
        Assert.That(Directory.Exists(folder.Combine("none")), Is.False);
    }

    private void Report(string name, params string[] arguments)
    {
        var run = Run.Of(["report", Repository.PathOf("sample-data/uk-fls-db"), "--as-at", "2025-12-31", "--standards", "uk-fls-db", "--out", folder.Combine(name), .. arguments]);
        Assert.That(run.ExitCode, Is.Zero, run.Error);
    }

    private static double Number(IReadOnlyDictionary<string, string> row, string column) => double.Parse(row[column], CultureInfo.InvariantCulture);
}
