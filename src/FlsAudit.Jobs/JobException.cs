namespace FlsAudit.Jobs;

/// <summary>The documented exit codes of the command line.</summary>
public enum ExitCode
{
    /// <summary>Done.</summary>
    Done = 0,

    /// <summary>The program has a defect; nothing was put in place of an earlier result.</summary>
    Defect = 1,

    /// <summary>The command line was not understood or asks for something impossible.</summary>
    Usage = 2,

    /// <summary>Definitions have problems.</summary>
    Definitions = 10,

    /// <summary>The input cannot be used, or with <c>--strict</c> some of it cannot.</summary>
    Input = 11,

    /// <summary>There are findings at or above <c>--fail-on</c>.</summary>
    Findings = 12,

    /// <summary>Worked cases failed.</summary>
    WorkedCases = 13,

    /// <summary>The output cannot be written.</summary>
    Output = 15,
}

/// <summary>A job that cannot be done, in one sentence for people: what, where, what was expected, what to do next.</summary>
public sealed class JobException(ExitCode exitCode, string message, IReadOnlyList<string>? details = null) : Exception(message)
{
    /// <summary>The exit code.</summary>
    public ExitCode ExitCode { get; } = exitCode;

    /// <summary>Further lines, one per finding; empty when the sentence says it all.</summary>
    public IReadOnlyList<string> Details { get; } = details ?? [];
}
