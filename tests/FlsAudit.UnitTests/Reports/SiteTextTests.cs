using System.Text;
using FlsAudit.Analysis;
using FlsAudit.Analysis.Sites;
using FlsAudit.Model;
using FlsAudit.Reports;
using FlsAudit.Reports.Drawing;
using FlsAudit.Reports.Wording;
using FlsAudit.Standards;
using FlsAudit.UnitTests.Analysis;
using FlsAudit.UnitTests.Specifications;

namespace FlsAudit.UnitTests.Reports;

/// <summary>What comparisons of sites say in words, tables and the drawing of sites in order.</summary>
public sealed class SiteTextTests
{
    private static readonly MeasureDefinition Treated = Language.Measure("numerator: treatment = recommended\nunknown: not-met") with
    {
        Better = Better.Higher,
        Words = new MeasureWords("patients treated", "patients seen"),
    };

    private static readonly OutlierPolicy Policy = new([new OutlierLevel(2, "alert"), new OutlierLevel(3, "alarm")], "better than expected", new Provenance("A made-up policy", ProvenanceStatus.Recalled));

    [Test]
    public void The_sentence_of_a_site_far_out_has_its_counts_its_limits_and_how_they_were_made()
    {
        var report = Run([.. Enumerable.Range(1, 9).Select(i => ($"s{i}", 48 + (i % 5), 100)), ("far-out", 10, 100)]);
        var limits = report.Funnel("tested")!.Sites.Single(site => site.Site == "far-out");

        var printed = report.Funnel("tested")!.Tau2 > 0 ? limits.AdjustedLimits998 : limits.Limits998;
        var how = report.Funnel("tested")!.Tau2 > 0 ? "widened for over-dispersion" : "not widened";
        Assert.That(Sentence(report, "far-out"), Is.EqualTo(
            $"far-out has fewer patients treated than expected by chance (10.0 % of 100; 99.8 % limits {PrintedNumber.Range(printed, "percent")} %, {how}): alarm."));
    }

    [Test]
    public void A_better_site_is_said_to_be_better_and_one_within_the_limits_to_differ_by_chance()
    {
        var report = Run([.. Enumerable.Range(1, 9).Select(i => ($"s{i}", 48 + (i % 5), 100)), ("far-out", 90, 100)]);

        Assert.That(Sentence(report, "far-out"), Does.StartWith("far-out has more patients treated than expected by chance (90.0 % of 100; 99.8 % limits ").And.EndWith("): better than expected."));
        Assert.That(Sentence(report, "s1"), Does.StartWith("s1 differs from all sites together by no more than chance: patients treated (49.0 % of 100; 95 % limits ").And.EndWith(")."));
    }

    [Test]
    public void Two_sites_are_too_few_for_over_dispersion_and_the_sentence_says_so() =>
        Assert.That(Sentence(Run([("a", 5, 10), ("b", 6, 10)]), "a"), Does.EndWith("too few sites to estimate over-dispersion)."));

    [TestCase(0, "0.0 %")]
    [TestCase(5, "50.0 %")]
    [TestCase(10, "100.0 %")]
    public void Equal_sites_have_no_order_and_nobody_is_accused(int x, string value)
    {
        var report = Run([("a", x, 10), ("b", x, 10), ("c", x, 10)]);

        Assert.That(Sentence(report, "a"), Is.EqualTo($"a has the same share as all other sites: patients treated, {value} of 10."));
        Assert.That(SiteText.Together(report.Ranking("tested")!, Policy), Is.EqualTo(new[] { "All 3 sites have the same share, so there is no order and nothing to explain." }));
    }

