using Microsoft.Playwright;

namespace FlsAudit.AcceptanceTests.Browser;

/// <summary>A page of a file in a browser, with everything that it complained about or asked the network for.</summary>
internal sealed class OpenPage : IAsyncDisposable
{
    private static readonly string[] Arguments =
    [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private readonly IPlaywright playwright;
    private readonly IBrowser browser;
    private readonly List<string> complaints = [];
    private readonly List<string> requests = [];

    private OpenPage(IPlaywright playwright, IBrowser browser, IPage page)
    {
        (this.playwright, this.browser, Page) = (playwright, browser, page);
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning") complaints.Add(message.Text);
        };
        page.PageError += (_, error) => complaints.Add(error);
        page.Request += (_, request) => requests.Add(request.Url);
    }

    public IPage Page { get; }

    /// <summary>Errors and warnings of the console.</summary>
    public IReadOnlyList<string> Complaints => complaints;

    /// <summary>Addresses asked for; the first is the file itself. Data within the page is no request.</summary>
    public IReadOnlyList<string> Requests => [.. requests.Where(url => !url.StartsWith("data:", StringComparison.Ordinal))];

    /// <summary>Opens a file.</summary>
    public static async Task<OpenPage> Of(string file)
    {
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = ChromiumInstalled.Executable, Args = Arguments });
        var opened = new OpenPage(playwright, browser, await browser.NewPageAsync());
        await opened.Page.GotoAsync(new Uri(Path.GetFullPath(file)).AbsoluteUri);
        return opened;
    }

    public async ValueTask DisposeAsync()
    {
        await browser.CloseAsync();
        playwright.Dispose();
    }
}
