using System.Diagnostics;

namespace FlsAudit.AcceptanceTests;

/// <summary>The checkout that the tests were built from.</summary>
internal static class Repository
{
    /// <summary>The folder of the solution, found upward from the test assembly.</summary>
    public static string Root { get; } = FindRoot();

    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>A folder of sample data.</summary>
    public static string Sample(string name) => PathOf("sample-data", name);

    public static string Read(params string[] parts) => File.ReadAllText(PathOf(parts));

    /// <summary>The C# files of <c>src</c>, relative to the repository, with forward slashes, in ordinal order.</summary>
    public static IReadOnlyList<string> SourceFiles { get; } =
    [
        .. Directory.EnumerateFiles(PathOf("src"), "*.cs", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/'))
            .Where(path => !path.Contains("/obj/", StringComparison.Ordinal) && !path.Contains("/bin/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>What lies at the top: what git tracks, or what is there when this is not a checkout or there is no git.</summary>
    public static IReadOnlyList<string> TopLevel() => TrackedFiles() ??
    [
        .. Directory.EnumerateFileSystemEntries(Root).Select(path => Path.GetFileName(path))
            .Where(name => name is not (".git" or "bin" or "obj" or "report" or "TestResults" or ".vs" or ".idea")),
    ];

    private static string[]? TrackedFiles()
    {
        // In a container the checkout often belongs to another user, which git refuses unless told not to.
        var start = new ProcessStartInfo("git", ["-c", "safe.directory=*", "-C", Root, "ls-files"]) { RedirectStandardOutput = true, RedirectStandardError = true };
        try
        {
            using var git = Process.Start(start)!;
            var errors = git.StandardError.ReadToEndAsync();
            var lines = git.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
            git.WaitForExit();
            errors.Wait();
            return git.ExitCode == 0 ? [.. lines.Select(line => line.Split('/')[0]).Distinct(StringComparer.Ordinal)] : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "FlsAudit.sln"))) return folder.FullName;
        throw new InvalidOperationException($"No FlsAudit.sln above {AppContext.BaseDirectory}: run the tests inside the repository.");
    }
}
