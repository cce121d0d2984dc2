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
}

/// <summary>A file of the input before anything of it was read.</summary>
/// <param name="Index">Its place in the order of submission.</param>
/// <param name="Path">The name that findings use.</param>
/// <param name="FullPath">Where it is.</param>
/// <param name="Format">By its extension.</param>
internal sealed record InputFile(int Index, string Path, string FullPath, ExportFormat Format)
{
    /// <summary>Whether it is a spreadsheet of a format that is not read, so that somebody's records may be in it.</summary>
    public bool IsOtherSpreadsheet => System.IO.Path.GetExtension(Path).ToLowerInvariant() is ".xls" or ".xlsm" or ".xlsb" or ".ods";

    /// <summary>The name that an export without a site column gives to its site.</summary>
    public string SiteName => System.IO.Path.GetFileNameWithoutExtension(FullPath);

    /// <summary>Its size in bytes, or 0 when that cannot be said.</summary>
    public long Length
    {
        get
        {
            try
            {
                return new FileInfo(FullPath).Length;
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
        ".xlsx" => ExportFormat.Workbook,
        _ => ExportFormat.Other,
    };
}
