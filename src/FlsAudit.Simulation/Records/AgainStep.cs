namespace FlsAudit.Simulation.Records;

/// <summary>
/// Makes a record a further fracture of a patient whom the same site has recorded before: takes over what stays the same and gives the days between the two
/// fractures; nothing when the site has no earlier record. The records of a site must come in the order of their fracture dates.
/// </summary>
internal sealed class AgainStep(StepScope scope, Slot slot, Slot date, QuantileTable days, Condition of, IReadOnlyList<Slot> same) : Step(scope, slot)
{
    // Enough that hardly any patient is taken twice, and what is kept does not grow with the number of records.
    private const int MostPerDay = 64;

    private readonly List<(int Day, List<SlotValue[]> Records)> earlier = [];
    private int site = -1;

    public override void Run(SimulatedRecord record, SplitMix64 random)
    {
        if (record.Site != site)
        {
            site = record.Site;
            earlier.Clear();
        }

        base.Run(record, random);
        if (record.IsRecorded(date) && of.Holds(record)) Remember(record);
    }

    protected override void Decide(SimulatedRecord record, SplitMix64 random)
    {
        record.Clear(Slot);
        if (!record.IsRecorded(date)) return;
        var latest = record.Whole(date) - (int)Math.Floor(days.Draw(random));
        var found = earlier.FindLastIndex(other => other.Day <= latest);
        if (found < 0) return;
        var (day, records) = earlier[found];
        var values = records[random.Below(records.Count)];
        for (var i = 0; i < same.Count; i++) record.Set(same[i], values[i]);
        record.Set(Slot, (double)(record.Whole(date) - day));
    }

    private void Remember(SimulatedRecord record)
    {
        var day = record.Whole(date);
        if (earlier.Count == 0 || earlier[^1].Day != day) earlier.Add((day, []));
        if (earlier[^1].Records.Count < MostPerDay) earlier[^1].Records.Add([.. same.Select(record.ValueOf)]);
    }
}
