using FlsAudit.Import.Cells;
using FlsAudit.Model;

namespace FlsAudit.Import.Rows;

/// <summary>The fields of a key and how to read them from one sheet.</summary>
/// <param name="Plan">Reads the dates, numbers and codes of the key.</param>
/// <param name="Texts">The columns of the key's text fields.</param>
/// <param name="Slots">The date, number and code fields of the key: a blank one means that the row has no key.</param>
/// <param name="SideSlot">The slot of the fracture side, which may be blank; -1 when the dictionary has no such field.</param>
/// <param name="NoSide">The code of a side that is recorded as not known, which says no more than a blank one; -1 when there is none.</param>
internal sealed record KeyPlan(RecordPlan Plan, int[] Texts, int[] Slots, int SideSlot, int NoSide);

/// <summary>Turns the key of a row into a hash, so that no value is kept. One thread uses it.</summary>
internal sealed class KeyReader : IRowVisitor<KeyedRow>
{
    private readonly KeyPlan key;
    private readonly RowShape shape;
    private readonly SiteColumn site;
    private readonly ColumnReader[] readers;
    private readonly RecordBatch batch;
    private readonly KeyedHash hash;

    public KeyReader(KeyPlan key, SiteColumn site, byte[] secret)
    {
        this.key = key;
        this.site = site;
        shape = new RowShape(key.Plan);
        readers = key.Plan.NewReaders();
        batch = key.Plan.NewBatch(1);
        hash = new KeyedHash(secret);
    }

    /// <summary>Rows that cannot be recognised because a cell of their key is blank.</summary>
    public ValueProblemRows BlankKeys { get; } = new();

    /// <summary>Rows that cannot be recognised because a spreadsheet program has shortened an id of their key.</summary>
    public ValueProblemRows DamagedKeys { get; } = new();

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

        hash.Start();
        hash.Put(number);
        if (HasDamagedId(cells))
        {
            DamagedKeys.Add(cells.Row);
            return KeyedRow.None;
        }

        if (!PutValues() || !PutTexts(cells))
        {
            BlankKeys.Add(cells.Row);
            return KeyedRow.None;
        }

        var (high, low) = hash.Finish();
        return new KeyedRow(high, low, cells.Row, Side(), Content(cells));
    }

    private short Side()
    {
        if (key.SideSlot < 0) return KeyedRow.NoSide;
        var side = batch.Codes(key.SideSlot)[0];
        return side == Missing.Code || side == key.NoSide ? KeyedRow.NoSide : side;
    }

    private uint Content<TCells>(TCells cells)
        where TCells : ICells
    {
        // Only compared inside one file of one run, where the same text is the same bytes: the runtime's quick hash will do.
        var content = new HashCode();
        foreach (var column in key.Plan.MappedCells)
        {
            var text = cells.At(column).Text;
            if (key.Plan.Missing.Contains(text)) text = default;
            content.Add(text.Length);
            content.AddBytes(text);
        }

        return (uint)content.ToHashCode() | 1;
    }

    private bool HasDamagedId<TCells>(TCells cells)
        where TCells : ICells
    {
        foreach (var column in key.Texts)
            if (IdText.IsDamaged(cells.At(column).Text)) return true;
        return false;
    }

    private bool PutValues()
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
            hash.Put(value.Value);
        }

        return true;
    }

    private bool PutTexts<TCells>(TCells cells)
        where TCells : ICells
    {
        foreach (var column in key.Texts)
        {
            var text = cells.At(column).Text;
            if (text.IsEmpty || key.Plan.Missing.Contains(text) || IdText.IsPlaceholder(text)) return false;
            hash.Put(IdText.WithoutLeadingZeros(text), key.Plan.Fallback);
        }

        return true;
    }
}
