using FlsAudit.Import.Headings;
using FlsAudit.Model;

namespace FlsAudit.Import.Cells;

/// <summary>The option texts of one code field in one column, folded, and the codes they stand for.</summary>
internal sealed class CodeTexts
{
    private readonly short[] alone;
    private readonly Dictionary<string, short> values = new(StringComparer.Ordinal);
    private readonly Dictionary<string, short> own = new(StringComparer.Ordinal);
    private readonly ListedTexts[] lists;

    /// <summary>The texts of a mapping, those of its shared lists, and the field's own codes, which are accepted in every layout; the earlier go first.</summary>
    public CodeTexts(Field field, FieldMapping mapping)
    {
        Field = field;
        Several = Position(field, mapping.Several);
        alone = [.. mapping.Alone.Select(code => Position(field, code))];
        foreach (var (text, code) in mapping.Values)
            values.TryAdd(TextFolding.Fold(text), Position(field, code));
        lists = [.. mapping.Lists.Select(list => new ListedTexts(list, field))];
        for (var i = 0; i < field.Values.Count; i++) own.TryAdd(TextFolding.Fold(field.Values[i].Code), (short)i);
        IEnumerable<string> named = mapping.Values.Count > 0 ? mapping.Values.Keys : field.Values.Select(value => value.Code);
        Accepted = [.. named.Concat(mapping.Lists.SelectMany(list => list.Entries).Select(entry => entry.Text)).Distinct(StringComparer.OrdinalIgnoreCase)];
    }

    public Field Field { get; }

    /// <summary>Whether a code makes no sense beside another one.</summary>
    public bool StandsAlone(short code) => Array.IndexOf(alone, code) >= 0;

    /// <summary>The code of a joined cell whose parts differ, or <see cref="Missing.Code"/> when that is a finding.</summary>
    public short Several { get; }

    /// <summary>The texts as the profile and its lists write them, for messages.</summary>
    public IReadOnlyList<string> Accepted { get; }

    /// <summary>The code of a text; <see cref="Missing.Code"/> when the text says nothing about the field.</summary>
    /// <returns>False when the text is not known.</returns>
    public bool TryFind(string text, out short code)
    {
        foreach (var reading in TextFolding.Readings(text))
            if (values.TryGetValue(reading, out code) || TryLists(reading, out code) || own.TryGetValue(reading, out code)) return true;
        code = Missing.Code;
        return false;
    }

    private bool TryLists(string folded, out short code)
    {
        foreach (var list in lists)
            if (list.TryFind(folded, out code)) return true;
        code = Missing.Code;
        return false;
    }

    /// <summary>The number stored for a code; <see cref="Missing.Code"/> for none.</summary>
    public static short Position(Field field, string? code) => code is null ? Missing.Code : (short)field.IndexOf(code);
}
