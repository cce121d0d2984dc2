using System.Text.RegularExpressions;
using FlsAudit.Model;
using FlsAudit.Standards.Yaml;

namespace FlsAudit.Standards.Reading;

/// <summary>Reads a shared code list and checks its codes against the data dictionary.</summary>
internal sealed class CodeListReader(FieldDictionary dictionary)
{
    private readonly HashSet<string> read = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The list, or null when it has no name by which a profile could use it.</summary>
    public CodeList? Read(YamlObject yaml)
    {
        var name = yaml.RequiredText("list");
        var field = Field(yaml);
        var entries = new List<CodeListEntry>();
        foreach (var group in yaml.Objects("groups")) entries.AddRange(ReadGroup(group, field));
        if (entries.Count == 0) yaml.Problem("the list needs 'groups' with texts and what they stand for.");
        var list = new CodeList(name?.Value ?? "", yaml.RequiredString("title"), field?.Name ?? "", entries)
        {
            IgnoredCharacters = yaml.Text("ignored_characters")?.Value ?? "",
            PrefixedCode = Pattern(yaml, entries.Exists(entry => entry.IsPrefix)),
        };
        yaml.RefuseUnknownKeys();
        return name is null ? null : list;
    }

    private Field? Field(YamlObject yaml)
    {
        if (yaml.RequiredText("field") is not { } name) return null;
        var codes = dictionary.Fields.Where(field => field.Type == FieldType.Code);
        var found = codes.FirstOrDefault(field => field.Name == name.Value);
        if (found is null) name.Problem($"there is no code field '{name.Value}'{NearestName.Hint(name.Value, codes.Select(field => field.Name))}");
        return found;
    }

    private List<CodeListEntry> ReadGroup(YamlObject yaml, Field? field)
    {
        var provenance = Vocabulary.Provenance(yaml);
        var entries = new List<CodeListEntry>();
        foreach (var key in (string[])["values", "prefixes"])
        {
            foreach (var (text, code) in yaml.Pairs(key))
            {
                if (!read.Add(text.Value)) text.Problem($"the text '{text.Value}' stands twice in the list.");
                if (code is null) text.Problem($"the text '{text.Value}' needs a code; a text that says nothing about the field is left out.");
                else if (field is not null && field.IndexOf(code.Value) < 0)
                    code.Problem($"'{field.Name}' has no code '{code.Value}'{NearestName.Hint(code.Value, field.Values.Select(value => value.Code))}");
                entries.Add(new CodeListEntry(text.Value, code?.Value, provenance) { IsPrefix = key == "prefixes" });
            }
        }

        if (entries.Count == 0) yaml.Problem("a group needs 'values' or 'prefixes'.");
        yaml.RefuseUnknownKeys();
        return entries;
    }

    // Read in one pass whatever the text: a pattern from a stranger's file must not take for ever.
    private static Regex? Pattern(YamlObject yaml, bool hasPrefixes)
    {
        if (yaml.Text("prefixed_code") is not { } text)
        {
            if (hasPrefixes) yaml.Problem("a list with 'prefixes' needs 'prefixed_code', a pattern of what a whole code looks like: a beginning alone would fit too much.");
            return null;
        }

        if (!hasPrefixes) text.Problem("'prefixed_code' is for a list with 'prefixes', and this one has none.");
        try
        {
            return new Regex($@"\A(?:{text.Value})\z", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
        }
        catch (Exception error) when (error is ArgumentException or NotSupportedException)
        {
            text.Problem("this is no regular expression, or one that looks ahead or back, which is not allowed.");
            return null;
        }
    }
}
