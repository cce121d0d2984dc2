using FlsAudit.Model;
using FlsAudit.Standards.Yaml;

namespace FlsAudit.Standards.Reading;

/// <summary>Reads a registry profile and checks its fields and codes against the data dictionary.</summary>
internal sealed class ProfileReader(FieldDictionary dictionary, IReadOnlyList<CodeList> lists)
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
            IndexFracture = yaml.Object("index_fracture") is { } index ? ReadIndexFracture(index) : null,
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
        var used = ReadLists(yaml, field);
        if (field is { Type: not FieldType.Code } && used.Count > 0) yaml.ProblemAt("lists", $"'{field.Name}' is no code field and takes no 'lists'.");
        var several = yaml.Text("several");
        if (field is not null && several is not null) CheckCode(field, several);
        var alone = yaml.Texts("alone");
        if (field is not null) foreach (var code in alone) CheckCode(field, code);
        yaml.RefuseUnknownKeys();
        return new FieldMapping(name?.Value ?? "", values, several?.Value) { Lists = used, Alone = [.. alone.Select(code => code.Value)] };
    }

    // A list of names uses each list as it is; a mapping says for each list what all of its texts mean here.
    private List<CodeList> ReadLists(YamlObject yaml, Field? field)
    {
        var used = new List<CodeList>();
        if (!yaml.IsMapping("lists"))
        {
            foreach (var name in yaml.TextOrTexts("lists"))
            {
                if (Listed(name, used) is not { } list) continue;
                if (field is { Type: FieldType.Code } && dictionary.Find(list.Field) is { } listed && !HasSameCodes(field, listed))
                    name.Problem($"the codes of the list '{list.Name}' are of '{list.Field}'; say what all of its texts mean for '{field.Name}', as in 'lists: {{{list.Name}: CODE}}'.");
                used.Add(list);
            }

            return used;
        }

        foreach (var (name, code) in yaml.Pairs("lists"))
        {
            if (field is { Type: FieldType.Code } && code is not null) CheckCode(field, code);
            if (Listed(name, used) is { } list) used.Add(list.AllMeaning(field?.Name ?? "", code?.Value));
        }

        return used;
    }

    private CodeList? Listed(YamlText name, List<CodeList> used)
    {
        if (used.Exists(list => list.Name == name.Value)) name.Problem($"the list '{name.Value}' stands twice.");
        var found = lists.FirstOrDefault(list => list.Name == name.Value);
        if (found is null) name.Problem($"there is no code list '{name.Value}'{NearestName.Hint(name.Value, lists.Select(list => list.Name))}");
        return found;
    }

    private IndexFracture ReadIndexFracture(YamlObject yaml)
    {
        var names = yaml.Texts("fields");
        var fields = new List<Field>();
        foreach (var name in names)
        {
            if (Known(name) is not { } field) continue;
            if (fields.Contains(field)) name.Problem($"the field '{field.Name}' stands twice.");
            else if (field.Type != FieldType.Code) name.Problem($"'{field.Name}' is no code field, and a fracture site is one.");
            else if (!fed.Contains(field.Name)) name.Problem($"the field '{field.Name}' is read from no column.");
            else if (fields.Count > 0 && !HasSameCodes(field, fields[0]))
                name.Problem($"'{field.Name}' has not the codes of '{fields[0].Name}', so that their values cannot change places.");
            fields.Add(field);
        }

        if (names.Count < 2) yaml.ProblemAt("fields", "'index_fracture' needs at least two 'fields' to choose among.");
        var order = yaml.Texts("order");
        if (order.Count == 0) yaml.ProblemAt("order", "'index_fracture' needs an 'order' of codes.");
        var last = yaml.Texts("last");
        if (fields.Count > 0) foreach (var code in order.Concat(last)) CheckCode(fields[0], code);
        foreach (var twins in order.Concat(last).GroupBy(code => code.Value).Where(group => group.Count() > 1)) twins.Last().Problem($"the code '{twins.Key}' stands twice.");
        yaml.RefuseUnknownKeys();
        return new IndexFracture([.. fields.Select(field => field.Name)], [.. order.Select(code => code.Value)]) { Last = [.. last.Select(code => code.Value)] };
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

    private static bool HasSameCodes(Field a, Field b) => a.Values.Select(value => value.Code).SequenceEqual(b.Values.Select(value => value.Code));

    private static void CheckCode(Field field, YamlText code)
    {
        if (field.IndexOf(code.Value) < 0)
            code.Problem($"'{field.Name}' has no code '{code.Value}'{NearestName.Hint(code.Value, field.Values.Select(value => value.Code))}");
    }
}
