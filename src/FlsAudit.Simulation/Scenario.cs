using FlsAudit.Model;
using FlsAudit.Simulation.Definitions;

namespace FlsAudit.Simulation;

/// <summary>
/// An invented registry as data: its sites, periods, clinical model, exports and the dirt in them. The format is described in
/// <c>Scenarios/README.md</c>.
/// </summary>
public sealed class Scenario
{
    private const string Folder = "FlsAudit.Simulation.Scenarios.";
    private const string ModelFolder = Folder + "Models.";
    private const string Extension = ".json";

    private Scenario(ScenarioDefinition definition, ModelDefinition model)
    {
        Definition = definition;
        Model = model;
    }

    /// <summary>The names of the scenarios that come with the program, in ordinal order.</summary>
    public static IReadOnlyList<string> Names { get; } = NamesUnder(Folder);

    /// <summary>The scenario's name.</summary>
    public string Name => Definition.Name;

    /// <summary>What it is, for people.</summary>
    public string Title => Definition.Title;

    /// <summary>The name of the registry profile that its exports are written in.</summary>
    public string ProfileName => Definition.Profile;

    /// <summary>The day up to which its data are complete.</summary>
    public DateOnly AsAt => Definition.AsAt;

    /// <summary>The seed used when none is given.</summary>
    public ulong Seed => Definition.Seed;

    /// <summary>The number of records when none is given, copies sent twice not counted.</summary>
    public int Records => Definition.Records;

    internal ScenarioDefinition Definition { get; }

    internal ModelDefinition Model { get; }

    /// <summary>Loads a scenario.</summary>
    /// <param name="nameOrFile">A name of <see cref="Names"/>, or the path of a scenario file (it ends with <c>.json</c>). A model named by a
    /// file is looked for beside it first, as <c>NAME.json</c>.</param>
    /// <exception cref="ScenarioException">There is no such scenario, or it cannot be read; unknown keys are errors.</exception>
    public static Scenario Load(string nameOrFile)
    {
        if (!nameOrFile.EndsWith(Extension, StringComparison.OrdinalIgnoreCase))
        {
            var json = Embedded(Folder + nameOrFile + Extension) ?? throw ScenarioException.UnknownName(
                $"There is no scenario '{nameOrFile}', only {string.Join(", ", Names)}, or a file that ends with {Extension}", nameOrFile, Names);
            return Read(json, nameOrFile + Extension, folder: null);
        }

        try
        {
            return Read(File.ReadAllText(nameOrFile), nameOrFile, Path.GetDirectoryName(Path.GetFullPath(nameOrFile)));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new ScenarioException($"The scenario file '{nameOrFile}' cannot be read: {error.Message}", error);
        }
    }

    /// <summary>Reads a scenario from text.</summary>
    /// <param name="json">The text of a scenario file.</param>
    /// <param name="file">What errors call it.</param>
    /// <exception cref="ScenarioException">It cannot be read; unknown keys are errors.</exception>
    public static Scenario Parse(string json, string file) => Read(json, file, folder: null);

    private static Scenario Read(string json, string file, string? folder)
    {
        var definition = DefinitionReader.Read<ScenarioDefinition>(json, file);
        if (definition.Model is null) return new Scenario(definition, new ModelDefinition { Name = "", Steps = [] });
        var modelFile = definition.Model + Extension;
        var beside = folder is null ? null : Path.Combine(folder, modelFile);
        var model = beside is not null && File.Exists(beside)
            ? File.ReadAllText(beside)
            : Embedded(ModelFolder + modelFile) ?? throw ScenarioException.UnknownName(
                $"{file}: there is no model '{definition.Model}'", definition.Model, NamesUnder(ModelFolder));
        return new Scenario(definition, DefinitionReader.Read<ModelDefinition>(model, modelFile));
    }

    private static string? Embedded(string resource)
    {
        using var stream = typeof(Scenario).Assembly.GetManifestResourceStream(resource);
        if (stream is null) return null;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private static IReadOnlyList<string> NamesUnder(string folder) =>
    [
        .. typeof(Scenario).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(folder, StringComparison.Ordinal))
            .Select(name => name[folder.Length..^Extension.Length])
            .Where(name => !name.StartsWith("Models.", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal),
    ];
}
