namespace FlsAudit.Import.Files;

/// <summary>The file formats that exports come in.</summary>
internal enum ExportFormat
{
    /// <summary>No export.</summary>
    Other,

    /// <summary>Separated text.</summary>
    Text,

    /// <summary>An Excel workbook.</summary>
    Workbook,

    /// <summary>A .zip archive of files, or a .gz file of one export.</summary>
    Packed,
}

/// <summary>A file of the input before anything of it was read.</summary>
/// <param name="Index">Its place in the order of submission.</param>
/// <param name="Path">The name that findings use.</param>
/// <param name="FullPath">Where it is; for a file in an archive, where the archive is.</param>
/// <param name="Format">By its extension.</param>
internal sealed record InputFile(int Index, string Path, string FullPath, ExportFormat Format)
{
    private const string Gzip = ".gz";

    /// <summary>Where its bytes are read: itself, or the unpacked copy of what came packed.</summary>
    public string Content { get; init; } = FullPath;

    /// <summary>The name of the archive that it is in; null when it is in none, and for a .gz file, which is its own.</summary>
    public string? Archive { get; init; }

    /// <summary>Whether it came packed.</summary>
    public bool IsUnpacked => !string.Equals(Content, FullPath, StringComparison.Ordinal);

    /// <summary>What it counts as when it is no export.</summary>
    public FileKind KindUnread { get; init; } = FileKind.Ignored;

    /// <summary>Whether it is a spreadsheet or archive that is not read, so that somebody's records may be in it.</summary>
    public bool MayHoldRecords => System.IO.Path.GetExtension(Path).ToLowerInvariant()
        is ".xlsm" or ".xlsb" or ".ods" or ".zip" or Gzip or ".7z" or ".rar" or ".tar" or ".tgz" or ".bz2" or ".xz";

    /// <summary>The name that an export without a site column gives to its site.</summary>
    public string SiteName => System.IO.Path.GetFileNameWithoutExtension(WithoutGzip(Path));

    /// <summary>Its size in bytes, or 0 when that cannot be said.</summary>
    public long Length
    {
        get
        {
            try
            {
                return new FileInfo(Content).Length;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                return 0;
            }
        }
    }

    public static ExportFormat FormatOf(string path) => System.IO.Path.GetExtension(path).ToLowerInvariant() switch
    {
        ".csv" or ".tsv" or ".txt" => ExportFormat.Text,
        ".xlsx" or ".xls" => ExportFormat.Workbook,
        ".zip" => ExportFormat.Packed,
        Gzip when InnerFormatOf(path) is ExportFormat.Text or ExportFormat.Workbook => ExportFormat.Packed,
        _ => ExportFormat.Other,
    };

    /// <summary>The format of the content of a .gz file, by the name before that extension.</summary>
    public static ExportFormat InnerFormatOf(string path) => FormatOf(WithoutGzip(path));

    /// <summary>Whether a packed file is a .gz file, which has one content and no names.</summary>
    public static bool IsGzip(string path) => path.EndsWith(Gzip, StringComparison.OrdinalIgnoreCase);

    private static string WithoutGzip(string path) => IsGzip(path) ? path[..^Gzip.Length] : path;
}
