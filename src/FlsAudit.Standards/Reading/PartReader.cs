using FlsAudit.Model;
using FlsAudit.Standards.Expressions;
using FlsAudit.Standards.Yaml;

namespace FlsAudit.Standards.Reading;

/// <summary>Reads what a measure counts: the one part of a proportion, the fields of a completeness measure, the steps of a cascade or ladder.</summary>
internal sealed class PartReader(Scope scope, RuleReader rules)
{
    private const int MostParts = 200;

    /// <summary>The parts; null when they have problems, empty for a measure that reads no records.</summary>
    public IReadOnlyList<MeasurePart>? Read(YamlObject yaml, MeasureKind kind)
    {
        var due = Due(yaml);
        var numerator = ConditionReader.Read(yaml.Text("numerator"), scope);
        var gapText = yaml.Text("gap");
        var gap = gapText is null ? null : ExpressionParser.ParseDays(gapText.Value, scope, gapText.Problem);
        var caseload = Caseload(yaml);
        var derived = rules.Derived(yaml, caseload);
        MeasurePart[] listed = [.. yaml.Objects("parts", MostParts).Select(part => ReadPart(part, kind, due))];
        foreach (var name in listed.GroupBy(part => part.Name).Where(group => group.Count() > 1).Select(group => group.Key))
            yaml.Problem($"two parts are named '{name}'.");
        if (yaml.Has("parts") && listed.Length == 0) yaml.ProblemAt("parts", "'parts' is empty.");

        var whole = new MeasurePart("", "", null, numerator) { Due = due };
        switch (kind)
        {
            case MeasureKind.Proportion:
            case MeasureKind.Level when yaml.Has("levels"):
                return numerator is null ? null : [whole];
            case MeasureKind.Duration:
                return gap is null ? null : [new MeasurePart("", "", null, null) { Due = due, Gap = gap }];
            case MeasureKind.Ratio:
                return [whole with { CaseloadGroup = caseload, Derived = derived }, .. listed.Select(part => part with { Numerator = numerator })];
            case MeasureKind.Shortfall:
                return numerator is null ? null : [whole with { CaseloadGroup = caseload, Derived = derived }];
            case MeasureKind.Level when yaml.Has("answer"):
                return [];
            default:
                return listed.Length == 0 ? null : listed;
        }
    }

    private MeasurePart ReadPart(YamlObject yaml, MeasureKind kind, DueRule? due)
    {
        var name = yaml.RequiredString("name");
        var when = ConditionReader.Read(yaml.Text("when"), scope);
        var ownDue = Due(yaml);
        Expression? numerator = null;
        string? caseload = null;
        DerivedCaseload? derived = null;
        var level = 0;
        if (kind == MeasureKind.Ratio)
        {
            caseload = Caseload(yaml);
            if (caseload is null) yaml.Problem("a part of a ratio needs 'caseload'.");
            derived = rules.Derived(yaml, caseload);
        }
        else if (kind == MeasureKind.Completeness && yaml.Text("known") is { } known)
        {
            numerator = Known(known);
        }
        else if (kind == MeasureKind.Completeness && !yaml.Has("numerator"))
        {
            yaml.Problem("a part of a completeness measure needs 'known' (a field) or 'numerator' (a condition).");
        }
        else
        {
            numerator = ConditionReader.Read(yaml.RequiredText("numerator"), scope);
        }

        if (kind == MeasureKind.Level) level = Level(yaml);
        var part = new MeasurePart(name, yaml.Text("label")?.Value ?? name, when, numerator) { Due = ownDue ?? due, CaseloadGroup = caseload, Derived = derived, Level = level };
        yaml.RefuseUnknownKeys();
        return part;
    }

    private static int Level(YamlObject yaml)
    {
        if (yaml.RequiredText("level") is not { } text) return 0;
        if (text.Value is "1" or "2" or "3") return text.Value[0] - '0';
        text.Problem("'level' must be 1, 2 or 3.");
        return 0;
    }

    private IsKnown? Known(YamlText name)
    {
        var field = scope.Dictionary.Find(name.Value);
        if (field is null) name.Problem($"there is no field '{name.Value}'{NearestName.Hint(name.Value, scope.Dictionary.Fields.Select(f => f.Name))}");
        else if (field.Type == FieldType.Text) name.Problem($"'{field.Name}' is a text; it identifies a record and cannot be measured.");
        return field is null ? null : new IsKnown($"{field.Name} is known", field);
    }

    private static string? Caseload(YamlObject yaml)
    {
        if (yaml.Text("caseload") is not { } text) return null;
        if (!Vocabulary.CaseloadGroups.Contains(text.Value))
            text.Problem($"'{text.Value}' is no caseload group; expected {string.Join(", ", Vocabulary.CaseloadGroups)}.");
        return text.Value;
    }

    private DueRule? Due(YamlObject yaml) => yaml.Text("due") is { } text ? ExpressionParser.ParseDue(text.Value, scope, text.Problem) : null;
}
