using FlsAudit.Jobs.Output;
using FlsAudit.Model;
using FlsAudit.Standards;

namespace FlsAudit.Jobs;

/// <summary>A standards folder that has been read, and where it lies.</summary>
internal sealed class OpenStandards
{
    private OpenStandards(StandardsFolder folder) => Folder = folder;

    private static string Shipped => Path.Combine(AppContext.BaseDirectory, "standards");

    /// <summary>What it declares.</summary>
    public StandardsFolder Folder { get; }

    /// <summary>Reads the folder that is shipped beside the program, and what a user's folder adds to it.</summary>
    /// <param name="own">The user's folder; null when there is none.</param>
    /// <exception cref="JobException">A definition has problems, or a worked case of the user's measures or plausibility rules fails; each is a line of the details.</exception>
    public static OpenStandards WithOwn(string? own)
    {
        var standards = Untested(own);
        standards.RequireOwnCases();
        return standards;
    }

    /// <summary>The same, whether the worked cases of the user's measures hold or not.</summary>
    /// <exception cref="JobException">A definition has problems; each is a line of the details.</exception>
    public static OpenStandards Untested(string? own) => Guard(() => new OpenStandards(StandardsFolder.Read(Shipped, own)));

    /// <summary>Reads a complete folder alone; without a path the shipped one.</summary>
    /// <exception cref="JobException">A definition has problems; each is a line of the details.</exception>
    public static OpenStandards Alone(string? path) => Guard(() => new OpenStandards(StandardsFolder.Read(path ?? Shipped)));

    // The shipped cases are run when the program is built; nobody but the program runs those of a user before numbers are printed.
    private void RequireOwnCases()
    {
        string[] failures =
        [
            .. Folder.Sets.Where(set => set.IsOwn).SelectMany(set => set.Measures).SelectMany(measure => WorkedCases.Failures(measure, Folder.Dictionary)),
            .. Folder.PlausibilityRules.Where(rule => Folder.OwnFiles.Contains(rule.File)).SelectMany(rule => WorkedCases.Failures(rule, Folder.Dictionary)),
            .. Folder.BetweenRecordsRules.Where(rule => Folder.OwnFiles.Contains(rule.File)).SelectMany(rule => WorkedCases.Failures(rule, Folder.Dictionary)),
            .. Folder.YearRules.Where(rule => Folder.OwnFiles.Contains(rule.File)).SelectMany(rule => WorkedCases.Failures(rule, Folder.Dictionary)),
        ];
        if (failures.Length > 0)
            throw new JobException(ExitCode.WorkedCases, $"{failures.Length} worked {(failures.Length == 1 ? "case" : "cases")} of your own definitions failed; a definition that does not do what it says is not applied.", failures);
    }

    /// <summary>The hash of every definition file.</summary>
    public IReadOnlyList<HashedFile> Hashes() => [.. Folder.Files.Select(file => HashedFile.Of(file.Name, file.FullPath))];

    /// <summary>The profile of a name or a file.</summary>
    /// <exception cref="JobException">There is no such profile.</exception>
    public RegistryProfile Profile(string nameOrFile)
    {
        if (Folder.Profiles.FirstOrDefault(profile => profile.Name == nameOrFile) is { } known) return known;
        if (File.Exists(nameOrFile)) return Guard(() => DefinitionText.Profile(nameOrFile, Folder.Dictionary, Folder.CodeLists));
        string[] names = [.. Folder.Profiles.Select(profile => profile.Name)];
        throw new JobException(ExitCode.Usage, $"There is no registry profile '{nameOrFile}'{Ask(nameOrFile, names)} Known are {string.Join(", ", names)}; or name a profile file.");
    }

    /// <summary>The sets of these names, in their order.</summary>
    /// <exception cref="JobException">There is no such set.</exception>
    public IReadOnlyList<StandardSet> Sets(IEnumerable<string> names) => [.. names.Distinct().Select(Set)];

    /// <summary>The measure of an id, of any set.</summary>
    /// <exception cref="JobException">There is no such measure.</exception>
    public MeasureDefinition Measure(string id)
    {
        if (Folder.FindMeasure(id) is { } measure) return measure;
        string[] ids = [.. Folder.Sets.SelectMany(set => set.Measures).Select(known => known.Id)];
        throw new JobException(ExitCode.Usage, $"There is no measure '{id}'{Ask(id, ids)} 'flsaudit standards list' names them all.");
    }

    private StandardSet Set(string name)
    {
        string[] known = [.. Folder.Sets.Select(set => set.Name)];
        return Folder.Sets.FirstOrDefault(set => set.Name == name)
            ?? throw new JobException(ExitCode.Usage, $"There is no standard set '{name}'{Ask(name, known)} Known are {string.Join(", ", known)}.");
    }

    private static string Ask(string name, IEnumerable<string> known) => NearestName.Hint(name, known) is { Length: > 0 } hint ? hint : ".";

    private static T Guard<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (DefinitionException error)
        {
            var count = error.Problems.Count;
            throw new JobException(
                ExitCode.Definitions,
                $"The definitions have {count} {(count == 1 ? "problem" : "problems")}; correct {(count == 1 ? "it" : "them")} and run again.",
                [.. error.Problems.Select(problem => problem.ToString())]);
        }
    }
}
