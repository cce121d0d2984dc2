using FlsAudit.Import.Cells;
using FlsAudit.Model;

namespace FlsAudit.Import;

/// <summary>The option texts that an import would understand under a mapping: its own, those of its shared lists, and the codes of the field.</summary>
/// <param name="field">The code field.</param>
/// <param name="mapping">What of a column feeds it.</param>
public sealed class OptionTexts(Field field, FieldMapping mapping)
{
    private readonly CodeTexts texts = new(field, mapping);

    /// <summary>Whether a text is one of them.</summary>
    public bool Has(string text) => texts.TryFind(text, out _);
}
