using FlsAudit.Model;
using FlsAudit.Standards.Reading;
using FlsAudit.Standards.Yaml;

namespace FlsAudit.Standards;

/// <summary>
/// Everything that a <c>standards/</c> folder declares: the data dictionary, the registry profiles and the standard sets.
/// </summary>
/// <param name="Dictionary">The fields.</param>
/// <param name="Profiles">The registry profiles by name.</param>
/// <param name="Sets">The standard sets by name.</param>
/// <param name="Files">Every definition file that was read, relative to the folder, with forward slashes, in ordinal order.</param>
public sealed record StandardsFolder(
    FieldDictionary Dictionary, IReadOnlyList<RegistryProfile> Profiles, IReadOnlyList<StandardSet> Sets, IReadOnlyList<string> Files)
{
    /// <summary>Reads a complete folder.</summary>
    /// <param name="path">The folder that holds <c>fields</c>, <c>registries</c> and <c>measures</c>.</param>
    /// <exception cref="DefinitionException">Anything is wrong in any file; all problems are in it.</exception>
    public static StandardsFolder Read(string path)
    {
        var problems = new List<DefinitionProblem>();
        var files = new List<string>();
        if (!Directory.Exists(path))
            throw new DefinitionException([new DefinitionProblem(path, 0, 0, "there is no such folder; expected one with fields/, registries/ and measures/.")]);

        IEnumerable<YamlObject> Open(params string[] folder)
        {
            var directory = Path.Combine([path, .. folder]);
            if (!Directory.Exists(directory)) yield break;
            foreach (var file in Directory.GetFiles(directory, "*.yaml").Order(StringComparer.Ordinal))
            {
                var name = string.Join('/', [.. folder, Path.GetFileName(file)]);
                files.Add(name);
                if (new DefinitionFile(name, problems).Read(file) is { } yaml) yield return yaml;
            }
        }

        var dictionary = ReadDictionary(Open("fields"), problems);
        RegistryProfile[] profiles = [.. Open("registries").Select(yaml => new ProfileReader(dictionary).Read(yaml))];
        var sets = new List<StandardSet>();
        var measures = Path.Combine(path, "measures");
        if (Directory.Exists(measures))
            foreach (var folder in Directory.GetDirectories(measures).Order(StringComparer.Ordinal))
                if (new SetReader(dictionary, problems).Read(Path.GetFileName(folder), Open("measures", Path.GetFileName(folder))) is { } set)
                    sets.Add(set);
        CheckAcross(profiles, sets, problems);
        if (problems.Count > 0) throw new DefinitionException(problems);
        return new StandardsFolder(dictionary, [.. profiles.OrderBy(profile => profile.Name, StringComparer.Ordinal)], sets, files);
    }

    /// <summary>The declared breakdowns by name.</summary>
    public IReadOnlyList<Breakdown> Breakdowns { get; init; } = [];

    /// <summary>The questions of <c>organisation.yaml</c> in order.</summary>
    public IReadOnlyList<Question> Questions { get; init; } = [];

    /// <summary>The measure of this id in any set, or null.</summary>
    public MeasureDefinition? FindMeasure(string id) => Sets.SelectMany(set => set.Measures).FirstOrDefault(measure => measure.Id == id);

    private static FieldDictionary ReadDictionary(IEnumerable<YamlObject> files, List<DefinitionProblem> problems)
    {
        var fields = new List<Field>();
        foreach (var file in files)
        {
            foreach (var (field, yaml) in FieldReader.Read(file))
            {
                if (fields.Any(known => known.Name == field.Name)) yaml.Problem($"the field '{field.Name}' is declared twice.");
                else fields.Add(field);
            }
        }

        foreach (var (name, type) in new[] { (FieldNames.FractureDate, FieldType.Date), (FieldNames.FractureSide, FieldType.Code) })
            if (fields.All(field => field.Name != name || field.Type != type))
                problems.Add(new DefinitionProblem("fields", 0, 0, $"the data dictionary needs the field '{name}', which places a record."));
        return new FieldDictionary(fields.Count > 0 ? fields : [new Field("none", FieldType.Text, "", "") { Provenance = new Provenance("", ProvenanceStatus.Recalled) }]);
    }

    private static void CheckAcross(IReadOnlyList<RegistryProfile> profiles, IReadOnlyList<StandardSet> sets, List<DefinitionProblem> problems)
    {
        foreach (var profile in profiles)
            foreach (var name in profile.DefaultSets.Where(name => sets.All(set => set.Name != name)))
                problems.Add(new DefinitionProblem($"registries/{profile.Name}.yaml", 0, 0, $"there is no set '{name}'{NearestName.Hint(name, sets.Select(set => set.Name))}"));
        foreach (var twins in profiles.GroupBy(profile => profile.Name).Where(group => group.Count() > 1))
            problems.Add(new DefinitionProblem("registries", 0, 0, $"two profiles are named '{twins.Key}'."));
        foreach (var twins in sets.SelectMany(set => set.Measures).GroupBy(measure => measure.Id).Where(group => group.Count() > 1))
            foreach (var measure in twins.Skip(1))
                problems.Add(new DefinitionProblem(measure.File, 0, 0, $"the id '{measure.Id}' is used by {twins.First().File} already."));
    }
}
