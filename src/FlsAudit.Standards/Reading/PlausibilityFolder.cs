using FlsAudit.Standards.Checking;
using FlsAudit.Standards.Expressions;
using FlsAudit.Standards.Yaml;

namespace FlsAudit.Standards.Reading;

/// <summary>Collects the rules of all files under <c>plausibility</c>: about one record, between records, and on mistyped years. A name stands for one rule.</summary>
internal sealed class PlausibilityFolder(Scope scope, SearchBudget budget)
{
    private readonly PlausibilityReader rules = new(scope, budget);
    private readonly BetweenRecordsReader between = new(scope, budget);
    private readonly YearRuleReader years = new(scope.Dictionary);
    private readonly HashSet<string> names = new(StringComparer.Ordinal);

    public List<PlausibilityRule> Rules { get; } = [];

    public List<BetweenRecordsRule> Between { get; } = [];

    public List<YearRule> Years { get; } = [];

    public void Add(YamlObject file)
    {
        file.RequiredString("group");
        if (!file.Has("between") && !file.Has("years")) file.Require("rules");
        foreach (var (yaml, instances) in rules.Read(file))
            if (IsNew(yaml, instances[0].Name)) Rules.AddRange(instances);
        foreach (var (yaml, rule) in between.Read(file))
        {
            if (!IsNew(yaml, rule.Name)) continue;
            Between.Add(rule);
            if (Between.Count > BetweenRecordsRule.MostRules) yaml.Problem(FormattableString.Invariant($"there are more than {BetweenRecordsRule.MostRules} rules between records."));
            if (Between.SelectMany(other => other.Same.Concat(other.Differ)).Distinct().Count() > BetweenRecordsRule.MostFields)
                yaml.Problem(FormattableString.Invariant($"with this rule the rules between records compare more than {BetweenRecordsRule.MostFields} different fields."));
        }

        foreach (var (yaml, rule) in years.Read(file))
        {
            if (!IsNew(yaml, rule.Name)) continue;
            if (rule.Fracture is not null && Years.Exists(other => other.Fracture is not null)) yaml.Problem("there is a rule on the year of the fracture already.");
            else Years.Add(rule);
        }

        file.RefuseUnknownKeys();
    }

    private bool IsNew(YamlObject yaml, string name)
    {
        if (names.Add(name)) return true;
        yaml.Problem($"the rule '{name}' is declared twice.");
        return false;
    }
}
