namespace FlsAudit.Import.Rows;

/// <summary>Where a row stands: its part in the order of submission, and its number there.</summary>
internal readonly record struct RowPlace(int Part, long Row);

/// <summary>
/// Finds rows that say the same as an earlier row of the run, where the profile has no key. Nothing is dropped for it. It holds a hash and a place for
/// each different row, up to a limit, and never a value.
/// </summary>
/// <param name="limit">How many different rows are held; after them it stops looking, so that memory does not grow with rows.</param>
/// <param name="secret">The run's secret for hashes.</param>
internal sealed class PossibleDuplicates(int limit, byte[] secret)
{
    public const int MostRows = 1_000_000;

    private readonly Dictionary<RowHash, RowPlace> first = [];
    private volatile bool full;

    public int Limit => limit;

    public byte[] Secret => secret;

    /// <summary>Whether hashes are of no more use; may be asked from any thread.</summary>
    public bool IsFull => full;

    /// <summary>The first row that was not looked at; null when all were.</summary>
    public RowPlace? StoppedAt { get; private set; }

    /// <summary>Looks at the next row. Rows come in the order of submission, on one thread, so that the answer does not depend on who hashed them.</summary>
    /// <returns>The first row that says the same; null when there is none, or when it has stopped looking.</returns>
    public RowPlace? Look(RowPlace place, RowHash hash)
    {
        if (full)
        {
            StoppedAt ??= place;
            return null;
        }

        if (!first.TryAdd(hash, place)) return first[hash];
        full = first.Count >= limit;
        return null;
    }

    /// <summary>Forgets the rows of a file that turned out to be broken: it contributes nothing.</summary>
    public void Forget(IReadOnlyCollection<int> parts)
    {
        foreach (var (hash, place) in first)
            if (parts.Contains(place.Part)) first.Remove(hash);
        full = first.Count >= limit;
        if (StoppedAt is { } stopped && parts.Contains(stopped.Part)) StoppedAt = null;
    }
}
