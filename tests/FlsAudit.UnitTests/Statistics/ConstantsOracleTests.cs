using FlsAudit.Statistics;
using FlsAudit.Statistics.ControlCharts;

namespace FlsAudit.UnitTests.Statistics;

/// <summary>constants.csv: the chart constants and quantiles that are used somewhere, each where it is used.</summary>
public sealed class ConstantsOracleTests
{
    // 1 2 4: moving ranges 1 and 2, mean 1.5, centre 7/3.
    private static readonly double?[] Values = [1, 2, 4];
    private const double MeanRange = 1.5;

    [TestCase("z_0.99865", 0.00135)]
    [TestCase("z_0.84134", 0.15866)]
    [TestCase("powerbi_z68", 0.16)]
    public void Further_normal_quantiles(string name, double tail) => Assert.That(ConfidenceLevel.WithTail(tail).Z, Near.To(Constant(name)));

    [Test]
    public void The_limit_of_a_moving_range_is_D4_means() =>
        Assert.That(MovingRangeChart.Of(Values).Points[1].Limits!.Value.Upper, Near.To(Constant("D4_n2") * MeanRange));

    [Test]
    public void Limits_of_individuals_are_2_66_or_3_over_d2_mean_ranges_off()
    {
        var rounded = XmrChart.Of(Values).Points[0];
        var unrounded = XmrChart.Of(Values, factor: XmrFactor.Unrounded).Points[0];

        Assert.That(rounded.Limits!.Value.Upper - rounded.Centre, Near.To(2.66 * MeanRange));
        Assert.That(rounded.Warnings!.Value.Upper - rounded.Centre, Near.To(Constant("2sigma_mult=2*2.66/3") * MeanRange));
        Assert.That(unrounded.Limits!.Value.Upper - unrounded.Centre, Near.To(Constant("E2=3/d2") * MeanRange));
        Assert.That(unrounded.Sigma, Near.To(MeanRange / Constant("d2_n2")));
    }

    [Test]
    public void Every_constant_is_looked_at() =>
        Assert.That(OracleTable.Read("constants.csv").Rows.Select(row => row.Text("name")), Is.EquivalentTo(new[]
        {
            "z_0.975", "z_0.999", "z_0.9985", "z_0.99865", "z_0.84134", "powerbi_z68", "d2_n2", "D4_n2", "E2=3/d2", "2sigma_mult=2*2.66/3",
        }));

    private static double Constant(string name) => OracleTable.Read("constants.csv").Rows.Single(row => row.Text("name") == name)["value"];
}
