using FlsAudit.Import.Headings;
using FlsAudit.Model;

namespace FlsAudit.Import.Cells;

/// <summary>The texts of a shared code list, folded, and the codes they stand for in one field.</summary>
internal sealed class ListedTexts
{
    private readonly CodeList list;
    private readonly Dictionary<string, short> whole = new(StringComparer.Ordinal);
    private readonly (string Text, short Code)[] prefixes;

    public ListedTexts(CodeList list, Field field)
    {
        this.list = list;
        foreach (var entry in list.Entries.Where(entry => !entry.IsPrefix)) whole.TryAdd(WithoutIgnored(TextFolding.Fold(entry.Text)), CodeTexts.Position(field, entry.Code));
        prefixes =
        [
            .. list.Entries.Where(entry => entry.IsPrefix)
                .Select(entry => (Text: WithoutIgnored(TextFolding.Fold(entry.Text)), CodeTexts.Position(field, entry.Code)))
                .OrderByDescending(prefix => prefix.Text.Length),
        ];
    }

    /// <summary>The code of a folded text: as a whole, else by the longest prefix where it looks like a code of the list.</summary>
    /// <returns>False when the list does not have it.</returns>
    public bool TryFind(string folded, out short code)
    {
        var text = WithoutIgnored(folded);
        if (whole.TryGetValue(text, out code)) return true;
        code = Missing.Code;
        if (list.PrefixedCode?.IsMatch(text) != true) return false;
        foreach (var prefix in prefixes)
        {
            if (!text.StartsWith(prefix.Text, StringComparison.Ordinal)) continue;
            code = prefix.Code;
            return true;
        }

        return false;
    }

    private string WithoutIgnored(string text) => text.AsSpan().IndexOfAny(list.IgnoredCharacters) < 0
        ? text
        : string.Concat(text.Where(c => !list.IgnoredCharacters.Contains(c, StringComparison.Ordinal)));
}
