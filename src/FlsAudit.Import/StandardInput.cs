using FlsAudit.Import.Files;

namespace FlsAudit.Import;

/// <summary>
/// A copy of what came through standard input, which can be read only once, while an import reads its inputs several times. It lies in a folder of the machine's
/// temporary folder that only this user may open, and is gone on disposal. It may be as large as that folder has room.
/// </summary>
public sealed class StandardInput : IDisposable
{
    /// <summary>What stands for standard input among the inputs.</summary>
    public const string Mark = "-";

    /// <summary>What findings and outputs call it; an export without a site column gives this name to its site.</summary>
    public const string Name = "standard input";

    private readonly SpooledFiles spool;

    private StandardInput(SpooledFiles spool, string path)
    {
        this.spool = spool;
        Path = path;
    }

    /// <summary>Where the copy is; never for an output.</summary>
    public string Path { get; }

    /// <summary>Copies a stream to its end.</summary>
    /// <exception cref="IOException">It cannot be read, or there is no room for the copy.</exception>
    public static StandardInput Of(Stream content)
    {
        var spool = new SpooledFiles();
        try
        {
            return new StandardInput(spool, spool.Take(content, long.MaxValue, _ => { })!);
        }
        catch (Exception e)
        {
            spool.Dispose();
            if (e is BrokenFileException) throw new IOException("The temporary folder of this machine has no room or cannot be written.", e);
            throw;
        }
    }

    /// <summary>Removes the copy.</summary>
    public void Dispose() => spool.Dispose();
}
