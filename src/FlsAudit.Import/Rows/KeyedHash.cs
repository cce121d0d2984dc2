using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Unicode;
using FlsAudit.Import.Headings;

namespace FlsAudit.Import.Rows;

/// <summary>128 bits of a keyed hash: equal for equal values of one run, and nothing that a value could be read from.</summary>
internal readonly record struct RowHash(ulong High, ulong Low);

/// <summary>
/// Hashes values one after the other under a secret, so that no value is kept. The secret is random per run and never stored; it changes no result.
/// One thread uses it.
/// </summary>
internal sealed class KeyedHash(byte[] secret)
{
    private readonly SipHash hash = SipHash.Of(secret);
    private byte[] buffer = new byte[1024];
    private int length;

    public static byte[] NewSecret() => RandomNumberGenerator.GetBytes(SipHash.KeyBytes);

    /// <summary>Forgets what was put.</summary>
    public void Start() => length = 0;

    public void Put(long value)
    {
        MakeRoom(sizeof(long));
        BinaryPrimitives.WriteInt64LittleEndian(buffer.AsSpan(length), value);
        length += sizeof(long);
    }

    /// <summary>Puts a text; the same text hashes the same in either encoding.</summary>
    public void Put(ReadOnlySpan<byte> text, Encoding fallback)
    {
        if (!Utf8.IsValid(text)) text = Encoding.UTF8.GetBytes(TextEncodings.Decode(text, fallback));
        // The length comes first, so that two texts cannot be taken for two others that together spell the same.
        Put(text.Length);
        MakeRoom(text.Length);
        text.CopyTo(buffer.AsSpan(length));
        length += text.Length;
    }

    /// <summary>The hash of all that was put since the start.</summary>
    public RowHash Finish() => hash.Hash(buffer.AsSpan(0, length));

    private void MakeRoom(int bytes)
    {
        if (length + bytes > buffer.Length) Array.Resize(ref buffer, (length + bytes) * 2);
    }
}
