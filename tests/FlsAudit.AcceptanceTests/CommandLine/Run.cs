using System.Globalization;
using FlsAudit.Cli;

namespace FlsAudit.AcceptanceTests.CommandLine;

/// <summary>One run of the command line in this process, in a folder of its own.</summary>
internal sealed record Run(int ExitCode, string Output, string Error)
{
    /// <summary>Runs a command.</summary>
    public static Run Of(params string[] arguments) => Of(arguments, null);

    /// <summary>Runs a command that another one pipes something into.</summary>
    public static Run Piped(byte[] input, params string[] arguments) => Of(arguments, new MemoryStream(input));

    private static Run Of(string[] arguments, Stream? input)
    {
        using var output = new StringWriter(CultureInfo.InvariantCulture);
        using var error = new StringWriter(CultureInfo.InvariantCulture);
        var exitCode = Cli.CommandLine.Run(arguments, output, error, input);
        return new Run(exitCode, output.ToString(), error.ToString());
    }
}
