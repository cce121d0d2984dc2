using System.Text;
using FlsAudit.Analysis;
using FlsAudit.Reports;
using FlsAudit.Reports.Drawing;

namespace FlsAudit.UnitTests.Reports;

/// <summary>A completeness measure with a rule: a site has a number of fields, all sites together have a share of sites.</summary>
public sealed class SharesOfSitesTests
{
    private readonly WorkbookText workbook = new(BenchmarkFixture.Report);

    [OneTimeTearDown]
    public void Close() => workbook.Dispose();

    [Test]
    public void All_sites_have_a_table_of_their_own_that_says_it_counts_sites()
    {
        var table = workbook.Table("fls-db-1", "All sites together, all periods");
        Assert.Multiple(() =>
        {
            Assert.That(table, Has.Count.EqualTo(2), "headings and one row");
            Assert.That(table[0].Take(4), Is.EqualTo(new[] { "All sites", "Sites with fewer than 5 such fields", "Sites", "%" }));
            Assert.That(table[1].Take(3), Is.EqualTo(new[] { "All sites", "10", "11" }));
        });
    }

    [Test]
    public void The_table_by_site_counts_fields_and_holds_sites_only()
    {
        var table = workbook.Table("fls-db-1", "By site, all periods");
        Assert.Multiple(() =>
        {
            Assert.That(table[0].Take(4), Is.EqualTo(new[] { "Site", "Fields that count", "Out of", "Fields" }));
            Assert.That(table.Skip(1).Select(row => row[0]), Is.EqualTo(BenchmarkFixture.Sites));
        });
    }

    [Test]
    public void By_period_the_pooled_value_carries_its_unit_and_a_number_of_fields_has_none() =>
        Assert.Multiple(() =>
        {
            Assert.That(workbook.FormatOf("fls-db-1", "By site and period", "All sites", 1), Is.EqualTo("#,##0.0\" %\""));
            Assert.That(workbook.FormatOf("fls-db-1", "By site and period", "Dunmore", 1), Does.EndWith("#,##0"));
        });

    [Test]
    public void The_trend_draws_sites_in_fields_on_an_axis_of_their_own_without_the_share()
    {
        var measure = BenchmarkFixture.Report.Sets[1].Measures[0];
        var figure = TrendFigure.Of(BenchmarkFixture.Report, measure)!;
        var pooled = figure.Rows[0].Panels[0];
        var sites = figure.Rows.Skip(1).SelectMany(row => row.Panels).ToList();
        Assert.Multiple(() =>
        {
            Assert.That(pooled.Title, Is.EqualTo("All sites: sites with fewer than 5 such fields"));
            Assert.That(pooled.Y.Title, Is.EqualTo("%"));
            Assert.That(sites, Has.Count.EqualTo(11), "all but the site that sent nothing");
            Assert.That(sites.Select(panel => panel.Y.Title), Has.All.EqualTo("Fields"));
            // The most fields of a site are 7.
            Assert.That(sites.Select(panel => panel.Y.Max), Has.All.InRange(7, 10));
            Assert.That(sites.Concat([pooled]).SelectMany(panel => panel.Layers).Concat(figure.Legend).Select(layer => layer.Name), Has.None.Contains("comparison"));
        });
    }

    [Test]
    public void The_page_keeps_the_two_apart_as_well()
    {
        using var stream = new MemoryStream();
        HtmlPage.Write(BenchmarkFixture.Report, BenchmarkFixture.Context, stream);
        var page = Encoding.UTF8.GetString(stream.ToArray());
        Assert.That(page, Does.Match("<caption>All sites together, all periods</caption>\\s*<thead>\\s*<tr>\\s*<th scope=\"col\">All sites</th>\\s*<th scope=\"col\">Sites with fewer than 5 such fields"));
    }
}
