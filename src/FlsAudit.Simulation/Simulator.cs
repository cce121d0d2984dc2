using FlsAudit.Model;
using FlsAudit.Simulation.Definitions;
using FlsAudit.Simulation.Exports;
using FlsAudit.Simulation.Records;

namespace FlsAudit.Simulation;

/// <summary>Writes the exports of an invented registry. The same scenario, profile, seed and number of records give the same bytes.</summary>
public sealed class Simulator
{
    private const int ProgressEvery = 10_000;

    // Streams 0, 1, … belong to the sites; the dirt of each file draws from a stream far above, so that clinical values do not move with it.
    private const ulong FirstFileStream = 1UL << 32;

    private readonly ScenarioDefinition scenario;
    private readonly RegistryProfile profile;
    private readonly RecordSource source;
    private readonly IReadOnlyList<ExportColumn> columns;
    private readonly long[] checks;
    private readonly Condition[] checkConditions;
    private readonly ulong seed;
    private readonly IProgress<long>? progress;
    private readonly CancellationToken cancellation;
    private long written;

    private Simulator(Scenario scenario, RegistryProfile profile, FieldDictionary dictionary, ulong seed, int records, IProgress<long>? progress, CancellationToken cancellation)
    {
        this.scenario = scenario.Definition;
        (this.profile, this.seed, this.progress, this.cancellation) = (profile, seed, progress, cancellation);
        source = new RecordSource(scenario, dictionary, seed, records);
        var decimals = scenario.Model.Steps.Concat(this.scenario.Steps)
            .Where(step => step.Number is not null)
            .GroupBy(step => step.Field ?? step.Let!, StringComparer.Ordinal)
            .ToDictionary(steps => steps.Key, steps => steps.Max(step => step.Number!.Decimals), StringComparer.Ordinal);
        columns = ExportLayout.Columns(this.scenario.Layout, profile, source.Schema, decimals);
        checks = new long[this.scenario.Checks.Count];
        checkConditions = [.. this.scenario.Checks.Select(check => Condition.Compile(check.When, source.Schema))];
    }

    /// <summary>Writes all files of a scenario. Files of the same name are replaced; other files in the folder stay.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="profile">The registry profile that the exports are written in; its name must be the scenario's.</param>
    /// <param name="dictionary">The data dictionary.</param>
    /// <param name="outputFolder">The folder to write to; made when it does not exist.</param>
    /// <param name="seed">Another seed than the scenario's.</param>
    /// <param name="records">Another number of records than the scenario's, copies sent twice not counted; sites keep their shares. At least 1.</param>
    /// <param name="progress">Told the number of records written so far, now and then and at the end.</param>
    /// <param name="cancellation">Stops the run; files written so far stay behind.</param>
    /// <exception cref="ScenarioException">The scenario does not fit the profile or the dictionary, its exact counts do not add up, or other
    /// records are asked of a scenario with exact counts. Some of this shows only at the end, when files have been written.</exception>
    /// <exception cref="IOException">A file cannot be written.</exception>
    public static SimulationResult Write(
        Scenario scenario,
        RegistryProfile profile,
        FieldDictionary dictionary,
        string outputFolder,
        ulong? seed = null,
        int? records = null,
        IProgress<long>? progress = null,
        CancellationToken cancellation = default)
    {
        if (profile.Name != scenario.ProfileName)
            throw new ScenarioException($"The scenario '{scenario.Name}' is written in the profile '{scenario.ProfileName}', not in '{profile.Name}'.");
        if (records < 1)
            throw new ScenarioException("At least one record must be asked for.");
        var simulator = new Simulator(scenario, profile, dictionary, seed ?? scenario.Seed, records ?? scenario.Records, progress, cancellation);
        return simulator.Write(outputFolder);
    }

    private SimulationResult Write(string folder)
    {
        Directory.CreateDirectory(folder);
        var siteNumbers = SiteNumbersByFile();
        var exports = new List<ExportFile>();
        var files = new List<SimulatedFile>();
        for (var i = 0; i < scenario.Files.Count; i++)
        {
            var export = new ExportFile(scenario.Files[i], scenario, columns, source.Schema, SplitMix64.Stream(seed, FirstFileStream + (ulong)i));
            WriteExport(export, scenario.Files[i], siteNumbers[i], folder);
            exports.Add(export);
            files.Add(new SimulatedFile(scenario.Files[i].Name, export.Rows));
        }

        progress?.Report(written);
        source.Finish();
        ConfirmChecks();
        if (scenario.Caseload is not null)
            files.Add(new SimulatedFile(CompanionFiles.Caseload, CompanionFiles.WriteCaseload(Path.Combine(folder, CompanionFiles.Caseload), scenario.Caseload)));
        if (scenario.SitesFile)
            files.Add(new SimulatedFile(CompanionFiles.Sites, CompanionFiles.WriteSites(Path.Combine(folder, CompanionFiles.Sites), scenario)));
        IReadOnlyList<PlantedQuirk> quirks = [.. QuirkCounts.Of(scenario, source, exports)];
        ReadmeFile.Write(Path.Combine(folder, ReadmeFile.Name), scenario, files, quirks);
        files.Add(new SimulatedFile(ReadmeFile.Name, 0));
        return new SimulationResult(files, written, quirks);
    }

    private void WriteExport(ExportFile export, FileDefinition file, IEnumerable<int> sites, string folder)
    {
        using var writer = ExportFile.Open(Path.Combine(folder, file.Name), file, profile);
        export.Header(writer);
        foreach (var site in sites)
        {
            foreach (var record in source.Of(site))
            {
                for (var i = 0; i < checks.Length; i++)
                    if (checkConditions[i].Holds(record)) checks[i]++;
                export.Write(writer, record);
                if (++written % ProgressEvery != 0) continue;
                cancellation.ThrowIfCancellationRequested();
                progress?.Report(written);
            }
        }

        export.Finish(writer);
    }

    private int[][] SiteNumbersByFile()
    {
        var names = scenario.Sites.Select(site => site.Name).ToList();
        var byFile = scenario.Files
            .Select(file => file.Sites.Count == 0 ? [.. Enumerable.Range(0, names.Count)] : file.Sites.Select(name => NumberOf(name, names)).ToArray())
            .ToArray();
        var written = byFile.SelectMany(numbers => numbers).Order().ToArray();
        return written.SequenceEqual(Enumerable.Range(0, names.Count)) ? byFile : throw new ScenarioException(
            $"The files of the scenario '{scenario.Name}' must hold every site exactly once.");
    }

    private static int NumberOf(string name, List<string> names)
    {
        var number = names.IndexOf(name);
        return number >= 0 ? number : throw ScenarioException.UnknownName($"A file names the site '{name}', which the scenario does not have", name, names);
    }

    private void ConfirmChecks()
    {
        for (var i = 0; i < checks.Length; i++)
            if (checks[i] != scenario.Checks[i].Count)
                throw new ScenarioException($"The scenario '{scenario.Name}' promises {scenario.Checks[i].Count} for \"{scenario.Checks[i].Label}\", but {checks[i]} records are so; correct its steps or the promise.");
    }
}
