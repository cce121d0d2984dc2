using System.Globalization;
using FlsAudit.Model;
using FlsAudit.Standards.Expressions;
using FlsAudit.Standards.Yaml;

namespace FlsAudit.Standards.Reading;

/// <summary>Reads a measure and checks it against the data dictionary. A measure with problems is null; all of them were reported.</summary>
internal sealed class MeasureReader(FieldDictionary dictionary)
{
    public MeasureDefinition? Read(YamlObject yaml)
    {
        var id = yaml.RequiredString("id");
        var kind = yaml.Choice("kind", MeasureKind.Proportion, Vocabulary.Kinds);
        var population = Condition(yaml.RequiredText("population"));
        Exclusion?[] exclusions = [.. yaml.Objects("exclude").Select(ReadExclusion)];
        var due = Due(yaml);
        var parts = ReadParts(yaml, kind, due);
        var words = ReadWords(yaml);
        var definition = new MeasureDefinition
        {
            Id = id,
            Set = yaml.RequiredString("set"),
            Title = yaml.RequiredString("title"),
            Question = yaml.RequiredString("question"),
            Kind = kind,
            Provenance = Vocabulary.Provenance(yaml),
            Population = population ?? Nothing,
            Exclusions = [.. exclusions.OfType<Exclusion>()],
            Parts = parts,
            Unknown = yaml.Choice("unknown", UnknownPolicy.NotMet, Vocabulary.UnknownPolicies),
            Words = words,
            Bands = ReadBands(yaml),
            Completeness = ReadCompleteness(yaml, kind),
            Better = yaml.Choice("better", Better.None, Vocabulary.Directions),
            Cases = new WorkedCaseReader(dictionary).Read(yaml, parts),
            File = yaml.File.Name,
        };
        yaml.RefuseUnknownKeys();
        return population is null || parts.Count == 0 || exclusions.Contains(null) ? null : definition;
    }

    private Expression Nothing => new IsKnown("", dictionary.Fields[0]);

    private IReadOnlyList<MeasurePart> ReadParts(YamlObject yaml, MeasureKind kind, DueRule? due)
    {
        var numerator = Condition(yaml.Text("numerator"));
        var gapText = yaml.Text("gap");
        var gap = gapText is null ? null : ExpressionParser.ParseDays(gapText.Value, dictionary, gapText.Problem);
        var caseload = ReadCaseload(yaml);
        MeasurePart[] listed = [.. yaml.Objects("parts").Select(part => ReadPart(part, kind, due))];
        foreach (var name in listed.GroupBy(part => part.Name).Where(group => group.Count() > 1).Select(group => group.Key))
            yaml.Problem($"two parts are named '{name}'.");

        switch (kind)
        {
            case MeasureKind.Proportion:
                Allow(yaml, kind, needed: ["numerator"], refused: ["gap", "parts", "caseload"]);
                return numerator is null ? [] : [new MeasurePart("", "", null, numerator) { Due = due }];
            case MeasureKind.Duration:
                Allow(yaml, kind, needed: ["gap", "due"], refused: ["numerator", "parts", "caseload"]);
                return gap is null ? [] : [new MeasurePart("", "", null, null) { Due = due, Gap = gap }];
            case MeasureKind.Ratio:
                Allow(yaml, kind, needed: ["caseload"], refused: ["gap"]);
                return [new MeasurePart("", "", null, numerator) { Due = due, CaseloadGroup = caseload }, .. listed.Select(part => part with { Numerator = numerator })];
            default:
                Allow(yaml, kind, needed: ["parts"], refused: ["numerator", "gap", "caseload"]);
                if (yaml.Has("parts") && listed.Length == 0) yaml.ProblemAt("parts", "'parts' is empty.");
                return listed;
        }
    }

    private static void Allow(YamlObject yaml, MeasureKind kind, string[] needed, string[] refused)
    {
        foreach (var key in needed.Where(key => !yaml.Has(key))) yaml.ProblemAt(key, $"a measure of kind '{Shown(kind)}' needs '{key}'.");
        foreach (var key in refused.Where(yaml.Has)) yaml.ProblemAt(key, $"a measure of kind '{Shown(kind)}' takes no '{key}'.");
    }

    private MeasurePart ReadPart(YamlObject yaml, MeasureKind kind, DueRule? due)
    {
        var name = yaml.RequiredString("name");
        var when = Condition(yaml.Text("when"));
        var ownDue = Due(yaml);
        Expression? numerator = null;
        string? caseload = null;
        if (kind == MeasureKind.Ratio)
        {
            caseload = ReadCaseload(yaml);
            if (caseload is null) yaml.Problem("a part of a ratio needs 'caseload'.");
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
            numerator = Condition(yaml.RequiredText("numerator"));
        }

        var part = new MeasurePart(name, yaml.Text("label")?.Value ?? name, when, numerator) { Due = ownDue ?? due, CaseloadGroup = caseload };
        yaml.RefuseUnknownKeys();
        return part;
    }