    [Test]
    public void All_sites_together_have_four_lines_and_the_words_own_up_to_their_source()
    {
        var report = Run([.. Enumerable.Range(1, 9).Select(i => ($"s{i}", 48 + (i % 5), 100)), ("far-out", 10, 100)]);

        var lines = SiteText.Together(report.Ranking("tested")!, Policy).ToList();

        // 10 sites: 10 · 0.05 = 0.5 and 10 · 0.002 = 0.02. By (x + 1)/(n + 2) s4 and s9 lead with 52 of 100 each: 104 of 200.
        Assert.That(lines, Has.Count.EqualTo(4));
        Assert.That(lines[0], Is.EqualTo("Outside the 95 % limits is 1 of 10 sites, where chance alone would put up to 0.5; outside the 99.8 % limits is 1, where chance alone would put up to 0.02."));
        Assert.That(lines[1], Does.Contain(" 1 is different (false discovery rate 5 %"));
        Assert.That(lines[2], Is.EqualTo("Achievable benchmark: 52.0 %, what the best 2 sites reach together with at least a tenth of the records (104 of 200)."));
        Assert.That(lines[3], Does.Contain("alert = more than 2, alarm = more than 3 standard deviations").And.Contain("A made-up policy, recalled"));
    }

    [TestCase(1.24, "+1.2")]
    [TestCase(-1.25, "−1.3")]
    [TestCase(0.0, "+0.0")]
    public void A_z_has_its_sign(double z, string printed) => Assert.That(SiteText.Signed(z), Is.EqualTo(printed));

    [Test]
    public void The_csv_has_a_line_for_every_site_and_a_reason_where_one_is_not_compared()
    {
        var report = new Audit { Measures = [Treated], Records = Table([("a", 5, 10), ("b", 9, 10)]) + "\nsilent | 7 |", Outliers = Policy }.Run();

        var rows = Rows(stream => SiteRanksCsv.Write(report, stream));

        Assert.That(rows[0], Is.EqualTo("measure,period,site,status,numerator,denominator,value,lower_95,upper_95,sites,rank,rank_lower,rank_upper,z,favourable_z,p,q,flag,word,benchmark,benchmark_sites,expected_outside_95,expected_outside_998,sentence"));
        Assert.That(rows.Skip(1).Where(row => row.StartsWith("tested,All,", StringComparison.Ordinal)).Select(row => row.Split(',')[2]), Is.EqualTo(new[] { "a", "b", "silent" }));
        Assert.That(rows.Single(row => row.StartsWith("tested,All,silent,", StringComparison.Ordinal)), Is.EqualTo("tested,All,silent,unknown,,,,,,2,,,,,,,,,,90,1,0.1,0.004,silent is not compared: unknown."));
    }

    [Test]
    public void One_site_has_a_line_that_says_there_is_nobody_to_compare_it_with() =>
        Assert.That(
            Rows(stream => SiteRanksCsv.Write(Run([("a", 5, 10)]), stream)).Single(row => row.StartsWith("tested,All,", StringComparison.Ordinal)),
            Does.EndWith(",a is not compared: fewer than two sites have a value."));

    [Test]
    public void No_file_holds_what_is_no_number()
    {
        var report = new Audit { Measures = [Treated], Records = Table([("a", 0, 1), ("b", 1, 1), ("c", 0, 1)]), Outliers = Policy, StandardiseBy = ["fracture_side"] }.Run();

        foreach (var write in (Action<Stream>[])[stream => SiteRanksCsv.Write(report, stream), stream => SiteProfilesCsv.Write(report, stream), stream => StandardisedCsv.Write(report, stream)])
            Assert.That(string.Join('\n', Rows(write)), Does.Not.Contain("NaN").And.Not.Contain("∞").And.Not.Contain("Infinity"));
    }

