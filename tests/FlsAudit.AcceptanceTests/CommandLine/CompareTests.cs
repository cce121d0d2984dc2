using System.Globalization;
using System.Text.Json;

namespace FlsAudit.AcceptanceTests.CommandLine;

/// <summary>Tables that somebody else counted, from the command line to the files: the numbers are those of other programs, row by row.</summary>
public sealed class CompareTests
{
    private const double Close = 1e-9;
    private const string Funnel = "measure,site,numerator,denominator\nDXA,North,50,100\nDXA,South,49,100\nDXA,East,51,100\nDXA,West,50,100\nDXA,Far,95,100\n";

    private static ScratchFolder folder = null!;

    [OneTimeSetUp]
    public static void MakeFolder() => folder = new ScratchFolder();

    [OneTimeTearDown]
    public static void CleanUp() => folder.Dispose();

    [TestCase("funnel")]
    [TestCase("caterpillar")]
    public void Sites_lie_where_another_program_puts_them(string chart)
    {
        var expected = Oracle("funnel-sites");
        var rows = Compared(Table("measure,site,numerator,denominator", expected.Select(row => $"t{row["table"]},{row["site"]},{row["x"]},{row["n"]}")), chart, "site-comparison.csv")
            .ToDictionary(row => (row["measure"], row["site"]));

        Assert.That(rows, Has.Count.EqualTo(expected.Count));
        foreach (var row in expected)
        {
            var made = rows[($"t{row["table"]}", row["site"])];
            Assert.That(made["period"], Is.EqualTo("All"));
            AssertPercent(made, "value", row["rate"]);
            Assert.That(Number(made["z"]), Is.EqualTo(Number(row["funnelplotr_z_unadj"])).Within(Close));
            Assert.That(made["flag"], Is.AnyOf("in limits", "low 95", "high 95", "low 99.8", "high 99.8"));
        }
    }

    [TestCase("p")]
    [TestCase("p-prime")]
    public void Charts_of_proportions_have_the_limits_of_another_program(string chart)
    {
        var counts = Oracle("p-chart-inputs");
        var expected = Oracle("p-chart-expected").Where(row => row["chart"] == (chart == "p" ? "p" : "pp") && row["screened"] == "TRUE").ToList();
        var rows = Compared(Table("site,period,numerator,denominator", counts.Select(row => $"s{row["series"]},{Month(row["i"])},{row["x"]},{row["n"]}")), chart, "control-chart.csv")
            .ToDictionary(row => (row["site"], row["period"]));

        Assert.That(expected, Is.Not.Empty);
        foreach (var row in expected)
        {
            var made = rows[($"s{row["series"]}", Month(row["i"]))];
            AssertPercent(made, "value", row["y"]);
            AssertPercent(made, "centre", row["cl"]);
            AssertPercent(made, "lower_limit", row["lcl"]);
            AssertPercent(made, "upper_limit", row["ucl"]);
            AssertPercent(made, "lower_warning", row["lcl95"]);
            AssertPercent(made, "upper_warning", row["ucl95"]);
            Assert.That(made["rules"].Split(';').Contains("outside the limits"), Is.EqualTo(row["sigma_signal"] == "TRUE"));
        }
    }

    [TestCase("making-data-count", "TRUE")]
    [TestCase("without-screening", "FALSE")]
    public void Xmr_charts_of_values_have_the_limits_and_signals_of_another_program(string preset, string screened)
    {
        var expected = Oracle("xmr-points").Where(row => row["screen"] == screened && row["direction"] == "increase").ToList();
        var rows = Compared(Table("site,period,value", expected.Select(row => $"s{row["series"]},{Month(row["i"])},{row["y"]}")), "xmr", "control-chart.csv", "--preset", preset, "--better", "higher")
            .ToDictionary(row => (row["site"], row["period"]));

        Assert.That(rows, Has.Count.EqualTo(expected.Count));
        foreach (var row in expected)
        {
            var made = rows[($"s{row["series"]}", Month(row["i"]))];
            Assert.That(Number(made["value"]), Is.EqualTo(Number(row["y"])));
            Assert.That(Number(made["centre"]), Is.EqualTo(Number(row["mean"])).Within(Close));
            // A series that does not vary has no limits here, where the other program prints limits without width.
            if (made["lower_limit"].Length == 0) continue;
            Assert.That(Number(made["lower_limit"]), Is.EqualTo(Number(row["lpl"])).Within(Close));
            Assert.That(Number(made["upper_limit"]), Is.EqualTo(Number(row["upl"])).Within(Close));
            Assert.That((made["rules"].Length > 0, made["preset"]), Is.EqualTo((row["special_cause"] != "Common Cause", preset)), $"series {row["series"]}, point {row["i"]}");
        }
    }

