using FlsAudit.Statistics;
using FlsAudit.Statistics.Funnels;
using FlsAudit.Statistics.Quantiles;

namespace FlsAudit.UnitTests.Statistics.Funnels;

/// <summary>funnel-inputs.csv to funnel-tables.csv: phi and tau² of seven tables of sites, and how many sites are flagged.</summary>
public sealed class FunnelTablesOracleTests
{
    private static IEnumerable<TestCaseData> Tables() => OracleTable.Read("funnel-tables.csv").Rows
        .Select(row => new TestCaseData(row).SetArgDisplayNames($"table {row.Text("table")}"));

    [TestCaseSource(nameof(Tables))]
    public void Centre_phi_and_tau2_are_those_of_the_oracle(object row)
    {
        var answers = (OracleRow)row;
        var spread = OverDispersion.Of(Units(answers));
        using var scope = Assert.EnterMultipleScope();

        Assert.That(spread.Z, Has.Count.EqualTo((int)answers["k"]));
        Assert.That(spread.Centre, Near.To(answers["p0"]));
        Assert.That(spread.Phi, Near.To(answers["phi_winsorised"]));
        Assert.That(spread.Tau2, Near.To(answers["tau2_winsorised"]));
        Assert.That(spread.Z.Average(z => z * z), Near.To(answers["phi_raw"]));
    }

    [TestCaseSource(nameof(Tables))]
    public void The_winsorising_quantiles_of_z_are_those_of_the_oracle(object row)
    {
        var answers = (OracleRow)row;
        double[] sorted = [.. OverDispersion.Of(Units(answers)).Z.Order()];
        using var scope = Assert.EnterMultipleScope();

        Assert.That(Quantile.Type7(sorted, 0.1), Near.To(answers["z_q10"]));
        Assert.That(Quantile.Type7(sorted, 0.9), Near.To(answers["z_q90"]));
    }

    [TestCaseSource(nameof(Tables))]
    public void As_many_sites_lie_strictly_outside_as_in_the_oracle(object row)
    {
        var answers = (OracleRow)row;
        var units = Units(answers);
        var spread = OverDispersion.Of(units);
        using var scope = Assert.EnterMultipleScope();

        Assert.That(Outside(units, n => spread.LimitsAt(n, ConfidenceLevel.Percent95)), Is.EqualTo(answers["n_out95_unadj"]));
        Assert.That(Outside(units, n => spread.LimitsAt(n, ConfidenceLevel.Percent998)), Is.EqualTo(answers["n_out998_unadj"]));
        Assert.That(Outside(units, n => spread.AdjustedLimitsAt(n, ConfidenceLevel.Percent95)), Is.EqualTo(answers["n_out95_od"]));
        Assert.That(Outside(units, n => spread.AdjustedLimitsAt(n, ConfidenceLevel.Percent998)), Is.EqualTo(answers["n_out998_od"]));
    }

    private static int Outside(IEnumerable<(double X, double N)> units, Func<double, FlsAudit.Statistics.Interval> limitsAt) =>
        units.Count(unit => !limitsAt(unit.N).Contains(unit.X / unit.N));

    private static (double X, double N)[] Units(OracleRow table) =>
        [.. OracleTable.Read("funnel-inputs.csv").Rows.Where(row => row["table"] == table["table"]).Select(row => (row["x"], row["n"]))];
}
