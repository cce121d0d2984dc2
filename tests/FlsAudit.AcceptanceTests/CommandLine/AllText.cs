using System.IO.Compression;
using System.Text;

namespace FlsAudit.AcceptanceTests.CommandLine;

/// <summary>Everything that can be read in the files of a report, inside workbooks too, and the names of the files.</summary>
internal sealed class AllText
{
    private readonly List<(string Place, string Text)> texts = [];

    public AllText(string folder)
    {
        foreach (var file in Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var name = Path.GetRelativePath(folder, file);
            texts.Add(("the name of a file", name));
            if (Path.GetExtension(file) != ".xlsx") texts.Add((name, File.ReadAllText(file)));
            else AddParts(name, file);
        }
    }

    /// <summary>How many texts there are.</summary>
    public int Count => texts.Count;

    /// <summary>Where words stand, in any case; as they are and as XML writes them.</summary>
    public IReadOnlyList<string> Places(IEnumerable<string> words) =>
    [
        .. from word in words
           from text in texts
           where text.Text.Contains(word, StringComparison.OrdinalIgnoreCase) || text.Text.Contains(System.Net.WebUtility.HtmlEncode(word), StringComparison.OrdinalIgnoreCase)
           select $"'{word}' in {text.Place}",
    ];

    private void AddParts(string name, string file)
    {
        using var package = ZipFile.OpenRead(file);
        foreach (var part in package.Entries)
        {
            using var reader = new StreamReader(part.Open(), Encoding.UTF8);
            texts.Add(($"{name}, {part.FullName}", reader.ReadToEnd()));
            texts.Add(("the name of a part", part.FullName));
        }
    }
}
