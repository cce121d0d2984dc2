namespace FlsAudit.Import.Cells;

/// <summary>
/// Counts the different texts of one column that fit no code. Of more texts than are held the first in ordinal order are kept, each with its full count, so that
/// merging gives the same whichever thread met which row.
/// </summary>
internal sealed class UnknownTexts
{
    /// <summary>No more different texts are held; a column with more is free text.</summary>
    public const int MostHeld = 1000;

    private const int LongestText = 200;

    private readonly SortedDictionary<string, long> counts = new(StringComparer.Ordinal);
    private string? last;

    /// <summary>Whether there were more texts than are held.</summary>
    public bool WereMore { get; private set; }

    /// <summary>The texts that are held, in ordinal order, with their cells.</summary>
    public IReadOnlyDictionary<string, long> Counts => counts;

    /// <summary>Counts a cell; a long text counts by its beginning.</summary>
    public void Add(string text) => Add(text.Length > LongestText ? text[..LongestText] : text, 1);

    /// <summary>Adds what another thread counted.</summary>
    public void Merge(UnknownTexts other)
    {
        WereMore |= other.WereMore;
        foreach (var (text, count) in other.counts) Add(text, count);
    }

    private void Add(string text, long count)
    {
        if (counts.TryGetValue(text, out var known))
        {
            counts[text] = known + count;
            return;
        }

        if (counts.Count == MostHeld)
        {
            WereMore = true;
            if (string.CompareOrdinal(text, last ??= counts.Keys.Last()) > 0) return;
            counts.Remove(last);
        }

        counts.Add(text, count);
        last = null;
    }
}
