using System.CommandLine;
using System.Globalization;
using FlsAudit.Cli.Arguments;
using FlsAudit.Cli.Checking;
using FlsAudit.Jobs;

namespace FlsAudit.Cli.Commands;

/// <summary><c>flsaudit check</c>.</summary>
internal static class CheckCommand
{
    public static Command Make(Terminal terminal)
    {
        var input = new InputArguments(terminal.Piped);
        var asAt = Texts.Date("--as-at", "The day up to which the data are complete; without it no date is too late.");
        var strict = Texts.Flag("--strict", "End with exit code 11 when an input cannot be read.");
        var draft = Texts.Text("--write-profile", "FILE.yaml", "Draft a registry profile for a layout that no profile fits, ready to be edited and to be named with --registry.");
        var command = new Command("check", "Read exports as a report would and say what was understood. Nothing is written but the profile of --write-profile.");
        input.AddTo(command);
        command.Add(asAt);
        command.Add(strict);
        command.Add(draft);
        command.SetAction(parsed =>
        {
            var outcome = terminal.WithProgress(progress => CheckJob.Run(input.Read(parsed, progress), parsed.GetValue(asAt), parsed.GetValue(draft)));
            Print(terminal, outcome, parsed.GetValue(draft));
            return (int)(outcome.HasBrokenFiles && parsed.GetValue(strict) ? ExitCode.Input : ExitCode.Done);
        });
        return command;
    }

    private static void Print(Terminal terminal, CheckOutcome outcome, string? draft)
    {
        LayoutTables.Print(terminal, outcome.Layouts);
        if (outcome.Reconciliations.Count > 0) terminal.Table(ReconciliationTable.Of(outcome.Reconciliations));
        if (ReconciliationTable.BySite(outcome.SiteReconciliations) is { } bySite) terminal.Table(bySite);
        UnreadCodeTables.Print(terminal, outcome.UnreadCodes);
        CompletenessTables.Print(terminal, outcome.Completeness, outcome.Sites);
        foreach (var finding in outcome.Findings)
            terminal.Line($"{finding.Severity.ToString().ToLowerInvariant()}: {FindingLine.Of(finding)}");
        if (outcome.Reconciliations.Count > 0) terminal.Line(outcome.SuggestedAsAt is { } day
            ? string.Create(CultureInfo.InvariantCulture, $"The last date that several records support is {day:yyyy-MM-dd}.")
            : "No record has a date.");
        if (draft is not null && outcome.Drafted is { } drafted) DraftTable.Print(terminal, drafted, draft);
    }
}
