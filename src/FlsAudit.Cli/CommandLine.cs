using System.CommandLine;
using System.CommandLine.Parsing;
using FlsAudit.Cli.Commands;
using FlsAudit.Jobs;

namespace FlsAudit.Cli;

/// <summary>The command line: verbs, help, errors and exit codes.</summary>
public static class CommandLine
{
    private const int DefectLines = 6;

    /// <summary>Runs one command.</summary>
    /// <param name="arguments">The verb and what it takes.</param>
    /// <param name="output">Gets results.</param>
    /// <param name="error">Gets errors and progress.</param>
    /// <param name="input">What is piped into it; null for that of this process.</param>
    /// <returns>One of the documented exit codes.</returns>
    public static int Run(IReadOnlyList<string> arguments, TextWriter output, TextWriter error, Stream? input = null)
    {
        using var piped = new PipedInput(input is not null ? () => input : Console.IsInputRedirected ? Console.OpenStandardInput : null);
        var terminal = new Terminal(output, error, piped);
        var root = Root(terminal);
        var parsed = root.Parse(arguments);
        if (parsed.Errors.Count > 0) return UsageErrors(parsed, terminal);
        try
        {
            return parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false, Output = output, Error = error });
        }
        catch (JobException stop)
        {
            terminal.Error(stop.Message);
            foreach (var line in stop.Details) terminal.ErrorDetail(line);
            return (int)stop.ExitCode;
        }
        catch (Exception defect) when (defect is not OutOfMemoryException)
        {
            // Its message may hold a value of a record, so only its kind and place are shown.
            terminal.Error($"This is a defect of the program ({defect.GetType().Name}); nothing was put in place of an earlier report. Please report it with the lines below.");
            foreach (var line in (defect.StackTrace ?? "").Split('\n').Take(DefectLines)) terminal.ErrorDetail(line.Trim());
            return (int)ExitCode.Defect;
        }
    }

    private static RootCommand Root(Terminal terminal) => new(
        "Benchmarking and audit for fracture liaison services: registry exports in, a benchmark with its evidence out.")
    {
        ReportCommand.Make(terminal),
        CheckCommand.Make(terminal),
        ExplainCommand.Make(terminal),
        WorklistCommand.Make(terminal),
        CompareCommand.Make(terminal),
        StandardsCommand.Make(terminal),
        SimulateCommand.Make(terminal),
        CompletionCommand.Make(terminal),
    };

    private static int UsageErrors(ParseResult parsed, Terminal terminal)
    {
        foreach (var message in parsed.Errors.Select(problem => problem.Message).Distinct()) terminal.Error(message);
        terminal.ErrorDetail($"'flsaudit {string.Join(' ', Verbs(parsed.CommandResult).Append("--help"))}' shows what it takes.");
        return (int)ExitCode.Usage;
    }

    private static IEnumerable<string> Verbs(SymbolResult? result)
    {
        var verbs = new Stack<string>();
        for (; result is CommandResult { Parent: not null } command; result = command.Parent) verbs.Push(command.Command.Name);
        return verbs;
    }
}
