using System.Globalization;
using FlsAudit.Model;

namespace FlsAudit.Measures.Reference;

/// <summary>One record with its values by field; a field that is not there was not recorded. For the reference engine, which prefers clarity to speed.</summary>
public sealed class Record
{
    private readonly Dictionary<string, double> values = new(StringComparer.Ordinal);

    private Record()
    {
    }

    /// <summary>Makes a record of texts as worked cases write them: ISO days, codes, numbers.</summary>
    /// <exception cref="FormatException">A text does not fit its field; the message names the field only.</exception>
    public static Record Of(FieldDictionary dictionary, IReadOnlyDictionary<string, string> texts)
    {
        var record = new Record();
        foreach (var (name, text) in texts)
        {
            var field = dictionary[name];
            if (field.Type == FieldType.Text) continue;
            record.values[name] = field.Type switch
            {
                FieldType.Date => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture).DayNumber,
                FieldType.Code => field.IndexOf(text) is >= 0 and var code ? code : throw new FormatException($"'{name}' has no such code."),
                _ => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture),
            };
        }

        return record;
    }

    /// <summary>Copies one record of a batch.</summary>
    public static Record Of(RecordBatch batch, int index)
    {
        var record = new Record();
        for (var slot = 0; slot < batch.Layout.Fields.Count; slot++)
        {
            var field = batch.Layout.Fields[slot];
            switch (field.Type)
            {
                case FieldType.Date when batch.Dates(slot)[index] is not Missing.Date and var day:
                    record.values[field.Name] = day;
                    break;
                case FieldType.Code when batch.Codes(slot)[index] is not Missing.Code and var code:
                    record.values[field.Name] = code;
                    break;
                case FieldType.Number when batch.Numbers(slot)[index] is var number && !double.IsNaN(number):
                    record.values[field.Name] = number;
                    break;
            }
        }

        return record;
    }

    /// <summary>The day, code or number of a field, or null when nothing is recorded.</summary>
    public double? this[Field field] => values.TryGetValue(field.Name, out var value) ? value : null;

    /// <summary>Puts the record into a batch as its next one.</summary>
    public void AddTo(RecordBatch batch, int site, long row)
    {
        var index = batch.Count++;
        batch.Clear(index);
        batch.Sites[index] = site;
        batch.Rows[index] = row;
        for (var slot = 0; slot < batch.Layout.Fields.Count; slot++)
        {
            if (this[batch.Layout.Fields[slot]] is not { } value) continue;
            switch (batch.Layout.Fields[slot].Type)
            {
                case FieldType.Date: batch.Dates(slot)[index] = (int)value; break;
                case FieldType.Code: batch.Codes(slot)[index] = (short)value; break;
                default: batch.Numbers(slot)[index] = value; break;
            }
        }
    }
}
