using FlsAudit.Model;
using FlsAudit.Standards.Yaml;

namespace FlsAudit.Standards.Reading;

/// <summary>Reads the rules on mistyped years of a file. One that names <c>witnesses</c> is about the fracture date; its witnesses are dates of rules that stand before it.</summary>
internal sealed class YearRuleReader(FieldDictionary dictionary)
{
    private const int MostRules = 50;

    // A longer window could not tell two years apart, and nothing that belongs to a fracture is further from it.
    private const int MostDays = 3_660;

    private readonly List<YearRepair> known = [];

    /// <summary>The rules under the key <c>years</c>.</summary>
    public IEnumerable<(YamlObject Yaml, YearRule Rule)> Read(YamlObject file) =>
        file.Objects("years", MostRules).Select(yaml => (yaml, Rule: Read(yaml, file.File.Name))).Where(entry => entry.Rule is not null).Select(entry => (entry.yaml, entry.Rule!)).ToArray();

    private YearRule? Read(YamlObject yaml, string file)
    {
        var name = RuleName.Read(yaml);
        var provenance = Vocabulary.Provenance(yaml);
        var fracture = yaml.Has("witnesses") ? Fracture(yaml, name?.Value ?? "") : null;
        IReadOnlyList<YearRepair> dates = fracture is null ? Dates(yaml, name?.Value ?? "") : [];
        var cases = new WorkedCaseReader(dictionary).ReadYearCases(yaml, [.. dates.Select(date => date.Field)]);
        yaml.RefuseUnknownKeys();
        if (name is null || (dates.Count == 0 && fracture is null)) return null;
        known.AddRange(dates);
        return new YearRule(name.Value, dates, fracture) { Provenance = provenance, Cases = cases, File = file };
    }

    private List<YearRepair> Dates(YamlObject yaml, string name)
    {
        yaml.Require("each");
        var (earliest, latest) = (Days(yaml, "earliest", 0), Days(yaml, "latest"));
        var mayBeBefore = yaml.Flag("may_be_before");
        if (latest < earliest) yaml.ProblemAt("latest", "'latest' is before 'earliest'; no date could lie between them.");
        var dates = new List<YearRepair>();
        foreach (var text in yaml.Texts("each"))
        {
            if (dictionary.Find(text.Value) is not { Type: FieldType.Date } field || field.Name == FieldNames.FractureDate)
                text.Problem($"'{text.Value}' is no date field besides {FieldNames.FractureDate}{NearestName.Hint(text.Value, dictionary.Fields.Where(field => field.Type == FieldType.Date).Select(field => field.Name))}");
            else if (dates.Concat(known).Any(date => date.Field == field.Name)) text.Problem($"the field '{field.Name}' has a rule on its year already.");
            else dates.Add(new YearRepair(name, field.Name, earliest, latest, mayBeBefore));
        }

        return dates;
    }

    private FractureYearRepair Fracture(YamlObject yaml, string name)
    {
        var (fewest, latest) = (Days(yaml, "fewest", 2), Days(yaml, "latest"));
        if (fewest < 2) yaml.ProblemAt("fewest", "'fewest' must be 2 or more: one date alone does not tell which of the two is mistyped.");
        var witnesses = new List<YearRepair>();
        foreach (var text in yaml.Texts("witnesses"))
        {
            if (known.Find(date => date.Field == text.Value) is not { } witness) text.Problem($"'{text.Value}' has no rule on its year before this one{NearestName.Hint(text.Value, known.Select(date => date.Field))}");
            else if (witnesses.Contains(witness)) text.Problem($"the field '{text.Value}' stands twice.");
            else witnesses.Add(witness);
        }

        return new FractureYearRepair(name, witnesses, fewest, latest);
    }

    private static int Days(YamlObject yaml, string key, int? usual = null)
    {
        if (usual is null) yaml.Require(key);
        if (yaml.Number(key) is not { } number) return usual ?? 0;
        if (number is >= 0 and <= MostDays && number == Math.Floor(number)) return (int)number;
        yaml.ProblemAt(key, FormattableString.Invariant($"'{key}' must be a whole number from 0 to {MostDays}."));
        return usual ?? 0;
    }
}
