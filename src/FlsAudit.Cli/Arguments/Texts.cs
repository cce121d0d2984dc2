using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace FlsAudit.Cli.Arguments;

/// <summary>Options whose text is read by our own strict rules: the library would take 05/04/2025 for a date.</summary>
internal static class Texts
{
    /// <summary>An ISO date.</summary>
    public static Option<DateOnly?> Date(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "DATE",
        CustomParser = result =>
        {
            var text = result.Tokens[0].Value;
            if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)) return date;
            result.AddError($"{name} takes a date such as 2025-12-31, not '{text}'.");
            return null;
        },
    };

    /// <summary>A list with commas; the option may also be given several times.</summary>
    public static Option<IReadOnlyList<string>> List(string name, string item, string description) => new(name)
    {
        Description = description,
        HelpName = $"{item},...",
        Arity = ArgumentArity.OneOrMore,
        AllowMultipleArgumentsPerToken = false,
        DefaultValueFactory = _ => [],
        CustomParser = result => [.. result.Tokens.SelectMany(token => token.Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))],
    };

    /// <summary>One of some words; the text, or null when the option was not given.</summary>
    public static Option<string?> Choice(string name, string item, string description, IEnumerable<string> choices)
    {
        string[] words = [.. choices];
        var option = new Option<string?>(name)
        {
            Description = $"{description} One of {string.Join(", ", words)}.",
            HelpName = item,
            CustomParser = result =>
            {
                var text = result.Tokens[0].Value;
                if (words.Contains(text)) return text;
                result.AddError($"{name} takes {string.Join(", ", words)}, not '{text}'.");
                return null;
            },
        };
        option.CompletionSources.Add(words);
        return option;
    }

    /// <summary>A whole number of days from 0.</summary>
    public static Option<int?> Days(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "N",
        CustomParser = result =>
        {
            var text = result.Tokens[0].Value;
            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var days)) return days;
            result.AddError($"{name} takes a number of days such as 28, not '{text}'.");
            return null;
        },
    };

    /// <summary>A number with a decimal point; a percent sign after it is allowed.</summary>
    public static Option<double?> Number(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "N",
        CustomParser = result =>
        {
            var text = result.Tokens[0].Value;
            var digits = text.EndsWith('%') ? text[..^1].TrimEnd() : text;
            if (double.TryParse(digits, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)) return number;
            result.AddError($"{name} takes a number such as 80 or 48.5, not '{text}'.");
            return null;
        },
    };

    public static Option<string?> Text(string name, string item, string description) => new(name) { Description = description, HelpName = item };

    public static Option<bool> Flag(string name, string description) => new(name) { Description = description };
}
