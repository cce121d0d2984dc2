using System.Globalization;

namespace FlsAudit.Simulation.Records;

/// <summary>A text with <c>{n}</c> or <c>{n:0000}</c> for a record's number and <c>{code}</c> for its site's code.</summary>
internal sealed class TextPattern
{
    private readonly List<(string Literal, char Kind, string Format)> parts = [];

    public TextPattern(string pattern)
    {
        var at = 0;
        while (at < pattern.Length)
        {
            var open = pattern.IndexOf('{', at);
            if (open < 0) open = pattern.Length;
            if (open > at) parts.Add((pattern[at..open], 't', ""));
            if (open == pattern.Length) return;
            var close = pattern.IndexOf('}', open);
            parts.Add((close < 0 ? "" : pattern[(open + 1)..close]) switch
            {
                "n" => ("", 'n', "0"),
                "code" => ("", 'c', ""),
                var name when name.StartsWith("n:", StringComparison.Ordinal) && name[2..].All(digit => digit == '0') => ("", 'n', name[2..]),
                _ => throw new ScenarioException($"The text '{pattern}' has a placeholder that is not {{n}}, {{n:0000}} or {{code}}."),
            });
            at = close + 1;
        }
    }

    public string Write(int number, string siteCode) => string.Concat(parts.Select(part => part.Kind switch
    {
        'n' => number.ToString(part.Format, CultureInfo.InvariantCulture),
        'c' => siteCode,
        _ => part.Literal,
    }));
}
