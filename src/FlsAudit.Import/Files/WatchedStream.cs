using System.Text;
using FlsAudit.Import.Headings;

namespace FlsAudit.Import.Files;

/// <summary>
/// Reads a text file, UTF-16 and UTF-32 as UTF-8 and other text as it is, and notes on the way what its content alone does not tell: how far it has come,
/// whether it ends with a line end, and whether it is text at all.
/// </summary>
internal sealed class WatchedStream : Stream
{
    private const int StartLength = 4096;

    private readonly FileStream file;
    private readonly Stream text;
    private long position;
    private int last = -1;

    /// <summary>Opens a file.</summary>
    /// <exception cref="BrokenFileException">It cannot be opened.</exception>
    public WatchedStream(string path)
    {
        file = Open(path);
        text = Guarded(WideEncoding) is { } wide ? Encoding.CreateTranscodingStream(file, wide, Encoding.UTF8) : file;
    }

    /// <summary>Bytes of the file read so far; may be asked from any thread.</summary>
    public long BytesRead => Interlocked.Read(ref position);

    /// <summary>Whether the last character read is a line end.</summary>
    public bool EndsWithLineEnd => last is '\n' or '\r';

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
            count = text.Read(buffer);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw NotReadable();
        }

        Interlocked.Exchange(ref position, file.Position);
        if (count == 0) return 0;
        var read = buffer[..count];
        if (read.Contains((byte)0)) throw NotText();
        last = read[^1];
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

    protected override void Dispose(bool disposing)
    {
        if (disposing) text.Dispose();
        if (disposing) file.Dispose();
        base.Dispose(disposing);
    }

    private static BrokenFileException NotReadable() =>
        new("file-not-readable", "The file cannot be read.", "Ask for the right to read it, close the program that locks it, or check the disk.");

    private static BrokenFileException NotText() =>
        new("not-text", "The file holds bytes that no text has.", "Text in UTF-8, UTF-16 or Windows-1252, or a workbook; export it again.");

    private Encoding? WideEncoding()
    {
        Span<byte> start = stackalloc byte[StartLength];
        var length = file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        file.Seek(0, SeekOrigin.Begin);
        return TextEncodings.Wide(start[..length]);
    }

    private static T Guarded<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw NotReadable();
        }
    }
}
