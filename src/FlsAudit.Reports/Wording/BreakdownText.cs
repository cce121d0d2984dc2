using FlsAudit.Analysis;
using FlsAudit.Standards;

namespace FlsAudit.Reports.Wording;

/// <summary>Breakdowns and their categories as people read them.</summary>
internal static class BreakdownText
{
    private const string NotRecorded = "Not recorded";

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

    private static Breakdown? Declared(MeasureDefinition measure, string breakdown) => measure.By.FirstOrDefault(by => by.Name == breakdown);
}
