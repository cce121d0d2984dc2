using FlsAudit.Model;
using FlsAudit.Standards.Expressions;
using FlsAudit.Standards.Yaml;

namespace FlsAudit.Standards.Reading;

/// <summary>Reads a folder of measures with its <c>set.yaml</c>.</summary>
/// <param name="shared">What all sets share.</param>
/// <param name="breakdowns">The declared breakdowns.</param>
/// <param name="problems">Gets what is wrong.</param>
internal sealed class SetReader(DefinitionContext shared, IReadOnlyList<Breakdown> breakdowns, List<DefinitionProblem> problems)
{
    public const string SetFile = "set.yaml";

    /// <param name="folder">The name of the folder.</param>
    /// <param name="place">The folder as problems name it.</param>
    /// <param name="files">Its files.</param>
    public StandardSet? Read(string folder, string place, IEnumerable<YamlObject> files)
    {
        YamlObject[] all = [.. files];
        var head = Array.Find(all, file => file.File.Name == $"{place}/{SetFile}");
        var names = shared.Scope.Inner();
        (Parameter Parameter, YamlObject Yaml)[] parameters = head is null ? [] : [.. ConditionReader.ReadParameters(head, names)];
        (SharedCondition Condition, YamlObject Yaml)[] conditions = head is null ? [] : [.. ConditionReader.ReadConditions(head, names)];
        var context = shared with
        {
            Scope = names,
            Parameters = [.. parameters.Select(entry => entry.Parameter)],
            By = head is null ? [] : [.. head.Texts("by").Select(Breakdown).OfType<Breakdown>()],
            ExcludesDeaths = head is not null && ExcludesDeaths(head),
        };
        var measures = new List<MeasureDefinition>();
        var uses = new List<Scope>();
        foreach (var file in all.Where(file => file != head))
        {
            var reader = new MeasureReader(context);
            if (reader.Read(file) is { } measure) Keep(file, folder, measure, measures);
            uses.Add(reader.Used);
        }

        if (head is null)
        {
            if (!IsBroken($"{place}/{SetFile}")) problems.Add(new DefinitionProblem(place, 0, 0, $"the set has no {SetFile}."));
            return null;
        }

        var set = ReadHead(head, folder, place, measures, context);
        uses.Add(names);
        foreach (var (parameter, yaml) in parameters.Where(entry => !uses.Exists(scope => scope.Uses(entry.Parameter)))) yaml.Problem($"the parameter '{parameter.Name}' is used nowhere.");
        foreach (var (condition, yaml) in conditions.Where(entry => !uses.Exists(scope => scope.Uses(entry.Condition)))) yaml.Problem($"the condition '{condition.Name}' is used nowhere.");
        return set;
    }

    private static void Keep(YamlObject file, string folder, MeasureDefinition measure, List<MeasureDefinition> measures)
    {
        if (measure.Set != folder) file.Problem($"the measure says set '{measure.Set}' and lies in the folder of '{folder}'.");
        if (!file.File.Name.EndsWith($"/{measure.Id}.yaml", StringComparison.Ordinal))
            file.Problem($"the file of the measure '{measure.Id}' must be named {measure.Id}.yaml.");
        measures.Add(measure);
    }

    // A file with problems of its own; that it is missing elsewhere follows from them and is not said again.
    private bool IsBroken(string file) => problems.Exists(problem => problem.File == file);

    private static bool ExcludesDeaths(YamlObject head) =>
        head.Choice("deaths_before_window", false, new Dictionary<string, bool> { ["keep"] = false, ["exclude"] = true });

    private Breakdown? Breakdown(YamlText name)
    {
        var breakdown = breakdowns.FirstOrDefault(known => known.Name == name.Value);
        if (breakdown is null) name.Problem($"there is no breakdown '{name.Value}'{NearestName.Hint(name.Value, breakdowns.Select(known => known.Name))}");
        return breakdown;
    }

    private StandardSet ReadHead(YamlObject head, string folder, string place, List<MeasureDefinition> measures, DefinitionContext context)
    {
        var name = head.RequiredString("set");
        if (name != folder) head.Problem($"the set says '{name}' and lies in the folder '{folder}'.");
        var order = head.Texts("measures");
        var ordered = new List<MeasureDefinition>();
        foreach (var id in order)
        {
            if (ordered.Exists(earlier => earlier.Id == id.Value)) id.Problem($"the measure '{id.Value}' stands twice in the list.");
            else if (measures.FirstOrDefault(measure => measure.Id == id.Value) is { } measure) ordered.Add(measure);
            else if (!IsBroken($"{place}/{id.Value}.yaml")) id.Problem($"the set has no measure '{id.Value}'{NearestName.Hint(id.Value, measures.Select(measure => measure.Id))}");
        }

        foreach (var measure in measures.Where(measure => order.All(id => id.Value != measure.Id)))
            head.Problem($"the measure '{measure.Id}' is not in the list 'measures'.");
        var set = new StandardSet(name, head.RequiredString("title"), Vocabulary.Provenance(head), ordered)
        {
            ExcludesDeathsBeforeWindow = context.ExcludesDeaths,
            Note = head.Text("note")?.Value ?? "",
            Parameters = context.Parameters,
            Conditions = [.. context.Scope.Own],
            Worklist = new WorklistReader(context.Scope, place, problems).Read(head, measures),
        };
        CheckDeaths(head, set);
        head.RefuseUnknownKeys();
        return set;
    }

    // The setting is printed in every report, so it must say what the measures do.
    private static void CheckDeaths(YamlObject head, StandardSet set)
    {
        string[] byHand = [.. set.Measures.Where(measure => measure.Exclusions.Any(exclusion => exclusion != measure.DeathBeforeWindow && FieldsRead.By(exclusion.When).Contains(FieldNames.DeathDate))).Select(measure => measure.Id)];
        if (set.ExcludesDeathsBeforeWindow && set.Measures.All(measure => measure.DeathBeforeWindow is null))
            head.ProblemAt("deaths_before_window", "the set says that deaths are excluded, and no measure of it has 'follow_up: true'.");
        if (byHand.Length > 0)
            head.Problem($"{string.Join(", ", byHand)} exclude by '{FieldNames.DeathDate}' themselves; write 'follow_up: true' there, and the set's 'deaths_before_window' decides.");
    }
}
