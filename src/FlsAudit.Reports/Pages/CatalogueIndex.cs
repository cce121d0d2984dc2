using FlsAudit.Model;
using FlsAudit.Reports.Wording;
using FlsAudit.Standards;

namespace FlsAudit.Reports.Pages;

/// <summary>The first page of the catalogue.</summary>
internal static class CatalogueIndex
{
    private static readonly string[] Head =
    [
        "# Catalogue of measures",
        "",
        "This page and those in `README/` are made from the definitions in this folder; change the definitions, not the pages.",
        "",
        "A set is a group of measures that is reported together: somebody's published standards, or our own. Each measure is one file with its source, its wording, its logic and its worked cases. "
            + "`flsaudit standards show MEASURE` prints a page in the terminal, `flsaudit standards test` runs every case, and each report carries the pages of the sets that it used.",
        "",
        "## How sure it is",
        "",
        "- verified: read in the source itself.",
        "- secondary †: read in another public source that quotes it.",
        "- recalled †: general knowledge that nobody has checked against the original yet.",
        "- inferred †: worked out from other facts.",
        "",
        "What carries a † is marked in every output until somebody confirms it. The status of a measure is that of its weakest part.",
        "",
        "## How definitions are read",
        "",
        "- For each record and measure there is one outcome: not in population, excluded, not due, unknown, not met or met. They are decided in this order.",
        "- The population says who belongs. If it cannot be told, the record is unknown. An exclusion takes a record out when it holds, not when it cannot be told.",
        "- A record is judged once its window is over on the as-at date, never before, even if it is met already. What lies after the as-at date has not happened yet.",
        "- Every comparison with a blank or with `not_known` is unknown: neither true nor false.",
        "- `and`, `or`, `not` and brackets combine conditions; unknown stays unknown unless the other side decides.",
        "- `field = code`, `field != code` and `field in (a, b)` compare codes; `=`, `!=`, `<`, `<=`, `>` and `>=` compare numbers and dates.",
        "- `field is known` and `field is missing` are never unknown.",
        "- `date within N days of date2` holds from the day itself to the N-th day after it, both included; a date before it is an error of the record, so unknown.",
        "- `days(a, b)` are the days from a to b.",
        "- A denominator is met + not met + the unknowns that the policy counts. If nothing is met or not met there is no value: that is no zero. Bands and levels judge unrounded values.",
    ];

    public static string Of(StandardsFolder folder)
    {
        List<string> lines = [.. Head, "", "## Sets"];
        foreach (var set in folder.Sets) lines.AddRange(Set(set));
        lines.AddRange(Conditions(folder));
        lines.AddRange(Breakdowns(folder));
        lines.AddRange(PlausibilityLines.Of(folder));
        lines.AddRange(Questions(folder));
        return string.Join('\n', lines) + "\n";
    }

    /// <summary>Where the page of a measure is, relative to the standards folder.</summary>
    public static string PathOf(StandardSet set, MeasureDefinition measure) => $"README/{set.Name}/{measure.Id}.md";

    private static IEnumerable<string> Set(StandardSet set)
    {
        yield return "";
        yield return $"### {Markdown.Text(set.Title)}";
        yield return "";
        yield return $"{Markdown.Code(set.Name)}. {Markdown.Text(MeasureText.Source(set.Provenance))}.";
        foreach (var text in new[] { set.Provenance.Note, set.Note, MeasureText.Deaths(set) })
        {
            if (text is not { Length: > 0 }) continue;
            yield return "";
            yield return Markdown.Text(text);
        }

        yield return "";
        foreach (var line in Markdown.Table(["Measure", "Title", "Kind", "How sure", "Cases"], set.Measures.Select(measure => (IReadOnlyList<string>)
            [
                $"[{Markdown.Text(measure.Id)}]({PathOf(set, measure)})", Markdown.Text(measure.Title), KindText.Of(measure), ProvenanceMark.Worded(measure.WeakestProvenance),
                PrintedNumber.Count(measure.Cases.Count + measure.ValueCases.Count),
            ])))
            yield return line;
        if (set.Parameters.Count > 0)
        {
            yield return "";
            foreach (var line in Markdown.Table(["Parameter", "Value", "Meaning", "How sure"], set.Parameters.Select(parameter => (IReadOnlyList<string>)
                [Markdown.Code("$" + parameter.Name), Markdown.Text(parameter.Value), Markdown.Text(parameter.Meaning), ProvenanceMark.Worded(parameter.Status)])))
                yield return line;
        }

        if (set.Conditions.Count == 0) yield break;
        yield return "";
        foreach (var line in Conditions(set.Conditions)) yield return line;
    }

