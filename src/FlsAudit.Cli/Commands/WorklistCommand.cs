using System.CommandLine;
using System.Globalization;
using FlsAudit.Cli.Arguments;
using FlsAudit.Jobs;
using FlsAudit.Model;
using Spectre.Console;

namespace FlsAudit.Cli.Commands;

/// <summary><c>flsaudit worklist</c>.</summary>
internal static class WorklistCommand
{
    private const string NotVerified = "† not verified against the original source; 'flsaudit standards show MEASURE' says which part.";

    public static Command Make(Terminal terminal)
    {
        var input = new InputArguments(terminal.Piped);
        var asAt = AsAtArgument.Make();
        var output = Texts.Text("--out", "FILE.csv", "The csv file that appears. Required.");
        var within = Texts.Days("--within", $"How many days before and after the as-at date a window may close, {WorklistRequest.UsualDays} unless said otherwise.");
        var sets = Texts.List("--standards", "SET", "Standard sets. Without it those that the registry profile names.");
        var site = Texts.Text("--site", "SITE", "Records of this site only.");

        var command = new Command("worklist", "List the records whose next window of care closes soon or has just closed without the step. An audit aid, not a recall system.");
        input.AddTo(command);
        foreach (var option in new Option[] { asAt, output, within, sets, site }) command.Add(option);
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(asAt) is not { } day) throw AsAtArgument.Missing(input.Read(parsed, null));
            if (parsed.GetValue(output) is not { Length: > 0 } file)
                throw new JobException(ExitCode.Usage, "--out is required: the csv file that appears, for example --out worklist.csv.");
            var days = parsed.GetValue(within) ?? WorklistRequest.UsualDays;
            var outcome = terminal.WithProgress(progress => WorklistJob.Run(new WorklistRequest
            {
                Input = input.Read(parsed, progress),
                AsAt = day,
                Output = file,
                Within = days,
                Sets = parsed.GetValue(sets) ?? [],
                Site = parsed.GetValue(site),
            }));
            foreach (var finding in outcome.Findings) terminal.Error(FindingLine.Of(finding));
            AsAtArgument.WarnIfOld(terminal, day, outcome.SuggestedAsAt);
            Print(terminal, outcome, day, days, file);
            return (int)ExitCode.Done;
        });
        return command;
    }

    private static void Print(Terminal terminal, WorklistOutcome outcome, DateOnly asAt, int days, string file)
    {
        if (outcome.Counts.Count > 0)
        {
            var table = new Table { Border = TableBorder.Simple }.AddColumns("Site", "Step", "Measure");
            foreach (var heading in new[] { "Closes soon", "Just closed" }) table.AddColumn(new TableColumn(heading).RightAligned());
            foreach (var count in outcome.Counts)
                table.AddRow(Markup.Escape(count.Site), Markup.Escape(count.Step), Markup.Escape(count.Measure + (count.Provenance == ProvenanceStatus.Verified ? "" : " †")), Whole(count.ClosesSoon), Whole(count.JustClosed));
            terminal.Table(table.Caption(outcome.Counts.Any(count => count.Provenance != ProvenanceStatus.Verified) ? NotVerified : ""));
        }

        foreach (var (measure, records) in outcome.MayBelong)
            terminal.Line($"Not listed: {Whole(records)} {(records == 1 ? "record that does" : "records that do")} not say whether {(records == 1 ? "it belongs" : "they belong")} to {measure}; 'flsaudit explain' with --measure {measure} --outcome unknown names such records.");
        terminal.Line(string.Create(CultureInfo.InvariantCulture, $"{outcome.Rows:N0} {(outcome.Rows == 1 ? "window closes" : "windows close")} within {days} days of {asAt:yyyy-MM-dd}, before or after; the list is in {file}."));
        terminal.Line("This is an audit aid, not a recall system.");
    }

    private static string Whole(int count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