    private IsKnown? Known(YamlText name)
    {
        var field = dictionary.Find(name.Value);
        if (field is null) name.Problem($"there is no field '{name.Value}'{NearestName.Hint(name.Value, dictionary.Fields.Select(f => f.Name))}");
        else if (field.Type == FieldType.Text) name.Problem($"'{field.Name}' is a text; it identifies a record and cannot be measured.");
        return field is null ? null : new IsKnown($"{field.Name} is known", field);
    }

    private static string? ReadCaseload(YamlObject yaml)
    {
        if (yaml.Text("caseload") is not { } text) return null;
        if (!Vocabulary.CaseloadGroups.Contains(text.Value))
            text.Problem($"'{text.Value}' is no caseload group; expected {string.Join(", ", Vocabulary.CaseloadGroups)}.");
        return text.Value;
    }

    private Exclusion? ReadExclusion(YamlObject yaml)
    {
        var reason = yaml.RequiredString("reason");
        var when = Condition(yaml.RequiredText("when"));
        yaml.RefuseUnknownKeys();
        return when is null ? null : new Exclusion(reason, when);
    }

    private DueRule? Due(YamlObject yaml) =>
        yaml.Text("due") is { } text ? ExpressionParser.ParseDue(text.Value, dictionary, text.Problem) : null;

    private Expression? Condition(YamlText? text) =>
        text is null ? null : ExpressionParser.Parse(text.Value, dictionary, text.Problem);

    private static MeasureWords ReadWords(YamlObject yaml)
    {
        if (yaml.Object("words") is not { } words)
        {
            yaml.Problem("the key 'words' is missing: numerator and denominator as noun phrases.");
            return new MeasureWords("", "");
        }

        var read = new MeasureWords(words.RequiredString("numerator"), words.RequiredString("denominator"));
        words.RefuseUnknownKeys();
        return read;
    }

    private static BandRule? ReadBands(YamlObject yaml)
    {
        if (yaml.Object("bands") is not { } bands) return null;
        var green = ReadBand(bands, "green");
        var amber = bands.Keys.Contains("amber") ? ReadBand(bands, "amber") : null;
        var red = ReadBand(bands, "red");
        if (!bands.Keys.Contains("status")) bands.Problem("the key 'status' is missing: verified, secondary, recalled or inferred.");
        var rule = green is null || red is null
            ? null
            : new BandRule(green, amber, red, bands.Choice("status", ProvenanceStatus.Recalled, Vocabulary.Statuses), bands.Text("note")?.Value ?? "");
        if (rule is not null) bands.RefuseUnknownKeys();
        return rule;
    }

    private static BandTest? ReadBand(YamlObject bands, string name)
    {
        if (bands.RequiredText(name) is not { } text) return null;
        var words = text.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 2 && words[0] is "<" or "<=" or ">" or ">="
            && double.TryParse(words[1], NumberStyles.Float, CultureInfo.InvariantCulture, out var threshold)
            && double.IsFinite(threshold))
            return new BandTest(words[0], threshold);
        text.Problem($"'{text.Value}' is no band; expected a comparison and a number, as in '>= 80'.");
        return null;
    }

    private static CompletenessRule? ReadCompleteness(YamlObject yaml, MeasureKind kind)
    {
        if (yaml.Object("completeness") is not { } rule) return null;
        if (kind != MeasureKind.Completeness) yaml.ProblemAt("completeness", $"a measure of kind '{Shown(kind)}' takes no 'completeness'.");
        rule.Require("missing_over");
        rule.Require("fewer_than");
        double missingOver = rule.Number("missing_over") ?? 0, fewerThan = rule.Number("fewer_than") ?? 1;
        if (missingOver is < 0 or >= 100) rule.ProblemAt("missing_over", "'missing_over' is a percentage from 0 to below 100.");
        if (fewerThan is < 1 or > 1_000 || fewerThan != Math.Floor(fewerThan)) rule.ProblemAt("fewer_than", "'fewer_than' is a whole number of fields, 1 or more.");
        rule.RefuseUnknownKeys();
        return new CompletenessRule(missingOver, (int)fewerThan);
    }

    private static string Shown(MeasureKind kind) => Vocabulary.Kinds.First(pair => pair.Value == kind).Key;
}
