using FlsAudit.Model;
using FlsAudit.Standards.Yaml;

namespace FlsAudit.Standards.Reading;

/// <summary>Reads a registry profile and checks its fields and codes against the data dictionary.</summary>
internal sealed class ProfileReader(FieldDictionary dictionary)
{
    private readonly HashSet<string> fed = new(StringComparer.Ordinal);
    private readonly HashSet<string> read = new(StringComparer.Ordinal);

    public RegistryProfile Read(YamlObject yaml)
    {
        fed.Clear();
        read.Clear();
        var profile = new RegistryProfile
        {
            Name = yaml.RequiredString("name"),
            Title = yaml.RequiredString("title"),
            Provenance = Vocabulary.Provenance(yaml),
            DateOrder = yaml.Choice("date_order", DateOrder.Iso, Vocabulary.DateOrders),
            DecimalMark = yaml.Choice("decimal", '.', new Dictionary<string, char> { ["."] = '.', [","] = ',' }),
            Separator = yaml.Choice("separator", ',', new Dictionary<string, char> { [","] = ',', [";"] = ';', ["tab"] = '\t', ["|"] = '|' }),
            Encoding = yaml.Choice("encoding", "utf-8", new Dictionary<string, string> { ["utf-8"] = "utf-8", ["windows-1252"] = "windows-1252" }),
            FractureDateBasis = yaml.Choice("fracture_date_is", FractureDateBasis.Injury, Vocabulary.DateBases),
            DefaultSets = [.. yaml.Texts("default_sets").Select(text => text.Value)],
            KeyFields = [.. yaml.Texts("key_fields").Where(text => Known(text) is not null).Select(text => text.Value)],
            IgnoredHeadings = [.. yaml.Texts("ignore").Select(text => text.Value)],
            MissingTexts = MissingTexts(yaml),
            Columns = [.. yaml.Objects("columns").Select(ReadColumn)],
            Constants = ReadConstants(yaml),
        };
        yaml.Text("country");
        foreach (var key in profile.KeyFields.Where(key => !fed.Contains(key)))
            yaml.Problem($"the key field '{key}' is read from no column.");
        yaml.RefuseUnknownKeys();
        return profile;
    }

    private static IReadOnlyList<string> MissingTexts(YamlObject yaml)
    {
        string[] texts = [.. yaml.Texts("missing_texts").Select(text => text.Value)];
        return texts.Contains("") ? texts : ["", .. texts];
    }

    private ProfileColumn ReadColumn(YamlObject yaml)
    {
        var texts = yaml.Texts("headings");
        foreach (var text in texts.Where(text => !read.Add(text.Value))) text.Problem($"the heading '{text.Value}' stands twice in the profile.");
        string[] headings = [.. texts.Select(text => text.Value)];
        if (headings.Length == 0) yaml.Problem("a column needs 'headings'.");
        FieldMapping[] fields = [.. yaml.Objects("fields").Select(ReadMapping)];
        if (fields.Length == 0) yaml.Problem("a column needs 'fields'.");
        var join = yaml.Text("join");
        if (join is { Value.Length: not 1 }) join.Problem("'join' must be one character.");
        var column = new ProfileColumn(headings, fields) { Required = yaml.Flag("required"), Join = join?.Value[0] };
        yaml.RefuseUnknownKeys();
        return column;
    }

    private FieldMapping ReadMapping(YamlObject yaml)
    {
        var name = yaml.RequiredText("field");
        var field = name is null ? null : Known(name);
        if (field is not null && !fed.Add(field.Name)) name!.Problem($"the field '{field.Name}' is read from two columns.");
        var values = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var (text, code) in yaml.Pairs("values"))
        {
            if (!values.TryAdd(text.Value, code?.Value)) text.Problem($"the text '{text.Value}' stands twice.");
            if (field is not null && code is not null) CheckCode(field, code);
        }

        if (field is { Type: not FieldType.Code } && values.Count > 0) yaml.Problem($"'{field.Name}' is no code field and takes no 'values'.");
        var several = yaml.Text("several");
        if (field is not null && several is not null) CheckCode(field, several);
        yaml.RefuseUnknownKeys();
        return new FieldMapping(name?.Value ?? "", values, several?.Value);
    }

    private Dictionary<string, string> ReadConstants(YamlObject yaml)
    {
        var constants = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, code) in yaml.Pairs("constants"))
        {
            if (Known(name) is not { } field || code is null) continue;
            CheckCode(field, code);
            if (fed.Contains(field.Name)) name.Problem($"'{field.Name}' is read from a column and cannot be constant as well.");
            constants[field.Name] = code.Value;
        }

        return constants;
    }

    private Field? Known(YamlText name)
    {
        var field = dictionary.Find(name.Value);
        if (field is null)
            name.Problem($"there is no field '{name.Value}'{NearestName.Hint(name.Value, dictionary.Fields.Select(f => f.Name))}");
        return field;
    }

    private static void CheckCode(Field field, YamlText code)
    {
        if (field.IndexOf(code.Value) < 0)
            code.Problem($"'{field.Name}' has no code '{code.Value}'{NearestName.Hint(code.Value, field.Values.Select(value => value.Code))}");
    }
}