    [TestCase(12)]
    [TestCase(200)]
    public void Sites_in_order_show_each_with_its_interval_and_name_all_or_those_that_matter(int count)
    {
        var report = Run([.. Enumerable.Range(1, count - 1).Select(i => ($"site {i:000}", 48 + (i % 5), 100)), ("far-out", 10, 100)]);
        var ranking = report.Ranking("tested")!;

        var panel = CaterpillarFigure.Of(ranking).Rows.Single().Panels.Single();
        var dots = panel.Layers.OfType<DotLayer>().SelectMany(layer => layer.Dots).ToList();
        Assert.That(dots, Has.Count.EqualTo(count));
        Assert.That(panel.Layers.OfType<CurveLayer>().Sum(layer => layer.Pieces.Count), Is.EqualTo(count + 1), "an interval for each site, and the pooled value");
        if (count == 12) Assert.That(panel.Y.Ticks.Select(tick => tick.Label), Is.EqualTo(ranking.Sites.OrderBy(site => site.Rank).ThenBy(site => site.Site.Site, StringComparer.Ordinal).Select(site => site.Site.Site)));
        else Assert.That(dots.Where(dot => dot.Label.Length > 0).Select(dot => dot.Label), Is.EqualTo(new[] { "far-out" }));
        Assert.That(CaterpillarFigure.Of(ranking).Alternative, Does.EndWith("All below: far-out."));
    }

    [Test]
    public void The_colour_of_a_site_in_order_is_whether_its_own_limits_hold_the_pooled_value()
    {
        var ranking = Run([("a", 50, 100), ("b", 51, 100), ("low", 30, 100), ("high", 70, 100)]).Ranking("tested")!;

        // Wilson's limits for 30 of 100 are 21.9 to 39.6 and for 70 of 100 60.4 to 78.1; pooled are 201 of 400 = 50.25 %.
        var layers = CaterpillarFigure.Of(ranking).Rows[0].Panels[0].Layers.OfType<DotLayer>().ToDictionary(layer => layer.Name, layer => (layer.Tone, layer.Marker, layer.Dots.Count));
        Assert.That(layers["95 % limits hold the pooled value"], Is.EqualTo((Tone.Main, Marker.Circle, 2)));
        Assert.That(layers["All above it"], Is.EqualTo((Tone.Alert, Marker.Up, 1)));
        Assert.That(layers["All below it"], Is.EqualTo((Tone.Alert, Marker.Down, 1)));
    }

    [Test]
    public void Page_and_workbook_show_the_sentence_and_the_profile()
    {
        var report = Run([.. Enumerable.Range(1, 9).Select(i => ($"s{i}", 48 + (i % 5), 100)), ("far-out", 10, 100)]);
        using var stream = new MemoryStream();
        HtmlPage.Write(report, BenchmarkFixture.Context, stream);
        var page = Encoding.UTF8.GetString(stream.ToArray());

        Assert.That(page, Does.Contain(Sentence(report, "far-out")));
        Assert.That(page, Does.Contain("far-out: 1 measure compared, 0 better and 1 worse than chance explains"));
        using var workbook = new WorkbookText(report);
        Assert.That(workbook.Problems, Is.Empty);
        Assert.That(workbook.Rows("tested").SelectMany(row => row), Does.Contain(Sentence(report, "far-out")));
        Assert.That(workbook.Rows(SiteProfileText.Heading).Single(row => row.Count > 1 && row[0] == "far-out")[1], Does.StartWith("-"), "worse is negative");
    }

    private static string Sentence(ReleasedReport report, string site) => SiteText.Sentence(report.Ranking("tested")!, report.Ranking("tested")!.Find(site)!);

    private static ReleasedReport Run((string Site, int Met, int Of)[] sites) => new Audit { Measures = [Treated], Records = Table(sites), Outliers = Policy }.Run();

    private static string Table((string Site, int Met, int Of)[] sites) =>
        "site | n | treatment\n" + string.Join('\n', sites.Select(site => $"{site.Site} | {site.Met} | recommended\n{site.Site} | {site.Of - site.Met} | declined"));

    private static string[] Rows(Action<Stream> write)
    {
        using var stream = new MemoryStream();
        write(stream);
        return Encoding.UTF8.GetString(stream.ToArray()).TrimEnd('\n').Split('\n');
    }
}
