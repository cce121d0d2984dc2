using System.Text;
using FlsAudit.Import.Headings;

namespace FlsAudit.Import.Cells;

/// <summary>The texts that mean "nothing recorded" in every column of a profile.</summary>
internal sealed class MissingTexts
{
    private readonly HashSet<string> folded;
    private readonly byte[][] ascii;
    private readonly bool allAscii;
    private readonly int longest;
    private readonly Encoding fallback;

    public MissingTexts(IEnumerable<string> texts, Encoding fallback)
    {
        this.fallback = fallback;
        string[] given = [.. texts.Where(text => text.Trim().Length > 0).Select(text => text.Trim())];
        folded = new HashSet<string>(given.Select(TextFolding.Fold), StringComparer.Ordinal);
        ascii = [.. given.Where(text => Ascii.IsValid(text)).Select(text => Encoding.ASCII.GetBytes(text))];
        allAscii = ascii.Length == given.Length;
        longest = given.Length == 0 ? 0 : given.Max(text => Encoding.UTF8.GetByteCount(text));
    }

    /// <summary>Whether a trimmed text means that nothing was recorded; the empty text always does.</summary>
    public bool Contains(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty) return true;
        if (text.Length > longest) return false;
        foreach (var missing in ascii)
            if (Ascii.EqualsIgnoreCase(text, missing)) return true;
        return !(allAscii && Ascii.IsValid(text)) && folded.Contains(TextFolding.Fold(TextEncodings.Decode(text, fallback)));
    }
}
