namespace FlsAudit.Simulation.Records;

/// <summary>
/// Gives exact numbers of codes: a shuffled deck with one card for each record that the step applies to. Cards are drawn without
/// replacement as records come, so nothing has to be kept.
/// </summary>
internal sealed class DealStep(StepScope scope, Slot slot, int[] codes, int[] counts) : Step(scope, slot)
{
    private readonly int[] left = [.. counts];
    private readonly int cards = counts.Sum();
    private int cardsLeft = counts.Sum();

    protected override void Decide(SimulatedRecord record, SplitMix64 random)
    {
        if (cardsLeft == 0) throw Mismatch("more");
        var card = random.Below(cardsLeft--);
        var chosen = 0;
        while (card >= left[chosen]) card -= left[chosen++];
        left[chosen]--;
        if (codes[chosen] == SimulatedRecord.Nothing) record.Clear(Slot);
        else record.Set(Slot, codes[chosen]);
    }

    public override void Finish()
    {
        if (cardsLeft > 0) throw Mismatch("fewer");
    }

    private ScenarioException Mismatch(string comparison) =>
        new($"The scenario deals {cards} values to '{Slot.Name}' ({string.Join(" + ", counts)}), but {comparison} records ask for one; the counts must add up to the records that the step applies to.");
}
