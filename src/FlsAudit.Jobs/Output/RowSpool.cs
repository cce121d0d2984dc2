using System.Text;

namespace FlsAudit.Jobs.Output;

/// <summary>
/// What is to be told of single rows, kept in a file until the end so that memory does not grow with rows. What was told of a file that turns out to be broken
/// is taken back.
/// </summary>
internal abstract class RowSpool<T> : IDisposable
{
    private readonly FileStream stream;
    private readonly BinaryWriter writer;
    private readonly List<(long Start, long End)> files = [];
    private long committed;

    /// <summary>Makes a spool; its file is gone when it is disposed.</summary>
    protected RowSpool(string path)
    {
        stream = new FileStream(path, FileMode.Create, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose);
        writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
    }

    /// <summary>Adds a row of the current file.</summary>
    public void Add(T row) => Write(writer, row);

    /// <summary>Keeps the rows of the current file.</summary>
    public void Commit()
    {
        writer.Flush();
        if (stream.Position > committed) files.Add((committed, stream.Position));
        committed = stream.Position;
    }

    /// <summary>Takes back the rows that were added since the last <see cref="Commit"/>.</summary>
    public void Rollback()
    {
        writer.Flush();
        stream.SetLength(committed);
        stream.Position = committed;
    }

    /// <summary>The kept rows in order, from the first on; ask at the end, when no more are added.</summary>
    /// <param name="placeOf">Where the rows of a file, of which it sees the first, stand among those of the others; null to leave the files in the order in which they were read.</param>
    public IEnumerable<T> Rows(Func<T, int>? placeOf = null)
    {
        Rollback();
        using var reader = new BinaryReader(stream, Encoding.UTF8, leaveOpen: true);
        foreach (var (start, end) in placeOf is null ? files : [.. files.OrderBy(file => placeOf(ReadAt(reader, file.Start)))])
        {
            for (stream.Position = start; stream.Position < end;) yield return Read(reader);
        }
    }

    /// <summary>Removes the file. It may be called twice.</summary>
    public void Dispose() => stream.Dispose();

    private T ReadAt(BinaryReader reader, long position)
    {
        stream.Position = position;
        return Read(reader);
    }

    protected abstract void Write(BinaryWriter to, T row);

    protected abstract T Read(BinaryReader from);

    protected static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}
