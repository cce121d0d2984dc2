using System.Buffers.Binary;
using FlsAudit.Import.Rows;

namespace FlsAudit.UnitTests.Import;

public sealed class SipHashTests
{
    /// <summary>The first test vectors of the authors' reference code for 128 bits: the key is 00 to 0f, the value is 00, 01, 02 and so on.</summary>
    [TestCase(0, "a3817f04ba25a8e66df67214c7550293")]
    [TestCase(1, "da87c1d86b99af44347659119b22fc45")]
    public void It_gives_what_the_reference_code_gives(int length, string expected)
    {
        var hash = SipHash.Of(Bytes(SipHash.KeyBytes)).Hash(Bytes(length));

        var bytes = new byte[16];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, hash.Low);
        BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(8), hash.High);
        Assert.That(Convert.ToHexStringLower(bytes), Is.EqualTo(expected));
    }

    [Test]
    public void Every_byte_of_a_value_and_of_the_key_counts()
    {
        var hashes = new HashSet<RowHash>();
        for (var length = 0; length < 40; length++)
        {
            hashes.Add(SipHash.Of(Bytes(16)).Hash(Bytes(length)));
            for (var at = 0; at < length; at++)
            {
                var changed = Bytes(length);
                changed[at] ^= 1;
                hashes.Add(SipHash.Of(Bytes(16)).Hash(changed));
            }
        }

        for (var at = 0; at < 16; at++)
        {
            var key = Bytes(16);
            key[at] ^= 1;
            hashes.Add(SipHash.Of(key).Hash(Bytes(20)));
        }

        // 40 lengths, 0 + 1 + … + 39 changed bytes of the value, 16 of the key.
        Assert.That(hashes, Has.Count.EqualTo(40 + (39 * 40 / 2) + 16));
    }

    private static byte[] Bytes(int count) => [.. Enumerable.Range(0, count).Select(i => (byte)i)];
}
