namespace FlsAudit.Import.Cells;

/// <summary>
/// Remembers what the exact bytes of a cell meant, so that a text is decoded and folded once and not a million times. One thread uses it; its size is bounded.
/// </summary>
internal sealed class SpanCache<T>
{
    private const int MostEntries = 4096;
    private const int LongestText = 256;

    private readonly Dictionary<byte[], T> entries;
    private readonly Dictionary<byte[], T>.AlternateLookup<ReadOnlySpan<byte>> bySpan;

    public SpanCache()
    {
        entries = new Dictionary<byte[], T>(new Comparer());
        bySpan = entries.GetAlternateLookup<ReadOnlySpan<byte>>();
    }

    public bool TryGet(ReadOnlySpan<byte> bytes, out T value) => bySpan.TryGetValue(bytes, out value!);

    public void Keep(ReadOnlySpan<byte> bytes, T value)
    {
        if (entries.Count < MostEntries && bytes.Length <= LongestText) bySpan[bytes] = value;
    }

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
