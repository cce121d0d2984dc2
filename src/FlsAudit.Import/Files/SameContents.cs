using System.Security.Cryptography;

namespace FlsAudit.Import.Files;

/// <summary>Finds files that hold the same bytes as another, whatever their names. Only files of one length are looked into.</summary>
internal static class SameContents
{
    /// <summary>The files that are the same as an earlier one, each with the earliest.</summary>
    public static IEnumerable<(InputFile File, InputFile Earlier)> In(IEnumerable<InputFile> files)
    {
        foreach (var alike in files.Where(file => file.Format is ExportFormat.Text or ExportFormat.Workbook).GroupBy(file => file.Length))
        {
            if (alike.Key == 0 || alike.Count() == 1) continue;
            var known = new Dictionary<string, InputFile>(StringComparer.Ordinal);
            foreach (var file in alike)
            {
                if (HashOf(file) is { } hash && !known.TryAdd(hash, file)) yield return (file, known[hash]);
            }
        }
    }

    // A file that cannot be opened is said to be so by whoever reads it.
    private static string? HashOf(InputFile file)
    {
        try
        {
            using var content = File.OpenRead(file.Content);
            return Convert.ToHexString(SHA256.HashData(content));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
