using FlsAudit.Statistics;
using FlsAudit.Statistics.Comparisons;
using FlsAudit.Statistics.Funnels;

namespace FlsAudit.UnitTests.Statistics.Funnels;

/// <summary>funnel-sites.csv and funnel-tables.csv: the columns about tests, flags and limits by other names.</summary>
public sealed class FunnelSitesFurtherOracleTests
{
    // Φ(-3), so that z is 3.
    private static readonly ConfidenceLevel ThreeSigma = ConfidenceLevel.WithTail(0.00134989803163009);

    [Test]
    public void Limits_of_the_UKHSA_package_are_the_normal_ones([Range(1, 7)] int table) => ForEachSite(table, (site, centre) =>
    {
        AssertNormal(site, centre, ConfidenceLevel.Percent95, "phe_LCL95", "phe_UCL95");
        AssertNormal(site, centre, ConfidenceLevel.Percent998, "phe_LCL998", "phe_UCL998");
        AssertNormal(site, centre, ThreeSigma, "sigma3_LCL", "sigma3_UCL");
    });

    [Test]
    public void The_binomial_quantile_is_at_most_one_count_inside_the_interpolated_limit([Range(1, 7)] int table) => ForEachSite(table, (site, centre) =>
    {
        var n = (long)site["n"];
        var limits = FunnelLimits.Of(centre, n, ConfidenceLevel.Percent95);
        Assert.That(site["qbinom_LCL95"] - limits.Lower, Is.InRange(-1e-9, (1.0 / n) + 1e-9), site.Text("site"));
        Assert.That(site["qbinom_UCL95"] - limits.Upper, Is.InRange(-1e-9, (1.0 / n) + 1e-9), site.Text("site"));
        limits = FunnelLimits.Of(centre, n, ConfidenceLevel.Percent998);
        Assert.That(site["qbinom_LCL998"] - limits.Lower, Is.InRange(-1e-9, (1.0 / n) + 1e-9), site.Text("site"));
        Assert.That(site["qbinom_UCL998"] - limits.Upper, Is.InRange(-1e-9, (1.0 / n) + 1e-9), site.Text("site"));
    });

    [Test]
    public void The_exact_test_against_the_centre([Range(1, 7)] int table) => ForEachSite(table, (site, centre) =>
        Assert.That(ExactBinomialTest.P((long)site["x"], (long)site["n"], centre), Near.To(site["binom_p_two_sided"]), site.Text("site")));

    [Test]
    public void Flags_are_those_of_the_oracle_plain_and_adjusted([Range(1, 7)] int table)
    {
        var sites = Sites(table);
        var spread = OverDispersion.Of([.. sites.Select(site => (site["x"], site["n"]))]);
        ForEachSite(table, (site, _) =>
        {
            AssertFlag(site, spread.LimitsAt(site["n"], ConfidenceLevel.Percent95), "outlier95_unadj");
            AssertFlag(site, spread.LimitsAt(site["n"], ConfidenceLevel.Percent998), "outlier998_unadj");
            AssertFlag(site, spread.AdjustedLimitsAt(site["n"], ConfidenceLevel.Percent95), "outlier95_od");
            AssertFlag(site, spread.AdjustedLimitsAt(site["n"], ConfidenceLevel.Percent998), "outlier998_od");
        });
    }

    [Test]
    public void Winsorised_z_are_held_at_the_quantiles_of_the_table([Range(1, 7)] int table)
    {
        var answers = OracleTable.Read("funnel-tables.csv").Rows.Single(row => row["table"] == table);
        ForEachSite(table, (site, _) => Assert.That(
            Math.Clamp(site["funnelplotr_z_unadj"], answers["z_q10"], answers["z_q90"]), Near.To(site["funnelplotr_z_wins"]), site.Text("site")));
    }

    [Test]
    public void Heterogeneity_of_the_table([Range(1, 7)] int table)
    {
        var answers = OracleTable.Read("funnel-tables.csv").Rows.Single(row => row["table"] == table);
        var test = HeterogeneityTest.Of([.. Sites(table).Select(site => (site["x"], site["n"]))])!.Value;
        using var scope = Assert.EnterMultipleScope();

        Assert.That(test.ChiSquare, Near.To(answers["chisq_heterogeneity"]));
        Assert.That(test.DegreesOfFreedom, Is.EqualTo((int)answers["chisq_df"]));
        Assert.That(test.P, Near.To(answers["chisq_p"]));
    }

    private static void AssertFlag(OracleRow site, FlsAudit.Statistics.Interval limits, string column) =>
        Assert.That(!limits.Contains(site["rate"]), Is.EqualTo(site[column] != 0), $"{site.Text("site")} {column}");

    // The oracle does not hold its limits to the scale.
    private static void AssertNormal(OracleRow site, double centre, ConfidenceLevel level, string lower, string upper) =>
        Near.AssertInterval(FunnelLimits.Of(centre, (long)site["n"], level, FunnelMethod.Normal), Math.Max(0, site[lower]), Math.Min(1, site[upper]));

    private static void ForEachSite(int table, Action<OracleRow, double> check)
    {
        var sites = Sites(table);
        var centre = sites.Sum(site => site["x"]) / sites.Sum(site => site["n"]);
        using var scope = Assert.EnterMultipleScope();

        Assert.That(sites, Is.Not.Empty);
        foreach (var site in sites) check(site, centre);
    }

    private static List<OracleRow> Sites(int table) => [.. OracleTable.Read("funnel-sites.csv").Rows.Where(row => row["table"] == table)];
}
