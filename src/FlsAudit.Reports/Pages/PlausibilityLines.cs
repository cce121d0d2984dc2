using System.Globalization;
using FlsAudit.Model;
using FlsAudit.Reports.Wording;
using FlsAudit.Standards;

namespace FlsAudit.Reports.Pages;

/// <summary>The plausibility rules in the catalogue.</summary>
internal static class PlausibilityLines
{
    private static readonly string[] Columns = ["Rule", "Severity", "Marks", "What to look at", "Source", "How sure"];

    public static IEnumerable<string> Of(StandardsFolder folder)
    {
        yield return "";
        yield return "## Plausibility rules";
        yield return "";
        if (folder.PlausibilityRules.Count + folder.BetweenRecordsRules.Count + folder.YearRules.Count == 0)
        {
            yield return "None.";
            yield break;
        }

        yield return "A rule marks what is hard to believe: each marked record is counted in a finding of the rule's name. Nothing is rejected, blanked or changed by it, and no outcome depends on it. Every rule has worked cases in its file.";
        foreach (var line in Table("About one record", folder.PlausibilityRules.GroupBy(rule => rule.Name).Select(Row))) yield return line;
        foreach (var line in Table("Between records of one patient", folder.BetweenRecordsRules.Select(Row))) yield return line;
        if (folder.YearRules.Count == 0) yield break;
        yield return "";
        yield return "### Mistyped years";
        yield return "";
        yield return "A suspect date with exactly one other year that fits is a finding, `year-typo-suspected`. With `--repair` that year is used before anything is judged; each repair is counted in the finding `year-repaired` and listed in `repairs.csv`.";
        yield return "";
        foreach (var line in Markdown.Table(["Rule", "Dates", "Suspect", "Fits", "Source", "How sure"], folder.YearRules.Select(Row))) yield return line;
    }

    private static IEnumerable<string> Table(string heading, IEnumerable<IReadOnlyList<string>> rows)
    {
        IReadOnlyList<string>[] all = [.. rows];
        return all.Length == 0 ? [] : ["", $"### {heading}", "", .. Markdown.Table(Columns, all)];
    }

    private static IReadOnlyList<string> Row(IGrouping<string, PlausibilityRule> instances)
    {
        var first = instances.First();
        string[] others = [.. instances.Skip(1).Select(rule => rule.Field!.Name)];
        var marks = Markdown.Code(first.When.Text) + (others.Length == 0 ? "" : $", and the same of {string.Join(", ", others.Select(Markdown.Code))}");
        return [Markdown.Code(first.Name), Words.Of(first.Severity), marks, Markdown.Text(first.Expected), Markdown.Text(SourceOf(first.Provenance)), ProvenanceMark.Worded(first.Provenance.Status)];
    }

    private static IReadOnlyList<string> Row(BetweenRecordsRule rule)
    {
        List<string> marks = [$"the later of two records with {Markdown.Code(rule.When.Text)}"];
        if (rule.Same.Count > 0) marks.Add($"the same {Names(rule.Same)}");
        if (rule.Differ.Count > 0) marks.Add($"a different {string.Join(" or ", rule.Differ.Select(field => Markdown.Code(field.Name)))}");
        if (rule.Days is { } days) marks.Add(days == 0 ? "fractures of one day" : string.Create(CultureInfo.InvariantCulture, $"at most {days} days between the fractures"));
        return [Markdown.Code(rule.Name), Words.Of(rule.Severity), string.Join(", ", marks), Markdown.Text(rule.Expected), Markdown.Text(SourceOf(rule.Provenance)), ProvenanceMark.Worded(rule.Provenance.Status)];
    }

    private static IReadOnlyList<string> Row(YearRule rule)
    {
        var (dates, suspect, fits) = rule.Fracture is { } fracture
            ? (Markdown.Code(FieldNames.FractureDate),
                string.Create(CultureInfo.InvariantCulture, $"at least {fracture.Fewest} other dates that have happened, each of them before it or more than {fracture.Latest} days after it"),
                $"each of these is where it belongs: {string.Join(", ", fracture.Witnesses.Select(witness => Markdown.Code(witness.Field)))}")
            : (string.Join(", ", rule.Dates.Select(date => Markdown.Code(date.Field))),
                rule.Dates[0].MayBeBefore ? "after the as-at date" : "before the fracture, or after the as-at date",
                string.Create(CultureInfo.InvariantCulture, $"{rule.Dates[0].Earliest} to {rule.Dates[0].Latest} days after the fracture"));
        return [Markdown.Code(rule.Name), dates, suspect, fits, Markdown.Text(SourceOf(rule.Provenance)), ProvenanceMark.Worded(rule.Provenance.Status)];
    }

    private static string Names(IEnumerable<Field> fields) => string.Join(" and ", fields.Select(field => Markdown.Code(field.Name)));

    private static string SourceOf(Provenance provenance) => provenance.Edition is { } edition ? $"{provenance.Title}, {edition}" : provenance.Title;
}
