using System.Runtime.InteropServices;
using System.Text;

namespace FlsAudit.Jobs.Output;

/// <summary>
/// One file that appears whole or not at all: it is written beside its place and moved at the end. It takes the place of an earlier one of its own kind and of
/// nothing else. What is beside goes when the job ends or is interrupted.
/// </summary>
internal sealed class OutputFile : IDisposable
{
    private const string UsualOption = "--out";

    private readonly string asked;
    private readonly string option;
    private readonly string target;
    private readonly string beside;
    private readonly PosixSignalRegistration[] interruptions;

    private OutputFile(string asked, string target, string option)
    {
        this.asked = asked;
        this.option = option;
        this.target = target;
        var parent = Path.GetDirectoryName(target)!;
        Directory.CreateDirectory(parent);
        beside = Path.Combine(parent, $".{Path.GetFileName(target)}.part-{Path.GetRandomFileName()}");
        interruptions = [.. new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM }.Select(signal => PosixSignalRegistration.Create(signal, _ => Remove()))];
    }

    /// <summary>Opens a file.</summary>
    /// <param name="path">Where it will appear. There must be nothing, or an earlier file of the kind.</param>
    /// <param name="headingLine">The first line of the kind.</param>
    /// <param name="input">What is read: it may neither be the file nor a folder that holds it.</param>
    /// <exception cref="JobException">Something else is there, it is an input, or it cannot be written.</exception>
    public static OutputFile For(string path, string headingLine, InputOptions input) =>
        For(path, UsualOption, "worklist.csv", target => File.ReadLines(target, Encoding.UTF8).FirstOrDefault() == headingLine, input);

    /// <summary>Opens a file that another option names.</summary>
    /// <param name="path">Where it will appear.</param>
    /// <param name="option">The option that names it.</param>
    /// <param name="example">A name such as it may have.</param>
    /// <param name="isEarlier">Whether a file that is there may be replaced.</param>
    /// <param name="input">What is read.</param>
    /// <exception cref="JobException">Something else is there, it is an input, or it cannot be written.</exception>
    public static OutputFile For(string path, string option, string example, Func<string, bool> isEarlier, InputOptions input) => Guard(path, option, () =>
    {
        var target = Resolve(path);
        if (Directory.Exists(target)) throw new JobException(ExitCode.Usage, $"The output '{path}' is a folder; name a file with {option}, for example {option} {example}.");
        foreach (var read in input.Paths.Concat(new[] { input.Caseload, input.Sites, input.Organisation, input.Registry, input.StandardsDirectory }.OfType<string>()))
        {
            var full = Resolve(read);
            if (full == target) throw new JobException(ExitCode.Usage, $"The output '{path}' is an input; name another file with {option}.");
            if (target.StartsWith(full + Path.DirectorySeparatorChar, StringComparison.Ordinal))
                throw new JobException(ExitCode.Usage, $"The output '{path}' lies in the folder '{read}', where the next run would read it; name a file elsewhere with {option}.");
        }

        if (File.Exists(target) && !isEarlier(target))
            throw new JobException(ExitCode.Usage, $"The output '{path}' holds something else than an earlier result; name another file with {option}, or remove it.");
        return new OutputFile(path, target, option);
    });

    /// <summary>Opens a file that people go on working in, so that nothing is ever replaced.</summary>
    /// <exception cref="JobException">Something is there, it is an input, or it cannot be written.</exception>
    public static OutputFile ForNew(string path, string option, string example, InputOptions input) => For(path, option, example, _ => false, input);

    /// <summary>Writes the file beside its place.</summary>
    /// <exception cref="JobException">It cannot be written, for example because the disk is full.</exception>
    public void Write(Action<Stream> write) => Guard(asked, option, () =>
    {
        using var stream = new FileStream(beside, FileMode.CreateNew, FileAccess.Write);
        write(stream);
        return true;
    });

    /// <summary>Makes the file appear.</summary>
    /// <exception cref="JobException">It cannot be put in place; what was there before still is.</exception>
    public void Publish() => Guard(asked, option, () =>
    {
        File.Move(beside, target, overwrite: true);
        return true;
    });

    /// <summary>Removes what was written beside, unless it was published.</summary>
    public void Dispose()
    {
        foreach (var interruption in interruptions) interruption.Dispose();
        Remove();
    }

    private void Remove()
    {
        try
        {
            File.Delete(beside);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // What is left is a dot file; the reason for stopping is more important than saying so.
        }
    }

    // The file itself and not a link that leads to it: a link stays a link.
    private static string Resolve(string path)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        FileSystemInfo there = Directory.Exists(full) ? new DirectoryInfo(full) : new FileInfo(full);
        return there.LinkTarget is null ? full : there.ResolveLinkTarget(returnFinalTarget: true)!.FullName;
    }

    private static T Guard<T>(string path, string option, Func<T> write)
    {
        try
        {
            return write();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new JobException(ExitCode.Output, $"The output '{path}' cannot be written ({error.GetType().Name}); nothing was changed there. Free space or choose another {option}.");
        }
    }
}
