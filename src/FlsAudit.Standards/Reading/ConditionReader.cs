using FlsAudit.Model;
using FlsAudit.Standards.Expressions;
using FlsAudit.Standards.Yaml;

namespace FlsAudit.Standards.Reading;

/// <summary>Reads the names that measures share, shared conditions and parameters, into a scope.</summary>
internal static class ConditionReader
{
    /// <summary>The conditions under a key of a file or a set; each may use those before it.</summary>
    public static IReadOnlyList<(SharedCondition Condition, YamlObject Yaml)> ReadConditions(YamlObject owner, Scope scope)
    {
        var conditions = new List<(SharedCondition, YamlObject)>();
        foreach (var yaml in owner.Objects("conditions"))
        {
            var name = ReadName(yaml, "condition");
            var meaning = yaml.RequiredString("meaning");
            var inner = scope.Inner();
            var when = yaml.RequiredText("when") is { } text ? ExpressionParser.Parse(text.Value, inner, text.Problem) : null;
            yaml.RefuseUnknownKeys();
            if (name is null || when is null) continue;
            var condition = new SharedCondition(name.Value, meaning, when);
            if (scope.TryAdd(condition, inner)) conditions.Add((condition, yaml));
            else name.Problem($"the name '{name.Value}' is taken by a field or another condition.");
        }

        return conditions;
    }

    /// <summary>The parameters of a set.</summary>
    public static IReadOnlyList<(Parameter Parameter, YamlObject Yaml)> ReadParameters(YamlObject set, Scope scope)
    {
        var parameters = new List<(Parameter, YamlObject)>();
        foreach (var yaml in set.Objects("parameters"))
        {
            var name = ReadName(yaml, "parameter");
            var value = yaml.RequiredText("value");
            var meaning = yaml.RequiredString("meaning");
            yaml.Require("status");
            var status = yaml.Choice("status", ProvenanceStatus.Recalled, Vocabulary.Statuses);
            yaml.RefuseUnknownKeys();
            if (name is null || value is null) continue;
            if (!IsValue(value.Value)) value.Problem($"'{value.Value}' is no value of a parameter; expected a number, a number of days or weeks as in '90 days', or codes with commas.");
            var parameter = new Parameter(name.Value, value.Value, meaning, status);
            if (scope.TryAdd(parameter)) parameters.Add((parameter, yaml));
            else name.Problem($"the parameter '{name.Value}' stands twice.");
        }

        return parameters;
    }

    /// <summary>The name of something that definitions refer to; null when it is none, which is a problem.</summary>
    public static YamlText? ReadName(YamlObject yaml, string what)
    {
        if (yaml.RequiredText("name") is not { } name) return null;
        if (Vocabulary.IsName(name.Value) && !ReservedWords.All.Contains(name.Value)) return name;
        name.Problem($"'{name.Value}' is no name of a {what}: lower-case letters, digits and _ only, a letter first, and no word of the language.");
        return null;
    }

    // Whether it fits the place where it is used is seen there.
    private static bool IsValue(string text)
    {
        var sound = true;
        Token[] words = [.. Token.Split(text, (_, _) => sound = false).SkipLast(1)];
        if (!sound || words.Length == 0) return false;
        if (words[0].Kind == TokenKind.Number) return words.Length == 1 || (words.Length == 2 && words[1].Text is "day" or "days" or "week" or "weeks");
        return words.Select((word, i) => i % 2 == 0 ? word.Kind == TokenKind.Name && !ReservedWords.All.Contains(word.Text) : word.Text == ",").All(fits => fits) && words.Length % 2 == 1;
    }
}
