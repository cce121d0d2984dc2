using FlsAudit.Jobs;

namespace FlsAudit.UnitTests.Jobs;

/// <summary>Small exports of one test, gone afterwards.</summary>
internal sealed class ExportFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("flsaudit-test-").FullName;

    public string At(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>Writes an export in the canonical layout and gives its path.</summary>
    /// <param name="name">The file.</param>
    /// <param name="lines">The heading line and the rows.</param>
    public string Write(string name, params string[] lines)
    {
        File.WriteAllText(At(name), string.Join('\n', lines) + "\n");
        return At(name);
    }

    public static InputOptions Input(params string[] files) => new() { Inputs = files };

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
