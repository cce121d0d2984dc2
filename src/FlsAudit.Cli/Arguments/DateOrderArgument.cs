using System.CommandLine;
using System.CommandLine.Parsing;
using FlsAudit.Model;

namespace FlsAudit.Cli.Arguments;

/// <summary>The order of day and month, where the user knows it better than the profile or the data.</summary>
internal static class DateOrderArgument
{
    private const string Name = "--date-order";

    private static readonly Dictionary<string, DateOrder> Orders = new() { ["day-first"] = DateOrder.DayFirst, ["month-first"] = DateOrder.MonthFirst };

    public static Option<IReadOnlyList<NamedDateOrder>> Make()
    {
        var option = new Option<IReadOnlyList<NamedDateOrder>>(Name)
        {
            Description = "The order of day and month: day-first or month-first, for every column or for one, as in --date-order \"DateDXA=month-first\". May be given several times. Without it the profile and the dates decide.",
            HelpName = "[HEADING=]ORDER",
            Arity = ArgumentArity.OneOrMore,
            AllowMultipleArgumentsPerToken = false,
            DefaultValueFactory = _ => [],
            CustomParser = result => [.. result.Tokens.Select(token => Parse(token.Value, result)).OfType<NamedDateOrder>()],
        };
        option.CompletionSources.Add([.. Orders.Keys]);
        return option;
    }

    // A heading may hold an equals sign itself, an order does not.
    private static NamedDateOrder? Parse(string text, ArgumentResult result)
    {
        var at = text.LastIndexOf('=');
        var heading = at < 0 ? null : text[..at].Trim();
        if (heading is not "" && Orders.TryGetValue(text[(at + 1)..].Trim(), out var order)) return new NamedDateOrder(heading, order);
        result.AddError($"{Name} takes day-first or month-first, with HEADING= before it for one column, not '{text}'.");
        return null;
    }
}
