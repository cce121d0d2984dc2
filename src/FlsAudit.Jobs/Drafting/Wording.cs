using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace FlsAudit.Jobs.Drafting;

/// <summary>Breaks headings and option texts into plain words, so that spellings of the same thing can be compared.</summary>
internal static partial class Wording
{
    private const int ShortestBeginning = 3;

    // They say nothing of what a column holds.
    private static readonly HashSet<string> Fillers = new(["a", "at", "by", "d", "de", "des", "du", "for", "in", "l", "la", "le", "les", "of", "on", "par", "the", "to", "was"], StringComparer.Ordinal);

    /// <summary>
    /// The words in lower case without accents, and the numbers but for that of a question: <c>6.02 Dateof16WeekAss</c> is dateof, 16, week, ass.
    /// </summary>
    public static IReadOnlyList<string> Words(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        var before = ' ';
        foreach (var c in QuestionNumber().Replace(text, "").Replace("'", "", StringComparison.Ordinal).Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark) continue;
            if (!char.IsLetterOrDigit(c) || char.IsDigit(c) != char.IsDigit(before) || (char.IsUpper(c) && char.IsLower(before))) End();
            if (char.IsLetterOrDigit(c)) word.Append(char.ToLowerInvariant(c));
            before = c;
        }

        End();
        string[] telling = [.. words.Where(text => !Fillers.Contains(text))];
        return telling.Length > 0 ? telling : words;

        void End()
        {
            if (word.Length > 0) words.Add(word.ToString());
            word.Clear();
        }
    }

    /// <summary>
    /// How much two words are the same: 1 if they are; the share of the longer one where one is the beginning of the other, as abbreviations are; else 0. Numbers must
    /// be the same.
    /// </summary>
    public static double Sameness(string a, string b)
    {
        if (string.Equals(a, b, StringComparison.Ordinal)) return 1;
        var isBeginning = Math.Min(a.Length, b.Length) >= ShortestBeginning && !char.IsDigit(a[0]) && (a.StartsWith(b, StringComparison.Ordinal) || b.StartsWith(a, StringComparison.Ordinal));
        return isBeginning ? (double)Math.Min(a.Length, b.Length) / Math.Max(a.Length, b.Length) : 0;
    }

    /// <summary>A text without what does not count: case, accents, apostrophes, white space at the ends.</summary>
    public static string Plain(string text)
    {
        var plain = new StringBuilder();
        foreach (var c in text.Trim().Normalize(NormalizationForm.FormD))
            if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark && c is not ('\'' or '\u2019')) plain.Append(char.ToLowerInvariant(c));
        return plain.ToString();
    }

    [GeneratedRegex(@"^\s*\d+([.]\d+)+\s*", RegexOptions.CultureInvariant)]
    private static partial Regex QuestionNumber();
}
