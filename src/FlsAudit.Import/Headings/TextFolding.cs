using System.Globalization;
using System.Text;

namespace FlsAudit.Import.Headings;

/// <summary>
/// Makes spellings of the same text equal: case, accents, apostrophes and white space do not count, neither in headings nor in option texts.
/// </summary>
internal static class TextFolding
{
    private const string Apostrophes = "'\u2019\u2018\u201B\u02BC\u02B9\u2032`\u00B4";

    // What an apostrophe becomes when bytes are read in the wrong encoding: MacRoman í and Õ, a bare C1 control, the replacement character.
    private const string DamagedApostrophes = "\u00ED\u00D5\u0092\u0091\uFFFD";

    private static readonly string[] Entities = ["&#39;", "&#x27;", "&#8217;", "&apos;", "&rsquo;"];

    /// <summary>The text without what does not count.</summary>
    public static string Fold(string text) => FoldWithout(text, Apostrophes);

    /// <summary>
    /// The ways to understand a text, best first: as it is; with the characters that stand for a mis-decoded apostrophe left out;
    /// and as UTF-8 that was read as Windows-1252. Most texts have only the first.
    /// </summary>
    public static IEnumerable<string> Readings(string text)
    {
        yield return Fold(text);
        if (text.AsSpan().IndexOfAny(DamagedApostrophes) >= 0) yield return FoldWithout(text, Apostrophes + DamagedApostrophes);
        if (RepairedUtf8(text) is { } repaired) yield return Fold(repaired);
    }

    private static string FoldWithout(string text, string dropped)
    {
        foreach (var entity in Entities)
            if (text.Contains('&', StringComparison.Ordinal)) text = text.Replace(entity, "'", StringComparison.OrdinalIgnoreCase);

        var kept = new StringBuilder(text.Length);
        foreach (var c in text)
            if (!dropped.Contains(c, StringComparison.Ordinal)) kept.Append(c);

        var folded = new StringBuilder(kept.Length);
        var space = false;
        foreach (var c in kept.ToString().Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format) continue;
            if (char.IsWhiteSpace(c) || char.IsControl(c))
            {
                space = true;
                continue;
            }

            if (space && folded.Length > 0) folded.Append(' ');
            space = false;
            switch (c)
            {
                case 'œ' or 'Œ': folded.Append("oe"); break;
                case 'æ' or 'Æ': folded.Append("ae"); break;
                default: folded.Append(char.ToLowerInvariant(c)); break;
            }
        }

        return folded.ToString();
    }

    private static string? RepairedUtf8(string text)
    {
        if (text.AsSpan().IndexOfAny('\u00C2', '\u00C3', '\u00E2') < 0) return null;
        try
        {
            var bytes = TextEncodings.StrictWindows1252.GetBytes(text);
            return TextEncodings.StrictUtf8.GetString(bytes);
        }
        catch (Exception e) when (e is EncoderFallbackException or DecoderFallbackException)
        {
            return null;
        }
    }
}
