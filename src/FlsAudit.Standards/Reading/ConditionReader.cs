using FlsAudit.Model;
using FlsAudit.Standards.Expressions;
using FlsAudit.Standards.Yaml;

namespace FlsAudit.Standards.Reading;

/// <summary>Reads the names that measures share, shared conditions and parameters, into a scope.</summary>
internal static class ConditionReader
{
    private const int MostNames = 300;
    private const int LongestValue = 300;

    /// <summary>One condition; null when there is no text, or it has problems.</summary>
    public static Expression? Read(YamlText? text, Scope scope) => text is null ? null : ExpressionParser.Parse(text.Value, scope, text.Problem);

    /// <summary>A reason and when it applies; null when it has problems.</summary>
    public static Exclusion? ReadExclusion(YamlObject yaml, Scope scope)
    {
        var reason = yaml.RequiredString("reason");
        var when = Read(yaml.RequiredText("when"), scope);
        yaml.RefuseUnknownKeys();
        return when is null ? null : new Exclusion(reason, when);
    }

    /// <summary>The conditions under a key of a file or a set; each may use those before it.</summary>
    public static IReadOnlyList<(SharedCondition Condition, YamlObject Yaml)> ReadConditions(YamlObject owner, Scope scope)
    {
        var conditions = new List<(SharedCondition, YamlObject)>();
        foreach (var yaml in owner.Objects("conditions", MostNames))
        {
            var name = ReadName(yaml, "condition");
            var meaning = yaml.RequiredString("meaning");
            var inner = scope.Inner();
            var when = Read(yaml.RequiredText("when"), inner);
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
        foreach (var yaml in set.Objects("parameters", MostNames))
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
        var sound = text.Length <= LongestValue;
        Token[] words = [.. Token.Split(text, (_, _) => sound = false).SkipLast(1)];
        if (!sound || words.Length == 0) return false;
        if (words[0].Kind == TokenKind.Number) return words.Length == 1 || (words.Length == 2 && words[1].Text is "day" or "days" or "week" or "weeks");
        return words.Select((word, i) => i % 2 == 0 ? word.Kind == TokenKind.Name && !ReservedWords.All.Contains(word.Text) : word.Text == ",").All(fits => fits) && words.Length % 2 == 1;
    }
}
