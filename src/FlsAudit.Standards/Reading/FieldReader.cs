using FlsAudit.Model;
using FlsAudit.Standards.Yaml;

namespace FlsAudit.Standards.Reading;

/// <summary>Reads a file of the data dictionary.</summary>
internal static class FieldReader
{
    public static IReadOnlyList<(Field Field, YamlObject Yaml)> Read(YamlObject file)
    {
        var group = file.RequiredString("group");
        var fields = new List<(Field Field, YamlObject Yaml)>();
        foreach (var yaml in file.Objects("fields")) fields.Add((ReadField(yaml, group, [.. fields.Select(earlier => earlier.Field)]), yaml));
        if (fields.Count == 0) file.Problem("the group has no 'fields'.");
        file.RefuseUnknownKeys();
        return fields;
    }

    private static Field ReadField(YamlObject yaml, string group, IReadOnlyList<Field> earlier)
    {
        var name = yaml.RequiredText("name");
        if (name is not null && !Vocabulary.IsName(name.Value))
            name.Problem($"'{name.Value}' is no field name: lower-case letters, digits and _ only, a letter first.");
        yaml.Require("type");
        var type = yaml.Choice("type", FieldType.Text, Vocabulary.FieldTypes);
        CodeValue[] values = [.. yaml.Pairs("values").Select(pair => new CodeValue(pair.Key.Value, pair.Value?.Value ?? ""))];
        foreach (var (key, _) in yaml.Pairs("values"))
            if (!Vocabulary.IsName(key.Value))
                key.Problem($"'{key.Value}' is no code: lower-case letters, digits and _ only, a letter first.");
        if (yaml.Text("values_of") is { } other) values = [.. ValuesOf(other, earlier), .. values];
        if (type == FieldType.Code && values.Length == 0 && !yaml.Has("values_of")) yaml.Problem("a code field needs 'values'.");
        if (type != FieldType.Code && values.Length > 0) yaml.ProblemAt("values", "only a code field has 'values'.");
        yaml.Require("status");
        var field = new Field(name?.Value ?? "", type, group, yaml.RequiredString("meaning"))
        {
            Unit = yaml.Text("unit")?.Value,
            Values = values,
            InMinimumDataSet = yaml.Flag("iof_minimum"),
            Provenance = new Provenance(yaml.RequiredString("source"), yaml.Choice("status", ProvenanceStatus.Recalled, Vocabulary.Statuses)),
        };
        yaml.RefuseUnknownKeys();
        return field;
    }

    private static IReadOnlyList<CodeValue> ValuesOf(YamlText name, IReadOnlyList<Field> earlier)
    {
        if (earlier.FirstOrDefault(field => field.Name == name.Value && field.Type == FieldType.Code) is { } known) return known.Values;
        var codes = earlier.Where(field => field.Type == FieldType.Code).Select(field => field.Name);
        name.Problem($"there is no code field '{name.Value}' above in this file whose values could be taken{NearestName.Hint(name.Value, codes)}");
        return [];
    }
}
