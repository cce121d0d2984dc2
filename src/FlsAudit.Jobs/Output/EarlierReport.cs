using System.Text.Json;

namespace FlsAudit.Jobs.Output;

/// <summary>Tells a folder that an earlier run wrote from one that holds anything else.</summary>
internal static class EarlierReport
{
    /// <summary>The first file, by ordinal name, that no earlier report put there; null when there is none.</summary>
    public static string? Stranger(string folder)
    {
        var known = OutputsOf(Path.Combine(folder, Manifest.FileName));
        return FilesOf(folder).FirstOrDefault(name => !known.Contains(name));
    }

    /// <summary>The files below a folder, relative to it, with forward slashes, by ordinal name.</summary>
    public static IReadOnlyList<string> FilesOf(string folder) =>
    [
        .. Directory.GetFiles(folder, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(folder, file).Replace(Path.DirectorySeparatorChar, '/'))
            .Order(StringComparer.Ordinal),
    ];

    // What a manifest of ours says it stands for; nothing when it is somebody else's.
    private static HashSet<string> OutputsOf(string manifest)
    {
        if (!File.Exists(manifest)) return [];
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllText(manifest));
            return json.RootElement.GetProperty("tool").GetString() == Manifest.Tool
                ? [Manifest.FileName, .. json.RootElement.GetProperty("outputs").EnumerateArray().Select(output => output.GetProperty("path").GetString() ?? "")]
                : [];
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return [];
        }
    }
}
