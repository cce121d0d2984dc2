using FlsAudit.Model;
using FlsAudit.Standards;

namespace FlsAudit.Measures.Columnar;

/// <summary>Marks the records of a batch for which one plausibility rule holds.</summary>
internal sealed class MarkingRule
{
    private readonly int number;
    private readonly int register;
    private readonly (FieldType Type, int Slot)[] shown;

    public MarkingRule(PlausibilityRule rule, int number, Program program, BatchLayout layout, bool keepsValues)
    {
        this.number = number;
        register = program.Register(rule.When);
        shown = keepsValues ? [.. FieldsRead.By(rule.When).Select(layout.SlotOf).Select(slot => (layout.Fields[slot].Type, slot))] : [];
    }

    public void Mark(RecordBatch batch, sbyte[][] registers, Cube cube)
    {
        var truths = registers[register].AsSpan(0, batch.Count);
        // Marks are rare: what is looked for is the next one.
        for (var i = truths.IndexOf((sbyte)Truth.True); i >= 0 && i < batch.Count;)
        {
            var record = i;
            cube.AddMark(number, batch, record, () => [.. shown.Select(field => Value(batch, field.Type, field.Slot, record))]);
            var next = truths[(i + 1)..].IndexOf((sbyte)Truth.True);
            i = next < 0 ? batch.Count : i + 1 + next;
        }
    }

    private static double Value(RecordBatch batch, FieldType type, int slot, int record) => type switch
    {
        FieldType.Date => batch.Dates(slot)[record] is not Missing.Date and var day ? day : Missing.Number,
        FieldType.Code => batch.Codes(slot)[record] is not Missing.Code and var code ? code : Missing.Number,
        _ => batch.Numbers(slot)[record],
    };
}
