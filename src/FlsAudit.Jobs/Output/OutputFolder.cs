namespace FlsAudit.Jobs.Output;

/// <summary>
/// A folder that appears whole or not at all: everything is written beside it and renamed at the end. Until then, and whatever goes wrong, an earlier
/// report in its place is untouched.
/// </summary>
internal sealed class OutputFolder : IDisposable
{
    /// <summary>What makes a folder recognisable as a report that may be replaced.</summary>
    private const string ReportMark = "manifest.json";

    private readonly string target;
    private bool published;

    private OutputFolder(string target, string staging)
    {
        this.target = target;
        Path = staging;
    }

    /// <summary>The folder to write into.</summary>
    public string Path { get; }

    /// <summary>Opens a folder beside the one that will appear.</summary>
    /// <param name="folder">Where the result will appear. It must not exist, be empty, or hold an earlier result.</param>
    /// <param name="mark">The file by which an earlier result is recognised.</param>
    /// <exception cref="JobException">The folder holds something else, or cannot be written to.</exception>
    public static OutputFolder Open(string folder, string mark = ReportMark)
    {
        var target = System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(folder));
        if (File.Exists(target))
            throw new JobException(ExitCode.Usage, $"The output '{folder}' is a file; name a folder with --out.");
        if (Directory.Exists(target) && Directory.EnumerateFileSystemEntries(target).Any() && !File.Exists(System.IO.Path.Combine(target, mark)))
            throw new JobException(ExitCode.Usage, $"The output folder '{folder}' exists and holds something else than an earlier report; name another with --out, or empty it.");
        return Guard(folder, () =>
        {
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(target) ?? target);
            var staging = $"{target}.part-{Environment.ProcessId}";
            if (Directory.Exists(staging)) Directory.Delete(staging, recursive: true);
            Directory.CreateDirectory(staging);
            return new OutputFolder(target, staging);
        });
    }

    /// <summary>Writes one file of the result.</summary>
    /// <exception cref="JobException">It cannot be written, for example because the disk is full.</exception>
    public void Write(string name, Action<Stream> write) => Guard(target, () =>
    {
        using var stream = Create(name);
        write(stream);
        return true;
    });

    /// <summary>Writes files of the result into a folder of it.</summary>
    /// <exception cref="JobException">They cannot be written.</exception>
    public void WriteFolder(string name, Action<string> write) => Guard(target, () =>
    {
        var directory = System.IO.Path.Combine(Path, name);
        Directory.CreateDirectory(directory);
        write(directory);
        return true;
    });

    /// <summary>The hash of every file written so far, by ordinal name.</summary>
    public IReadOnlyList<HashedFile> Hashes() => Guard(target, () =>
        (IReadOnlyList<HashedFile>)[.. Directory.GetFiles(Path, "*", SearchOption.AllDirectories)
            .Select(file => (File: file, Name: System.IO.Path.GetRelativePath(Path, file).Replace('\\', '/')))
            .OrderBy(file => file.Name, StringComparer.Ordinal)
            .Select(file => HashedFile.Of(file.Name, file.File))]);

    /// <summary>Makes the result appear in place of an earlier one.</summary>
    /// <exception cref="JobException">It cannot be put in place; the earlier one is still there.</exception>
    public void Publish() => Guard(target, () =>
    {
        var old = $"{Path}.old";
        if (Directory.Exists(target)) Directory.Move(target, old);
        try
        {
            Directory.Move(Path, target);
        }
        catch when (Directory.Exists(old))
        {
            Directory.Move(old, target);
            throw;
        }

        published = true;
        if (Directory.Exists(old)) Directory.Delete(old, recursive: true);
        return true;
    });

    /// <summary>Removes what was written beside, unless it was published.</summary>
    public void Dispose()
    {
        if (published || !Directory.Exists(Path)) return;
        try
        {
            Directory.Delete(Path, recursive: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // What is left is a folder with '.part-' in its name; the reason for stopping is more important than saying so.
        }
    }

    private FileStream Create(string name)
    {
        var path = System.IO.Path.Combine(Path, name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        return new FileStream(path, FileMode.Create, FileAccess.ReadWrite);
    }

    private static T Guard<T>(string folder, Func<T> write)
    {
        try
        {
            return write();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new JobException(ExitCode.Output, $"The output '{folder}' cannot be written ({error.GetType().Name}: {Reason(error)}); nothing was changed there. Free space or choose another --out.");
        }
    }

    // The system's sentence ends with the path, which is the one of the folder beside and would only confuse.
    private static string Reason(Exception error)
    {
        var colon = error.Message.IndexOf(" : '", StringComparison.Ordinal);
        return colon < 0 ? error.Message.TrimEnd('.') : error.Message[..colon];
    }
}
