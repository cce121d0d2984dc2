using System.CommandLine;
using FlsAudit.Jobs;

namespace FlsAudit.Cli.Arguments;

/// <summary>Which definitions a verb is about.</summary>
internal sealed class SourceArguments
{
    private readonly Option<string?> own = Texts.Text("--standards-dir", "DIR", "A folder of your own definitions, added to the shipped ones.");

    private readonly Argument<string?> directory = new("DIR")
    {
        Description = "A complete standards folder, alone; without it the shipped one.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    public void AddTo(Command command)
    {
        command.Add(directory);
        command.Add(own);
    }

    public StandardsSource Read(ParseResult parsed) => new(parsed.GetValue(directory), parsed.GetValue(own));
}
