using FlsAudit.Model;
using FlsAudit.Standards.Checking;
using FlsAudit.Standards.Expressions;
using FlsAudit.Standards.Yaml;

namespace FlsAudit.Standards.Reading;

/// <summary>Reads the rules of a file that hold two records of a patient against each other.</summary>
internal sealed class BetweenRecordsReader(Scope scope, SearchBudget budget)
{
    private const int MostRules = 20;
    private const int MostDays = 36_600;

    /// <summary>The rules under the key <c>between</c>.</summary>
    public IEnumerable<(YamlObject Yaml, BetweenRecordsRule Rule)> Read(YamlObject file) =>
        file.Objects("between", MostRules).Select(yaml => (yaml, Rule: Read(yaml, file.File.Name))).Where(entry => entry.Rule is not null).Select(entry => (entry.yaml, entry.Rule!)).ToArray();

    private BetweenRecordsRule? Read(YamlObject yaml, string file)
    {
        var name = RuleName.Read(yaml);
        yaml.Require("severity");
        var severity = yaml.Choice("severity", Severity.Warning, Vocabulary.Severities);
        var message = yaml.RequiredString("message");
        var expected = yaml.RequiredString("expected");
        var provenance = Vocabulary.Provenance(yaml);
        var when = ConditionReader.Read(yaml.RequiredText("when"), scope.Inner());
        var (same, differ) = (Fields(yaml, "same"), Fields(yaml, "differ"));
        if (same.Intersect(differ).FirstOrDefault() is { } both) yaml.ProblemAt("differ", $"'{both.Name}' cannot agree and differ.");
        var days = Days(yaml);
        if (same.Count == 0 && differ.Count == 0 && days is null) yaml.Problem("the rule says nothing of two records: it needs 'same', 'differ' or 'days'.");
        var cases = new WorkedCaseReader(scope.Dictionary).ReadBetweenCases(yaml);
        yaml.RefuseUnknownKeys();
        if (name is null || when is null) return null;
        if (!Satisfiability.CanHold([when], budget)) yaml.ProblemAt("when", $"the rule can never mark a record: [{when.Text}] contradicts itself.");
        return new BetweenRecordsRule(name.Value, severity, message, expected, when) { Same = same, Differ = differ, Days = days, Provenance = provenance, Cases = cases, File = file };
    }

    private List<Field> Fields(YamlObject yaml, string key)
    {
        var fields = new List<Field>();
        foreach (var text in yaml.Texts(key))
        {
            if (scope.Dictionary.Find(text.Value) is not { Type: FieldType.Code } field)
                text.Problem($"'{text.Value}' is no code field{NearestName.Hint(text.Value, scope.Dictionary.Fields.Where(known => known.Type == FieldType.Code).Select(known => known.Name))}");
            else if (fields.Contains(field)) text.Problem($"the field '{field.Name}' stands twice.");
            else fields.Add(field);
        }

        return fields;
    }

    private static int? Days(YamlObject yaml)
    {
        if (yaml.Number("days") is not { } number) return null;
        if (number is >= 0 and <= MostDays && number == Math.Floor(number)) return (int)number;
        yaml.ProblemAt("days", FormattableString.Invariant($"'days' must be a whole number from 0 to {MostDays}."));
        return null;
    }
}
