namespace FlsAudit.Model;

/// <summary>The values that stand for "nothing recorded" in a <see cref="RecordBatch"/>, one per type.</summary>
public static class Missing
{
    /// <summary>No date.</summary>
    public const int Date = int.MinValue;

    /// <summary>No code.</summary>
    public const short Code = -1;

    /// <summary>No number; test with <see cref="double.IsNaN"/>.</summary>
    public const double Number = double.NaN;
}

/// <summary>
/// The date, number and code fields that a run needs and where a batch keeps them. Text fields place a record or identify it
/// and are never kept in a batch.
/// </summary>
public sealed class BatchLayout
{
    private readonly Dictionary<string, int> slots = new(StringComparer.Ordinal);

    /// <summary>Makes a layout of these fields, in this order; text fields are refused.</summary>
    /// <exception cref="ArgumentException">A field is of type text or is named twice.</exception>
    public BatchLayout(IEnumerable<Field> fields)
    {
        Fields = [.. fields];
        foreach (var field in Fields)
        {
            if (field.Type == FieldType.Text)
                throw new ArgumentException($"The text field '{field.Name}' cannot be kept in a batch.", nameof(fields));
            slots.Add(field.Name, slots.Count);
        }
    }

    /// <summary>The fields by slot.</summary>
    public IReadOnlyList<Field> Fields { get; }

    /// <summary>The slot of a field, or -1 when the layout does not hold it.</summary>
    public int SlotOf(string field) => slots.GetValueOrDefault(field, -1);
}

/// <summary>
/// Some records in canonical form, by column. A batch is filled, handed over and filled again: nobody keeps one.
/// </summary>
public sealed class RecordBatch
{
    private readonly Array[] columns;

    /// <summary>Makes an empty batch with room for this many records.</summary>
    public RecordBatch(BatchLayout layout, int capacity)
    {
        Layout = layout;
        Capacity = capacity;
        Sites = new int[capacity];
        Rows = new long[capacity];
        columns = [.. layout.Fields.Select(field => Column(field.Type, capacity))];
    }

    /// <summary>The fields it holds.</summary>
    public BatchLayout Layout { get; }

    /// <summary>How many records fit.</summary>
    public int Capacity { get; }

    /// <summary>How many records are in it.</summary>
    public int Count { get; set; }

    /// <summary>The site of each record, as a number of the run's <see cref="SiteTable"/>.</summary>
    public int[] Sites { get; }

    /// <summary>The row of each record in its file, as a spreadsheet program numbers it.</summary>
    public long[] Rows { get; }

    /// <summary>The dates of a date field's slot as <see cref="DateOnly.DayNumber"/>, or <see cref="Missing.Date"/>.</summary>
    public int[] Dates(int slot) => (int[])columns[slot];

    /// <summary>The codes of a code field's slot as positions in <see cref="Field.Values"/>, or <see cref="Missing.Code"/>.</summary>
    public short[] Codes(int slot) => (short[])columns[slot];

    /// <summary>The numbers of a number field's slot, or NaN.</summary>
    public double[] Numbers(int slot) => (double[])columns[slot];

    /// <summary>Sets every field of one record to "nothing recorded".</summary>
    public void Clear(int record)
    {
        for (var slot = 0; slot < columns.Length; slot++)
        {
            switch (columns[slot])
            {
                case int[] dates: dates[record] = Missing.Date; break;
                case short[] codes: codes[record] = Missing.Code; break;
                case double[] numbers: numbers[record] = Missing.Number; break;
            }
        }
    }

    private static Array Column(FieldType type, int capacity) => type switch
    {
        FieldType.Date => new int[capacity],
        FieldType.Code => new short[capacity],
        _ => new double[capacity],
    };
}
