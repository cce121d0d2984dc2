namespace FlsAudit.Model;

/// <summary>A text that fits no code, in how many cells, and the text of the profile that is nearest.</summary>
/// <param name="Text">As the file spells it; of a long text the beginning.</param>
/// <param name="Cells">How many cells hold it.</param>
/// <param name="Nearest">The text that was probably meant; null when none is near.</param>
public sealed record UnreadCodeText(string Text, long Cells, string? Nearest);

/// <summary>The cells of one column whose text fits no code of a field, among the rows that were used.</summary>
/// <param name="Place">File, sheet and heading.</param>
/// <param name="Field">The field that is left blank there.</param>
/// <param name="Cells">How many cells.</param>
/// <param name="Texts">How many different texts; with <paramref name="AreMore"/> at least so many.</param>
/// <param name="AreMore">Whether there are more different texts than are held.</param>
/// <param name="NearTexts">How many of the texts that are held are near a text of the profile, so that they may be slips of the pen.</param>
/// <param name="Listed">The most frequent texts, at most <see cref="MostListed"/>, ties in ordinal order; empty unless the user asked for values.</param>
public sealed record UnreadCodes(Place Place, string Field, long Cells, long Texts, bool AreMore, long NearTexts, IReadOnlyList<UnreadCodeText> Listed)
{
    /// <summary>No more texts of one column are listed.</summary>
    public const int MostListed = 50;

    /// <summary>The cells of all texts that are not listed.</summary>
    public long OtherCells => Cells - Listed.Sum(text => text.Cells);
}
