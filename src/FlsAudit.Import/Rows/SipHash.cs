using System.Buffers.Binary;
using System.Numerics;

namespace FlsAudit.Import.Rows;

/// <summary>
/// SipHash-2-4 with 128 bits: a keyed hash made for tables of short values, from which nobody without the key can tell the values. Aumasson and Bernstein,
/// SipHash: a fast short-input PRF, 2012; the variant of 128 bits is that of their reference code. The keyed hashes of the runtime take ten times as long for
/// a short value, which counts when each of many million rows has one.
/// </summary>
internal readonly struct SipHash(ulong key0, ulong key1)
{
    public const int KeyBytes = 16;

    private const int FinalRounds = 4;

    /// <summary>Takes the key from its bytes, at least 16.</summary>
    public static SipHash Of(ReadOnlySpan<byte> key) => new(BinaryPrimitives.ReadUInt64LittleEndian(key), BinaryPrimitives.ReadUInt64LittleEndian(key[sizeof(ulong)..]));

    public RowHash Hash(ReadOnlySpan<byte> bytes)
    {
        var v0 = key0 ^ 0x736f6d6570736575;
        var v1 = key1 ^ 0x646f72616e646f6d ^ 0xee;
        var v2 = key0 ^ 0x6c7967656e657261;
        var v3 = key1 ^ 0x7465646279746573;
        // The last word holds the bytes that are left and the length.
        var last = (ulong)(byte)bytes.Length << 56;
        for (; bytes.Length >= sizeof(ulong); bytes = bytes[sizeof(ulong)..]) Take(BinaryPrimitives.ReadUInt64LittleEndian(bytes), ref v0, ref v1, ref v2, ref v3);
        for (var i = 0; i < bytes.Length; i++) last |= (ulong)bytes[i] << (8 * i);
        Take(last, ref v0, ref v1, ref v2, ref v3);
        v2 ^= 0xee;
        for (var round = 0; round < FinalRounds; round++) Round(ref v0, ref v1, ref v2, ref v3);
        var low = v0 ^ v1 ^ v2 ^ v3;
        v1 ^= 0xdd;
        for (var round = 0; round < FinalRounds; round++) Round(ref v0, ref v1, ref v2, ref v3);
        return new RowHash(v0 ^ v1 ^ v2 ^ v3, low);
    }

    private static void Take(ulong word, ref ulong v0, ref ulong v1, ref ulong v2, ref ulong v3)
    {
        v3 ^= word;
        Round(ref v0, ref v1, ref v2, ref v3);
        Round(ref v0, ref v1, ref v2, ref v3);
        v0 ^= word;
    }

    private static void Round(ref ulong v0, ref ulong v1, ref ulong v2, ref ulong v3)
    {
        v0 += v1;
        v1 = BitOperations.RotateLeft(v1, 13) ^ v0;
        v0 = BitOperations.RotateLeft(v0, 32);
        v2 += v3;
        v3 = BitOperations.RotateLeft(v3, 16) ^ v2;
        v0 += v3;
        v3 = BitOperations.RotateLeft(v3, 21) ^ v0;
        v2 += v1;
        v1 = BitOperations.RotateLeft(v1, 17) ^ v2;
        v2 = BitOperations.RotateLeft(v2, 32);
    }
}
