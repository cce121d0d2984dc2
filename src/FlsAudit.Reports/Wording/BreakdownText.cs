using FlsAudit.Analysis;
using FlsAudit.Standards;

namespace FlsAudit.Reports.Wording;

/// <summary>Breakdowns and their categories as people read them.</summary>
internal static class BreakdownText
{
    /// <summary>The breakdown by windows of time of a timing ladder.</summary>
    public const string Window = "window";

    private const string NotRecorded = "Not recorded";

    /// <summary>The windows within another breakdown.</summary>
    public static string WindowsOf(string breakdown) => $"{breakdown}: {Window}";

    /// <summary>The category of a window within a category.</summary>
    public static string WindowCategory(string category, string window) => $"{category}: {window}";

    /// <summary>Whether a breakdown is by windows, alone or within another.</summary>
    public static bool IsByWindow(string breakdown) => breakdown == Window || breakdown.EndsWith($": {Window}", StringComparison.Ordinal);

    /// <summary>The title of a declared breakdown, else the name of the field or part in words.</summary>
    public static string Title(MeasureDefinition measure, string breakdown) =>
        Declared(measure, breakdown)?.Title ?? breakdown.Replace('_', ' ');

    /// <summary>The label of a declared category or of the measure's part; a field's code as it is.</summary>
    public static string Category(Result result) => Category(result.Measure, result.Breakdown, result.Category);

    /// <summary>The same for a category that need not have a result.</summary>
    public static string Category(MeasureDefinition measure, string breakdown, string category) =>
        Declared(measure, breakdown)?.Categories.FirstOrDefault(known => known.Name == category)?.Label
        ?? measure.Parts.FirstOrDefault(part => part.Name == category && part.Label.Length > 0)?.Label
        ?? (category == Breakdown.Missing ? NotRecorded : category);

    /// <summary>What heads the measures of a set by group: "By patient group".</summary>
    public static string Heading(StandardSet set, Breakdown breakdown) => $"{set.Title}: by {breakdown.Title.ToLowerInvariant()}";

    private static Breakdown? Declared(MeasureDefinition measure, string breakdown) => measure.By.FirstOrDefault(by => by.Name == breakdown);
}
