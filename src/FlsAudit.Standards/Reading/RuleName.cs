using FlsAudit.Standards.Yaml;

namespace FlsAudit.Standards.Reading;

/// <summary>The name of a rule, which is the code of its findings.</summary>
internal static class RuleName
{
    /// <summary>The name; a problem when it is no code.</summary>
    public static YamlText? Read(YamlObject yaml)
    {
        var name = yaml.RequiredText("name");
        if (name is not null && !IsCode(name.Value)) name.Problem($"'{name.Value}' is no name of a rule: lower-case words with hyphens, as it is the code of a finding.");
        return name;
    }

    private static bool IsCode(string text) =>
        text.Length > 0 && char.IsAsciiLetterLower(text[0]) && text[^1] != '-' && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');
}
