using System.CommandLine;
using System.Globalization;
using FlsAudit.Cli.Arguments;
using FlsAudit.Jobs;

namespace FlsAudit.Cli.Commands;

/// <summary><c>flsaudit simulate</c>.</summary>
internal static class SimulateCommand
{
    public static Command Make(Terminal terminal)
    {
        var scenario = new Argument<string>("SCENARIO") { Description = $"One of {string.Join(", ", SimulateJob.Scenarios)}, or a scenario file." };
        scenario.CompletionSources.Add([.. SimulateJob.Scenarios]);
        var output = Texts.Text("--out", "DIR", "The folder that the files appear in. Required.");
        var seed = new Option<ulong?>("--seed") { Description = "Another seed than the scenario's.", HelpName = "N" };
        var records = new Option<int?>("--records") { Description = "Another number of records than the scenario's.", HelpName = "N" };
        var command = new Command("simulate", "Write a synthetic registry export. The same scenario and seed give the same bytes.") { scenario, output, seed, records };
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(output) is not { Length: > 0 } folder)
                throw new JobException(ExitCode.Usage, "--out is required: the folder that the files appear in.");
            var outcome = terminal.WithProgress(progress =>
                SimulateJob.Run(parsed.GetRequiredValue(scenario), folder, parsed.GetValue(seed), parsed.GetValue(records), progress));
            foreach (var (name, rows) in outcome.Files)
                terminal.Line(rows == 0 ? $"{name}" : string.Create(CultureInfo.InvariantCulture, $"{name}: {rows:N0} rows"));
            terminal.Line(string.Create(CultureInfo.InvariantCulture, $"{outcome.Records:N0} invented records in {folder}; a fitting as-at date is {outcome.AsAt:yyyy-MM-dd}."));
            return (int)ExitCode.Done;
        });
        return command;
    }
}
