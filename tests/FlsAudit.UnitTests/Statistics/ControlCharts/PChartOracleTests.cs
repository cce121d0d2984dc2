using FlsAudit.Statistics;
using FlsAudit.Statistics.ControlCharts;

namespace FlsAudit.UnitTests.Statistics.ControlCharts;

/// <summary>p-chart-inputs.csv, p-chart-expected.csv and p-chart-freeze-part-exclude.csv: qicharts2 on five series of 12 to 24 periods.</summary>
public sealed class PChartOracleTests
{
    private static IEnumerable<TestCaseData> Charts() => OracleTable.Read("p-chart-expected.csv").Rows
        .GroupBy(row => (Series: row.Text("series"), Chart: row.Text("chart"), Screened: row.Text("screened")))
        .Select(group => new TestCaseData(group.ToList()).SetArgDisplayNames($"series {group.Key.Series} chart {group.Key.Chart} screened {group.Key.Screened}"));

    private static IEnumerable<TestCaseData> Baselines() => OracleTable.Read("p-chart-freeze-part-exclude.csv").Rows
        .GroupBy(row => row.Text("case")).Select(group => new TestCaseData(group.Key, group.ToList()).SetArgDisplayNames(group.Key));

    [TestCaseSource(nameof(Charts))]
    public void Limits_signals_and_runs(object rows)
    {
        var expected = (List<OracleRow>)rows;
        var counts = Counts(expected[0].Text("series"));
        var screening = expected[0].Text("screened") == "TRUE" ? RangeScreening.Screened : RangeScreening.Unscreened;
        var chart = expected[0].Text("chart") switch
        {
            "p" => PChart.Of(counts),
            "pp" => PChart.Prime(counts, screening: screening),
            "u" => UChart.Of(counts),
            _ => UChart.Prime(counts, screening: screening),
        };
        using var scope = Assert.EnterMultipleScope();

        Assert.That(chart.Points, Has.Count.EqualTo(expected.Count));
        for (var i = 0; i < expected.Count; i++)
        {
            var (point, answers) = (chart.Points[i], expected[i]);
            Assert.That(point.Value, Near.To(answers["y"]), $"period {i + 1}");
            Assert.That(point.Centre, Near.To(answers["cl"]), $"period {i + 1}");
            Near.AssertInterval(point.Limits!.Value, answers["lcl"], answers["ucl"]);
            Near.AssertInterval(point.Warnings!.Value, answers["lcl95"], answers["ucl95"]);
            Assert.That(point.SideOutside != 0, Is.EqualTo(answers.Text("sigma_signal") == "TRUE"), $"period {i + 1}");
        }

        AssertRuns(RunsAnalysis.Of(chart, chart.Segments.Single()), expected[0]);
    }

    [TestCaseSource(nameof(Baselines))]
    public void Frozen_divided_and_with_excluded_periods(string name, object rows)
    {
        var expected = (List<OracleRow>)rows;
        var chart = PChart.Of(Counts("2"), name switch
        {
            "series2_freeze12" => new ChartBaseline { Freeze = 12 },
            "series2_part16" => new ChartBaseline { Steps = [16] },
            "series2_exclude_3_5" => new ChartBaseline { Excluded = [2, 4] },
            _ => throw new ArgumentException(name),
        });
        using var scope = Assert.EnterMultipleScope();

        for (var i = 0; i < expected.Count; i++)
        {
            var (point, answers) = (chart.Points[i], expected[i]);
            Assert.That(point.Value, Near.To(answers["y"]), $"period {i + 1}");
            Assert.That(point.Centre, Near.To(answers["cl"]), $"period {i + 1}");
            Near.AssertInterval(point.Limits!.Value, answers["lcl"], answers["ucl"]);
            Assert.That(point.SideOutside != 0, Is.EqualTo(answers.Text("sigma") == "TRUE"), $"period {i + 1}");
            AssertRuns(RunsAnalysis.Of(chart, chart.Segments[(int)answers["part"] - 1]), answers);
        }
    }

    [Test]
    public void Every_row_is_looked_at()
    {
        Assert.That(Charts().Sum(chart => ((List<OracleRow>)chart.Arguments[0]!).Count), Is.EqualTo(600));
        Assert.That(Baselines().Sum(chart => ((List<OracleRow>)chart.Arguments[1]!).Count), Is.EqualTo(72));
    }

    private static void AssertRuns(RunsAnalysis runs, OracleRow answers)
    {
        Assert.That(runs.LongestRun, Is.EqualTo((int)answers["longest_run"]));
        Assert.That(runs.LongestRunLimit, Is.EqualTo((int)answers["longest_max"]));
        Assert.That(runs.Crossings, Is.EqualTo((int)answers["crossings"]));
        Assert.That(runs.FewestCrossings, Is.EqualTo((int)answers["crossings_min"]));
        Assert.That(runs.RunTooLong || runs.CrossingsTooFew, Is.EqualTo(answers.Text("runs_signal") == "TRUE"));
    }

    private static List<(double X, double N)> Counts(string series) =>
        [.. OracleTable.Read("p-chart-inputs.csv").Rows.Where(row => row.Text("series") == series).Select(row => (row["x"], row["n"]))];
}
