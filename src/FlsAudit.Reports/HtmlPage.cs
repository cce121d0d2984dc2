using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using FlsAudit.Analysis;
using FlsAudit.Reports.Html;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FlsAudit.Reports;

/// <summary>
/// <c>report.html</c>: one page with all results, figures and definitions. It loads nothing and runs nothing, so it can be mailed, kept and
/// opened without a network. The same report gives the same bytes.
/// </summary>
public static class HtmlPage
{
    /// <summary>Writes the page as UTF-8 to a stream, which stays open.</summary>
    public static void Write(ReleasedReport report, ReportContext context, Stream output)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        // The default encoder would turn é and every other script into numbers.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddSingleton(new ReportView(report, context));
        using var provider = services.BuildServiceProvider();
        using var renderer = new HtmlRenderer(provider, provider.GetRequiredService<ILoggerFactory>());
        using var writer = new StreamWriter(output, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<Page>().ConfigureAwait(true)).WriteHtmlTo(writer))
            .GetAwaiter().GetResult();
    }
}
