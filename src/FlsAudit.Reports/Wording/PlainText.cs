using System.Text;

namespace FlsAudit.Reports.Wording;

/// <summary>Text from exports made fit for XML: what XML cannot hold becomes the replacement character.</summary>
internal static class PlainText
{
    public static string Of(string text)
    {
        StringBuilder? kept = null;
        var position = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            var fits = rune.Value is '\t' or '\n' or '\r' or (>= 0x20 and not 0xFFFE and not 0xFFFF)
                && !(rune == Rune.ReplacementChar && char.IsSurrogate(text[position]));
            if (!fits) kept ??= new StringBuilder(text, 0, position, text.Length);
            if (fits) kept?.Append(rune.ToString());
            else kept!.Append('\uFFFD');
            position += rune == Rune.ReplacementChar ? 1 : rune.Utf16SequenceLength;
        }

        return kept?.ToString() ?? text;
    }
}
