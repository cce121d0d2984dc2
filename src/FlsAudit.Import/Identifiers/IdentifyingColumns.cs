using FlsAudit.Model;

namespace FlsAudit.Import.Identifiers;

/// <summary>The columns of a sheet that say who patients are, so that nothing of them is printed where rows are.</summary>
/// <param name="Never">Positions of columns that no output may hold.</param>
/// <param name="Ids">Positions of the columns of record and patient ids, of which no output may hold what looks personal.</param>
/// <param name="IdsArePersonal">Whether some of those ids do.</param>
/// <param name="Read">Positions of the columns that feed fields; their dates, codes and numbers are no identifiers, whatever their form.</param>
internal sealed record IdentifyingColumns(IReadOnlySet<int> Never, IReadOnlySet<int> Ids, bool IdsArePersonal, IReadOnlySet<int> Read)
{
    private const string NotKept = "[not kept]";

    /// <summary>What may be printed of a row whose cells do not stand under their headings; null when there is nothing to hide.</summary>
    public string? Shifted => Never.Count > 0 || IdsArePersonal ? "[not kept: the cells have shifted, and some columns say who patients are]" : null;

    /// <summary>
    /// What may be printed of a cell. In a column that feeds no field a cell is looked at by itself too, since a file of few rows shows nothing of its columns.
    /// </summary>
    /// <param name="column">Its position.</param>
    /// <param name="text">What it holds.</param>
    /// <param name="isShifted">Whether the cells of its row do not stand under their headings.</param>
    public string Masked(int column, string text, bool isShifted = false) => IsHidden(column, text, isShifted) ? NotKept : text;

    private bool IsHidden(int column, string text, bool isShifted)
    {
        if (text.Length == 0) return false;
        if (Never.Contains(column)) return true;
        if (Ids.Contains(column) && PersonalIdentifiers.LooksLike(text)) return true;
        return (isShifted || !Read.Contains(column)) && PersonalIdentifiers.KindOf(text) is IdentifierKind.NationalNumber or IdentifierKind.EMail or IdentifierKind.Telephone;
    }
}
