using System.Buffers.Binary;
using System.IO.Compression;

namespace FlsAudit.Import.Files;

/// <summary>A file inside an archive.</summary>
/// <param name="Name">Its path inside, with forward slashes.</param>
/// <param name="Content">Where its unpacked copy is; null when it is no export and was not unpacked.</param>
internal sealed record ArchiveMember(string Name, string? Content);

/// <summary>
/// A .zip archive or a .gz file. Exports in it are unpacked to copies with names of their own, so no name inside decides where anything is written.
/// Archives in archives are not opened.
/// </summary>
internal sealed class PackedFile(string path, SpooledFiles spool)
{
    // What the archiver of macOS adds to each file.
    private const string ForeignFolder = "__MACOSX";

    /// <summary>
    /// Unpacks the content of a .gz file, which may have been put together of several: their contents follow each other. Each part is checked against its own
    /// checksum while it is read, and the end of the file against the end of the content, so that one that is cut off anywhere but between two parts is refused.
    /// </summary>
    /// <returns>Where the copy is.</returns>
    /// <exception cref="BrokenFileException">It is cut off or damaged, or grows beyond its limit.</exception>
    public string Unpack()
    {
        using var stream = Open();
        var (checksum, length) = Guarded(() => Trailer(stream));
        using var content = new GZipStream(stream, CompressionMode.Decompress);
        var copy = Guarded(() => spool.Take(content, UnpackingLimit.Of(stream.Length), _ => { })) ?? throw UnpackingLimit.Exceeded();
        // The reader leaves alone what does not begin as a part.
        return stream.Position == stream.Length && EndsWith(copy, length, checksum) ? copy : throw Damaged();
    }

    /// <summary>Unpacks the exports of a .zip archive. Files that belong to people or programs are left out.</summary>
    /// <returns>The files by ordinal path.</returns>
    /// <exception cref="BrokenFileException">It is cut off, damaged or protected, or grows beyond its limit.</exception>
    public IReadOnlyList<ArchiveMember> Members()
    {
        using var stream = Open();
        var limit = UnpackingLimit.Of(stream.Length);
        using var zip = Guarded(() => new ZipArchive(stream, ZipArchiveMode.Read));
        var entries = Guarded(() => zip.Entries).Where(entry => entry.Name.Length > 0).Select(entry => (Entry: entry, Name: NameOf(entry)))
            .Where(file => !IsPassedOver(file.Name)).OrderBy(file => file.Name, StringComparer.Ordinal).ToList();
        var left = limit;
        foreach (var (entry, _) in entries.Where(file => IsExport(file.Name)))
        {
            if (entry.Length > left) throw UnpackingLimit.Exceeded();
            left -= entry.Length;
        }

        return [.. entries.Select(file => new ArchiveMember(file.Name, IsExport(file.Name) ? Unpack(file.Entry) : null))];
    }

    private string Unpack(ZipArchiveEntry entry)
    {
        if (entry.IsEncrypted) throw Damaged();
        var checksum = new Crc32();
        using var content = Guarded(entry.Open);
        var copy = Guarded(() => spool.Take(content, entry.Length, checksum.Add)) ?? throw UnpackingLimit.Exceeded();
        return checksum.Value == entry.Crc32 ? copy : throw Damaged();
    }

    // RFC 1952: a member ends with the checksum of its content and its length. The reader takes a file that was cut off for one that ends there.
    private static (uint Checksum, uint Length) Trailer(FileStream stream)
    {
        Span<byte> trailer = stackalloc byte[8];
        stream.Seek(-trailer.Length, SeekOrigin.End);
        stream.ReadExactly(trailer);
        stream.Seek(0, SeekOrigin.Begin);
        return (BinaryPrimitives.ReadUInt32LittleEndian(trailer), BinaryPrimitives.ReadUInt32LittleEndian(trailer[4..]));
    }

    // The last member's content is the end of the whole. Its length is given in 32 bits, so a content of 4 GiB and more is tried with each length that it can have.
    private static bool EndsWith(string copy, uint length, uint checksum)
    {
        using var content = WatchedStream.Open(copy);
        for (var tried = (long)length; tried <= content.Length; tried += 1L << 32)
        {
            content.Seek(-tried, SeekOrigin.End);
            if (ChecksumOf(content) == checksum) return true;
        }

        return false;
    }

    private static uint ChecksumOf(FileStream rest)
    {
        var checksum = new Crc32();
        var buffer = new byte[1 << 17];
        while (rest.Read(buffer) is > 0 and var read) checksum.Add(buffer.AsSpan(0, read));
        return checksum.Value;
    }

    private FileStream Open()
    {
        var stream = WatchedStream.Open(path);
        if (stream.Length > 0) return stream;
        stream.Dispose();
        throw new BrokenFileException("file-empty", "The file is empty.", "Export it again.");
    }

    private static bool IsExport(string name) => InputFile.FormatOf(name) is ExportFormat.Text or ExportFormat.Workbook;

    private static bool IsPassedOver(string name) =>
        name.Split('/') is var parts && (InputFiles.IsPassedOver(parts[^1]) || parts[..^1].Any(part => part.StartsWith('.') || part == ForeignFolder));

    // Only for people: ways out of the archive are dropped, and what cannot be printed is replaced.
    private static string NameOf(ZipArchiveEntry entry)
    {
        var parts = entry.FullName.Replace('\\', '/').Split('/').Where(part => part is not ("" or "." or ".."));
        return string.Concat(string.Join('/', parts).Select(c => char.IsControl(c) ? '?' : c));
    }

    private static T Guarded<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is not (OutOfMemoryException or BrokenFileException))
        {
            throw Damaged();
        }
    }

    private static BrokenFileException Damaged() => new("file-truncated", "The archive is cut off, damaged or protected by a password.",
        "A whole .zip file without a password, or a whole .gz file; pack it again, or give the files inside.");
}
