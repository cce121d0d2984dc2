using FlsAudit.Reports.Drawing;

namespace FlsAudit.UnitTests.Reports;

public sealed class NiceScaleTests
{
    [TestCase(0, 1530, 8, "0|200|400|600|800|1,000|1,200|1,400|1,600")]
    [TestCase(31.2, 68.9, 5, "30|40|50|60|70")]
    [TestCase(0, 0.9, 4, "0.00|0.25|0.50|0.75|1.00")]
    [TestCase(-3, 3, 3, "-4|-2|0|2|4")]
    public void Ticks_are_round_numbers_that_hold_both_ends(double from, double to, int steps, string labels) =>
        Assert.That(string.Join("|", NiceScale.Over("", from, to, steps).Ticks.Select(tick => tick.Label)), Is.EqualTo(labels));

    [TestCase(5)]
    [TestCase(0)]
    public void A_single_value_gets_an_axis_of_some_length(double value)
    {
        var axis = NiceScale.Over("", value, value, 5);
        Assert.That(axis.Max, Is.GreaterThan(axis.Min));
    }

    [TestCase(100, 100, 90, 100, TestName = "Every site at 100 percent")]
    [TestCase(0, 0, 0, 10, TestName = "Every site at 0 percent")]
    [TestCase(50, 52, 50, 60, TestName = "Sites close together")]
    [TestCase(11, 72, 0, 80, TestName = "Sites far apart: 61 points in about six steps are steps of 20")]
    public void The_axis_of_a_funnel_stays_within_0_and_100_and_is_wide_enough_to_read(double low, double high, double min, double max)
    {
        var axis = FunnelFigure.PercentAxis(low, high);

        Assert.That((axis.Min, axis.Max), Is.EqualTo((min, max)));
    }
}
