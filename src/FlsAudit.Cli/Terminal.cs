using FlsAudit.Jobs;
using Spectre.Console;

namespace FlsAudit.Cli;

/// <summary>What people see: results on the output, errors and progress on the error stream, colour only where a person looks.</summary>
internal sealed class Terminal
{
    private const int PlainWidth = 120;

    private readonly IAnsiConsole output;
    private readonly IAnsiConsole errors;
    private readonly TextWriter plainErrors;

    public Terminal(TextWriter output, TextWriter error, PipedInput piped)
    {
        this.output = Open(output, Console.IsOutputRedirected);
        errors = Open(error, Console.IsErrorRedirected);
        plainErrors = error;
        Writer = output;
        Piped = piped;
    }

    /// <summary>The plain output, for text that must not be wrapped.</summary>
    public TextWriter Writer { get; }

    /// <summary>What another program pipes into this one.</summary>
    public PipedInput Piped { get; }

    /// <summary>How many characters a line of a table may have.</summary>
    public int Width => output.Profile.Width;

    public void Line(string text) => Writer.WriteLine(text);

    public void Table(Table table) => output.Write(table);

    /// <summary>One clear sentence.</summary>
    public void Error(string message) => plainErrors.WriteLine($"flsaudit: {message}");

    /// <summary>One clear sentence about something that does not stop the job.</summary>
    public void Warning(string message) => plainErrors.WriteLine($"flsaudit: warning: {message}");

    public void ErrorDetail(string line) => plainErrors.WriteLine($"  {line}");

    /// <summary>Runs a job with a progress bar where a person looks, silently elsewhere.</summary>
    public T WithProgress<T>(Func<Action<JobProgress>?, T> job)
    {
        if (Console.IsErrorRedirected) return job(null);
        return errors.Progress().AutoClear(true).HideCompleted(false)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn())
            .Start(context =>
            {
                var task = context.AddTask("Looking at the input", maxValue: 1);
                return job(progress =>
                {
                    task.Description = Markup.Escape(progress.Activity);
                    task.IsIndeterminate = progress.Total == 0;
                    if (progress.Total == 0) return;
                    task.MaxValue = progress.Total;
                    task.Value = progress.Done;
                });
            });
    }

    private static IAnsiConsole Open(TextWriter writer, bool redirected)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = redirected ? AnsiSupport.No : AnsiSupport.Detect,
            ColorSystem = redirected ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
            Interactive = redirected ? InteractionSupport.No : InteractionSupport.Detect,
        });
        if (redirected) console.Profile.Width = PlainWidth;
        return console;
    }
}
