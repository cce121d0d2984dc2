using FlsAudit.Analysis;
using FlsAudit.Analysis.Sites;
using FlsAudit.Model;
using FlsAudit.Standards;
using FlsAudit.UnitTests.Specifications;
using PropertyAttribute = FsCheck.NUnit.PropertyAttribute;

namespace FlsAudit.UnitTests.Analysis;

/// <summary>Sites in order, how far the order is known, and which of them differ when many are looked at.</summary>
public sealed class SiteRankingTests
{
    private static readonly MeasureDefinition Higher = Language.Measure("numerator: treatment = recommended\nunknown: not-met") with { Better = Better.Higher };
    private static readonly OutlierPolicy Policy = new([new OutlierLevel(2, "alert"), new OutlierLevel(3, "alarm")], "better than expected", new Provenance("made up", ProvenanceStatus.Inferred));

    [Test]
    public void Rank_1_is_the_best_and_equal_values_share_the_better_place()
    {
        var sites = Ranking(Higher, ("a", 50, 100), ("b", 90, 100), ("c", 5, 10), ("d", 10, 100)).Sites;

        Assert.That(sites.Select(site => site.Rank), Is.EqualTo(new[] { 2, 1, 2, 4 }));
    }

    [Test]
    public void Where_less_is_better_the_lowest_is_first()
    {
        var lower = Ranking(Higher with { Better = Better.Lower }, ("a", 50, 100), ("b", 90, 100), ("c", 5, 10), ("d", 10, 100));

        Assert.That(lower.Sites.Select(site => site.Rank), Is.EqualTo(new[] { 2, 4, 2, 1 }));
        Assert.That(lower.Sites.Select(site => site.FavourableZ), Is.EqualTo(lower.Sites.Select(site => -site.Z)));
    }

    [Test]
    public void Where_neither_is_better_the_highest_is_first_and_nothing_is_favourable_or_achievable()
    {
        var neither = Ranking(Higher with { Better = Better.None }, ("a", 50, 100), ("b", 90, 100));

        Assert.That(neither.Sites.Select(site => site.Rank), Is.EqualTo(new[] { 2, 1 }));
        Assert.That(neither.Sites.Select(site => (site.FavourableZ, site.Word)), Is.All.EqualTo(((double?)null, "")));
        Assert.That(neither.Achievable, Is.Null);
    }

    [Property(MaxTest = 60)]
    public void Everything_is_what_counting_pair_by_pair_gives(int seed, byte count)
    {
        var random = new Random(seed);
        (string, int, int)[] table = [.. Enumerable.Range(0, (count % 9) + 2).Select(i => { var n = random.Next(1, 60); return ($"s{i:00}", random.Next(n + 1), n); })];
        var ranking = Ranking(Higher, table);
        var sites = ranking.Sites;

        // Each of k intervals at the level whose k-th power is 95 %.
        var z = ZWith(1 - Math.Pow(0.95, 1.0 / sites.Count));
        (double Lower, double Upper)[] joint = [.. sites.Select(site => Wilson(site.Site.Numerator, site.Site.Denominator, z))];
        double[] p = [.. sites.Select(site => TwoSided(site.Z))];
        for (var i = 0; i < sites.Count; i++)
        {
            Assert.That(sites[i].Rank, Is.EqualTo(1 + sites.Count(other => other.Site.Value > sites[i].Site.Value)));
            Assert.That(sites[i].BestRank, Is.EqualTo(1 + joint.Count(other => other.Lower > joint[i].Upper)));
            Assert.That(sites[i].WorstRank, Is.EqualTo(sites.Count - joint.Count(other => other.Upper < joint[i].Lower)));
            Assert.That(sites[i].Rank, Is.InRange(sites[i].BestRank, sites[i].WorstRank));
            Assert.That(sites[i].P, Is.EqualTo(p[i]).Within(1e-9));

            // The smallest share f at which the step-up rule still takes it: over all thresholds at or above its p, k·t/(number at or below t).
            var q = p.Where(t => t >= p[i]).Min(t => Math.Min(1, t * sites.Count / p.Count(other => other <= t + 1e-15)));
            Assert.That(sites[i].Q, Is.EqualTo(q).Within(1e-9));
            var own = Wilson(sites[i].Site.Numerator, sites[i].Site.Denominator, 1.959963984540054);
            Assert.That((sites[i].Own.Lower, sites[i].Own.Upper), Is.EqualTo((100 * own.Lower, 100 * own.Upper)).Using<double>((a, b) => Math.Abs(a - b) < 1e-9));
        }

        Assert.That(ranking.Different, Is.EqualTo(sites.Count(site => site.Q <= 0.05)));
    }

