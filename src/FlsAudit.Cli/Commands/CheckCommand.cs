using System.CommandLine;
using System.Globalization;
using FlsAudit.Cli.Arguments;
using FlsAudit.Jobs;
using Spectre.Console;

namespace FlsAudit.Cli.Commands;

/// <summary><c>flsaudit check</c>.</summary>
internal static class CheckCommand
{
    public static Command Make(Terminal terminal)
    {
        var input = new InputArguments(terminal.Piped);
        var asAt = Texts.Date("--as-at", "The day up to which the data are complete; without it no date is too late.");
        var strict = Texts.Flag("--strict", "End with exit code 11 when an input cannot be read.");
        var command = new Command("check", "Read exports as a report would, say what was understood, and write nothing.");
        input.AddTo(command);
        command.Add(asAt);
        command.Add(strict);
        command.SetAction(parsed =>
        {
            var outcome = terminal.WithProgress(progress => CheckJob.Run(input.Read(parsed, progress), parsed.GetValue(asAt)));
            Print(terminal, outcome);
            return (int)(outcome.HasBrokenFiles && parsed.GetValue(strict) ? ExitCode.Input : ExitCode.Done);
        });
        return command;
    }

    private static void Print(Terminal terminal, CheckOutcome outcome)
    {
        foreach (var layout in outcome.Layouts)
        {
            terminal.Line($"{layout.File}{(layout.Sheet is null ? "" : $", sheet {layout.Sheet}")}: {layout.Profile ?? "no profile"} ({layout.Reason})");
            var table = new Table { Border = TableBorder.Simple }.AddColumns("Column", "Field");
            foreach (var heading in layout.Headings) table.AddRow(Markup.Escape(heading.Heading), Markup.Escape(heading.Use));
            terminal.Table(table);
        }

        terminal.Table(ReconciliationTable.Of(outcome.Reconciliations));
        var filled = new Table { Border = TableBorder.Simple }.AddColumn("Field");
        foreach (var heading in new[] { "Recorded", "Not known", "Blank" }) filled.AddColumn(new TableColumn(heading).RightAligned());
        foreach (var field in outcome.Completeness)
            filled.AddRow(Markup.Escape(field.Field), Count(field.Recorded), Count(field.NotKnown), Count(field.Blank));
        terminal.Table(filled);
        foreach (var finding in outcome.Findings)
            terminal.Line($"{finding.Severity.ToString().ToLowerInvariant()}: {FindingLine.Of(finding)}");
        terminal.Line(outcome.SuggestedAsAt is { } day
            ? string.Create(CultureInfo.InvariantCulture, $"The last date that several records support is {day:yyyy-MM-dd}.")
            : "No record has a date.");
    }

    private static string Count(long count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
