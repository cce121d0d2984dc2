using System.CommandLine;
using System.Globalization;
using FlsAudit.Jobs;
using Spectre.Console;

namespace FlsAudit.Cli.Commands;

/// <summary><c>flsaudit standards</c>.</summary>
internal static class StandardsCommand
{
    public static Command Make(Terminal terminal) => new("standards", "List, show and test what is measured.")
    {
        List(terminal),
        Show(terminal),
        Test(terminal),
    };

    private static Command List(Terminal terminal)
    {
        var directory = Directory();
        var command = new Command("list", "All measures.") { directory };
        command.SetAction(parsed =>
        {
            var table = new Table { Border = TableBorder.Simple }.AddColumns("Set", "Measure", "Title", "Kind", "Sources");
            table.AddColumn(new TableColumn("Worked cases").RightAligned());
            foreach (var measure in StandardsJob.List(parsed.GetValue(directory)))
                table.AddRow(measure.Set, measure.Id, Markup.Escape(measure.Title), measure.Kind, measure.Provenance, measure.Cases.ToString(CultureInfo.InvariantCulture));
            terminal.Table(table);
            return (int)ExitCode.Done;
        });
        return command;
    }

    private static Command Show(Terminal terminal)
    {
        var id = new Argument<string>("MEASURE") { Description = "The measure's id." };
        var directory = Directory();
        var command = new Command("show", "One measure: its question, logic, source and bands.") { id, directory };
        command.SetAction(parsed =>
        {
            foreach (var (heading, text) in StandardsJob.Show(parsed.GetValue(directory), parsed.GetRequiredValue(id)))
            {
                terminal.Line(heading);
                foreach (var line in text.Split('\n')) terminal.Line($"  {line}");
            }

            return (int)ExitCode.Done;
        });
        return command;
    }

    private static Command Test(Terminal terminal)
    {
        var directory = Directory();
        var command = new Command("test", "Run every worked case on both engines.") { directory };
        command.SetAction(parsed =>
        {
            var outcome = StandardsJob.Test(parsed.GetValue(directory));
            foreach (var failure in outcome.Failures) terminal.Line(failure);
            terminal.Line(string.Create(CultureInfo.InvariantCulture, $"{outcome.Measures} measures, {outcome.Cases} worked cases on both engines: {outcome.Cases - outcome.Failures.Count} passed, {outcome.Failures.Count} failed."));
            return (int)(outcome.Failures.Count == 0 ? ExitCode.Done : ExitCode.WorkedCases);
        });
        return command;
    }

    private static Argument<string?> Directory() => new("DIR")
    {
        Description = "A complete standards folder, alone; without it the shipped one.",
        Arity = ArgumentArity.ZeroOrOne,
    };
}
