using FlsAudit.Statistics;
using FlsAudit.Statistics.Funnels;

namespace FlsAudit.UnitTests.Statistics.Funnels;

/// <summary>
/// standardised-ratio-sites.csv and standardised-ratio-tables.csv: FunnelPlotR on four tables of observed and expected. Its limits use a
/// normal quantile rounded to six decimals (compared at 1e-6). Its over-dispersed CQC limits are not squared back to the ratio, and its
/// RC limits are too narrow: those are held against funnel-second-opinion.csv instead, and here it is shown what the difference is.
/// </summary>
public sealed class StandardisedRatioOracleTests
{
    private static IEnumerable<TestCaseData> Tables() => OracleTable.Read("standardised-ratio-tables.csv").Rows
        .Select(row => new TestCaseData(row).SetArgDisplayNames($"table {row.Text("table")} {row.Text("method")}"));

    [TestCaseSource(nameof(Tables))]
    public void Phi_tau2_and_the_number_of_ratios_used(object row)
    {
        var answers = (OracleRow)row;
        var spread = Spread(answers);
        using var scope = Assert.EnterMultipleScope();

        Assert.That(spread.Z, Has.Count.EqualTo((int)answers["k"]));
        Assert.That(spread.Phi, Near.To(answers["phi"]));
        Assert.That(spread.Tau2, Near.To(answers["tau2"]));
        Assert.That(spread.Used, Is.EqualTo((int)answers["n_used"]));
    }

    [TestCaseSource(nameof(Tables))]
    public void Z_and_ratio_of_every_site(object row)
    {
        var answers = (OracleRow)row;
        var sites = Sites(answers);
        var spread = Spread(answers);
        using var scope = Assert.EnterMultipleScope();

        for (var i = 0; i < sites.Count; i++)
        {
            Assert.That(sites[i]["obs"] / sites[i]["exp"], Near.To(sites[i]["ratio"]), sites[i].Text("site"));
            Assert.That(spread.Z[i], Near.To(sites[i]["z"]), sites[i].Text("site"));
        }
    }

    [TestCaseSource(nameof(Tables))]
    public void What_is_left_of_extreme_z(object row)
    {
        var answers = (OracleRow)row;
        var sites = Sites(answers);
        var spread = Spread(answers);
        double[] sorted = [.. spread.Z.Select(z => z!.Value).Order()];
        var (low, high) = (FlsAudit.Statistics.Quantiles.Quantile.Type7(sorted, 0.1), FlsAudit.Statistics.Quantiles.Quantile.Type7(sorted, 0.9));
        using var scope = Assert.EnterMultipleScope();

        var kept = sites.Count(site => site.Text("z_trimmed").Length > 0);
        Assert.That(kept, Is.EqualTo(spread.Used), "truncated z are empty");
        for (var i = 0; i < sites.Count && ScaleOf(answers) != RatioScale.Logarithm; i++)
        {
            Assert.That(Math.Clamp(spread.Z[i]!.Value, low, high), Near.To(sites[i]["z_trimmed"]), sites[i].Text("site"));
        }
    }

    [TestCaseSource(nameof(Tables))]
    public void Plain_limits_are_the_exact_ones_but_for_ratios_of_two_counts(object row) => ForEachSite(row, (site, scale, spread) =>
    {
        if (scale == RatioScale.TwoCounts)
        {
            // The oracle takes 1/(2√E) for the deviation of the logarithm, that of the square root. It is nearly √2·1/√E.
            AssertRounded(Narrow(site["exp"], ConfidenceLevel.Percent95), site, "LCL95", "UCL95", spread.Centre);
            AssertRounded(Narrow(site["exp"], ConfidenceLevel.Percent998), site, "LCL998", "UCL998", spread.Centre);
            return;
        }

        Near.AssertInterval(RatioFunnel.LimitsAt(site["exp"], ConfidenceLevel.Percent95), site["LCL95"], site["UCL95"]);
        Near.AssertInterval(RatioFunnel.LimitsAt(site["exp"], ConfidenceLevel.Percent998), site["LCL998"], site["UCL998"]);
    });

