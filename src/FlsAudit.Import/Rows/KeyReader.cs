using System.Buffers.Binary;
using System.Security.Cryptography;
using FlsAudit.Import.Cells;
using FlsAudit.Import.Headings;
using FlsAudit.Model;

namespace FlsAudit.Import.Rows;

/// <summary>The fields of a key and how to read them from one sheet.</summary>
/// <param name="Plan">Reads the dates, numbers and codes of the key.</param>
/// <param name="Texts">The columns of the key's text fields.</param>
/// <param name="Slots">The date, number and code fields of the key: a blank one means that the row has no key.</param>
/// <param name="SideSlot">The slot of the fracture side, which may be blank; -1 when the dictionary has no such field.</param>
internal sealed record KeyPlan(RecordPlan Plan, int[] Texts, int[] Slots, int SideSlot);

/// <summary>
/// Turns the key of a row into 128 bits of a keyed hash, so that no value is kept. The secret is random per run and never stored; it changes no result.
/// One thread uses it.
/// </summary>
internal sealed class KeyReader : IRowVisitor<KeyedRow>, IDisposable
{
    private const int HashBytes = 32;

    private readonly KeyPlan key;
    private readonly RowShape shape;
    private readonly SiteColumn site;
    private readonly ColumnReader[] readers;
    private readonly RecordBatch batch;
    private readonly IncrementalHash hasher = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly int secretLength;
    private byte[] buffer = new byte[1024];

    public KeyReader(KeyPlan key, SiteColumn site, byte[] secret)
    {
        this.key = key;
        this.site = site;
        shape = new RowShape(key.Plan);
        readers = key.Plan.NewReaders();
        batch = key.Plan.NewBatch(1);
        secret.CopyTo(buffer, 0);
        secretLength = secret.Length;
    }

    /// <summary>Rows that cannot be recognised because a cell of their key is blank.</summary>
    public ValueProblemRows BlankKeys { get; } = new();

    public KeyedRow Visit<TCells>(TCells cells)
        where TCells : ICells
    {
        if (shape.IsBlank(cells) || shape.Check(cells) != RejectReason.None) return KeyedRow.None;
        var number = site.Of(cells);
        if (number == SiteColumn.None) return KeyedRow.None;
        foreach (var reader in readers)
        {
            var cell = cells.At(reader.Column);
            reader.Read(cell, batch, 0, cells.Row);
        }

        var length = secretLength;
        Put(number, ref length);
        if (key.SideSlot >= 0) Put(batch.Codes(key.SideSlot)[0], ref length);
        if (!PutValues(ref length) || !PutTexts(cells, ref length))
        {
            BlankKeys.Add(cells.Row);
            return KeyedRow.None;
        }

        Span<byte> hash = stackalloc byte[HashBytes];
        hasher.AppendData(buffer, 0, length);
        hasher.TryGetHashAndReset(hash, out _);
        return new KeyedRow(BinaryPrimitives.ReadUInt64LittleEndian(hash), BinaryPrimitives.ReadUInt64LittleEndian(hash[8..]), cells.Row);
    }

    public void Dispose() => hasher.Dispose();

    private bool PutValues(ref int length)
    {
        foreach (var slot in key.Slots)
        {
            var value = batch.Layout.Fields[slot].Type switch
            {
                FieldType.Date => batch.Dates(slot)[0] is var day && day != Missing.Date ? day : (long?)null,
                FieldType.Code => batch.Codes(slot)[0] is var code && code != Missing.Code ? code : null,
                _ => batch.Numbers(slot)[0] is var number && !double.IsNaN(number) ? BitConverter.DoubleToInt64Bits(number) : null,
            };
            if (value is null) return false;
            Put(value.Value, ref length);
        }

        return true;
    }

    private bool PutTexts<TCells>(TCells cells, ref int length)
        where TCells : ICells
    {
        foreach (var column in key.Texts)
        {
            var text = cells.At(column).Text;
            if (text.IsEmpty || key.Plan.Missing.Contains(text)) return false;
            if (!System.Text.Unicode.Utf8.IsValid(text)) text = System.Text.Encoding.UTF8.GetBytes(TextEncodings.Decode(text, key.Plan.Fallback));
            // The length comes first, so that two texts cannot be taken for two others that together spell the same.
            Put(text.Length, ref length);
            if (length + text.Length > buffer.Length) Array.Resize(ref buffer, (length + text.Length) * 2);
            text.CopyTo(buffer.AsSpan(length));
            length += text.Length;
        }

        return true;
    }

    private void Put(long value, ref int length)
    {
        if (length + sizeof(long) > buffer.Length) Array.Resize(ref buffer, buffer.Length * 2);
        BinaryPrimitives.WriteInt64LittleEndian(buffer.AsSpan(length), value);
        length += sizeof(long);
    }
}
