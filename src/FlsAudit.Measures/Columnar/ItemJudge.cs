using FlsAudit.Model;

namespace FlsAudit.Measures.Columnar;

/// <summary>Judges one part of a measure over a batch whose conditions have been evaluated.</summary>
internal sealed class ItemJudge
{
    private const int None = -1;

    private readonly int asAt;
    private readonly int population;
    private readonly int part;
    private readonly int[] exclusions;
    private readonly int numerator;
    private readonly int dueSlot;
    private readonly int window;
    private readonly int gapFrom;
    private readonly int gapTo;

    public ItemJudge(PlanItem item, Program program, BatchLayout layout, int asAt)
    {
        this.asAt = asAt;
        population = program.Register(item.Measure.Population);
        part = item.Part.When is null ? None : program.Register(item.Part.When);
        exclusions = [.. item.Measure.Exclusions.Select(exclusion => program.Register(exclusion.When))];
        numerator = item.Part.Numerator is null ? None : program.Register(item.Part.Numerator);
        dueSlot = item.Part.Due is null ? None : layout.SlotOf(item.Part.Due.Start.Name);
        window = item.Part.Due?.Days ?? 0;
        gapFrom = item.Part.Gap is null ? None : layout.SlotOf(item.Part.Gap.From.Name);
        gapTo = item.Part.Gap is null ? None : layout.SlotOf(item.Part.Gap.To.Name);
    }

    /// <summary>Whether met records carry a number of days.</summary>
    public bool HasGap => gapFrom != None;

    /// <summary>The counter of each record, and whether one of its exclusions is unknown without excluding it.</summary>
    public void Judge(RecordBatch batch, sbyte[][] registers, byte[] counters, bool[] unknownExclusion)
    {
        var belongs = registers[population];
        for (var i = 0; i < batch.Count; i++)
        {
            unknownExclusion[i] = false;
            var truth = part == None ? belongs[i] : Math.Min(belongs[i], registers[part][i]);
            counters[i] = truth switch
            {
                -1 => Counter.NotInPopulation,
                0 => Counter.UnknownEligibility,
                _ => JudgeMember(batch, registers, i, out unknownExclusion[i]),
            };
        }
    }

    /// <summary>The days of a met record of a duration.</summary>
    public int Gap(RecordBatch batch, int record) => batch.Dates(gapTo)[record] - batch.Dates(gapFrom)[record];

    private byte JudgeMember(RecordBatch batch, sbyte[][] registers, int i, out bool unknownExclusion)
    {
        unknownExclusion = false;
        foreach (var exclusion in exclusions)
        {
            var truth = registers[exclusion][i];
            if (truth == 1)
            {
                unknownExclusion = false;
                return Counter.Excluded;
            }

            unknownExclusion |= truth == 0;
        }

        if (dueSlot != None && batch.Dates(dueSlot)[i] is not Missing.Date and var start && asAt < start + window)
            return Counter.NotDue;
        if (HasGap) return JudgeGap(batch, i);
        return numerator == None ? (byte)Counter.Met : (byte)(Counter.UnknownNumerator + Step(registers[numerator][i]));
    }

    // Unknown, not met, met lie side by side in the counters: 0, 1, 2 further for truth 0, -1, 1.
    private static int Step(sbyte truth) => truth == 0 ? 0 : truth < 0 ? Counter.NotMet - Counter.UnknownNumerator : Counter.Met - Counter.UnknownNumerator;

    private byte JudgeGap(RecordBatch batch, int i)
    {
        int from = batch.Dates(gapFrom)[i], to = batch.Dates(gapTo)[i];
        if (from == Missing.Date || to == Missing.Date || from > asAt || to > asAt || to < from) return Counter.UnknownNumerator;
        return to - from <= window ? (byte)Counter.Met : (byte)Counter.NotMet;
    }
}
