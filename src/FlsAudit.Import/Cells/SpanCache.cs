using System.Buffers.Binary;

namespace FlsAudit.Import.Cells;

/// <summary>
/// Remembers what the exact bytes of a cell meant, so that a text is decoded and folded once and not a million times. One thread uses it; its size is bounded.
/// </summary>
internal sealed class SpanCache<T>
{
    private const int MostEntries = 4096;
    private const int LongestText = 256;

    // Most texts fit into two words, and a column has few of them: they are found in a small table before anything is looked up.
    private const int LongestPacked = 2 * sizeof(ulong);
    private const int SlotBits = 7;

    private readonly (ulong First, ulong Last, int Length, T Value)[] slots = new (ulong, ulong, int, T)[1 << SlotBits];
    private readonly Dictionary<byte[], T> entries;
    private readonly Dictionary<byte[], T>.AlternateLookup<ReadOnlySpan<byte>> bySpan;

    public SpanCache()
    {
        entries = new Dictionary<byte[], T>(new Comparer());
        bySpan = entries.GetAlternateLookup<ReadOnlySpan<byte>>();
    }

    public bool TryGet(ReadOnlySpan<byte> bytes, out T value)
    {
        if (bytes.Length is 0 or > LongestPacked) return bySpan.TryGetValue(bytes, out value!);
        var (first, last) = Pack(bytes);
        ref var slot = ref slots[((first ^ (last * 0x9E3779B97F4A7C15) ^ (ulong)bytes.Length) * 0xD6E8FEB86659FD93) >> (64 - SlotBits)];
        if (slot.Length == bytes.Length && slot.First == first && slot.Last == last)
        {
            value = slot.Value;
            return true;
        }

        if (!bySpan.TryGetValue(bytes, out value!)) return false;
        slot = (first, last, bytes.Length, value);
        return true;
    }

    /// <summary>Remembers what a text means.</summary>
    /// <returns>False when it is too long, or when there are too many.</returns>
    public bool Keep(ReadOnlySpan<byte> bytes, T value)
    {
        if (entries.Count >= MostEntries || bytes.Length > LongestText) return false;
        bySpan[bytes] = value;
        return true;
    }

    // The first and the last bytes, which overlap unless the text fills both words: with the length they are the text.
    private static (ulong First, ulong Last) Pack(ReadOnlySpan<byte> bytes) => bytes.Length switch
    {
        >= sizeof(ulong) => (BinaryPrimitives.ReadUInt64LittleEndian(bytes), BinaryPrimitives.ReadUInt64LittleEndian(bytes[^sizeof(ulong)..])),
        >= sizeof(uint) => (BinaryPrimitives.ReadUInt32LittleEndian(bytes), BinaryPrimitives.ReadUInt32LittleEndian(bytes[^sizeof(uint)..])),
        _ => (bytes[0], ((ulong)bytes[bytes.Length / 2] << 8) | bytes[^1]),
    };

    private sealed class Comparer : IEqualityComparer<byte[]>, IAlternateEqualityComparer<ReadOnlySpan<byte>, byte[]>
    {
        public bool Equals(byte[]? x, byte[]? y) => x.AsSpan().SequenceEqual(y);

        public int GetHashCode(byte[] obj) => GetHashCode(obj.AsSpan());

        public byte[] Create(ReadOnlySpan<byte> alternate) => alternate.ToArray();

        public bool Equals(ReadOnlySpan<byte> alternate, byte[] other) => alternate.SequenceEqual(other);

        // FNV-1a: the keys are few and short.
        public int GetHashCode(ReadOnlySpan<byte> alternate)
        {
            var hash = 2166136261u;
            foreach (var b in alternate) hash = (hash ^ b) * 16777619u;
            return (int)hash;
        }
    }
}
