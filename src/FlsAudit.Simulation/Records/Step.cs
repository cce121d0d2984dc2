using FlsAudit.Model;

namespace FlsAudit.Simulation.Records;

/// <summary>One decision about one field of a record, ready to run.</summary>
internal abstract class Step(StepScope scope, Slot slot)
{
    /// <summary>How many records it was applied to.</summary>
    public long Applied { get; private set; }

    /// <summary>What the README calls it when it is a planted quirk.</summary>
    public string? Label => scope.Label;

    protected Slot Slot { get; } = slot;

    public virtual void Run(SimulatedRecord record, SplitMix64 random)
    {
        if (!scope.Admits(record, random)) return;
        Applied++;
        Decide(record, random);
    }

    /// <summary>Called after the last record.</summary>
    public virtual void Finish()
    {
    }

    protected abstract void Decide(SimulatedRecord record, SplitMix64 random);
}

/// <summary>The records that a step applies to.</summary>
internal sealed record StepScope(Condition When, IReadOnlyList<(Slot Date, int Days)> Elapsed, double? Chance, int AsAt, string? Label)
{
    public bool Admits(SimulatedRecord record, SplitMix64 random)
    {
        if (!When.Holds(record)) return false;
        foreach (var (date, days) in Elapsed)
            if (!record.IsRecorded(date) || record.Whole(date) + days > AsAt) return false;
        return Chance is not { } chance || random.NextUnit() < chance;
    }
}

/// <summary>Gives a fixed code.</summary>
internal sealed class SetStep(StepScope scope, Slot slot, int code) : Step(scope, slot)
{
    protected override void Decide(SimulatedRecord record, SplitMix64 random) => record.Set(Slot, code);
}

/// <summary>Takes a value away.</summary>
internal sealed class ClearStep(StepScope scope, Slot slot) : Step(scope, slot)
{
    protected override void Decide(SimulatedRecord record, SplitMix64 random) => record.Clear(Slot);
}

/// <summary>Gives a day some days after another; nothing when that other day is missing or the day has not come yet.</summary>
internal sealed class DateStep(StepScope scope, Slot slot, Slot? from, int asAt, QuantileTable days, bool evenAfterAsAt) : Step(scope, slot)
{
    protected override void Decide(SimulatedRecord record, SplitMix64 random)
    {
        var gap = (int)Math.Floor(days.Draw(random));
        var start = from is null ? asAt : record.Whole(from);
        if (start == SimulatedRecord.Nothing || (start + gap > asAt && !evenAfterAsAt)) record.Clear(Slot);
        else record.Set(Slot, start + gap);
    }
}

/// <summary>Gives a number, or another one and a number more, rounded half away from zero to its decimals.</summary>
internal sealed class NumberStep(StepScope scope, Slot slot, Slot? from, QuantileTable quantiles, int decimals) : Step(scope, slot)
{
    protected override void Decide(SimulatedRecord record, SplitMix64 random)
    {
        // Not a number where the number to start from is missing, which is how a record says that nothing is recorded.
        var start = from is null ? 0 : record.NumberOf(from);
        record.Set(Slot, Math.Round(start + quantiles.Draw(random), decimals, MidpointRounding.AwayFromZero));
    }
}

/// <summary>Gives a text made of the record's number and the site's code.</summary>
internal sealed class TextStep(StepScope scope, Slot slot, TextPattern pattern, IReadOnlyList<string> siteCodes) : Step(scope, slot)
{
    protected override void Decide(SimulatedRecord record, SplitMix64 random) => record.Set(Slot, pattern.Write(record.Number, siteCodes[record.Site]));
}
