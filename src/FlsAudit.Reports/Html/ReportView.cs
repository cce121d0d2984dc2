using System.Security.Cryptography;
using System.Text;
using FlsAudit.Analysis;
using FlsAudit.Analysis.Sites;
using FlsAudit.Reports.Wording;
using FlsAudit.Standards;

namespace FlsAudit.Reports.Html;

/// <summary>What the page's components look at.</summary>
internal sealed class ReportView(ReleasedReport report, ReportContext context)
{
    private readonly ILookup<string, Result> results = report.Results.ToLookup(result => result.Measure.Id, StringComparer.Ordinal);

    private readonly ILookup<string, StandardisedResult> standardised = report.Standardised.ToLookup(result => result.Measure.Id, StringComparer.Ordinal);

    public ReleasedReport Report => report;

    public ReportContext Context => context;

    public CrossTables Tables { get; } = new(report);

    public string Css { get; } = ReadCss();

    /// <summary>Nothing may be loaded or run, and no style but the page's own applies.</summary>
    public string ContentSecurityPolicy =>
        $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Css)))}'; base-uri 'none'; form-action 'none'";

    public IReadOnlyList<Result> Results(MeasureDefinition measure) => [.. results[measure.Id]];

    /// <summary>The standardised results of a measure by site.</summary>
    public IReadOnlyDictionary<string, StandardisedResult> Standardised(MeasureDefinition measure) =>
        standardised[measure.Id].ToDictionary(result => result.Site, StringComparer.Ordinal);

    public static string Anchor(MeasureDefinition measure) => Drawing.FigureName.Of("measure", measure.Id);

    public static string DefinitionAnchor(MeasureDefinition measure) => Drawing.FigureName.Of("definition", measure.Id);

    private static string ReadCss()
    {
        using var stream = typeof(ReportView).Assembly.GetManifestResourceStream("report.css")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        // The hash of the policy covers every byte, so the file's own line ends must not matter.
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
