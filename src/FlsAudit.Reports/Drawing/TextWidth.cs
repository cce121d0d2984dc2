using System.Globalization;
using System.Text;

namespace FlsAudit.Reports.Drawing;

/// <summary>
/// How wide text is at most in a common sans-serif font. The reader's font is not known, so the widths are those of a wide one: a label that
/// fits here is not clipped anywhere.
/// </summary>
internal static class TextWidth
{
    /// <summary>In pixels.</summary>
    public static double Of(string text, double fontSize)
    {
        var width = 0.0;
        foreach (var rune in text.EnumerateRunes()) width += Em(rune);
        return width * fontSize;
    }

    /// <summary>The text itself, or its beginning with an ellipsis, no wider than this many pixels.</summary>
    public static string Fit(string text, double fontSize, double width)
    {
        if (Of(text, fontSize) <= width) return text;
        var kept = new StringBuilder();
        var elements = StringInfo.GetTextElementEnumerator(text);
        while (elements.MoveNext())
        {
            var element = elements.GetTextElement();
            if (Of(kept + element + "…", fontSize) > width) break;
            kept.Append(element);
        }

        return kept.ToString().TrimEnd() + "…";
    }

    /// <summary>Lines no wider than this, broken at spaces; a single longer word keeps its line.</summary>
    public static IReadOnlyList<string> Wrap(string text, double fontSize, double width)
    {
        var lines = new List<string>();
        var line = "";
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var longer = line.Length == 0 ? word : $"{line} {word}";
            if (line.Length > 0 && Of(longer, fontSize) > width)
            {
                lines.Add(line);
                line = word;
            }
            else
            {
                line = longer;
            }
        }

        if (line.Length > 0) lines.Add(line);
        return lines;
    }

    private static double Em(Rune rune)
    {
        if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format) return 0;
        if (rune.Value >= 0x2E80) return 1.05;
        return (char)rune.Value switch
        {
            'i' or 'l' or 'j' or 'I' or '.' or ',' or ':' or ';' or '\'' or '|' or '!' or ' ' => 0.32,
            '(' or ')' or '[' or ']' or 't' or 'f' or 'r' or '-' => 0.4,
            'm' or 'w' or 'M' or 'W' or '@' or '%' or 'Q' or 'O' or 'G' or 'N' or 'H' or 'D' => 0.82,
            >= 'A' and <= 'Z' => 0.67,
            _ => 0.6,
        };
    }
}