    [Test]
    public void The_benchmark_is_what_the_best_sites_reach_with_a_tenth_of_the_records()
    {
        // 500 records, so 50 are needed. By (x + 1)/(n + 2): b 20 of 20 = 21/22, c 36 of 40 = 37/42, a 220 of 440. b has 20, b and c have 60: 56 of 60.
        var best = Ranking(Higher, ("a", 220, 440), ("b", 20, 20), ("c", 36, 40)).Achievable!;

        Assert.That((best.Sites, best.Numerator, best.Denominator), Is.EqualTo((2, 56.0, 60.0)));
        Assert.That(best.Value, Is.EqualTo(100 * 56.0 / 60));
    }

    [Test]
    public void By_chance_alone_a_twentieth_lies_outside_the_inner_limits_and_one_in_500_outside_the_outer()
    {
        var ranking = Ranking(Higher, [.. Enumerable.Range(1, 40).Select(i => ($"s{i:00}", 5, 10))]);

        // 40 · 0.05 and 40 · 0.002.
        Assert.That(ranking.ExpectedOutside95, Is.EqualTo(2).Within(1e-12));
        Assert.That(ranking.ExpectedOutside998, Is.EqualTo(0.08).Within(1e-12));
    }

    [Test]
    public void The_word_goes_with_the_headline_z_and_only_with_a_flag()
    {
        // Nine sites at half, one at a tenth, one at four fifths: far out on either side.
        var ranking = Ranking(Higher, [.. Enumerable.Range(1, 9).Select(i => ($"s{i}", 50, 100)), ("t-low", 10, 100), ("u-high", 80, 100)]);

        Assert.That(ranking.Find("t-low")!.Word, Is.EqualTo("alarm"));
        Assert.That(ranking.Find("u-high")!.Word, Is.EqualTo("better than expected"));
        Assert.That(ranking.Sites.Where(site => site.Site.Site.StartsWith('s')).Select(site => site.Word), Is.All.Empty);
    }

    [Test]
    public void A_site_on_few_records_that_the_exact_limits_do_not_flag_gets_no_word()
    {
        // 0 of 4 against 60 %: z = 2·√4·(0 - asin √0.6) = -3.5, while 0.4^4 = 2.6 % is more than the 2.5 % below the 95 % limit.
        var few = Ranking(Higher, ("many", 604, 1000), ("few", 0, 4)).Find("few")!;

        Assert.That(few.Z, Is.LessThan(-3));
        Assert.That((few.Flag, few.Word), Is.EqualTo((FunnelFlag.InLimits, "")));
    }

    [Test]
    public void All_equal_is_no_order_no_word_and_nobody_different()
    {
        var ranking = Ranking(Higher, ("a", 5, 10), ("b", 50, 100), ("c", 500, 1000));

        Assert.That(ranking.Sites.Select(site => (site.Rank, site.BestRank, site.WorstRank, site.Q, site.Side)), Is.All.EqualTo((1L, 1L, 3L, 1.0, IntervalSide.Holds)));
        Assert.That(ranking.Different, Is.Zero);
    }

    [TestCase(0)]
    [TestCase(10)]
    public void Nobody_or_everybody_is_a_number_and_no_flag(int x)
    {
        var sites = Ranking(Higher, ("a", x, 10), ("b", x, 10)).Sites;

        Assert.That(sites.Select(site => (site.Z, site.P, site.Q, site.Flag, site.Word)), Is.All.EqualTo((0.0, 1.0, 1.0, FunnelFlag.InLimits, "")));
        Assert.That(sites.Select(site => double.IsFinite(site.Own.Lower) && double.IsFinite(site.Own.Upper)), Is.All.True);
    }

