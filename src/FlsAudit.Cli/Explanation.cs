using System.Globalization;
using FlsAudit.Jobs;
using FlsAudit.Model;

namespace FlsAudit.Cli;

/// <summary>Explanations of records as a terminal prints them: the answers first, then how each came about.</summary>
internal static class Explanation
{
    private const string Indent = "  ";
    private const int TruthWidth = 7;

    public static void Print(Terminal terminal, ExplainOutcome outcome)
    {
        foreach (var finding in outcome.Findings) terminal.Error(FindingLine.Of(finding));
        foreach (var (record, i) in outcome.Records.Select((record, i) => (record, i)))
        {
            if (i > 0) terminal.Line("");
            Print(terminal, record);
        }

        if (outcome.NotUsed.Count == 0) return;
        terminal.Line("");
        terminal.Line("Rows of this name that are not used:");
        foreach (var row in outcome.NotUsed) terminal.Line(Indent + RowLine.Of(row));
    }

    /// <summary>File, sheet and row in words.</summary>
    public static string Row(Place place) =>
        string.Create(CultureInfo.InvariantCulture, $"{place.File}{(place.Sheet is null ? "" : $", sheet {place.Sheet}")}, row {place.Row}");

    /// <summary>How sure a definition is, with the mark of those that are not verified.</summary>
    public static string Mark(ProvenanceStatus provenance) =>
        provenance == ProvenanceStatus.Verified ? "verified" : $"{provenance.ToString().ToLowerInvariant()} †";

    private static void Print(Terminal terminal, ExplainedRecord record)
    {
        terminal.Line($"Record {record.Name}, site {record.Site}: {Row(record.Place)}");
        (string Measure, string Outcome, string Decided)[] answers =
        [
            .. record.Measures.SelectMany(measure => measure.Parts.Count == 0
                ? [(measure.Id, "no record", "the answer of the organisation")]
                : measure.Parts.Select(part => (Measure: part.Name.Length > 0 ? $"{measure.Id} {part.Name}" : measure.Id, part.Outcome, part.Decided))),
        ];
        var (measures, outcomes) = (answers.Max(answer => answer.Measure.Length), answers.Max(answer => answer.Outcome.Length));
        foreach (var answer in answers)
            terminal.Line($"{Indent}{answer.Measure.PadRight(measures)}  {answer.Outcome.PadRight(outcomes)}  {answer.Decided}");
        foreach (var measure in record.Measures) Print(terminal, measure);
    }

    private static void Print(Terminal terminal, ExplainedMeasure measure)
    {
        terminal.Line("");
        terminal.Line($"{measure.Id}  {measure.Title} ({measure.Set}, {Mark(measure.Provenance)})");
        if (measure.Remark.Length > 0) terminal.Line(Indent + measure.Remark);
        foreach (var part in measure.Parts) Print(terminal, part);
    }

    private static void Print(Terminal terminal, ExplainedPart part)
    {
        terminal.Line($"{Indent}{(part.Name.Length > 0 ? $"{part.Name} ({part.Label}): " : "")}{part.Outcome}");
        foreach (var (clause, i) in part.Clauses.Select((clause, i) => (clause, i)))
        {
            var decides = i == part.Clauses.Count - 1 ? ", which decides" : "";
            terminal.Line(string.Create(CultureInfo.InvariantCulture, $"{Indent}{i + 1}. {clause.Title}: {Word(clause.Truth)}{decides}{(clause.Remark.Length > 0 ? $". {clause.Remark}" : "")}"));
            foreach (var test in clause.Tests) Print(terminal, test);
        }

        if (part.NotLookedAt.Count > 0) terminal.Line($"{Indent}Not looked at: {string.Join(", ", part.NotLookedAt)}.");
        foreach (var remark in part.Remarks) terminal.Line(Indent + remark);
    }

    private static void Print(Terminal terminal, ExplainedTest test)
    {
        var depth = string.Concat(Enumerable.Repeat(Indent, test.Depth));
        terminal.Line($"     {Word(test.Truth).PadRight(TruthWidth)}  {depth}{test.Text}");
        foreach (var field in test.Fields)
            terminal.Line($"     {"".PadRight(TruthWidth)}  {depth}{Indent}{Indent}{field.Name}: {field.State}{(field.Value is null ? "" : $" [{field.Value}]")}");
    }

    private static string Word(Truth truth) => truth.ToString().ToLowerInvariant();
}
