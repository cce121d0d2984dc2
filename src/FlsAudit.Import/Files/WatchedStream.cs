namespace FlsAudit.Import.Files;

/// <summary>
/// Reads a file and notes on the way what its content alone does not tell: how far it has come, whether it ends with a line end, and whether it is text at all.
/// </summary>
internal sealed class WatchedStream : Stream
{
    private readonly FileStream file;
    private readonly bool refuseNul;
    private long position;
    private int last = -1;
    private int lastButOne = -1;

    /// <summary>Opens a file.</summary>
    /// <exception cref="BrokenFileException">It cannot be opened.</exception>
    public WatchedStream(string path, bool refuseNul)
    {
        this.refuseNul = refuseNul;
        file = Open(path);
    }

    /// <summary>Bytes read so far; may be asked from any thread.</summary>
    public long BytesRead => Interlocked.Read(ref position);

    /// <summary>Whether the last byte read, or in UTF-16 the last two, are a line end.</summary>
    public bool EndsWithLineEnd => IsLineEnd(last) || (last == 0 && IsLineEnd(lastButOne));

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => file.Length;

    public override long Position
    {
        get => BytesRead;
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        int count;
        try
        {
            count = file.Read(buffer);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw NotReadable();
        }

        if (count == 0) return 0;
        var read = buffer[..count];
        if (refuseNul && read.Contains((byte)0))
            throw NotText();
        lastButOne = count > 1 ? read[^2] : last;
        last = read[^1];
        Interlocked.Add(ref position, count);
        return count;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <summary>Opens a file for reading.</summary>
    /// <exception cref="BrokenFileException">It cannot be opened.</exception>
    public static FileStream Open(string path)
    {
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 1, FileOptions.SequentialScan);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw NotReadable();
        }
    }

    /// <summary>The finding about a file that is no text.</summary>
    public static BrokenFileException NotText() =>
        new("not-text", "The file holds bytes that no text has.", "Text in UTF-8, UTF-16 with a byte order mark, or Windows-1252, or a .xlsx workbook; export it again.");

    protected override void Dispose(bool disposing)
    {
        if (disposing) file.Dispose();
        base.Dispose(disposing);
    }

    private static BrokenFileException NotReadable() =>
        new("file-not-readable", "The file cannot be read.", "Ask for the right to read it, close the program that locks it, or check the disk.");

    private static bool IsLineEnd(int value) => value is '\n' or '\r';
}
