using System.Text.RegularExpressions;

namespace FlsAudit.Jobs.Anonymising;

/// <summary>
/// Replaces names in a text, all at once, so that what stands for one name is never taken for another. A name is found as a whole. One that may be a word of
/// the sentence, which is one of up to two characters or of small letters only, is found between quotes alone, where findings put names.
/// </summary>
/// <param name="anywhere">
/// Whether the text is somebody's own: then a name of three characters and more is found anywhere and in any case.
/// </param>
internal sealed class NameReplacement(bool anywhere)
{
    private const int ShortestFreely = 3;

    private readonly Dictionary<string, string> replacements = new(anywhere ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal);
    private Regex? pattern;

    /// <summary>Adds a name; the first thing that is said about it holds. Blank names are left out.</summary>
    public void Add(string name, string replacement)
    {
        if (string.IsNullOrWhiteSpace(name)) return;
        if (name.Length < ShortestFreely || (!anywhere && name.All(char.IsLower))) replacements.TryAdd($"'{name}'", $"'{replacement}'");
        else replacements.TryAdd(name, replacement);
        pattern = null;
    }

    /// <summary>The text with other names.</summary>
    public string In(string text) => replacements.Count == 0 ? text : (pattern ??= Pattern()).Replace(text, match => replacements[match.Value]);

    // The longest first: a site may be called as the beginning of another one is.
    private Regex Pattern()
    {
        var names = replacements.Keys.OrderByDescending(name => name.Length).ThenBy(name => name, StringComparer.Ordinal).Select(Regex.Escape);
        var options = anywhere ? RegexOptions.IgnoreCase | RegexOptions.CultureInvariant : RegexOptions.CultureInvariant;
        return new Regex($@"(?<![\p{{L}}\p{{N}}])(?:{string.Join('|', names)})(?![\p{{L}}\p{{N}}])", options);
    }
}
