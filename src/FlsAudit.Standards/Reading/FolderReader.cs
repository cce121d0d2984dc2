using FlsAudit.Model;
using FlsAudit.Standards.Checking;
using FlsAudit.Standards.Expressions;
using FlsAudit.Standards.Yaml;

namespace FlsAudit.Standards.Reading;

/// <summary>Reads a standards folder, with a user's folder on top.</summary>
internal sealed class FolderReader
{
    private const int MostFiles = 2_000;
    private static readonly string[] Parts = ["fields", "codes", "registries", "conditions", "breakdowns", "comparisons", "plausibility", "organisation", "privacy", "measures"];

    private readonly List<DefinitionProblem> problems = [];
    private readonly List<StandardsFile> files = [];
    private readonly HashSet<string> ownFiles = new(StringComparer.Ordinal);
    private readonly (string Path, string Prefix, bool IsOwn)[] roots;

    private FolderReader(string path, string? own)
    {
        RequireFolder(path, "expected one with fields/, registries/ and measures/.");
        roots = [(path, "", false)];
        if (own is null) return;
        RequireFolder(own, "expected one with measures/ of your own.");
        if (Parts.All(part => !Directory.Exists(Path.Combine(own, part))))
            throw new DefinitionException([new DefinitionProblem(own, 0, 0, $"the folder adds nothing: it holds none of {string.Join(", ", Parts)}.")]);
        roots = [.. roots, (own, $"{Path.GetFileName(Path.GetFullPath(own).TrimEnd(Path.DirectorySeparatorChar))}/", true)];
    }

    public static StandardsFolder Read(string path, string? own) => new FolderReader(path, own).Read();

    private StandardsFolder Read()
    {
        var dictionary = ReadDictionary();
        var lists = ReadCodeLists(dictionary);
        RegistryProfile[] profiles = [.. Open("registries").Select(yaml => new ProfileReader(dictionary, lists).Read(yaml))];
        var scope = new Scope(dictionary);
        var budget = new SearchBudget();
        var conditions = new List<SharedCondition>();
        foreach (var file in Open("conditions")) conditions.AddRange(ReadConditions(file, scope));
        var breakdowns = new List<Breakdown>();
        foreach (var file in Open("breakdowns"))
        {
            if (new BreakdownReader(scope, budget).Read(file) is not { } breakdown) continue;
            if (breakdowns.Exists(known => known.Name == breakdown.Name)) file.Problem($"the breakdown '{breakdown.Name}' is declared twice.");
            else breakdowns.Add(breakdown);
        }

        // A user's own rules stand in place of the shipped ones.
        var comparisons = ComparisonRules.None;
        foreach (var file in Open("comparisons")) comparisons = new ComparisonReader(dictionary, breakdowns).Read(file);

        var plausibility = new PlausibilityFolder(scope, budget);
        foreach (var file in Open("plausibility")) plausibility.Add(file);

        var questions = new List<Question>();
        foreach (var (question, yaml) in Open("organisation").SelectMany(QuestionReader.Read))
        {
            if (questions.Exists(known => known.Name == question.Name)) yaml.Problem($"the question '{question.Name}' is declared twice.");
            else questions.Add(question);
        }

        IdentifierHeadings[] identifiers = [.. Open("privacy").SelectMany(IdentifierReader.Read)];
        var sets = ReadSets(new DefinitionContext(scope) { Questions = questions, Budget = budget }, breakdowns);
        CheckAcross(profiles, sets);
        if (problems.Count > 0) throw new DefinitionException(problems);
        return new StandardsFolder(
            dictionary, [.. profiles.OrderBy(profile => profile.Name, StringComparer.Ordinal)], sets, [.. files.OrderBy(file => file.Name, StringComparer.Ordinal)])
        {
            CodeLists = [.. lists.OrderBy(list => list.Name, StringComparer.Ordinal)],
            Conditions = conditions,
            Breakdowns = [.. breakdowns.OrderBy(breakdown => breakdown.Name, StringComparer.Ordinal)],
            Comparisons = comparisons,
            PlausibilityRules = plausibility.Rules,
            BetweenRecordsRules = plausibility.Between,
            YearRules = plausibility.Years,
            OwnFiles = ownFiles,
            Questions = questions,
            IdentifierHeadings = identifiers,
        };
    }

