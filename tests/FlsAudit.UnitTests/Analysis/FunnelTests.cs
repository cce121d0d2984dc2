using FlsAudit.Analysis;
using FlsAudit.Standards;
using FlsAudit.UnitTests.Specifications;

namespace FlsAudit.UnitTests.Analysis;

/// <summary>Sites against their pooled centre.</summary>
public sealed class FunnelTests
{
    private static readonly MeasureDefinition Treated = Language.Measure("numerator: treatment = recommended\nunknown: not-met");

    // Nine sites near 50 %, and one at 10 %.
    private static readonly ReleasedReport Report = Audit.Of(Treated, Table([.. Enumerable.Range(1, 9).Select(i => ($"site-{i}", 48 + (i % 5), 100)), ("far-out", 10, 100)]));

    [Test]
    public void The_site_far_out_is_below_the_outer_limit_and_the_others_are_within()
    {
        var funnel = Report.Funnel("tested")!;

        var flags = funnel.Sites.ToDictionary(site => site.Site, funnel.HeadlineFlag);
        Assert.That(flags["far-out"], Is.EqualTo(FunnelFlag.Low998));
        Assert.That(flags.Where(pair => pair.Key != "far-out").Select(pair => pair.Value), Is.All.EqualTo(FunnelFlag.InLimits));
    }

    [Test]
    public void The_centre_is_the_pooled_percentage()
    {
        var funnel = Report.Funnel("tested")!;

        // 49 50 51 52 48 49 50 51 52 add up to 452; with 10 that is 462 of 1000.
        Assert.That(funnel.Centre, Is.EqualTo(46.2));
        Assert.That(funnel.Centre, Is.EqualTo(Report.Find("tested", Result.All, Result.All)!.Value));
    }

    [Test]
    public void A_site_far_above_is_flagged_high()
    {
        var funnel = Audit.Of(Treated, Table([("a", 50, 100), ("b", 49, 100), ("c", 51, 100), ("d", 50, 100), ("e", 95, 100)])).Funnel("tested")!;

        Assert.That(funnel.Sites.Single(site => site.Site == "e").Flag, Is.EqualTo(FunnelFlag.High998));
    }

    [Test]
    public void The_headline_flag_is_the_adjusted_one_where_sites_differ_by_more_than_chance()
    {
        // Every site is far from every other: wide adjusted limits, and no site to point at.
        var funnel = Audit.Of(Treated, Table([("a", 10, 100), ("b", 30, 100), ("c", 50, 100), ("d", 70, 100), ("e", 90, 100)])).Funnel("tested")!;

        Assert.That(funnel.Tau2, Is.GreaterThan(0));
        Assert.That(funnel.Phi, Is.GreaterThan(1));
        Assert.That(funnel.Sites[0].Flag, Is.EqualTo(FunnelFlag.Low998));
        Assert.That(funnel.HeadlineFlag(funnel.Sites[0]), Is.EqualTo(FunnelFlag.InLimits));
        Assert.That(Math.Abs(funnel.Sites[0].AdjustedZ), Is.LessThan(Math.Abs(funnel.Sites[0].Z)));
    }

    [Test]
    public void Sites_without_a_value_are_not_in_it()
    {
        var funnel = Audit.Of(Treated, Table([("a", 5, 10), ("b", 5, 10)]) + "\nsilent | 7 |").Funnel("tested")!;

        Assert.That(funnel.Sites.Select(site => site.Site), Is.EqualTo(new[] { "a", "b" }));
        Assert.That((funnel.Centre, funnel.Phi, funnel.Tau2), Is.EqualTo((50.0, (double?)null, 0.0)), "two sites are too few for over-dispersion");
        Assert.That(funnel.Method, Does.Contain("too few sites"));
    }

    [Test]
    public void One_site_is_no_comparison() =>
        Assert.That(Audit.Of(Treated, Table([("a", 5, 10)])).SiteComparisons, Is.Empty);

    [Test]
    public void There_is_one_over_all_periods_first_and_one_for_each_period_with_two_sites()
    {
        var report = Audit.Of(Treated, """
            site | n | treatment   | fracture_date
            a    | 5 | recommended | 2025-08-01
            a    | 5 | declined    | 2025-02-01
            b    | 5 | recommended | 2025-02-01
            """);

        Assert.That(report.SiteComparisons.Select(funnel => funnel.Period), Is.EqualTo(new[] { Result.All, "2025-Q1" }));
    }

    [Test]
    public void Under_report_both_the_unknowns_count()
    {
        var both = Language.Measure("numerator: treatment = recommended\nunknown: report-both");
        var funnel = Audit.Of(both, Table([("a", 5, 10), ("b", 5, 10)]) + "\na | 10 |").Funnel("tested")!;

        Assert.That(funnel.Sites[0].Denominator, Is.EqualTo(20));
    }

    [Test]
    public void The_curves_rise_in_denominator_past_the_largest_site_and_never_leave_the_scale()
    {
        var curve = Report.Funnel("tested")!.Curve;

        Assert.That(curve.Select(point => point.Denominator), Is.Ordered.Ascending.And.Unique);
        Assert.That(curve[^1].Denominator, Is.EqualTo(105));
        foreach (var limits in curve.SelectMany(point => new[] { point.Limits95, point.Limits998, point.AdjustedLimits95, point.AdjustedLimits998 }))
            Assert.That((limits.Lower, limits.Upper), Is.EqualTo((Math.Clamp(limits.Lower, 0, limits.Upper), Math.Clamp(limits.Upper, limits.Lower, 100))));
    }

    [Test]
    public void The_method_says_which_variant_of_the_interpolated_limits_it_is() =>
        Assert.That(Report.Funnel("tested")!.Method, Does.Contain("interpolated").And.Contain("upper limit without the extra 1/n"));

    [Test]
    public void The_normal_limits_are_used_when_asked_for_and_the_method_says_so()
    {
        var funnel = new Audit { Measures = [Treated], Records = Table([("a", 40, 100), ("b", 60, 100), ("c", 50, 100)]), FunnelLimits = FunnelLimitKind.Normal }.Run().Funnel("tested")!;

        // 50 ∓ 1.959963984540054 · √(50 · 50/100) = 50 ∓ 9.79982.
        Assert.That(funnel.Sites[0].Limits95.Lower, Is.EqualTo(50 - (1.959963984540054 * 5)).Within(1e-9));
        Assert.That(funnel.Sites[0].Limits95.Upper, Is.EqualTo(50 + (1.959963984540054 * 5)).Within(1e-9));
        Assert.That(funnel.Sites[0].Flag, Is.EqualTo(FunnelFlag.Low95));
        Assert.That(funnel.Method, Does.StartWith("normal limits"));
    }

    private static string Table((string Site, int Met, int Records)[] sites) =>
        "site | n | treatment\n" + string.Join('\n', sites.Select(site => $"{site.Site} | {site.Met} | recommended\n{site.Site} | {site.Records - site.Met} | declined"));
}
