namespace FlsAudit.Simulation.Records;

/// <summary>Gives a code drawn by weight; a site's effects multiply the weights of the codes they are tied to.</summary>
internal sealed class ChooseStep : Step
{
    private readonly int[] codes;
    private readonly double[] weights;
    private readonly SiteEffect[]?[] effects;

    /// <param name="scope">The records it applies to.</param>
    /// <param name="slot">The field that is decided.</param>
    /// <param name="codes">Code numbers, or <see cref="SimulatedRecord.Nothing"/>.</param>
    /// <param name="weights">The weight of each code.</param>
    /// <param name="effects">For each code the effect by site, or null.</param>
    public ChooseStep(StepScope scope, Slot slot, int[] codes, double[] weights, SiteEffect[]?[] effects)
        : base(scope, slot)
    {
        if (codes.Length == 0 || weights.Any(weight => !(weight >= 0)) || !(weights.Sum() > 0))
            throw new ScenarioException($"The weights of '{slot.Name}' must not be negative, and one must be above zero.");
        (this.codes, this.weights, this.effects) = (codes, weights, effects);
    }

    protected override void Decide(SimulatedRecord record, SplitMix64 random)
    {
        var total = 0.0;
        for (var i = 0; i < codes.Length; i++) total += Weight(i, record);
        var left = random.NextUnit() * total;
        var chosen = 0;
        for (; chosen < codes.Length - 1; chosen++)
        {
            left -= Weight(chosen, record);
            if (left < 0) break;
        }

        if (codes[chosen] == SimulatedRecord.Nothing) record.Clear(Slot);
        else record.Set(Slot, codes[chosen]);
    }

    private double Weight(int i, SimulatedRecord record) =>
        effects[i] is { } bySite ? weights[i] * bySite[record.Site].At(record.Progress) : weights[i];
}

/// <summary>How a site's practice multiplies a weight, in its first and in its last quarter; a straight line between.</summary>
internal readonly record struct SiteEffect(double First, double Last)
{
    public double At(double progress) => First + ((Last - First) * progress);
}
