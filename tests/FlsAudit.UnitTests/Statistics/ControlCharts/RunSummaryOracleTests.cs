using FlsAudit.Statistics;
using FlsAudit.Statistics.ControlCharts;

namespace FlsAudit.UnitTests.Statistics.ControlCharts;

/// <summary>
/// xmr-and-run-summary.csv and anhoej-limits.csv: qicharts2. Its factor is 3/1.128, and its runs rules are applied to the chart of
/// individuals around the mean and to the run chart around the median.
/// </summary>
public sealed class RunSummaryOracleTests
{
    private static IEnumerable<TestCaseData> Cases() => OracleTable.Read("xmr-and-run-summary.csv").Rows
        .Select(row => new TestCaseData(row).SetArgDisplayNames($"series {row.Text("series")} screened {row.Text("screened")}"));

    [TestCaseSource(nameof(Cases))]
    public void Limits_of_individuals_and_points_outside(object row)
    {
        var answers = (OracleRow)row;
        var chart = Individuals(answers);
        var first = chart.Points[0];
        using var scope = Assert.EnterMultipleScope();

        Assert.That(chart.Points, Has.Count.EqualTo((int)answers["n"]));
        Assert.That(first.Centre, Near.To(answers["i_cl"]));
        Near.AssertInterval(first.Limits!.Value, answers["i_lcl"], answers["i_ucl"]);
        Near.AssertInterval(first.Warnings!.Value, answers["i_lcl95"], answers["i_ucl95"]);
        Assert.That(chart.Points.Count(point => point.SideOutside != 0), Is.EqualTo((int)answers["i_n_sigma_signals"]));
    }

    [TestCaseSource(nameof(Cases))]
    public void Runs_around_mean_and_median(object row)
    {
        var answers = (OracleRow)row;
        var run = RunChart.Of(Values(answers));
        using var scope = Assert.EnterMultipleScope();

        AssertRuns(Individuals(answers), answers, "i");
        AssertRuns(run, answers, "run");
        Assert.That(run.Segments.Single().Centre, Near.To(answers["run_median"]));
    }

    [TestCaseSource(nameof(Cases))]
    public void Centre_and_limit_of_the_moving_ranges(object row)
    {
        var answers = (OracleRow)row;
        var chart = MovingRangeChart.Of(Values(answers));

        Assert.That(chart.Points[1].Centre, Near.To(answers["mr_cl"]));
        Near.AssertInterval(chart.Points[1].Limits!.Value, 0, answers["mr_ucl"]);
    }

    [Test]
    public void Limits_of_runs_and_crossings_for_2_to_200_points()
    {
        var rows = OracleTable.Read("anhoej-limits.csv").Rows;
        using var scope = Assert.EnterMultipleScope();

        Assert.That(rows, Has.Count.EqualTo(199));
        foreach (var row in rows)
        {
            var useful = (int)row["n_useful"];
            Assert.That(RunsAnalysis.LongestRunLimitOf(useful), Is.EqualTo((int)row["longest_run_max"]), $"n = {useful}");
            Assert.That(RunsAnalysis.FewestCrossingsOf(useful), Is.EqualTo((int)row["crossings_min"]), $"n = {useful}");
        }
    }

    [Test]
    public void Every_row_is_looked_at() => Assert.That(Cases().Count(), Is.EqualTo(14));

    private static void AssertRuns(ControlChart chart, OracleRow answers, string prefix)
    {
        var runs = RunsAnalysis.Of(chart, chart.Segments.Single());
        var causes = SpecialCauses.Of(chart, SpecialCauseRules.Of(SpecialCausePreset.Anhoej));
        Assert.That(runs.Useful, Is.EqualTo((int)answers[$"{prefix}_n_useful"]), prefix);
        Assert.That(runs.LongestRun, Is.EqualTo((int)answers[$"{prefix}_longest_run"]), prefix);
        Assert.That(runs.LongestRunLimit, Is.EqualTo((int)answers[$"{prefix}_longest_max"]), prefix);
        Assert.That(runs.Crossings, Is.EqualTo((int)answers[$"{prefix}_crossings"]), prefix);
        Assert.That(runs.FewestCrossings, Is.EqualTo((int)answers[$"{prefix}_crossings_min"]), prefix);
        Assert.That(causes.Signals.Count > 0, Is.EqualTo(answers.Text(prefix == "i" ? "i_runs_signal" : "run_signal") == "TRUE"), prefix);
    }

    private static ControlChart Individuals(OracleRow answers) => XmrChart.Of(
        Values(answers), screening: answers.Text("screened") == "TRUE" ? RangeScreening.Screened : RangeScreening.Unscreened, factor: XmrFactor.Unrounded);

    private static double?[] Values(OracleRow answers) =>
        [.. OracleTable.Read("xmr-inputs.csv").Rows.Where(row => row["series"] == answers["series"]).Select(row => (double?)row["y"])];
}
