using System.Runtime.InteropServices;

namespace FlsAudit.Import.Rows;

/// <summary>A keyed row: 128 bits of its key's hash and where it is.</summary>
internal readonly record struct KeyedRow(ulong High, ulong Low, long Row)
{
    /// <summary>A row that has no key: it is blank, rejected, or a cell of its key is.</summary>
    public static KeyedRow None { get; } = new(0, 0, 0);
}

/// <summary>
/// Finds the rows that a later submission replaces. Per row it holds a hash and a place, never a value, and after <see cref="Settle"/> only the replaced rows.
/// </summary>
internal sealed class Duplicates
{
    private const int BucketBits = 10;
    private const int RowBits = 40;
    private const long RowMask = (1L << RowBits) - 1;

    // The hashes are uniform, so their first bits spread the rows evenly: many small lists grow without copying much at once, and sort side by side.
    private readonly List<Entry>[] buckets = [.. Enumerable.Range(0, 1 << BucketBits).Select(_ => new List<Entry>())];
    private readonly Dictionary<int, SortedDictionary<long, (int Part, long Row)>> replaced = [];

    /// <summary>Adds a row of a part; parts are numbered in the order of submission and are a file or a worksheet.</summary>
    public void Add(int part, KeyedRow row) => buckets[row.High >> (64 - BucketBits)].Add(new Entry(row.High, row.Low, ((long)part << RowBits) | row.Row));

    /// <summary>Decides which rows are replaced and forgets the hashes.</summary>
    /// <param name="takesPart">Whether a part was sound: rows of a broken file replace nothing.</param>
    public void Settle(Func<int, bool> takesPart)
    {
        Parallel.ForEach(buckets, bucket =>
        {
            bucket.RemoveAll(entry => !takesPart(PartOf(entry)));
            CollectionsMarshal.AsSpan(bucket).Sort();
        });
        for (var i = 0; i < buckets.Length; i++)
        {
            var bucket = buckets[i];
            for (var at = bucket.Count - 2; at >= 0; at--)
            {
                var (earlier, later) = (bucket[at], bucket[at + 1]);
                if (earlier.High != later.High || earlier.Low != later.Low) continue;
                // The last of a run of equal keys has won over all of them.
                var winner = WinnerOf(later) ?? (PartOf(later), later.Place & RowMask);
                if (!replaced.TryGetValue(PartOf(earlier), out var rows)) replaced.Add(PartOf(earlier), rows = []);
                rows[earlier.Place & RowMask] = winner;
            }

            buckets[i] = [];
        }
    }

    /// <summary>The replaced rows of a part.</summary>
    public IReadOnlySet<long> ReplacedIn(int part) =>
        replaced.TryGetValue(part, out var rows) ? rows.Keys.ToHashSet() : new HashSet<long>();

    /// <summary>Whether a row of these parts replaced one of another.</summary>
    public bool HasWinnerIn(IReadOnlyCollection<int> parts) =>
        replaced.Any(rows => !parts.Contains(rows.Key) && rows.Value.Values.Any(winner => parts.Contains(winner.Part)));

    /// <summary>The row that replaced a row.</summary>
    public (int Part, long Row) WinnerOver(int part, long row) => replaced[part][row];

    private (int Part, long Row)? WinnerOf(Entry entry) =>
        replaced.TryGetValue(PartOf(entry), out var rows) && rows.TryGetValue(entry.Place & RowMask, out var winner) ? winner : null;

    private static int PartOf(Entry entry) => (int)(entry.Place >> RowBits);

    private readonly record struct Entry(ulong High, ulong Low, long Place) : IComparable<Entry>
    {
        public int CompareTo(Entry other)
        {
            var order = High.CompareTo(other.High);
            if (order == 0) order = Low.CompareTo(other.Low);
            return order != 0 ? order : Place.CompareTo(other.Place);
        }
    }
}
