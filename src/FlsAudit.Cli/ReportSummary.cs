using System.Globalization;
using FlsAudit.Analysis;
using FlsAudit.Jobs;
using FlsAudit.Model;
using Spectre.Console;

namespace FlsAudit.Cli;

/// <summary>The closing tables of <c>flsaudit report</c>.</summary>
internal static class ReportSummary
{
    public static void Print(Terminal terminal, ReportOutcome outcome, string folder, TimeSpan elapsed)
    {
        if (outcome.Reconciliations.Count > 0) terminal.Table(ReconciliationTable.Of(outcome.Reconciliations));
        terminal.Table(Measures(outcome.Measures));
        Findings(terminal, outcome);
        if (outcome.ToCorrect.Count > 0)
            terminal.Line($"Rows to correct are in {string.Join(", ", outcome.ToCorrect)}. They hold patients' values: keep them as you keep the exports. Put a row right, clear its '{ReportOutcome.ReasonColumn}', and give the file as a further input.");
        var rows = outcome.Reconciliations.Count > 0 ? string.Create(CultureInfo.InvariantCulture, $"{Reconciliation.Total(outcome.Reconciliations).Read:N0} rows read") : "All rows read";
        terminal.Line(string.Create(CultureInfo.InvariantCulture, $"{rows} and accounted for in {elapsed.TotalSeconds:0.0} s. The report is in {folder}: {string.Join(", ", Named(outcome.Outputs))}."));
        Key(terminal, outcome.Key);
    }

    // On the error stream, so that it does not end up in a file beside the report with the rest.
    private static void Key(Terminal terminal, IReadOnlyList<KeyValuePair<string, string>> key)
    {
        if (key.Count == 0) return;
        terminal.Error("what the report calls sites and files; this is shown once and written nowhere:");
        foreach (var (shown, real) in key) terminal.ErrorDetail($"{shown} = {real}");
    }

    private static Table Measures(IReadOnlyList<MeasureSummary> measures)
    {
        var table = new Table { Border = TableBorder.Simple }.AddColumns("Measure", "All sites", "95 % limits");
        table.AddColumn(new TableColumn("Count").RightAligned()).AddColumns("Outside 99.8 %", "Sources");
        foreach (var measure in measures)
        {
            table.AddRow(
                Markup.Escape($"{measure.Id}  {measure.Title}"),
                Markup.Escape(measure.Value),
                Markup.Escape(measure.Limits),
                Markup.Escape(measure.Count),
                Markup.Escape(measure.Outside switch { null => "", [] => "none", var sites => string.Join(", ", sites) }),
                measure.Provenance == ProvenanceStatus.Verified ? "verified" : $"{measure.Provenance.ToString().ToLowerInvariant()} †");
        }

        return table.Caption(measures.Any(measure => measure.Provenance != ProvenanceStatus.Verified)
            ? "† not verified against the original source; 'flsaudit standards show MEASURE' says which part."
            : "");
    }

    private static void Findings(Terminal terminal, ReportOutcome outcome)
    {
        foreach (var finding in outcome.Findings.Where(finding => finding.Severity == Severity.Error)) terminal.Error(FindingLine.Of(finding));
        var counts = outcome.Findings.GroupBy(finding => finding.Severity).OrderByDescending(group => group.Key)
            .Select(group => string.Create(CultureInfo.InvariantCulture, $"{group.Count()} {group.Key.ToString().ToLowerInvariant()}"));
        terminal.Line(outcome.Findings.Count == 0 ? "No findings." : $"Findings: {string.Join(", ", counts)}; each is in findings.csv with its place and what was expected.");
    }

    private static IEnumerable<string> Named(IReadOnlyList<string> outputs)
    {
        var figures = outputs.Count(name => name.StartsWith("figures/", StringComparison.Ordinal));
        string[] first = ["benchmark.xlsx", "report.html", "results.csv"];
        return
        [
            .. first.Where(outputs.Contains),
            .. outputs.Where(name => !first.Contains(name) && !name.StartsWith("figures/", StringComparison.Ordinal)),
            .. figures > 0 ? [string.Create(CultureInfo.InvariantCulture, $"{figures} figures")] : Array.Empty<string>(),
        ];
    }
}
