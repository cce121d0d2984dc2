using FlsAudit.Statistics;
using FlsAudit.Statistics.Funnels;

namespace FlsAudit.UnitTests.Statistics.Funnels;

/// <summary>
/// funnel-second-opinion.csv: another implementation's funnels of ratios. SR compares with a fixed expectation (plain: exact limits;
/// over-dispersed: square-root scale), RC compares two counts.
/// </summary>
public sealed class RatioSecondOpinionOracleTests
{
    // The second opinion iterates chi-square quantiles and stops early. R's, in standardised-ratio-sites.csv, agree to 1e-9.
    private const double Iterated = 1e-7;
    private const double IteratedZ = 1e-5;

    private static IEnumerable<TestCaseData> Tables() => OracleTable.Read("funnel-second-opinion.csv").Rows
        .Where(row => row.Text("chart") != "PR")
        .GroupBy(row => (Table: row.Text("table"), Chart: row.Text("chart"), Adjusted: row.Text("od")))
        .Select(group => new TestCaseData(group.ToList()).SetArgDisplayNames($"table {group.Key.Table} {group.Key.Chart} over-dispersed: {group.Key.Adjusted}"));

    [TestCaseSource(nameof(Tables))]
    public void Tau2_z_and_limits_are_those_of_the_second_opinion(object rows)
    {
        var sites = (List<OracleRow>)rows;
        var twoCounts = sites[0].Text("chart") == "RC";
        var adjusted = sites[0].Text("od") == "yes";
        var spread = RatioDispersion.Of([.. sites.Select(site => (site["x"], site["n"]))], twoCounts ? RatioScale.TwoCounts : RatioScale.SquareRoot);
        using var scope = Assert.EnterMultipleScope();

        for (var i = 0; i < sites.Count; i++)
        {
            var site = sites[i];
            var exact = !twoCounts && !(adjusted && site["tau2"] > 0);
            Assert.That(spread.Centre, Near.To(site["target"]), site.Text("site"));
            if (adjusted || twoCounts) Assert.That(spread.Tau2, Near.To(site["tau2"]), site.Text("site"));
            if (exact) Assert.That(RatioFunnel.Z(site["x"], site["n"]), Is.EqualTo(site["z"]).Within(IteratedZ), site.Text("site"));
            else Assert.That(adjusted ? spread.AdjustedZ[i] : spread.Z[i], Near.To(site["z"]), site.Text("site"));
            AssertLimits(exact, adjusted, spread, site, ConfidenceLevel.Percent95, "ll95", "ul95");
            AssertLimits(exact, adjusted, spread, site, ConfidenceLevel.Percent998, "ll998", "ul998");
        }
    }

    [Test]
    public void Every_row_is_looked_at() =>
        Assert.That(
            Tables().Sum(table => ((List<OracleRow>)table.Arguments[0]!).Count),
            Is.EqualTo(OracleTable.Read("funnel-second-opinion.csv").Rows.Count(row => row.Text("chart") != "PR")));

    private static void AssertLimits(bool exact, bool adjusted, RatioDispersion spread, OracleRow site, ConfidenceLevel level, string lower, string upper)
    {
        if (exact)
        {
            var limits = RatioFunnel.LimitsAt(site["n"], level);
            Assert.That(limits.Lower, Near.To(site[lower], Iterated), $"{site.Text("site")} {lower}");
            Assert.That(limits.Upper, Near.To(site[upper], Iterated), $"{site.Text("site")} {upper}");
            return;
        }

        Near.AssertInterval(adjusted ? spread.AdjustedLimitsAt(site["n"], level) : spread.LimitsAt(site["n"], level), site[lower], site[upper]);
    }
}
