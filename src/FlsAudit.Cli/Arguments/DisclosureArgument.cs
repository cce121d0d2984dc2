using System.CommandLine;
using FlsAudit.Analysis;

namespace FlsAudit.Cli.Arguments;

/// <summary><c>--disclosure</c>.</summary>
internal static class DisclosureArgument
{
    private const string Choices = "internal, suppress-below-N with N from 2, such as suppress-below-8, or hes";

    public static Option<DisclosurePolicy?> Make()
    {
        var option = new Option<DisclosurePolicy?>("--disclosure")
        {
            Description = "What may be shown, internal unless said otherwise. suppress-below-8 withholds counts of 1 to 7 and what they could be recovered from; hes rounds the others to the nearest 5 as well.",
            HelpName = "POLICY",
            CustomParser = result =>
            {
                var text = result.Tokens[0].Value;
                if (DisclosurePolicy.Parse(text) is { } policy) return policy;
                result.AddError($"--disclosure takes {Choices}, not '{text}'.");
                return null;
            },
        };
        option.CompletionSources.Add("internal", "suppress-below-8", "hes");
        return option;
    }
}
