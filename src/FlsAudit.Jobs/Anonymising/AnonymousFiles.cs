using FlsAudit.Import;
using FlsAudit.Model;

namespace FlsAudit.Jobs.Anonymising;

/// <summary>
/// Other names for the files and worksheets of the input: <c>file 1.csv</c>, <c>file 2.zip/file 1.csv</c>, <c>sheet 1</c>. The numbers follow the order of the
/// key and not that of the names, which would tell the first of the alphabet from the last.
/// </summary>
internal sealed class AnonymousFiles
{
    private static readonly string[] Extensions = [".csv", ".tsv", ".txt", ".xlsx", ".xls", ".xlsm", ".xlsb", ".ods", ".zip", ".gz", ".yaml"];

    private readonly Dictionary<string, string> files = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> places = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> sheets = new(StringComparer.Ordinal);

    /// <summary>Names all files.</summary>
    /// <param name="import">What was read, and the findings about it, which may be about folders.</param>
    /// <param name="others">Further files by name.</param>
    /// <param name="key">The order.</param>
    public AnonymousFiles(ImportResult import, IEnumerable<string> others, ContentKey key)
    {
        string[] whole = [.. import.Files.Select(file => file.Archive ?? file.Path).Concat(others).Distinct(StringComparer.Ordinal)];
        Name(whole, "", key);
        foreach (var members in import.Files.Where(file => file.Archive is not null).GroupBy(file => file.Archive!, StringComparer.Ordinal))
            Name([.. members.Select(member => member.Path)], files[members.Key] + "/", key);
        var known = files.Keys.ToHashSet(StringComparer.Ordinal);
        Name([.. import.Findings.Select(finding => finding.Place.File).OfType<string>().Where(name => !known.Contains(name)).Distinct(StringComparer.Ordinal)], "other ", key);
        string[] names = [.. import.Files.SelectMany(file => file.Sheets).Select(sheet => sheet.Sheet).Concat(import.Findings.Select(finding => finding.Place.Sheet)).OfType<string>().Distinct(StringComparer.Ordinal)];
        foreach (var (sheet, i) in key.InOrder(names, "sheet").Select((sheet, i) => (sheet, i))) sheets[sheet] = FormattableString.Invariant($"sheet {i + 1}");
    }

    /// <summary>The real names and what stands for them, in the order of what stands for them.</summary>
    public IEnumerable<KeyValuePair<string, string>> Files => files.OrderBy(file => places[file.Key]);

    /// <summary>The names of worksheets and what stands for them.</summary>
    public IEnumerable<KeyValuePair<string, string>> Sheets => sheets;

    /// <summary>What stands for a file.</summary>
    public string Of(string file) => files[file];

    /// <summary>What stands for a place.</summary>
    public Place Of(Place place) => place with
    {
        File = place.File is null ? null : files[place.File],
        Sheet = place.Sheet is null ? null : sheets[place.Sheet],
    };

    /// <summary>Where a file stands in lists; what is about none comes last.</summary>
    public int PlaceOf(string? file) => file is null ? int.MaxValue : places[file];

    private void Name(string[] names, string before, ContentKey key)
    {
        var number = 0;
        foreach (var name in key.InOrder(names, "file"))
        {
            places[name] = places.Count;
            files[name] = FormattableString.Invariant($"{before}file {++number}{ExtensionOf(name)}");
        }
    }

    // Only what everybody knows: another one may be part of the name.
    private static string ExtensionOf(string name)
    {
        var last = Path.GetExtension(name).ToLowerInvariant();
        if (!Extensions.Contains(last)) return "";
        return last == ".gz" ? ExtensionOf(Path.GetFileNameWithoutExtension(name)) + last : last;
    }
}
