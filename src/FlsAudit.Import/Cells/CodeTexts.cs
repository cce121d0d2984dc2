using FlsAudit.Import.Headings;
using FlsAudit.Model;

namespace FlsAudit.Import.Cells;

/// <summary>The option texts of one code field in one column, folded, and the codes they stand for.</summary>
internal sealed class CodeTexts
{
    private readonly Dictionary<string, short> codes = new(StringComparer.Ordinal);

    /// <summary>The texts of a mapping, and the field's own codes, which are accepted in every layout.</summary>
    public CodeTexts(Field field, FieldMapping mapping)
    {
        Field = field;
        Several = Position(field, mapping.Several);
        foreach (var (text, code) in mapping.Values)
            codes.TryAdd(TextFolding.Fold(text), Position(field, code));
        for (var i = 0; i < field.Values.Count; i++) codes.TryAdd(TextFolding.Fold(field.Values[i].Code), (short)i);
        Accepted = mapping.Values.Count > 0 ? [.. mapping.Values.Keys] : [.. field.Values.Select(value => value.Code)];
    }

    public Field Field { get; }

    /// <summary>The code of a joined cell whose parts differ, or <see cref="Missing.Code"/> when that is a finding.</summary>
    public short Several { get; }

    /// <summary>The texts as the profile writes them, for messages.</summary>
    public IReadOnlyList<string> Accepted { get; }

    /// <summary>The code of a text; <see cref="Missing.Code"/> when the text says nothing about the field.</summary>
    /// <returns>False when the text is not known.</returns>
    public bool TryFind(string text, out short code)
    {
        foreach (var reading in TextFolding.Readings(text))
            if (codes.TryGetValue(reading, out code)) return true;
        code = Missing.Code;
        return false;
    }

    private static short Position(Field field, string? code) => code is null ? Missing.Code : (short)field.IndexOf(code);
}