    [Test]
    public void Two_sites_are_compared_and_one_is_not()
    {
        Assert.That(Ranking(Higher, ("a", 5, 10), ("b", 7, 10)).Sites, Has.Count.EqualTo(2));
        Assert.That(Run(Higher, ("a", 5, 10)).SiteRankings, Is.Empty);
        Assert.That(Run(Higher, ("a", 5, 10)).Ranking("tested"), Is.Null);
    }

    [Test]
    public void The_ranking_is_of_the_very_comparison_that_the_funnel_shows()
    {
        var report = Run(Higher, ("a", 5, 10), ("b", 7, 10));

        Assert.That(report.Ranking("tested")!.Comparison, Is.SameAs(report.Funnel("tested")));
        Assert.That(report.Ranking("tested")!.Sites.Select(site => site.Site), Is.EqualTo(report.Funnel("tested")!.Sites).Using<SiteInFunnel>(ReferenceEquals));
    }

    [Test]
    public void A_profile_has_every_site_and_says_why_one_is_not_compared()
    {
        var other = Language.Measure("numerator: fracture_side = left\nunknown: leave-out", "other") with { Better = Better.Lower };
        var report = new Audit
        {
            Measures = [Higher, other],
            Records = Table(("a", 5, 10), ("b", 7, 10)) + "\nsilent | 7 |",
            Outliers = Policy,
        }.Run();

        Assert.That(report.SiteProfiles.Select(profile => (profile.Site, profile.Compared)), Is.EqualTo(new[] { ("a", 1), ("b", 1), ("silent", 0) }));
        Assert.That(report.SiteProfiles[0].Entries.Select(entry => entry.Measure.Id), Is.EqualTo(new[] { "tested", "other" }));
        Assert.That(report.SiteProfiles[0].Entries[0].Standing, Is.SameAs(report.Ranking("tested")!.Sites[0]));
        Assert.That(report.SiteProfiles[2].Entries[0].Status, Is.EqualTo(ResultStatus.Unknown));
    }

    private static string Table(params (string Site, int Met, int Of)[] sites) =>
        "site | n | treatment\n" + string.Join('\n', sites.Select(site => $"{site.Site} | {site.Met} | recommended\n{site.Site} | {site.Of - site.Met} | declined"));

    private static ReleasedReport Run(MeasureDefinition measure, params (string Site, int Met, int Of)[] sites) =>
        new Audit { Measures = [measure], Records = Table(sites), Outliers = Policy }.Run();

    private static SiteRanking Ranking(MeasureDefinition measure, params (string Site, int Met, int Of)[] sites) => Run(measure, sites).Ranking("tested")!;

    private static (double Lower, double Upper) Wilson(double x, double n, double z)
    {
        var root = z * Math.Sqrt((z * z) + (4 * x * (1 - (x / n))));
        return (((2 * x) + (z * z) - root) / (2 * (n + (z * z))), ((2 * x) + (z * z) + root) / (2 * (n + (z * z))));
    }

    // The area beyond -z and z by Simpson's rule.
    private static double TwoSided(double z)
    {
        const int Steps = 4000;
        var step = Math.Abs(z) / Steps;
        double Density(int i) => Math.Exp(-i * step * i * step / 2) / Math.Sqrt(2 * Math.PI);
        var inside = Enumerable.Range(0, Steps / 2).Sum(i => Density(2 * i) + (4 * Density((2 * i) + 1)) + Density((2 * i) + 2)) * step / 3;
        return 1 - (2 * inside);
    }

    private static double ZWith(double outside)
    {
        var (low, high) = (0.0, 10.0);
        for (var i = 0; i < 100; i++)
        {
            var middle = (low + high) / 2;
            if (TwoSided(middle) > outside) low = middle;
            else high = middle;
        }

        return low;
    }
}
