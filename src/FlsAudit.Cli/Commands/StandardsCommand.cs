using System.CommandLine;
using System.Globalization;
using FlsAudit.Cli.Arguments;
using FlsAudit.Jobs;
using FlsAudit.Model;
using Spectre.Console;

namespace FlsAudit.Cli.Commands;

/// <summary><c>flsaudit standards</c>.</summary>
internal static class StandardsCommand
{
    public static Command Make(Terminal terminal) => new("standards", "List, show and test what is measured, and write its catalogue.")
    {
        List(terminal),
        Show(terminal),
        Test(terminal),
        Catalogue(terminal),
    };

    private static Command List(Terminal terminal)
    {
        var source = new SourceArguments();
        var command = new Command("list", "All measures.");
        source.AddTo(command);
        command.SetAction(parsed =>
        {
            var table = new Table { Border = TableBorder.Simple }.AddColumns("Set", "Measure", "Title", "Kind", "Sources");
            table.AddColumn(new TableColumn("Worked cases").RightAligned());
            foreach (var measure in StandardsJob.List(source.Read(parsed)))
                table.AddRow(
                    measure.Set, measure.Id, Markup.Escape(measure.Title), measure.Kind,
                    measure.Provenance == ProvenanceStatus.Verified ? "verified" : $"{measure.Provenance.ToString().ToLowerInvariant()} †", measure.Cases.ToString(CultureInfo.InvariantCulture));
            terminal.Table(table.Caption("† not verified against the original source; 'flsaudit standards show MEASURE' says which part."));
            return (int)ExitCode.Done;
        });
        return command;
    }

    private static Command Show(Terminal terminal)
    {
        var id = new Argument<string>("MEASURE") { Description = "The measure's id." };
        var source = new SourceArguments();
        var command = new Command("show", "One measure: why it is asked, its logic, sources, bands, worked cases, and what to do when you fail it.") { id };
        source.AddTo(command);
        command.SetAction(parsed =>
        {
            foreach (var (heading, text) in StandardsJob.Show(source.Read(parsed), parsed.GetRequiredValue(id)))
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
        var source = new SourceArguments();
        var command = new Command("test", "Run every worked case, records on both engines.");
        source.AddTo(command);
        command.SetAction(parsed =>
        {
            var outcome = StandardsJob.Test(source.Read(parsed));
            foreach (var failure in outcome.Failures) terminal.Line(failure);
            terminal.Line(string.Create(CultureInfo.InvariantCulture, $"{outcome.Measures} measures, {outcome.Cases} worked cases: {outcome.Cases - outcome.Failures.Count} passed, {outcome.Failures.Count} failed."));
            return (int)(outcome.Failures.Count == 0 ? ExitCode.Done : ExitCode.WorkedCases);
        });
        return command;
    }

    private static Command Catalogue(Terminal terminal)
    {
        var source = new SourceArguments();
        var output = Texts.Text("--out", "DIR", "The folder for README.md and README/SET/MEASURE.md. Required.");
        var command = new Command("catalogue", "Write a page per measure, as Markdown.");
        source.AddTo(command);
        command.Add(output);
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(output) is not { Length: > 0 } folder) throw new JobException(ExitCode.Usage, "--out is required: the folder that the catalogue is written to.");
            var pages = StandardsJob.WriteCatalogue(source.Read(parsed), folder);
            terminal.Line(string.Create(CultureInfo.InvariantCulture, $"{pages.Count} pages are in {folder}; begin with README.md."));
            return (int)ExitCode.Done;
        });
        return command;
    }
}
