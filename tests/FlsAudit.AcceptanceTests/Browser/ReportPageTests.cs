using FlsAudit.AcceptanceTests.CommandLine;

namespace FlsAudit.AcceptanceTests.Browser;

/// <summary>The page of a report as a person meets it in a browser, from the sample exports.</summary>
public sealed class ReportPageTests
{
    private const int Sites = 13;

    private static ScratchFolder folder = null!;
    private static OpenPage opened = null!;

    [OneTimeSetUp]
    public static async Task Open()
    {
        folder = new ScratchFolder();
        var report = Path.Combine(folder.Path, "report");
        var run = Run.Of("report", Repository.Sample("uk-fls-db"), "--as-at", "2025-12-31", "--out", report);
        Assert.That(run.ExitCode, Is.Zero, run.Error);
        opened = await OpenPage.Of(Path.Combine(report, "report.html"));
    }

    [OneTimeTearDown]
    public static async Task Close()
    {
        await opened.DisposeAsync();
        folder.Dispose();
    }

    [Test]
    public void It_asks_for_nothing_but_itself() => Assert.That(opened.Requests, Has.Count.EqualTo(1));

    [Test]
    public void It_gives_the_browser_nothing_to_complain_about() => Assert.That(opened.Complaints, Is.Empty);

    [Test]
    public async Task It_has_a_title_with_the_as_at_date() =>
        Assert.That(await opened.Page.TitleAsync(), Does.StartWith("Fracture liaison service benchmark").And.Contain("2025"));

    [Test]
    public async Task It_says_that_it_is_not_for_publication() =>
        Assert.That(await opened.Page.GetByText("Internal: not for publication").First.IsVisibleAsync());

    [Test]
    public async Task The_summary_shows_every_site_beside_all_sites()
    {
        var matrix = opened.Page.Locator("#summary table");
        Assert.That(await matrix.IsVisibleAsync());
        Assert.That(await matrix.Locator("thead th.site").CountAsync(), Is.EqualTo(Sites), "twelve that sent exports and one that did not");
    }

    [Test]
    public async Task A_site_that_sent_no_52_week_block_is_unknown_in_the_summary()
    {
        var row = opened.Page.Locator("#summary tr", new() { HasText = "Still on a bone drug at one year" });
        Assert.That(await row.InnerTextAsync(), Does.Contain("unknown"));
    }

    [Test]
    public async Task Every_figure_is_visible_and_has_a_name_for_those_who_cannot_see_it()
    {
        var figures = await opened.Page.Locator("figure svg:not(svg svg)").AllAsync();
        var files = Directory.GetFiles(Path.Combine(folder.Path, "report", "figures"), "*.svg");
        Assert.That(figures, Has.Count.EqualTo(files.Length).And.Count.Positive, "the page and the folder show the same figures");
        foreach (var figure in figures)
        {
            var box = await figure.BoundingBoxAsync();
            var name = await figure.EvaluateAsync<string>("svg => svg.getAttribute('aria-label') || svg.querySelector('title')?.textContent || ''");
            Assert.That(box is { Width: > 100, Height: > 100 }, name);
            Assert.That(name, Is.Not.Empty);
        }
    }

    [Test]
    public async Task Every_link_leads_to_a_place_on_the_page()
    {
        var dead = await opened.Page.EvaluateAsync<string[]>(
            "[...document.querySelectorAll('a[href]')].map(a => a.getAttribute('href')).filter(href => !href.startsWith('#') ? !href.startsWith('https://') : !document.getElementById(href.slice(1)))");
        Assert.That(dead, Is.Empty);
    }

    [Test]
    public async Task No_id_is_given_twice()
    {
        var twice = await opened.Page.EvaluateAsync<string[]>(
            "(ids => ids.filter((id, i) => ids.indexOf(id) !== i))([...document.querySelectorAll('[id]')].map(element => element.id))");
        Assert.That(twice, Is.Empty);
    }

    [TestCase(1400)]
    [TestCase(800)]
    public async Task The_page_itself_never_scrolls_sideways(int width)
    {
        await opened.Page.SetViewportSizeAsync(width, 900);
        var overflow = await opened.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.That(overflow, Is.Zero);
    }
}
