using System.Runtime.InteropServices;

namespace FlsAudit.Import.Rows;

/// <summary>An episode: 128 bits of a hash of whose fracture it is, of which bone and side; its day and its row.</summary>
internal readonly record struct EpisodeRow(ulong High, ulong Low, int Day, long Row)
{
    /// <summary>A row that takes no part: it does not say whose fracture it is, when or where, or it is not used anyway.</summary>
    public static EpisodeRow None { get; } = new(0, 0, 0, 0);
}

/// <summary>
/// Finds the episodes that were recorded again. Per row it holds a hash, a day and a place, never a value, and after <see cref="Settle"/> only the rows found.
/// </summary>
/// <param name="days">How many days after the episode before it, inclusive, one is taken for the same; a longer gap begins a new one.</param>
internal sealed class WashOuts(int days)
{
    private const int BucketBits = 10;

    private readonly List<Entry>[] buckets = [.. Enumerable.Range(0, 1 << BucketBits).Select(_ => new List<Entry>())];
    private readonly Dictionary<int, SortedDictionary<long, RowPlace>> washed = [];

    public int Days => days;

    /// <summary>Adds a row of a part; parts are numbered in the order of submission.</summary>
    public void Add(int part, EpisodeRow row) => buckets[row.High >> (64 - BucketBits)].Add(new Entry(row.High, row.Low, row.Day, part, row.Row));

    /// <summary>Decides which rows are episodes recorded again and forgets the hashes. Of two on one day the first submitted is the episode.</summary>
    /// <param name="takesPart">Whether a part was sound.</param>
    public void Settle(Func<int, bool> takesPart)
    {
        Parallel.ForEach(buckets, bucket =>
        {
            bucket.RemoveAll(entry => !takesPart(entry.Part));
            CollectionsMarshal.AsSpan(bucket).Sort();
        });
        for (var i = 0; i < buckets.Length; i++)
        {
            for (var at = 1; at < buckets[i].Count; at++)
            {
                var (before, entry) = (buckets[i][at - 1], buckets[i][at]);
                if (before.High != entry.High || before.Low != entry.Low || entry.Day - before.Day > days) continue;
                if (!washed.TryGetValue(entry.Part, out var rows)) washed.Add(entry.Part, rows = []);
                rows[entry.Row] = new RowPlace(before.Part, before.Row);
            }

            buckets[i] = [];
        }
    }

    /// <summary>The rows of a part that were recorded again.</summary>
    public IReadOnlySet<long> In(int part) => washed.TryGetValue(part, out var rows) ? rows.Keys.ToHashSet() : new HashSet<long>();

    /// <summary>Whether a row of these parts is why one of another is not used.</summary>
    public bool RestsOn(IReadOnlyCollection<int> parts) =>
        washed.Any(rows => !parts.Contains(rows.Key) && rows.Value.Values.Any(before => parts.Contains(before.Part)));

    /// <summary>The row before it, of the same fracture.</summary>
    public RowPlace Before(int part, long row) => washed[part][row];

    private readonly record struct Entry(ulong High, ulong Low, int Day, int Part, long Row) : IComparable<Entry>
    {
        public int CompareTo(Entry other)
        {
            var order = High.CompareTo(other.High);
            if (order == 0) order = Low.CompareTo(other.Low);
            if (order == 0) order = Day.CompareTo(other.Day);
            if (order == 0) order = Part.CompareTo(other.Part);
            return order != 0 ? order : Row.CompareTo(other.Row);
        }
    }
}