    [Test]
    public void Differences_have_the_limits_and_the_test_of_another_program()
    {
        var expected = Oracle("two-proportions").ToList();
        // There, the first less the second; here, b less a.
        var rows = Compared(
            Table("measure,period,numerator,denominator", expected.SelectMany(row => new[] { $"c{row["case"]},2025-02,{row["x1"]},{row["n1"]}", $"c{row["case"]},2025-01,{row["x2"]},{row["n2"]}" })), "difference", "differences.csv")
            .ToDictionary(row => row["measure"]);

        Assert.That(rows, Has.Count.EqualTo(expected.Count));
        foreach (var row in expected)
        {
            var made = rows[$"c{row["case"]}"];
            Assert.That((made["a"], made["b"], made["x1"], made["n2"]), Is.EqualTo(("2025-01", "2025-02", row["x2"], row["n1"])));
            AssertPercent(made, "difference", row["diff"]);
            AssertPercent(made, "lower_95", row["newcombe_lo"]);
            AssertPercent(made, "upper_95", row["newcombe_hi"]);
            if (made["p"].Length > 0) Assert.That(Number(made["p"]), Is.EqualTo(Number(row["p_uncorrected"])).Within(Close));
        }
    }

    [Test]
    public void Trends_have_the_test_and_the_slope_of_another_program()
    {
        var counts = Oracle("trend-inputs");
        var expected = Oracle("trend-expected");
        var rows = Compared(Table("site,period,numerator,denominator", counts.Select(row => $"s{row["series"]},{Month(row["period"])},{row["x"]},{row["n"]}")), "trend", "trends.csv").ToDictionary(row => row["site"]);

        Assert.That(rows, Has.Count.EqualTo(expected.Count));
        foreach (var row in expected)
        {
            var made = rows[$"s{row["series"]}"];
            Assert.That(made["periods"], Is.EqualTo(row["k"]));
            if (made["p"].Length > 0)
            {
                Assert.That(Number(made["chi_square"]), Is.EqualTo(Number(row["cochran_armitage_chisq"])).Within(1e-8));
                Assert.That(Number(made["p"]), Is.EqualTo(Number(row["cochran_armitage_p"])).Within(Close));
            }

            if (made["slope"].Length > 0) Assert.That(Number(made["slope"]), Is.EqualTo(Number(row["logit_slope"])).Within(1e-6));
        }
    }

    [Test]
    public void The_folder_holds_what_the_manifest_lists_and_the_terminal_says_what_was_found()
    {
        var run = Run.Of("compare", folder.Write("sites.csv", Funnel), "--chart", "funnel", "--better", "higher", "--target", "60%", "--out", folder.Combine("whole"));

        Assert.That(run.ExitCode, Is.Zero, run.Error);
        Assert.That(run.Output, Does.StartWith("DXA: 1 of 5 sites differs from the pooled 59.0 % by more than chance explains: Far (95.0 %, above the 95 % limit, better)").And.Contain("1 of 5 sites is at 60.0 % or above."));
        using var manifest = JsonDocument.Parse(File.ReadAllText(folder.Combine("whole", "manifest.json")));
        Assert.That(
            manifest.RootElement.GetProperty("outputs").EnumerateArray().Select(file => file.GetProperty("path").GetString()),
            Is.EqualTo((string[])["benchmark.xlsx", "figures/funnel-DXA.svg", "findings.csv", "site-comparison.csv"]));
        Assert.That(manifest.RootElement.GetProperty("rows").GetProperty("total").GetProperty("used").GetInt32(), Is.EqualTo(5));
        Assert.That(manifest.RootElement.TryGetProperty("as_at", out _), Is.False);
    }