    private static IEnumerable<string> Conditions(StandardsFolder folder) =>
    [
        "", "## Shared conditions", "", "A condition that several measures use has a name; wherever the name is used, it stands for what is written here.",
        "", .. folder.Conditions.Count == 0 ? ["None."] : Conditions(folder.Conditions),
    ];

    private static IEnumerable<string> Conditions(IEnumerable<SharedCondition> conditions) =>
        Markdown.Table(["Condition", "Meaning", "Written out"], conditions.Select(condition => (IReadOnlyList<string>)
            [Markdown.Code(condition.Name), Markdown.Text(condition.Meaning), Markdown.Code(condition.When.Text)]));

    private static IEnumerable<string> Breakdowns(StandardsFolder folder)
    {
        yield return "";
        yield return "## Breakdowns";
        yield return "";
        if (folder.Breakdowns.Count == 0) yield return "None.";
        else yield return "A record belongs to the first category that holds. If one before it cannot be told, or none holds, it is `missing`. `--by NAME` shows every measure by one of these, or by a code field.";
        foreach (var breakdown in folder.Breakdowns)
        {
            yield return "";
            yield return $"### {Markdown.Text(breakdown.Title)}";
            yield return "";
            yield return Markdown.Code(breakdown.Name) + "." + (breakdown.Provenance is { } source ? $" {Markdown.Text(MeasureText.Source(source))}." : "");
            if (breakdown.Provenance?.Note is { Length: > 0 } note)
            {
                yield return "";
                yield return Markdown.Text(note);
            }

            yield return "";
            foreach (var line in Markdown.Table(["Category", "Label", "When"], breakdown.Categories.Select(category => (IReadOnlyList<string>)
                [Markdown.Code(category.Name), Markdown.Text(category.Label), category.When is { } when ? Markdown.Code(when.Text) : ""])))
                yield return line;
            if (CaseTables.Of(breakdown) is not { } cases) continue;
            yield return "";
            foreach (var line in MarkdownPage.Table(cases)) yield return line;
        }
    }

    private static IEnumerable<string> Questions(StandardsFolder folder)
    {
        yield return "";
        yield return "## Questions to the organisation";
        yield return "";
        if (folder.Questions.Count == 0)
        {
            yield return "None.";
            yield break;
        }

        yield return "What no record says is answered once per site in `organisation.yaml`. A question that is not answered is not answered; `not_known` is an answer.";
        foreach (var group in folder.Questions.GroupBy(question => question.Group))
        {
            yield return "";
            yield return $"### {Markdown.Text(MeasureText.Capital(group.Key.Replace('-', ' ')))}";
            yield return "";
            foreach (var line in Markdown.Table(["Question", "Meaning", "Takes", "Source", "How sure"], group.Select(question => (IReadOnlyList<string>)
                [
                    Markdown.Code(question.Name), Markdown.Text(question.Meaning), Takes(question), Markdown.Text(question.Provenance.Title),
                    ProvenanceMark.Worded(question.Provenance.Status),
                ])))
                yield return line;
        }
    }

    private static string Takes(Question question) => question.Type switch
    {
        AnswerType.Percent => "a number from 0 to 100",
        AnswerType.Text => "words",
        var type => (type == AnswerType.Codes ? "any of " : "one of ")
            + string.Join("; ", question.Values.Select(value => $"{Markdown.Code(value.Code)} {Markdown.Text(value.Meaning)}")),
    };
}
