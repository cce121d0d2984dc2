using System.Runtime.InteropServices;

namespace FlsAudit.Jobs.Output;

/// <summary>
/// A folder whose files appear whole or not at all: everything is written beside it and moved at the end. Until then, and whatever goes wrong, what was
/// there before is untouched. What is beside goes when the job ends or is interrupted.
/// </summary>
internal sealed class OutputFolder : IDisposable
{
    private readonly string asked;
    private readonly string target;
    private readonly bool replaces;
    private readonly PosixSignalRegistration[] interruptions;

    private OutputFolder(string asked, string target, bool replaces)
    {
        this.asked = asked;
        this.target = target;
        this.replaces = replaces;
        var parent = System.IO.Path.GetDirectoryName(target) ?? target;
        Directory.CreateDirectory(parent);
        // A dot folder is never read as input, and its name belongs to this run alone.
        Path = System.IO.Path.Combine(parent, $".{System.IO.Path.GetFileName(target)}.part-{System.IO.Path.GetRandomFileName()}");
        Directory.CreateDirectory(Path);
        interruptions = [.. new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM }.Select(signal => PosixSignalRegistration.Create(signal, _ => Remove(Path)))];
    }

    /// <summary>The folder to write into.</summary>
    public string Path { get; }

    /// <summary>Opens a folder that a report will replace as a whole.</summary>
    /// <param name="folder">Where the report will appear. It must not exist, be empty, or hold an earlier report and nothing else.</param>
    /// <param name="inputs">What the report reads; none of it may lie where the report appears.</param>
    /// <exception cref="JobException">The folder holds something else, holds an input, or cannot be written to.</exception>
    public static OutputFolder ForReport(string folder, IReadOnlyList<string> inputs) => Guard(folder, () =>
    {
        var target = Resolve(folder);
        if (inputs.Select(Resolve).FirstOrDefault(input => IsWithin(input, target)) is { } input)
            throw new JobException(ExitCode.Usage, $"The output folder '{folder}' holds the input '{System.IO.Path.GetFileName(input)}', which the report would replace; name another with --out.");
        if (File.Exists(target)) throw new JobException(ExitCode.Usage, $"The output '{folder}' is a file; name a folder with --out.");
        if (IsWithin(Directory.GetCurrentDirectory(), target))
            throw new JobException(ExitCode.Usage, $"The output folder '{folder}' is the folder that the command runs in, or lies above it; name one below, such as --out report.");
        if (Directory.Exists(target) && EarlierReport.Stranger(target) is { } stranger)
            throw new JobException(ExitCode.Usage, $"The output folder '{folder}' holds something else than an earlier report ('{stranger}'); name another with --out, or empty it.");
        return new OutputFolder(folder, target, replaces: true);
    });

    /// <summary>Opens a folder that files are added to: a file of the same name is replaced, every other stays.</summary>
    /// <exception cref="JobException">The folder cannot be written to.</exception>
    public static OutputFolder ForFiles(string folder) => Guard(folder, () => new OutputFolder(folder, Resolve(folder), replaces: false));

    /// <summary>Writes one file of the result.</summary>
    /// <exception cref="JobException">It cannot be written, for example because the disk is full.</exception>
    public void Write(string name, Action<Stream> write) => Guard(asked, () =>
    {
        using var stream = new FileStream(System.IO.Path.Combine(Path, name), FileMode.Create, FileAccess.ReadWrite);
        write(stream);
        return true;
    });

    /// <summary>Writes files of the result into a folder of it.</summary>
    /// <exception cref="JobException">They cannot be written.</exception>
    public void WriteFolder(string name, Action<string> write) => Guard(asked, () =>
    {
        write(Directory.CreateDirectory(System.IO.Path.Combine(Path, name)).FullName);
        return true;
    });

    /// <summary>The hash of every file written so far, by ordinal name.</summary>
    public IReadOnlyList<HashedFile> Hashes() => Guard(asked, () =>
        (IReadOnlyList<HashedFile>)[.. EarlierReport.FilesOf(Path).Select(name => HashedFile.Of(name, System.IO.Path.Combine(Path, name)))]);

    /// <summary>Makes the result appear.</summary>
    /// <exception cref="JobException">It cannot be put in place; what was there before still is.</exception>
    public void Publish() => Guard(asked, () =>
    {
        if (replaces) Replace();
        else Add();
        return true;
    });

    /// <summary>Removes what was written beside, unless it was published.</summary>
    public void Dispose()
    {
        foreach (var interruption in interruptions) interruption.Dispose();
        Remove(Path);
    }

    private void Replace()
    {
        var earlier = $"{Path}.old";
        if (Directory.Exists(target)) Directory.Move(target, earlier);
        try
        {
            Directory.Move(Path, target);
        }
        catch when (Directory.Exists(earlier))
        {
            Directory.Move(earlier, target);
            throw;
        }

        Remove(earlier);
    }

    private void Add()
    {
        foreach (var name in EarlierReport.FilesOf(Path))
        {
            var file = System.IO.Path.Combine(target, name);
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(file)!);
            File.Move(System.IO.Path.Combine(Path, name), file, overwrite: true);
        }
    }

    // The folder itself and not the link that leads to it: a link stays a link.
    private static string Resolve(string path)
    {
        var full = System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(path));
        return new DirectoryInfo(full) is { LinkTarget: not null } link ? link.ResolveLinkTarget(returnFinalTarget: true)!.FullName : full;
    }

    private static bool IsWithin(string path, string folder) =>
        path == folder || path.StartsWith(folder + System.IO.Path.DirectorySeparatorChar, StringComparison.Ordinal);

    private static void Remove(string folder)
    {
        try
        {
            if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // What is left is a dot folder beside the report; the reason for stopping is more important than saying so.
        }
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
