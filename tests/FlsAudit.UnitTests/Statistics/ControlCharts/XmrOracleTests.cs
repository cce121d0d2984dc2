using FlsAudit.Statistics;
using FlsAudit.Statistics.ControlCharts;

namespace FlsAudit.UnitTests.Statistics.ControlCharts;

/// <summary>
/// xmr-inputs.csv, xmr-points.csv, xmr-edge-cases.csv and xmr-rebase-and-freeze.csv: NHSRplotthedots, limits and the one label per point that
/// it prints, for series of 13 to 36 points, screened or not, and all three directions of better.
/// </summary>
public sealed class XmrOracleTests
{
    private static readonly SpecialCauseRules Rules = SpecialCauseRules.Of(SpecialCausePreset.MakingDataCount);

    private static IEnumerable<TestCaseData> Series() => OracleTable.Read("xmr-points.csv").Rows
        .GroupBy(row => (Series: row.Text("series"), Screen: row.Text("screen"), Direction: row.Text("direction")))
        .Select(group => new TestCaseData(group.ToList()).SetArgDisplayNames($"series {group.Key.Series} screened {group.Key.Screen} better {group.Key.Direction}"));

    private static IEnumerable<TestCaseData> Rebased() => Cases("xmr-rebase-and-freeze.csv");

    private static IEnumerable<TestCaseData> Edges() => Cases("xmr-edge-cases.csv");

    [TestCaseSource(nameof(Series))]
    public void Limits_zones_and_labels_of_a_series(object rows)
    {
        var points = (List<OracleRow>)rows;
        var inputs = OracleTable.Read("xmr-inputs.csv").Rows.Where(row => row.Text("series") == points[0].Text("series")).Select(row => row["y"]);
        var chart = XmrChart.Of(
            Values(points), screening: points[0].Text("screen") == "TRUE" ? RangeScreening.Screened : RangeScreening.Unscreened);
        using var scope = Assert.EnterMultipleScope();

        Assert.That(points.Select(point => point["y"]), Is.EqualTo(inputs));
        AssertPoints(chart, points);
        for (var i = 0; i < points.Count; i++)
        {
            var (point, expected) = (chart.Points[i], points[i]);
            Assert.That(point.Side, Is.EqualTo((int)expected["relative"]), $"point {i + 1}");
            Assert.That(point.SideOutside != 0, Is.EqualTo(expected.Text("outside") == "TRUE"), $"point {i + 1}");
            Assert.That(point.SideOutside == 0 && !point.Warnings!.Value.Contains(point.Value!.Value), Is.EqualTo(expected.Text("close") == "TRUE"), $"point {i + 1}");
        }
    }

    [TestCaseSource(nameof(Rebased))]
    public void Steps_and_frozen_baselines(string name, object rows)
    {
        var points = (List<OracleRow>)rows;
        var chart = XmrChart.Of(Values(points), new ChartBaseline
        {
            Steps = [.. points.Select((point, i) => (Group: point.Text("rebase_group"), Place: i)).DistinctBy(point => point.Group).Select(point => point.Place)],
            Freeze = name.Contains("fix", StringComparison.Ordinal) ? 12 : null,
        });
        using var scope = Assert.EnterMultipleScope();

        Assert.That(chart.Segments, Has.Count.EqualTo(points.Select(point => point.Text("rebase_group")).Distinct().Count()));
        AssertPoints(chart, points);
    }

    [TestCaseSource(nameof(Edges))]
    public void Edge_cases(string name, object rows)
    {
        var points = (List<OracleRow>)rows;
        var chart = XmrChart.Of(Values(points));
        var causes = SpecialCauses.Of(chart, Rules);
        using var scope = Assert.EnterMultipleScope();

        if (name != "all_same_but_one")
        {
            AssertPoints(chart, points);
            return;
        }

        // Screening leaves ranges of 0 only. The oracle then draws limits without width and flags every single point.
        Assert.That(points.Select(point => point.Text("special_cause")), Has.None.EqualTo("Common Cause"));
        Assert.That(chart.Segments.Single().State, Is.EqualTo(SegmentState.NoVariation));
        Assert.That(chart.Points.Select(point => point.Centre), Is.All.EqualTo(points[0]["mean"]).Within(1e-12));
        Assert.That(chart.Points.Select(point => point.Limits), Is.All.Null);
        Assert.That(causes.Signals, Is.Empty);
    }

    [Test]
    public void Every_row_is_looked_at()
    {
        Assert.That(Series().Sum(Count(0)), Is.EqualTo(1116));
        Assert.That(Rebased().Sum(Count(1)), Is.EqualTo(92));
        Assert.That(Edges().Sum(Count(1)), Is.EqualTo(47));
    }

    private static Func<TestCaseData, int> Count(int argument) => test => ((List<OracleRow>)test.Arguments[argument]!).Count;

    private static IEnumerable<TestCaseData> Cases(string file) => OracleTable.Read(file).Rows
        .GroupBy(row => row.Text("case")).Select(group => new TestCaseData(group.Key, group.ToList()).SetArgDisplayNames(group.Key));

    private static double?[] Values(List<OracleRow> points) => [.. points.Select(point => point.Text("y").Length == 0 ? (double?)null : point["y"])];

    private static void AssertPoints(ControlChart chart, List<OracleRow> points)
    {
        var causes = SpecialCauses.Of(chart, Rules);
        for (var i = 0; i < points.Count; i++)
        {
            var (point, expected) = (chart.Points[i], points[i]);
            Assert.That(point.Centre, Near.To(expected["mean"]), $"point {i + 1}");
            if (expected.Text("lpl").Length == 0) Assert.That(point.Limits, Is.Null, $"point {i + 1}");
            else Near.AssertInterval(point.Limits!.Value, expected["lpl"], expected["upl"]);
            Assert.That(Label(causes.LeadingAt(i)), Is.EqualTo(expected.Text("special_cause")), $"point {i + 1}");
            if (expected.Has("direction")) Assert.That(PointType(causes.LeadingAt(i), expected.Text("direction")), Is.EqualTo(expected.Text("point_type")), $"point {i + 1}");
        }
    }

    private static string Label((SpecialCauseRule Rule, SignalSide Side)? cause) => cause switch
    {
        null => "Common Cause",
        (SpecialCauseRule.OutsideLimits, SignalSide.High) => "Above UCL",
        (SpecialCauseRule.OutsideLimits, _) => "Below LCL",
        (SpecialCauseRule.Trend, SignalSide.High) => "7 Point Trend (Increasing)",
        (SpecialCauseRule.Trend, _) => "7 Point Trend (Decreasing)",
        (SpecialCauseRule.TwoOfThree, SignalSide.High) => "2 in 3 Above CL",
        (SpecialCauseRule.TwoOfThree, _) => "2 in 3 Below CL",
        (SpecialCauseRule.Shift, SignalSide.High) => "7 Points Above CL",
        (SpecialCauseRule.Shift, _) => "7 Points Below CL",
        _ => "another rule",
    };

    private static string PointType((SpecialCauseRule Rule, SignalSide Side)? cause, string direction)
    {
        if (cause is not { } signal) return "common_cause";
        var better = direction switch
        {
            "increase" => Better.Higher,
            "decrease" => Better.Lower,
            _ => Better.Neither,
        };
        return SignalMeaning.Of(signal.Side, better) switch
        {
            SpecialCauseMeaning.Improvement => "special_cause_improvement",
            SpecialCauseMeaning.Concern => "special_cause_concern",
            _ => signal.Side == SignalSide.High ? "special_cause_neutral_high" : "special_cause_neutral_low",
        };
    }
}
