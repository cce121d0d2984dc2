using FlsAudit.Statistics;
using FlsAudit.Statistics.Funnels;

namespace FlsAudit.UnitTests.Statistics.Funnels;

/// <summary>funnel-inputs.csv and funnel-sites.csv: seven tables of sites, limits and flags of R, UKHSA's package and FunnelPlotR.</summary>
public sealed class FunnelSitesOracleTests
{
    private static readonly ConfidenceLevel Percent997 = ConfidenceLevel.WithTail(0.0015);

    private static IEnumerable<int> Tables() => Enumerable.Range(1, 7);

    [TestCaseSource(nameof(Tables))]
    public void Interpolated_binomial_limits_are_those_of_the_oracle(int table) => ForEachSite(table, (site, centre) =>
    {
        // The oracle leaves a limit below 0 as it falls out of the formula.
        AssertLimits(centre, site, FunnelMethod.InterpolatedBinomial, ConfidenceLevel.Percent95, Math.Max(0, site["interp_LCL95"]), site["interp_UCL95"]);
        AssertLimits(centre, site, FunnelMethod.InterpolatedBinomial, ConfidenceLevel.Percent998, Math.Max(0, site["interp_LCL998"]), site["interp_UCL998"]);
    });

    [TestCaseSource(nameof(Tables))]
    public void Normal_limits_are_those_of_the_oracle_held_to_the_scale(int table) => ForEachSite(table, (site, centre) =>
    {
        AssertLimits(centre, site, FunnelMethod.Normal, ConfidenceLevel.Percent95, Math.Max(0, site["normal_LCL95"]), Math.Min(1, site["normal_UCL95"]));
        AssertLimits(centre, site, FunnelMethod.Normal, ConfidenceLevel.Percent998, Math.Max(0, site["normal_LCL998"]), Math.Min(1, site["normal_UCL998"]));
    });

    [TestCaseSource(nameof(Tables))]
    public void Exact_limits_around_the_predicted_count_are_those_of_the_oracle(int table) => ForEachSite(table, (site, centre) =>
    {
        AssertLimits(centre, site, FunnelMethod.ExactBinomial, ConfidenceLevel.Percent95, site["cp_LCL95"], site["cp_UCL95"]);
        AssertLimits(centre, site, FunnelMethod.ExactBinomial, Percent997, site["cp_LCL997"], site["cp_UCL997"]);
        AssertLimits(centre, site, FunnelMethod.ExactBinomial, ConfidenceLevel.Percent998, site["cp_LCL998"], site["cp_UCL998"]);
    });

    [TestCaseSource(nameof(Tables))]
    public void The_normal_form_flags_the_sites_that_the_UKHSA_package_flags(int table) => ForEachSite(table, (site, centre) =>
    {
        var n = (long)site["n"];
        var sides = (FunnelLimits.SideOf(site["x"], n, centre, ConfidenceLevel.Percent95, FunnelMethod.Normal),
            FunnelLimits.SideOf(site["x"], n, centre, ConfidenceLevel.Percent998, FunnelMethod.Normal));
        var label = sides switch
        {
            (FunnelSide.Below, FunnelSide.Below) => "Low (0.001)",
            (FunnelSide.Below, _) => "Low (0.025)",
            (FunnelSide.Above, FunnelSide.Above) => "High (0.001)",
            (FunnelSide.Above, _) => "High (0.025)",
            _ => "Not significant",
        };

        Assert.That(label, Is.EqualTo(site.Text("phe_significance")), site.Text("site"));
    });

    [TestCaseSource(nameof(Tables))]
    public void Z_and_adjusted_z_are_those_of_the_oracle(int table)
    {
        var sites = Sites(table);
        var spread = Spread(sites);
        using var scope = Assert.EnterMultipleScope();

        Assert.That(sites, Is.Not.Empty);
        for (var i = 0; i < sites.Count; i++)
        {
            Assert.That(spread.Z[i], Near.To(sites[i]["funnelplotr_z_unadj"]), sites[i].Text("site"));
            Assert.That(spread.AdjustedZ[i], Near.To(sites[i]["z_od_adj"]), sites[i].Text("site"));
        }
    }

    [TestCaseSource(nameof(Tables))]
    public void Arcsine_limits_plain_and_adjusted_are_those_of_the_oracle(int table)
    {
        var spread = Spread(Sites(table));
        ForEachSite(table, (site, _) =>
        {
            AssertArcsine(spread.LimitsAt(site["n"], ConfidenceLevel.Percent95), site, "fp_LCL95", "fp_UCL95");
            AssertArcsine(spread.LimitsAt(site["n"], ConfidenceLevel.Percent998), site, "fp_LCL998", "fp_UCL998");
            AssertArcsine(spread.AdjustedLimitsAt(site["n"], ConfidenceLevel.Percent95), site, "fp_OD_LCL95", "fp_OD_UCL95");
            AssertArcsine(spread.AdjustedLimitsAt(site["n"], ConfidenceLevel.Percent998), site, "fp_OD_LCL998", "fp_OD_UCL998");
        });
    }

    private static void AssertArcsine(FlsAudit.Statistics.Interval limits, OracleRow site, string lower, string upper)
    {
        Assert.That(limits.Lower, Is.EqualTo(site[lower]).Within(Near.RoundedQuantile), $"{site.Text("site")} {lower}");
        Assert.That(limits.Upper, Is.EqualTo(site[upper]).Within(Near.RoundedQuantile), $"{site.Text("site")} {upper}");
    }

    private static void AssertLimits(double centre, OracleRow site, FunnelMethod method, ConfidenceLevel level, double lower, double upper) =>
        Near.AssertInterval(FunnelLimits.Of(centre, (long)site["n"], level, method), lower, upper);

    private static void ForEachSite(int table, Action<OracleRow, double> check)
    {
        var sites = Sites(table);
        var centre = sites.Sum(site => site["x"]) / sites.Sum(site => site["n"]);
        using var scope = Assert.EnterMultipleScope();

        Assert.That(sites, Is.Not.Empty);
        foreach (var site in sites) check(site, centre);
    }

    private static OverDispersion Spread(IReadOnlyList<OracleRow> sites) => OverDispersion.Of([.. sites.Select(site => (site["x"], site["n"]))]);

    private static List<OracleRow> Sites(int table) => [.. OracleTable.Read("funnel-sites.csv").Rows.Where(row => row["table"] == table)];
}
