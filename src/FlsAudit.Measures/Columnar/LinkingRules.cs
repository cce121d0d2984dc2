using FlsAudit.Model;

namespace FlsAudit.Measures.Columnar;

/// <summary>Keeps what rules between records need of a batch.</summary>
internal sealed class LinkingRules
{
    private readonly int[] registers;
    private readonly int[] slots;
    private readonly int fractureDate;

    public LinkingRules(MeasurePlan plan, Program program, BatchLayout layout)
    {
        registers = [.. plan.BetweenRecordsRules.Select(rule => program.Register(rule.When))];
        slots = [.. plan.LinkedFields.Fields.Select(field => layout.SlotOf(field.Name))];
        fractureDate = layout.SlotOf(plan.FractureDate.Name);
    }

    public void Keep(RecordBatch batch, sbyte[][] truths, Cube cube)
    {
        if (registers.Length == 0 || batch.Patients is not { } patients) return;
        for (var i = 0; i < batch.Count; i++)
        {
            if (patients[i] == UInt128.Zero) continue;
            var rules = 0;
            for (var rule = 0; rule < registers.Length; rule++)
                if (truths[registers[rule]][i] == (sbyte)Truth.True) rules |= 1 << rule;
            if (rules == 0) continue;
            var day = batch.Dates(fractureDate)[i];
            cube.AddLinked(
                new LinkedRecord(patients[i], LinkedFields.Codes(batch, i, slots), day == Missing.Date ? LinkedRecord.NoDay : day, rules, batch.Part, batch.Rows[i]), batch.Source);
        }
    }
}
