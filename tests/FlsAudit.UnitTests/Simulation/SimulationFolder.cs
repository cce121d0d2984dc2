using FlsAudit.Simulation;
using FlsAudit.Standards;

namespace FlsAudit.UnitTests.Simulation;

/// <summary>A folder of simulated files that is deleted after the test.</summary>
internal sealed class SimulationFolder : IDisposable
{
    private static readonly StandardsFolder Shipped = StandardsFolder.Read(Path.Combine(AppContext.BaseDirectory, "standards"));

    private SimulationFolder(string path, SimulationResult result) => (FullPath, Result) = (path, result);

    public string FullPath { get; }

    public SimulationResult Result { get; }

    public static SimulationFolder Of(string scenario, ulong? seed = null, int? records = null) => Of(Scenario.Load(scenario), seed, records);

    public static SimulationFolder Of(Scenario scenario, ulong? seed = null, int? records = null)
    {
        var path = Directory.CreateTempSubdirectory("flsaudit-simulation-").FullName;
        var profile = Shipped.Profiles.Single(profile => profile.Name == scenario.ProfileName);
        try
        {
            return new SimulationFolder(path, Simulator.Write(scenario, profile, Shipped.Dictionary, path, seed, records));
        }
        catch
        {
            Directory.Delete(path, recursive: true);
            throw;
        }
    }

    /// <summary>The committed copy of a sample.</summary>
    public static string Committed(string scenario) => Path.Combine(AppContext.BaseDirectory, "sample-data", scenario);

    public static string[] FilesIn(string folder) => [.. Directory.GetFiles(folder).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    public byte[] Bytes(string file) => File.ReadAllBytes(Path.Combine(FullPath, file));

    public void Dispose() => Directory.Delete(FullPath, recursive: true);
}
