namespace FlsAudit.AcceptanceTests.Browser;

/// <summary>What the page tests rely on: that the browser shows a file, and that it would notice what a report must not do.</summary>
public sealed class OpenPageTests
{
    [Test]
    public async Task A_sound_page_is_shown_and_asks_for_nothing()
    {
        using var folder = new ScratchFolder();
        var file = folder.Write("sound.html", "<!doctype html><html lang=en><title>Sound</title><svg role=img width=40 height=20><rect width=40 height=20 /></svg></html>");
        await using var opened = await OpenPage.Of(file);
        var title = await opened.Page.TitleAsync();
        var shown = await opened.Page.Locator("svg").IsVisibleAsync();
        Assert.Multiple(() =>
        {
            Assert.That(title, Is.EqualTo("Sound"));
            Assert.That(shown);
            Assert.That(opened.Complaints, Is.Empty);
            Assert.That(opened.Requests, Has.Count.EqualTo(1), "the file itself");
        });
    }

    [Test]
    public async Task A_page_that_throws_and_loads_something_is_noticed()
    {
        using var folder = new ScratchFolder();
        var file = folder.Write("unsound.html", "<!doctype html><title>Unsound</title><img src=missing.png alt=''><script>throw new Error('on purpose')</script>");
        await using var opened = await OpenPage.Of(file);
        Assert.Multiple(() =>
        {
            Assert.That(opened.Complaints, Has.Some.Contains("on purpose"));
            Assert.That(opened.Requests, Has.Count.EqualTo(2), "the file and the picture");
        });
    }
}