    [TestCaseSource(nameof(Tables))]
    public void Widened_limits_and_flags_on_the_logarithmic_scale_and_what_is_wrong_with_the_others(object row) => ForEachSite(row, (site, scale, spread) =>
    {
        var limits95 = spread.AdjustedLimitsAt(site["exp"], ConfidenceLevel.Percent95);
        var limits998 = spread.AdjustedLimitsAt(site["exp"], ConfidenceLevel.Percent998);
        if (scale == RatioScale.Logarithm)
        {
            AssertRounded(limits95, site, "OD_LCL95", "OD_UCL95", 1);
            AssertRounded(limits998, site, "OD_LCL998", "OD_UCL998", 1);
            Assert.That(!limits998.Contains(site["ratio"]), Is.EqualTo(site["outlier998"] != 0), site.Text("site"));
        }
        else if (scale == RatioScale.TwoCounts)
        {
            AssertRounded(Narrow(site["exp"], ConfidenceLevel.Percent95, spread.Tau2!.Value), site, "OD_LCL95", "OD_UCL95", spread.Centre);
            AssertRounded(Narrow(site["exp"], ConfidenceLevel.Percent998, spread.Tau2!.Value), site, "OD_LCL998", "OD_UCL998", spread.Centre);
        }
        else
        {
            // The oracle prints 1 ∓ z·√(s² + tau²), which is the square root of the limit.
            AssertRounded(new FlsAudit.Statistics.Interval(Math.Sqrt(limits95.Lower), Math.Sqrt(limits95.Upper)), site, "OD_LCL95", "OD_UCL95", 1);
            AssertRounded(new FlsAudit.Statistics.Interval(Math.Sqrt(limits998.Lower), Math.Sqrt(limits998.Upper)), site, "OD_LCL998", "OD_UCL998", 1);
        }
    });

    [Test]
    public void Every_row_is_looked_at()
    {
        Assert.That(Tables().Count(), Is.EqualTo(12));
        Assert.That(OracleTable.Read("standardised-ratio-tables.csv").Rows.Sum(row => Sites(row).Count), Is.EqualTo(OracleTable.Read("standardised-ratio-sites.csv").Rows.Count));
    }

    private static FlsAudit.Statistics.Interval Narrow(double expected, ConfidenceLevel level, double between = 0)
    {
        var reach = level.Z * Math.Sqrt((1 / (4 * expected)) + between);
        return new(Math.Exp(-reach), Math.Exp(reach));
    }

    private static void AssertRounded(FlsAudit.Statistics.Interval limits, OracleRow site, string lower, string upper, double centre)
    {
        Assert.That(limits.Lower * centre, Is.EqualTo(site[lower]).Within(Near.RoundedQuantile), $"{site.Text("site")} {lower}");
        Assert.That(limits.Upper * centre, Is.EqualTo(site[upper]).Within(Near.RoundedQuantile), $"{site.Text("site")} {upper}");
    }

    private static void ForEachSite(object row, Action<OracleRow, RatioScale, RatioDispersion> check)
    {
        var answers = (OracleRow)row;
        var spread = Spread(answers);
        using var scope = Assert.EnterMultipleScope();

        foreach (var site in Sites(answers)) check(site, ScaleOf(answers), spread);
    }

    private static RatioScale ScaleOf(OracleRow table) => table.Text("method") switch
    {
        "SHMI" => RatioScale.Logarithm,
        "CQC" => RatioScale.SquareRoot,
        _ => RatioScale.TwoCounts,
    };

    private static RatioDispersion Spread(OracleRow table) => RatioDispersion.Of([.. Sites(table).Select(site => (site["obs"], site["exp"]))], ScaleOf(table));

    private static List<OracleRow> Sites(OracleRow table) =>
        [.. OracleTable.Read("standardised-ratio-sites.csv").Rows.Where(row => row["table"] == table["table"] && row.Text("method") == table.Text("method"))];
}
