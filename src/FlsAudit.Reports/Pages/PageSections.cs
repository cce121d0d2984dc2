using FlsAudit.Model;
using FlsAudit.Reports.Wording;
using FlsAudit.Standards;

namespace FlsAudit.Reports.Pages;

/// <summary>What each heading of a measure's page says.</summary>
internal static class PageSections
{
    private const string NotSaid = "The definition does not say.";

    public static IReadOnlyList<PageSection> Of(MeasureDefinition measure, StandardSet set)
    {
        IEnumerable<PageLine>[] lines =
        [
            [new PageLine(measure.Question)],
            Prose(measure.Why),
            Source(measure, set),
            Population(measure),
            Exclusions(measure),
            Denominator(measure),
            Numerator(measure),
            [new PageLine(UnknownText.Of(measure))],
            Due(measure),
            ThresholdLines.Of(measure),
            SettingLines.Of(measure),
            [new PageLine(Cases(measure))],
            Prose(measure.Action),
            [new PageLine(measure.File)],
        ];
        var tables = CaseTables.Of(measure);
        return [.. MeasurePage.Headings.Zip(lines, (heading, text) => new PageSection(heading, [.. text]) { Tables = heading == MeasurePage.CasesHeading ? tables : [] })];
    }

    private static IEnumerable<PageLine> Prose(string text)
    {
        string[] lines = [.. text.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0).Select(line => line.StartsWith("- ", StringComparison.Ordinal) ? line[2..] : line)];
        return lines.Length == 0 ? [new PageLine(NotSaid)] : lines.Select(line => new PageLine(line));
    }

    private static IEnumerable<PageLine> Source(MeasureDefinition measure, StandardSet set)
    {
        yield return new PageLine($"{MeasureText.Source(measure.Provenance)}.");
        if (measure.Provenance.Note is { Length: > 0 } note) yield return new PageLine(note);
        if (measure.Provenance.Url is { Length: > 0 } url) yield return new PageLine(url);
        if (measure.WeakestProvenance != measure.Provenance.Status)
            yield return new PageLine($"With its thresholds, factors and parameters the measure as a whole is {ProvenanceMark.Worded(measure.WeakestProvenance)}.");
        yield return new PageLine($"Set: {set.Title} ({set.Name})" + (set.Provenance.Title == measure.Provenance.Title
            ? $", {ProvenanceMark.Worded(set.Provenance.Status)}."
            : $". {MeasureText.Source(set.Provenance)}."));
        if (set.Note.Length > 0) yield return new PageLine($"Of the set: {set.Note}");
    }

    private static IEnumerable<PageLine> Population(MeasureDefinition measure) =>
        measure.ReadsRecords ? [new PageLine("", measure.Population.Text)] : [new PageLine("None: no records are read. Each service is judged by its own answer.")];

    private static IEnumerable<PageLine> Exclusions(MeasureDefinition measure) => measure.Exclusions.Count == 0
        ? [new PageLine("None.")]
        : measure.Exclusions.Select(exclusion => new PageLine(exclusion.Reason, exclusion.When.Text));

    private static IEnumerable<PageLine> Denominator(MeasureDefinition measure)
    {
        yield return new PageLine(MeasureText.Capital(measure.Words.Denominator) + ".");
        foreach (var part in measure.Parts.Where(part => part.CaseloadGroup is not null))
            yield return new PageLine($"{Label(measure, part)}the caseload of group {part.CaseloadGroup}.");
        foreach (var part in measure.Parts.Where(part => part.When is not null))
            yield return new PageLine($"{(part.Label.Length > 0 ? $"{part.Label}, " : "")}of those only", part.When!.Text);
    }

    private static IEnumerable<PageLine> Numerator(MeasureDefinition measure)
    {
        yield return new PageLine(MeasureText.Capital(measure.Words.Numerator) + ".");
        if (!measure.ReadsRecords) yield break;
        foreach (var part in measure.Parts)
        {
            var label = measure.Parts.Count > 1 ? part.Label : "";
            if (part.Gap is { } gap) yield return new PageLine(label, $"days({gap.From.Name}, {gap.To.Name})");
            else if (part.Numerator is { } numerator) yield return new PageLine(label, numerator.Text);
            else yield return new PageLine($"{Label(measure, part)}every record that belongs.");
        }
    }

    private static IEnumerable<PageLine> Due(MeasureDefinition measure)
    {
        if (!measure.ReadsRecords) return [new PageLine("None: an answer has no window.")];
        DueRule?[] rules = [.. measure.Parts.Select(part => part.Due).Distinct()];
        if (rules.Length > 1)
            return measure.Parts.Select(part => new PageLine(
                $"{Label(measure, part)}{(part.Due is { } due ? MeasureText.Window(due) : "no window; judged at once")}."));
        return [new PageLine(rules is [{ } one] ? MeasureText.Due(one) : "None: there is no window, and a record is judged at once.")];
    }

    private static string Cases(MeasureDefinition measure) => (measure.Cases.Count, measure.ValueCases.Count) switch
    {
        (0, 0) => "None.",
        (var records, 0) => $"{ReportText.Number(records, "worked case")}. An empty cell is a value that is not recorded.",
        var (records, values) => $"{ReportText.Number(records, "worked case")} and {ReportText.Number(values, "value case")}. An empty cell is a value that is not recorded.",
    };

    private static string Label(MeasureDefinition measure, MeasurePart part) => measure.Parts.Count > 1 && part.Label.Length > 0 ? $"{part.Label}: " : "";
}
