namespace FlsAudit.Reports.Drawing;

/// <summary>Names of figures: safe as file name, link and identifier.</summary>
internal static class FigureName
{
    public static string Of(string kind, string measure) =>
        kind + "-" + string.Concat(measure.Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' ? c : '-'));
}
