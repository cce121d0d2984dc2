using System.IO.Compression;

namespace FlsAudit.Import.Files;

/// <summary>Tells the format of a content that has no name by its first bytes. What has no mark of a format is taken for text.</summary>
internal static class ContentFormat
{
    /// <summary>The format; packed for a .zip archive that is no workbook and for a .gz file.</summary>
    public static ExportFormat Of(string path)
    {
        Span<byte> start = stackalloc byte[4];
        using var stream = WatchedStream.Open(path);
        start = start[..stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)];
        if (start is [0xD0, 0xCF, 0x11, 0xE0]) return ExportFormat.Workbook;
        if (start is [0x1F, 0x8B, ..]) return ExportFormat.Packed;
        return start is [(byte)'P', (byte)'K', 3 or 5, _] ? OfArchive(stream) : ExportFormat.Text;
    }

    /// <summary>Whether a packed content is a .gz file.</summary>
    public static bool IsGzip(string path)
    {
        Span<byte> start = stackalloc byte[2];
        using var stream = WatchedStream.Open(path);
        return stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) == 2 && start is [0x1F, 0x8B];
    }

    // A damaged archive is packed, so that the reader of archives says what is wrong with it.
    private static ExportFormat OfArchive(FileStream stream)
    {
        stream.Position = 0;
        try
        {
            using var archive = new ZipArchive(stream, ZipArchiveMode.Read);
            return archive.GetEntry("[Content_Types].xml") is null ? ExportFormat.Packed : ExportFormat.Workbook;
        }
        catch (InvalidDataException)
        {
            return ExportFormat.Packed;
        }
    }
}
