using FlsAudit.Reports.Wording;
using FlsAudit.Standards;

namespace FlsAudit.Reports.Pages;

/// <summary>What a run or a set may settle otherwise: parameters, deaths, unit of counting, breakdowns, fields that must be there.</summary>
internal static class SettingLines
{
    public static IEnumerable<PageLine> Of(MeasureDefinition measure)
    {
        foreach (var parameter in measure.Parameters)
            yield return new PageLine($"{parameter.Meaning}: {parameter.Value} (${parameter.Name}, {ProvenanceMark.Worded(parameter.Status)})");
        if (measure.Parameters.Count == 0) yield return new PageLine("Parameters of the set: none.");
        if (!measure.ReadsRecords) yield break;
        yield return new PageLine($"Deaths: {DeathText.Of(measure)}.");
        yield return new PageLine($"Counted: {MeasureText.Unit(measure)}.");
        yield return new PageLine(
            $"Always shown by: {(measure.By.Count == 0 ? "nothing else" : string.Join("; ", measure.By.Select(by => $"{by.Title} ({string.Join(", ", by.Categories.Select(category => category.Label))})")))}.");
        yield return new PageLine(
            measure.Needs.Count == 0
                ? "Fields that a site must record: none."
                : $"Not computed for a site that never records one of: {string.Join(", ", measure.Needs.Select(field => $"{field.Name} ({field.Meaning.TrimEnd('.')})"))}.");
    }
}
