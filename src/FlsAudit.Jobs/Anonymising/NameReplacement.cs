using System.Text.RegularExpressions;

namespace FlsAudit.Jobs.Anonymising;

/// <summary>
/// Replaces names in a text, all at once, so that what stands for one name is never taken for another. A name is found where no letter goes on, in any case:
/// the heading <c>NORTH_2</c> names the site North. A name of up to two characters is found between quotes alone, where findings put names.
/// </summary>
/// <param name="anywhere">
/// Whether the text is somebody's own. In a sentence of a finding, which has words of its own, a name of three characters must be spelled as it is, and one of
/// small letters only must stand beside a quote, an underscore or a digit.
/// </param>
internal sealed class NameReplacement(bool anywhere)
{
    private const int ShortestFreely = 3;
    private const int ShortestInAnyCase = 4;

    private readonly Dictionary<string, string> exact = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> folded = new(StringComparer.OrdinalIgnoreCase);
    private Regex? pattern;

    /// <summary>Adds a name; the first thing that is said about it holds. Blank names are left out.</summary>
    public void Add(string name, string replacement)
    {
        if (string.IsNullOrWhiteSpace(name)) return;
        if (name.Length < ShortestFreely) (name, replacement) = ($"'{name}'", $"'{replacement}'");
        exact.TryAdd(name, replacement);
        folded.TryAdd(name, replacement);
        pattern = null;
    }

    /// <summary>The text with other names.</summary>
    public string In(string text) => exact.Count == 0 ? text : (pattern ??= Pattern()).Replace(text, match => Means(match, text) ? exact.GetValueOrDefault(match.Value) ?? folded[match.Value] : match.Value);

    // Two sites may differ in case alone, so the spelling counts first.
    private bool Means(Match match, string text)
    {
        var isSpelled = exact.ContainsKey(match.Value);
        if (anywhere) return isSpelled || folded.ContainsKey(match.Value);
        if (!isSpelled) return match.Length >= ShortestInAnyCase && folded.ContainsKey(match.Value);
        return !match.Value.All(char.IsLower) || IsMark(text, match.Index - 1) || IsMark(text, match.Index + match.Length);
    }

    private static bool IsMark(string text, int index) => index >= 0 && index < text.Length && (text[index] is '\'' or '_' || char.IsDigit(text[index]));

    // The longest first: a site may be called as the beginning of another one is.
    private Regex Pattern()
    {
        var names = folded.Keys.OrderByDescending(name => name.Length).ThenBy(name => name, StringComparer.Ordinal).Select(name => $"{Before(name[0])}{Regex.Escape(name)}{After(name[^1])}");
        return new Regex(string.Join('|', names), RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
    }

    // Beside a letter a digit ends a name, but Hospital 1 is not the beginning of Hospital 12.
    private static string Before(char first) => char.IsLetter(first) ? @"(?<!\p{L})" : @"(?<![\p{L}\p{N}])";

    private static string After(char last) => char.IsLetter(last) ? @"(?!\p{L})" : @"(?![\p{L}\p{N}])";
}
