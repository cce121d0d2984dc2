using FlsAudit.Statistics;

namespace FlsAudit.UnitTests.Statistics;

/// <summary>constants.csv: normal quantiles of R.</summary>
public sealed class ConfidenceLevelTests
{
    [TestCase("z_0.975", 0.025)]
    [TestCase("z_0.999", 0.001)]
    [TestCase("z_0.9985", 0.0015)]
    public void The_normal_quantile_of_a_tail_is_that_of_the_oracle(string name, double tail)
    {
        var expected = OracleTable.Read("constants.csv").Rows.Single(row => row.Text("name") == name)["value"];

        Assert.That(ConfidenceLevel.WithTail(tail).Z, Near.To(expected, 1e-14));
    }

    [Test]
    public void The_usual_levels_hold_the_matching_tail_and_quantile()
    {
        Assert.That(ConfidenceLevel.Percent95.Z, Near.To(ConfidenceLevel.WithTail(ConfidenceLevel.Percent95.Tail).Z, 1e-14));
        Assert.That(ConfidenceLevel.Percent998.Z, Near.To(ConfidenceLevel.WithTail(ConfidenceLevel.Percent998.Tail).Z, 1e-14));
        Assert.That(ConfidenceLevel.Percent95.Z, Is.EqualTo(ConfidenceLevel.Z95));
        Assert.That(ConfidenceLevel.Percent998.Z, Is.EqualTo(ConfidenceLevel.Z998));
    }

    [TestCase(0)]
    [TestCase(0.5)]
    [TestCase(double.NaN)]
    public void A_tail_that_leaves_no_interval_is_refused(double tail) =>
        Assert.That(() => ConfidenceLevel.WithTail(tail), Throws.TypeOf<ArgumentOutOfRangeException>());
}