    [Test]
    public void The_same_table_gives_the_same_bytes_and_replaces_an_earlier_result()
    {
        var table = folder.Write("again.csv", Funnel);
        string[] command = ["compare", table, "--chart", "funnel", "--out", folder.Combine("again")];
        Run.Of(command);
        var first = Files();
        Run.Of(command);

        Assert.That(Files(), Is.EqualTo(first));

        string[] Files() => [.. Directory.GetFiles(folder.Combine("again"), "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(file => Convert.ToBase64String(File.ReadAllBytes(file)))];
    }

    [Test]
    public void A_table_with_problems_is_refused_with_all_of_them_and_an_earlier_result_stays()
    {
        Run.Of("compare", folder.Write("good.csv", Funnel), "--chart", "funnel", "--out", folder.Combine("kept"));

        var run = Run.Of("compare", folder.Write("bad.csv", "site,numerator,denominator\nA,5,4\n,1,2\nB,x,2\n"), "--chart", "funnel", "--out", folder.Combine("kept"));

        Assert.That((run.ExitCode, run.Output), Is.EqualTo((11, "")));
        Assert.That(run.Error, Does.Contain("3 problems; nothing was written").And.Contain("[table-count-impossible]").And.Contain("[table-name-blank]").And.Contain("[table-count-not-read]"));
        Assert.That(File.ReadAllText(folder.Combine("kept", "site-comparison.csv")), Does.Contain("DXA,Far"));
    }

    [TestCase("--chart is required", "--out", "x")]
    [TestCase("--out is required", "--chart", "funnel")]
    [TestCase("--chart takes funnel, caterpillar, p, p-prime, xmr, run, difference, trend, not 'pie'", "--chart", "pie", "--out", "x")]
    [TestCase("--preset names rules for charts of periods", "--chart", "funnel", "--preset", "nelson", "--out", "x")]
    [TestCase("--target goes with --chart funnel", "--chart", "trend", "--target", "5", "--out", "x")]
    [TestCase("--target takes a percentage from 0 to 100", "--chart", "funnel", "--target", "120", "--out", "x")]
    [TestCase("--target takes a number such as 80", "--chart", "funnel", "--target", "many", "--out", "x")]
    [TestCase("--better takes higher, lower, not 'up'", "--chart", "funnel", "--better", "up", "--out", "x")]
    public void A_command_that_makes_no_sense_is_not_run(string said, params string[] options)
    {
        var run = Run.Of(["compare", folder.Write("usage.csv", Funnel), .. options.Select(option => option == "x" ? folder.Combine("never") : option)]);

        Assert.That(run.ExitCode, Is.EqualTo(2));
        Assert.That(run.Error, Does.Contain(said));
        Assert.That(Directory.Exists(folder.Combine("never")), Is.False);
    }

    [Test]
    public void A_table_that_is_not_there_is_an_input_error() =>
        Assert.That(Run.Of("compare", folder.Combine("nowhere.csv"), "--chart", "funnel", "--out", folder.Combine("none")).ExitCode, Is.EqualTo(11));

    [Test]
    public void A_table_may_be_piped_in()
    {
        var run = Run.Piped(System.Text.Encoding.UTF8.GetBytes(Funnel), "compare", "-", "--chart", "caterpillar", "--out", folder.Combine("piped"));

        Assert.That(run.ExitCode, Is.Zero, run.Error);
        Assert.That(CsvFile.Read(folder.Combine("piped", "site-comparison.csv")).Rows, Has.Count.EqualTo(5));
    }

    [Test]
    public void A_name_that_would_run_as_a_formula_stays_a_name()
    {
        Run.Of("compare", folder.Write("formula.csv", "site,numerator,denominator\n=1+1,1,10\nB,2,10\n"), "--chart", "funnel", "--out", folder.Combine("formula"));

        Assert.That(File.ReadAllText(folder.Combine("formula", "site-comparison.csv")), Does.Contain("\"'=1+1\""));
    }

    private static IReadOnlyList<IReadOnlyDictionary<string, string>> Compared(string table, string chart, string file, params string[] options)
    {
        var output = folder.Combine("out-" + Guid.NewGuid().ToString("N"));
        var run = Run.Of(["compare", folder.Write("counted.csv", table), "--chart", chart, "--out", output, .. options]);
        Assert.That(run.ExitCode, Is.Zero, run.Error);
        return CsvFile.Read(Path.Combine(output, file)).Rows;
    }

    private static string Table(string headings, IEnumerable<string> rows) => headings + "\n" + string.Concat(rows.Select(row => row + "\n"));

    // Month 1 is January 2000.
    private static string Month(string place) =>
        int.Parse(place, CultureInfo.InvariantCulture) - 1 is var month ? string.Create(CultureInfo.InvariantCulture, $"{2000 + (month / 12):0000}-{(month % 12) + 1:00}") : "";

    private static void AssertPercent(IReadOnlyDictionary<string, string> row, string column, string share)
    {
        if (row[column].Length == 0) return;
        Assert.That(Number(row[column]), Is.EqualTo(100 * Number(share)).Within(100 * Close), column);
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static IReadOnlyList<IReadOnlyDictionary<string, string>> Oracle(string name) => CsvFile.Read(Repository.PathOf($"tests/FlsAudit.UnitTests/Statistics/Oracle/{name}.csv")).Rows;
}
