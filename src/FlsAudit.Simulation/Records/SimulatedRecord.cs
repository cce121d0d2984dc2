using FlsAudit.Model;

namespace FlsAudit.Simulation.Records;

/// <summary>The values of one record; filled, written and filled again.</summary>
internal sealed class SimulatedRecord(RecordSchema schema)
{
    /// <summary>What <see cref="Whole"/> holds where nothing is recorded.</summary>
    public const int Nothing = Missing.Date;

    private readonly int[] whole = new int[schema.Slots.Count];
    private readonly double[] numbers = new double[schema.Slots.Count];
    private readonly string?[] texts = new string?[schema.Slots.Count];

    /// <summary>The number of the site in the scenario.</summary>
    public int Site { get; private set; }

    /// <summary>The record's number in the scenario, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>How far the record's quarter lies between the first (0) and the last (1) of the scenario.</summary>
    public double Progress { get; private set; }

    public RecordSchema Schema { get; } = schema;

    /// <summary>Starts another record with nothing in it.</summary>
    public void Start(int site, int number, double progress)
    {
        (Site, Number, Progress) = (site, number, progress);
        Array.Fill(whole, Nothing);
        Array.Fill(numbers, double.NaN);
        Array.Clear(texts);
    }

    /// <summary>The code's number or the day's number, or <see cref="Nothing"/>.</summary>
    public int Whole(Slot slot) => whole[slot.Number];

    public double NumberOf(Slot slot) => numbers[slot.Number];

    public string? Text(Slot slot) => texts[slot.Number];

    public void Set(Slot slot, int value) => whole[slot.Number] = value;

    public void Set(Slot slot, double value) => numbers[slot.Number] = value;

    public void Set(Slot slot, string value) => texts[slot.Number] = value;

    public void Clear(Slot slot)
    {
        whole[slot.Number] = Nothing;
        numbers[slot.Number] = double.NaN;
        texts[slot.Number] = null;
    }

    /// <summary>What a slot holds, to be put into another record.</summary>
    public SlotValue ValueOf(Slot slot) => new(whole[slot.Number], numbers[slot.Number], texts[slot.Number]);

    public void Set(Slot slot, SlotValue value) =>
        (whole[slot.Number], numbers[slot.Number], texts[slot.Number]) = (value.Whole, value.Number, value.Text);

    public bool IsRecorded(Slot slot) => slot.Type switch
    {
        FieldType.Number => !double.IsNaN(numbers[slot.Number]),
        FieldType.Text => texts[slot.Number] is not null,
        _ => whole[slot.Number] != Nothing,
    };
}

/// <summary>What one slot of a record held, of whatever type it is.</summary>
internal readonly record struct SlotValue(int Whole, double Number, string? Text);
