using FlsAudit.Import;

namespace FlsAudit.Jobs;

/// <summary>
/// What a program pipes into a command, for the input <c>-</c>. It is copied to the machine's temporary folder when it is first asked for, because a command reads
/// its inputs several times; whoever makes it keeps it until the command ends. It may be as large as that folder has room.
/// </summary>
/// <param name="open">Opens standard input; null when a person sits there, who would wait for ever.</param>
public sealed class PipedInput(Func<Stream>? open) : IDisposable
{
    /// <summary>What stands for it among the inputs.</summary>
    public const string Mark = StandardInput.Mark;

    private StandardInput? copy;

    /// <summary>Where the copy is.</summary>
    /// <exception cref="JobException">Nothing is piped, it cannot be read, or there is no room for it.</exception>
    internal string Path => (copy ??= Copied()).Path;

    /// <summary>Removes the copy.</summary>
    public void Dispose() => copy?.Dispose();

    private StandardInput Copied()
    {
        if (open is null) throw new JobException(ExitCode.Usage, "The input '-' is what another program pipes into this one, and nothing is piped; for example: unzip -p exports.zip north.csv | flsaudit check -");
        try
        {
            using var stream = open();
            return StandardInput.Of(stream);
        }
        catch (IOException error)
        {
            throw new JobException(ExitCode.Input, $"Standard input cannot be used: {error.Message}");
        }
    }
}
