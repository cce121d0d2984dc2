using FlsAudit.Jobs.Output;
using FlsAudit.Model;
using FlsAudit.Simulation;

namespace FlsAudit.Jobs;

/// <summary>What <c>flsaudit simulate</c> wrote.</summary>
/// <param name="Records">The records, copies sent twice not counted.</param>
/// <param name="Files">The files by name with their rows.</param>
/// <param name="AsAt">The as-at date that suits the records.</param>
public sealed record SimulateOutcome(long Records, IReadOnlyList<KeyValuePair<string, long>> Files, DateOnly AsAt);

/// <summary>Writes a synthetic registry export of a scenario.</summary>
public static class SimulateJob
{
    /// <summary>The scenarios that are shipped, by name.</summary>
    public static IReadOnlyList<string> Scenarios => Scenario.Names;

    /// <summary>Writes the files of a scenario.</summary>
    /// <param name="nameOrFile">A shipped scenario or a scenario file.</param>
    /// <param name="output">The folder; files of the same name are replaced, all others stay.</param>
    /// <param name="seed">Another seed than the scenario's; null for its own.</param>
    /// <param name="records">Another number of records; null for its own.</param>
    /// <param name="progress">Told how many records are written.</param>
    /// <exception cref="JobException">The scenario cannot be read or written.</exception>
    public static SimulateOutcome Run(string nameOrFile, string output, ulong? seed, int? records, Action<JobProgress>? progress)
    {
        try
        {
            var standards = OpenStandards.Alone(null);
            var scenario = Scenario.Load(nameOrFile);
            var total = records ?? scenario.Records;
            var listener = new Listener(written => progress?.Invoke(new JobProgress("Writing records", written, total)));
            using var folder = OutputFolder.ForFiles(output);
            var result = Simulator.Write(scenario, standards.Profile(scenario.ProfileName), standards.Folder.Dictionary, folder.Path, seed, records, listener);
            folder.Publish();
            return new SimulateOutcome(result.Records, [.. result.Files.Select(file => new KeyValuePair<string, long>(file.Name, file.Rows))], scenario.AsAt);
        }
        catch (ScenarioException error)
        {
            throw new JobException(ExitCode.Usage, error.Message);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new JobException(ExitCode.Output, $"The folder '{output}' cannot be written ({error.GetType().Name}); nothing was changed there. Free space or choose another --out.");
        }
    }

    // Progress<T> would report on another thread and out of order.
    private sealed class Listener(Action<long> report) : IProgress<long>
    {
        public void Report(long value) => report(value);
    }
}
