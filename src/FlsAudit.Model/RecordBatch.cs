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
/// and have no slot.
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
    /// <param name="layout">The fields it holds.</param>
    /// <param name="capacity">How many records fit.</param>
    /// <param name="withRecordIds">Whether it has room for <see cref="RecordIds"/>.</param>
    /// <param name="withPatients">Whether it has room for <see cref="Patients"/>.</param>
    public RecordBatch(BatchLayout layout, int capacity, bool withRecordIds = false, bool withPatients = false)
    {
        Layout = layout;
        Capacity = capacity;
        Sites = new int[capacity];
        Rows = new long[capacity];
        RecordIds = withRecordIds ? new string?[capacity] : null;
        Patients = withPatients ? new UInt128[capacity] : null;
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

    /// <summary>
    /// The text of each record's <see cref="FieldNames.RecordId"/>, trimmed; null for a record where it is blank or whose export has no such column.
    /// The array itself is null unless the run asked for it. It may be a personal identifier: what is printed is another matter.
    /// </summary>
    public string?[]? RecordIds { get; }

    /// <summary>
    /// Whose record each is: equal for two records of one <see cref="FieldNames.PatientId"/> at one site, in whichever file they stand, and different
    /// for the same number at another site. <see cref="UInt128.Zero"/> where the number is blank or the export has no such column: such records are
    /// not of one patient. The values are hashes under a secret of the importer: only whether two are equal means anything, and no output may depend on more.
    /// The array itself is null unless the run asked for it.
    /// </summary>
    public UInt128[]? Patients { get; }

    /// <summary>
    /// The place of the records' text file or worksheet in the order of submission, over all files of the run: with <see cref="Rows"/> it says which of
    /// two records came first. Numbers may be left out; the first is 0.
    /// </summary>
    public int Part { get; init; }

    /// <summary>The text file or worksheet that all records of the batch come from, without row and column; its file is null where there is none.</summary>
    public Place Source { get; init; } = new(null);

    /// <summary>The dates of a date field's slot as <see cref="DateOnly.DayNumber"/>, or <see cref="Missing.Date"/>.</summary>
    public int[] Dates(int slot) => (int[])columns[slot];

    /// <summary>The codes of a code field's slot as positions in <see cref="Field.Values"/>, or <see cref="Missing.Code"/>.</summary>
    public short[] Codes(int slot) => (short[])columns[slot];

    /// <summary>The numbers of a number field's slot, or NaN.</summary>
    public double[] Numbers(int slot) => (double[])columns[slot];

    /// <summary>Sets every field of one record to "nothing recorded", and forgets its number and whose it is.</summary>
    public void Clear(int record)
    {
        if (RecordIds is not null) RecordIds[record] = null;
        if (Patients is not null) Patients[record] = UInt128.Zero;
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

    /// <summary>Makes it ready to be filled again. Who the records were is forgotten; sites, rows and fields stay until they are overwritten.</summary>
    public void Empty()
    {
        Count = 0;
        if (RecordIds is not null) Array.Clear(RecordIds);
        if (Patients is not null) Array.Clear(Patients);
    }

    private static Array Column(FieldType type, int capacity) => type switch
    {
        FieldType.Date => new int[capacity],
        FieldType.Code => new short[capacity],
        _ => new double[capacity],
    };
}
