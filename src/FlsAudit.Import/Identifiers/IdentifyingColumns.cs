using FlsAudit.Model;

namespace FlsAudit.Import.Identifiers;

/// <summary>The columns of a sheet that say who patients are, so that nothing of them is printed where rows are.</summary>
/// <param name="Never">Positions of columns that no output may hold.</param>
/// <param name="Ids">Positions of the columns of record and patient ids, of which no output may hold what looks personal.</param>
/// <param name="IdsArePersonal">Whether some of those ids do.</param>
internal sealed record IdentifyingColumns(IReadOnlySet<int> Never, IReadOnlySet<int> Ids, bool IdsArePersonal)
{
    private const string NotKept = "[not kept]";

    /// <summary>What may be printed of a row whose cells do not stand under their headings; null when there is nothing to hide.</summary>
    public string? Shifted => Never.Count > 0 || IdsArePersonal ? "[not kept: the cells have shifted, and some columns say who patients are]" : null;

    /// <summary>What may be printed of a cell.</summary>
    public string Masked(int column, string text) =>
        text.Length > 0 && (Never.Contains(column) || (Ids.Contains(column) && PersonalIdentifiers.LooksLike(text))) ? NotKept : text;
}
