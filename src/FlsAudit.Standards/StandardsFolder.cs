using FlsAudit.Model;
using FlsAudit.Standards.Reading;

namespace FlsAudit.Standards;

/// <summary>A definition file.</summary>
/// <param name="Name">Relative to its standards folder, with forward slashes; that of a user's folder begins with the folder's own name.</param>
/// <param name="FullPath">Where it is on this machine; never for an output.</param>
public sealed record StandardsFile(string Name, string FullPath);

/// <summary>
/// Everything that a <c>standards/</c> folder declares: the data dictionary, shared code lists, the registry profiles, shared conditions, breakdowns, comparisons, plausibility rules,
/// questions of the organisation, headings that say who patients are, and the standard sets.
/// </summary>
/// <param name="Dictionary">The fields.</param>
/// <param name="Profiles">The registry profiles by name.</param>
/// <param name="Sets">The standard sets by name.</param>
/// <param name="Files">Every definition file that was read, in ordinal order of their names.</param>
public sealed record StandardsFolder(
    FieldDictionary Dictionary, IReadOnlyList<RegistryProfile> Profiles, IReadOnlyList<StandardSet> Sets, IReadOnlyList<StandardsFile> Files)
{
    /// <summary>The shared code lists by name.</summary>
    public IReadOnlyList<CodeList> CodeLists { get; init; } = [];

    /// <summary>The conditions that all sets share, in the order of their declaration.</summary>
    public IReadOnlyList<SharedCondition> Conditions { get; init; } = [];

    /// <summary>The declared breakdowns by name.</summary>
    public IReadOnlyList<Breakdown> Breakdowns { get; init; } = [];

    /// <summary>How sites are compared; where several files declare it, the last one does.</summary>
    public ComparisonRules Comparisons { get; init; } = ComparisonRules.None;

    /// <summary>The rules that mark implausible values, in the order of their files; a rule over several fields stands here once for each.</summary>
    public IReadOnlyList<PlausibilityRule> PlausibilityRules { get; init; } = [];

    /// <summary>The rules that hold two records of a patient against each other, in the order of their files.</summary>
    public IReadOnlyList<BetweenRecordsRule> BetweenRecordsRules { get; init; } = [];

    /// <summary>The rules on mistyped years, in the order of their files.</summary>
    public IReadOnlyList<YearRule> YearRules { get; init; } = [];

    /// <summary>The rules on mistyped years as an import takes them.</summary>
    public YearRepairs YearRepairs => new([.. YearRules.SelectMany(rule => rule.Dates)], YearRules.Select(rule => rule.Fracture).FirstOrDefault(fracture => fracture is not null));

    /// <summary>The names of the files that the user's folder adds.</summary>
    public IReadOnlySet<string> OwnFiles { get; init; } = new HashSet<string>();

    /// <summary>The questions of <c>organisation.yaml</c> in order.</summary>
    public IReadOnlyList<Question> Questions { get; init; } = [];

    /// <summary>The headings of columns that say who patients are, in the order of their files.</summary>
    public IReadOnlyList<IdentifierHeadings> IdentifierHeadings { get; init; } = [];

    /// <summary>Reads a complete folder, and what a user's folder adds to it.</summary>
    /// <param name="path">The folder that holds <c>fields</c>, <c>codes</c>, <c>registries</c>, <c>measures</c> and the rest.</param>
    /// <param name="own">A user's folder of the same shape, of which any part may be missing; null when there is none.</param>
    /// <exception cref="DefinitionException">Anything is wrong in any file; all problems are in it.</exception>
    public static StandardsFolder Read(string path, string? own = null) => FolderReader.Read(path, own);

    /// <summary>The measure of this id in any set, or null.</summary>
    public MeasureDefinition? FindMeasure(string id) => Sets.SelectMany(set => set.Measures).FirstOrDefault(measure => measure.Id == id);
}
