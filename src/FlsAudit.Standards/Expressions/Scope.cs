using FlsAudit.Model;

namespace FlsAudit.Standards.Expressions;

/// <summary>The names that a condition may use: fields, shared conditions, parameters of the set. Remembers which of the latter two were used.</summary>
internal sealed class Scope(FieldDictionary dictionary)
{
    private readonly Dictionary<string, (SharedCondition Condition, IReadOnlyList<string> Uses)> conditions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Parameter> parameters = new(StringComparer.Ordinal);
    private readonly List<SharedCondition> own = [];
    private readonly HashSet<string> used = new(StringComparer.Ordinal);

    public FieldDictionary Dictionary => dictionary;

    public IEnumerable<string> ParameterNames => parameters.Keys;

    public IEnumerable<string> ConditionNames => conditions.Keys;

    /// <summary>The conditions added to this scope itself, in order.</summary>
    public IReadOnlyList<SharedCondition> Own => own;

    /// <summary>A scope with the same names, of which none is used yet, to which more can be added.</summary>
    public Scope Inner()
    {
        var inner = new Scope(dictionary);
        foreach (var (name, condition) in conditions) inner.conditions.Add(name, condition);
        foreach (var parameter in parameters.Values) inner.parameters.Add(parameter.Name, parameter);
        return inner;
    }

    /// <summary>Adds a condition that was read in an inner scope.</summary>
    /// <returns>False when the name is taken.</returns>
    public bool TryAdd(SharedCondition condition, Scope readIn)
    {
        if (dictionary.Find(condition.Name) is not null || !conditions.TryAdd(condition.Name, (condition, [.. readIn.used]))) return false;
        own.Add(condition);
        return true;
    }

    /// <summary>Adds a parameter.</summary>
    /// <returns>False when the name is taken.</returns>
    public bool TryAdd(Parameter parameter) => parameters.TryAdd(parameter.Name, parameter);

    public SharedCondition? Condition(string name)
    {
        if (!conditions.TryGetValue(name, out var entry)) return null;
        used.Add(name);
        used.UnionWith(entry.Uses);
        return entry.Condition;
    }

    public Parameter? Parameter(string name)
    {
        if (!parameters.TryGetValue(name, out var parameter)) return null;
        used.Add($"${name}");
        return parameter;
    }

    public bool Uses(SharedCondition condition) => used.Contains(condition.Name);

    public bool Uses(Parameter parameter) => used.Contains($"${parameter.Name}");
}