    private static void RequireFolder(string path, string expected)
    {
        if (!Directory.Exists(path)) throw new DefinitionException([new DefinitionProblem(path, 0, 0, $"there is no such folder; {expected}")]);
    }

    private IEnumerable<YamlObject> Open(string folder) => roots.SelectMany(root => Open(root.Path, root.Prefix, folder));

    private IEnumerable<YamlObject> Open(string root, string prefix, string folder)
    {
        var directory = Path.Combine([root, .. folder.Split('/')]);
        if (!Directory.Exists(directory)) yield break;
        foreach (var path in Directory.GetFiles(directory, "*.yaml").Order(StringComparer.Ordinal))
        {
            var file = new StandardsFile($"{prefix}{folder}/{Path.GetFileName(path)}", path);
            files.Add(file);
            if (prefix.Length > 0) ownFiles.Add(file.Name);
            if (files.Count > MostFiles) throw new DefinitionException([.. problems, new DefinitionProblem(root, 0, 0, $"there are more than {MostFiles} definition files.")]);
            if (new DefinitionFile(file.Name, problems).Read(path) is { } yaml) yield return yaml;
        }
    }

    private FieldDictionary ReadDictionary()
    {
        var fields = new List<Field>();
        foreach (var (field, yaml) in Open("fields").SelectMany(FieldReader.Read))
        {
            if (fields.Any(known => known.Name == field.Name)) yaml.Problem($"the field '{field.Name}' is declared twice.");
            else fields.Add(field);
        }

        foreach (var (name, type) in new[] { (FieldNames.FractureDate, FieldType.Date), (FieldNames.FractureSide, FieldType.Code) })
            if (fields.All(field => field.Name != name || field.Type != type))
                problems.Add(new DefinitionProblem("fields", 0, 0, $"the data dictionary needs the field '{name}', which places a record."));
        return new FieldDictionary(fields.Count > 0 ? fields : [new Field("none", FieldType.Text, "", "") { Provenance = new Provenance("", ProvenanceStatus.Recalled) }]);
    }

    private List<CodeList> ReadCodeLists(FieldDictionary dictionary)
    {
        var lists = new List<CodeList>();
        foreach (var file in Open("codes"))
        {
            if (new CodeListReader(dictionary).Read(file) is not { } list) continue;
            if (lists.Exists(known => known.Name == list.Name)) file.Problem($"the code list '{list.Name}' is declared twice.");
            else lists.Add(list);
        }

        return lists;
    }

    private static IEnumerable<SharedCondition> ReadConditions(YamlObject file, Scope scope)
    {
        file.RequiredString("group");
        var conditions = ConditionReader.ReadConditions(file, scope);
        file.RefuseUnknownKeys();
        return conditions.Select(entry => entry.Condition);
    }

    private List<StandardSet> ReadSets(DefinitionContext context, IReadOnlyList<Breakdown> breakdowns)
    {
        var sets = new List<StandardSet>();
        foreach (var (path, prefix, isOwn) in roots)
        {
            var measures = Path.Combine(path, "measures");
            if (!Directory.Exists(measures)) continue;
            foreach (var folder in Directory.GetDirectories(measures).Select(directory => Path.GetFileName(directory)!).Order(StringComparer.Ordinal))
            {
                var place = $"{prefix}measures/{folder}";
                if (new SetReader(context, breakdowns, problems).Read(folder, place, Open(path, prefix, $"measures/{folder}")) is not { } set) continue;
                if (sets.Exists(known => known.Name == set.Name)) problems.Add(new DefinitionProblem($"{place}/{SetReader.SetFile}", 0, 0, $"there is a set '{set.Name}' already; give yours another name."));
                else sets.Add(set with { IsOwn = isOwn });
            }
        }

        return [.. sets.OrderBy(set => set.Name, StringComparer.Ordinal)];
    }

    private void CheckAcross(IReadOnlyList<RegistryProfile> profiles, IReadOnlyList<StandardSet> sets)
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
