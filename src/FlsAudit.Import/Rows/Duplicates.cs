using System.Runtime.InteropServices;
using FlsAudit.Import.Cells;

namespace FlsAudit.Import.Rows;

/// <summary>A keyed row: 128 bits of its key's hash and where it is.</summary>
/// <param name="High">The first half of the hash, which leaves out the side.</param>
/// <param name="Low">The other half.</param>
/// <param name="Row">The row.</param>
/// <param name="Side">The code of the fracture side, or <see cref="NoSide"/>.</param>
/// <param name="Content">A hash of all that the row says, never 0; 0 where nobody compares it.</param>
internal readonly record struct KeyedRow(ulong High, ulong Low, long Row, short Side = KeyedRow.NoSide, uint Content = 0)
{
    /// <summary>The side of a row that does not say which: it may be any.</summary>
    public const short NoSide = -1;

    /// <summary>A row that has no key: it is blank, rejected, or a cell of its key is.</summary>
    public static KeyedRow None { get; } = new(0, 0, 0);
}

/// <summary>
/// Finds the rows that a later submission replaces. A row replaces the one of its key and side. Where there is none, a side that is not known counts as any:
/// the row replaces the one whose side is not known, or, when its own is not, the earliest of its key. Two sides that are known stay two records.
/// Per row it holds a hash and a place, never a value, and after <see cref="Settle"/> only the replaced rows.
/// </summary>
internal sealed class Duplicates
{
    private const int BucketBits = 10;
    private const int RowBits = 40;
    private const long RowMask = (1L << RowBits) - 1;

    // The hashes are uniform, so their first bits spread the rows evenly: many small lists grow without copying much at once, and sort side by side.
    private readonly List<Entry>[] buckets = [.. Enumerable.Range(0, 1 << BucketBits).Select(_ => new List<Entry>())];
    private readonly Dictionary<int, SortedDictionary<long, (int Part, long Row)>> replaced = [];
    private readonly Dictionary<int, ValueProblemRows> sharing = [];
    private readonly Dictionary<int, ValueProblemRows> otherSides = [];

    /// <summary>Adds a row of a part; parts are numbered in the order of submission and are a file or a worksheet.</summary>
    public void Add(int part, KeyedRow row) => buckets[row.High >> (64 - BucketBits)].Add(new Entry(row.High, row.Low, ((long)part << RowBits) | row.Row, row.Side, row.Content));

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
            var bucket = CollectionsMarshal.AsSpan(buckets[i]);
            while (!bucket.IsEmpty)
            {
                var same = 1;
                while (same < bucket.Length && bucket[same].HasKeyOf(bucket[0])) same++;
                if (same > 1) SettleKey(bucket[..same]);
                bucket = bucket[same..];
            }

            buckets[i] = [];
        }
    }

    /// <summary>Rows of a part that another row of the same part replaced, although the two do not say the same.</summary>
    public ValueProblemRows SharingIn(int part) => sharing.GetValueOrDefault(part) ?? new ValueProblemRows();

    /// <summary>Rows of a part that stay beside an earlier record of their key, because the sides differ.</summary>
    public ValueProblemRows OtherSidesIn(int part) => otherSides.GetValueOrDefault(part) ?? new ValueProblemRows();

    /// <summary>The replaced rows of a part.</summary>
    public IReadOnlySet<long> ReplacedIn(int part) =>
        replaced.TryGetValue(part, out var rows) ? rows.Keys.ToHashSet() : new HashSet<long>();

    /// <summary>Whether a row of these parts replaced one of another.</summary>
    public bool HasWinnerIn(IReadOnlyCollection<int> parts) =>
        replaced.Any(rows => !parts.Contains(rows.Key) && rows.Value.Values.Any(winner => parts.Contains(winner.Part)));

    /// <summary>The row that replaced a row.</summary>
    public (int Part, long Row) WinnerOver(int part, long row) => replaced[part][row];

    private void SettleKey(ReadOnlySpan<Entry> entries)
    {
        // The places in `entries` of the records that stand so far, no two of one side, and for each entry the one that replaced it.
        var standing = new List<int>();
        var by = new int[entries.Length];
        for (var i = 0; i < entries.Length; i++)
        {
            var at = ReplacedBy(entries[i].Side, standing, entries);
            if (at >= 0)
            {
                by[standing[at]] = i;
                standing.RemoveAt(at);
            }

            standing.Add(i);
        }

        // From the last one back, so that the winner over a winner is known.
        for (var i = entries.Length - 1; i >= 0; i--)
        {
            if (by[i] == 0) continue;
            var (earlier, later) = (entries[i], entries[by[i]]);
            if (!replaced.TryGetValue(PartOf(earlier), out var rows)) replaced.Add(PartOf(earlier), rows = []);
            rows[earlier.Place & RowMask] = WinnerOf(later) ?? (PartOf(later), later.Place & RowMask);
            if (PartOf(earlier) == PartOf(later) && earlier.Content != later.Content) Note(sharing, earlier);
        }

        for (var i = 1; i < standing.Count; i++) Note(otherSides, entries[standing[i]]);
    }

    // Those that stand are in the order of submission.
    private static int ReplacedBy(short side, List<int> standing, ReadOnlySpan<Entry> entries)
    {
        var unsided = -1;
        for (var at = 0; at < standing.Count; at++)
        {
            if (entries[standing[at]].Side == side) return at;
            if (entries[standing[at]].Side == KeyedRow.NoSide) unsided = at;
        }

        return side == KeyedRow.NoSide && standing.Count > 0 ? 0 : unsided;
    }

    private static void Note(Dictionary<int, ValueProblemRows> rows, Entry entry)
    {
        if (!rows.TryGetValue(PartOf(entry), out var ofPart)) rows.Add(PartOf(entry), ofPart = new ValueProblemRows());
        ofPart.Add(entry.Place & RowMask);
    }

    private (int Part, long Row)? WinnerOf(Entry entry) =>
        replaced.TryGetValue(PartOf(entry), out var rows) && rows.TryGetValue(entry.Place & RowMask, out var winner) ? winner : null;

    private static int PartOf(Entry entry) => (int)(entry.Place >> RowBits);

    private readonly record struct Entry(ulong High, ulong Low, long Place, short Side, uint Content) : IComparable<Entry>
    {
        public bool HasKeyOf(Entry other) => High == other.High && Low == other.Low;

        public int CompareTo(Entry other)
        {
            var order = High.CompareTo(other.High);
            if (order == 0) order = Low.CompareTo(other.Low);
            return order != 0 ? order : Place.CompareTo(other.Place);
        }
    }
}
