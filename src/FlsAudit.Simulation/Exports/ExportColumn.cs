using System.Globalization;
using FlsAudit.Model;
using FlsAudit.Simulation.Records;

namespace FlsAudit.Simulation.Exports;

/// <summary>One column of an export: what it says about a record.</summary>
internal abstract class ExportColumn(string heading)
{
    /// <summary>The usual spelling of its heading.</summary>
    public string Heading { get; } = heading;

    /// <summary>The cell for a record. <paramref name="row"/> holds the cells to its left.</summary>
    public abstract Cell Read(SimulatedRecord record, Cell[] row);
}

/// <summary>A column that is always blank.</summary>
internal sealed class BlankColumn(string heading) : ExportColumn(heading)
{
    public override Cell Read(SimulatedRecord record, Cell[] row) => default;
}

/// <summary>A column that shows a date, number, text or code as the record holds it.</summary>
internal sealed class ValueColumn(string heading, Slot slot, int decimals) : ExportColumn(heading)
{
    private readonly Dictionary<double, string> digits = [];
    private readonly string format = decimals == 0 ? "0" : "0." + new string('0', decimals);

    public override Cell Read(SimulatedRecord record, Cell[] row)
    {
        if (!record.IsRecorded(slot)) return default;
        return slot.Type switch
        {
            FieldType.Date => Cell.OfDate(record.Whole(slot)),
            FieldType.Number => Cell.OfNumber(Digits(record.NumberOf(slot))),
            FieldType.Text => Cell.OfText(record.Text(slot)!),
            _ => Cell.OfText(slot.Codes[record.Whole(slot)]),
        };
    }

    // Numbers are rounded, so there are few different ones and each is formatted once.
    private string Digits(double value)
    {
        if (digits.TryGetValue(value, out var text)) return text;
        text = value.ToString(format, CultureInfo.InvariantCulture);
        if (digits.Count < 10_000) digits.Add(value, text);
        return text;
    }
}
