using FlsAudit.Statistics;
using FlsAudit.Statistics.Funnels;

namespace FlsAudit.UnitTests.Statistics.Funnels;

/// <summary>funnel-second-opinion.csv: another implementation's arcsine funnels for proportions (chart PR), plain and over-dispersed.</summary>
public sealed class FunnelSecondOpinionOracleTests
{
    [Test]
    public void Tau2_z_and_limits_are_those_of_the_second_opinion([Range(1, 7)] int table, [Values] bool adjusted)
    {
        var sites = OracleTable.Read("funnel-second-opinion.csv").Rows
            .Where(row => row["table"] == table && row.Text("chart") == "PR" && row.Text("od") == (adjusted ? "yes" : "no")).ToList();
        var spread = OverDispersion.Of([.. sites.Select(site => (site["x"], site["n"]))]);
        using var scope = Assert.EnterMultipleScope();

        Assert.That(sites, Is.Not.Empty);
        for (var i = 0; i < sites.Count; i++)
        {
            var site = sites[i];
            Assert.That(spread.Centre, Near.To(site["target"]));
            Assert.That(spread.Tau2, Near.To(site["tau2"]));
            Assert.That(adjusted ? spread.AdjustedZ[i] : spread.Z[i], Near.To(site["z"]), site.Text("site"));
            AssertLimits(spread, site, adjusted, ConfidenceLevel.Percent95, "ll95", "ul95");
            AssertLimits(spread, site, adjusted, ConfidenceLevel.Percent998, "ll998", "ul998");
        }
    }

    private static void AssertLimits(OverDispersion spread, OracleRow site, bool adjusted, ConfidenceLevel level, string lower, string upper)
    {
        var n = site["n"];
        var limits = adjusted ? spread.AdjustedLimitsAt(n, level) : spread.LimitsAt(n, level);

        // Past the end of the scale the oracle folds the limit back or leaves the cell empty; held at the end, it is 1.
        var highest = Math.Asin(Math.Sqrt(site["target"])) + (level.Z * Math.Sqrt((1 / (4 * n)) + (adjusted ? site["tau2"] : 0)));
        Near.AssertInterval(limits, site[lower], highest > Math.PI / 2 ? 1 : site[upper]);
    }
}
