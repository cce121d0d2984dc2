using FlsAudit.Model;
using FlsAudit.Standards.Checking;
using FlsAudit.Standards.Expressions;
using FlsAudit.Standards.Yaml;

namespace FlsAudit.Standards.Reading;

/// <summary>Reads the plausibility rules of a file that are about one record. A rule that names several fields under <c>each</c> becomes one rule for each, its condition written for <c>$field</c>.</summary>
internal sealed class PlausibilityReader(Scope scope, SearchBudget budget)
{
    private const int MostRules = 200;
    private const string FieldName = "field", InText = "$field";

    public IEnumerable<(YamlObject Yaml, IReadOnlyList<PlausibilityRule> Rules)> Read(YamlObject file)
    {
        (YamlObject Yaml, IReadOnlyList<PlausibilityRule> Rules)[] read = [.. file.Objects("rules", MostRules).Select(yaml => (yaml, ReadRule(yaml)))];
        return read.Where(entry => entry.Rules.Count > 0);
    }

    private IReadOnlyList<PlausibilityRule> ReadRule(YamlObject yaml)
    {
        var name = RuleName.Read(yaml);
        yaml.Require("severity");
        var severity = yaml.Choice("severity", Severity.Warning, Vocabulary.Severities);
        var message = yaml.RequiredString("message");
        var expected = yaml.RequiredString("expected");
        var provenance = Vocabulary.Provenance(yaml);
        var fields = ReadFields(yaml);
        var when = yaml.RequiredText("when");
        var cases = new WorkedCaseReader(scope.Dictionary).ReadRuleCases(yaml, [.. fields.Select(field => field.Name)]);
        yaml.RefuseUnknownKeys();
        if (name is null || when is null) return [];

        PlausibilityRule? Rule(Field? field)
        {
            if (Condition(when, field) is not { } condition) return null;
            CheckDecides(yaml, condition);
            return new PlausibilityRule(name.Value, severity, Written(message, field), Written(expected, field), condition)
            {
                Field = field ?? TheOnly(condition),
                Provenance = provenance,
                Cases = [.. cases.Where(workedCase => workedCase.Part == (field?.Name ?? ""))],
                File = yaml.File.Name,
            };
        }

        return yaml.Has("each") ? [.. fields.Select(Rule).OfType<PlausibilityRule>()] : Rule(null) is { } rule ? [rule] : [];
    }

    private List<Field> ReadFields(YamlObject yaml)
    {
        var fields = new List<Field>();
        foreach (var text in yaml.Texts("each"))
        {
            if (scope.Dictionary.Find(text.Value) is not { Type: not FieldType.Text } field)
                text.Problem($"'{text.Value}' is no date, number or code field{NearestName.Hint(text.Value, scope.Dictionary.Fields.Select(known => known.Name))}");
            else if (fields.Contains(field)) text.Problem($"the field '{field.Name}' stands twice.");
            else fields.Add(field);
        }

        return fields;
    }

    private Expression? Condition(YamlText when, Field? field)
    {
        var inner = scope.Inner();
        var parameter = field is null ? null : new Parameter(FieldName, field.Name, "", ProvenanceStatus.Inferred);
        if (parameter is not null) inner.TryAdd(parameter);
        var condition = ConditionReader.Read(when, inner);
        if (condition is not null && parameter is not null && !inner.Uses(parameter)) when.Problem($"the rule says 'each' and its condition does not use {InText}.");
        return condition;
    }

    private Field? TheOnly(Expression condition) => FieldsRead.By(condition) is [var only] ? scope.Dictionary[only] : null;

    private void CheckDecides(YamlObject yaml, Expression condition)
    {
        if (!Satisfiability.CanHold([condition], budget)) yaml.ProblemAt("when", $"the rule can never mark a record: [{condition.Text}] contradicts itself.");
        else if (Satisfiability.HoldsForEmptyRecord(condition)) yaml.ProblemAt("when", $"the rule marks a record of which nothing is recorded: [{condition.Text}]; what is missing is shown as completeness, not as implausible.");
    }

    private static string Written(string text, Field? field) => field is null ? text : text.Replace(InText, field.Name, StringComparison.Ordinal);
}
