using FlsAudit.Model;
using FlsAudit.Standards.Yaml;

namespace FlsAudit.Standards.Reading;

/// <summary>Reads a folder of measures with its <c>set.yaml</c>.</summary>
internal sealed class SetReader(FieldDictionary dictionary, List<DefinitionProblem> problems)
{
    public const string SetFile = "set.yaml";

    public StandardSet? Read(string folder, IEnumerable<YamlObject> files)
    {
        YamlObject? head = null;
        var measures = new List<MeasureDefinition>();
        foreach (var file in files)
        {
            if (file.File.Name.EndsWith("/" + SetFile, StringComparison.Ordinal)) head = file;
            else if (new MeasureReader(dictionary).Read(file) is { } measure) Keep(file, folder, measure, measures);
        }

        if (head is not null) return ReadHead(head, folder, measures);
        if (!IsBroken(folder, SetFile)) problems.Add(new DefinitionProblem($"measures/{folder}", 0, 0, $"the set has no {SetFile}."));
        return null;
    }

    private static void Keep(YamlObject file, string folder, MeasureDefinition measure, List<MeasureDefinition> measures)
    {
        if (measure.Set != folder) file.Problem($"the measure says set '{measure.Set}' and lies in the folder of '{folder}'.");
        if (!file.File.Name.EndsWith($"/{measure.Id}.yaml", StringComparison.Ordinal))
            file.Problem($"the file of the measure '{measure.Id}' must be named {measure.Id}.yaml.");
        measures.Add(measure);
    }

    // A file with problems of its own; that it is missing elsewhere follows from them and is not said again.
    private bool IsBroken(string folder, string file) => problems.Exists(problem => problem.File == $"measures/{folder}/{file}");

    private StandardSet ReadHead(YamlObject head, string folder, List<MeasureDefinition> measures)
    {
        var name = head.RequiredString("set");
        if (name != folder) head.Problem($"the set says '{name}' and lies in the folder '{folder}'.");
        var order = head.Texts("measures");
        var ordered = new List<MeasureDefinition>();
        foreach (var id in order)
        {
            if (ordered.Exists(earlier => earlier.Id == id.Value)) id.Problem($"the measure '{id.Value}' stands twice in the list.");
            else if (measures.FirstOrDefault(measure => measure.Id == id.Value) is { } measure) ordered.Add(measure);
            else if (!IsBroken(folder, $"{id.Value}.yaml")) id.Problem($"the set has no measure '{id.Value}'{NearestName.Hint(id.Value, measures.Select(measure => measure.Id))}");
        }

        foreach (var measure in measures.Where(measure => order.All(id => id.Value != measure.Id)))
            head.Problem($"the measure '{measure.Id}' is not in the list 'measures'.");
        var set = new StandardSet(name, head.RequiredString("title"), Vocabulary.Provenance(head), ordered)
        {
            ExcludesDeathsBeforeWindow = head.Choice("deaths_before_window", false, new Dictionary<string, bool> { ["keep"] = false, ["exclude"] = true }),
            Note = head.Text("note")?.Value ?? "",
        };
        CheckDeaths(head, set);
        head.RefuseUnknownKeys();
        return set;
    }

    // The setting is printed in every report, so it must say what the measures do.
    private static void CheckDeaths(YamlObject head, StandardSet set)
    {
        string[] excluding = [.. set.Measures.Where(measure => measure.Exclusions.Any(exclusion => FieldsRead.By(exclusion.When).Contains(FieldNames.DeathDate))).Select(measure => measure.Id)];
        if (set.ExcludesDeathsBeforeWindow && excluding.Length == 0)
            head.Text("deaths_before_window")!.Problem($"the set says that deaths are excluded, and no measure of it has an exclusion that reads '{FieldNames.DeathDate}'.");
        if (!set.ExcludesDeathsBeforeWindow && excluding.Length > 0)
            head.Problem($"{string.Join(", ", excluding)} exclude by '{FieldNames.DeathDate}', and 'deaths_before_window' does not say 'exclude'.");
    }
}
