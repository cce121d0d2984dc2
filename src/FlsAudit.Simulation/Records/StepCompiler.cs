using FlsAudit.Model;
using FlsAudit.Simulation.Definitions;

namespace FlsAudit.Simulation.Records;

/// <summary>Turns the steps of a scenario into steps that run, checking every name on the way.</summary>
internal sealed class StepCompiler(RecordSchema schema, IReadOnlyList<SiteDefinition> sites, int asAt)
{
    private const string AsAtName = "as_at";
    private static readonly SiteEffect NoEffect = new(1, 1);
    private readonly HashSet<string> effectsUsed = new(StringComparer.Ordinal);

    public IReadOnlyList<Step> Compile(IEnumerable<StepDefinition> definitions)
    {
        Step[] steps = [.. definitions.Select(Compile)];
        foreach (var effect in sites.SelectMany(site => site.Effects.Keys).Where(effect => !effectsUsed.Contains(effect)))
            throw ScenarioException.UnknownName($"A site names the effect '{effect}', which no step uses", effect, effectsUsed);
        return steps;
    }

    private Step Compile(StepDefinition step)
    {
        var slot = schema[step.Field ?? step.Let ?? throw new ScenarioException("A step names neither a field nor a variable; give it 'field' or 'let'.")];
        object?[] actions = [step.Choose, step.Deal, step.Set, step.Date, step.Number, step.Text, step.Again, step.Clear ? step : null];
        if ((step.Field is not null && step.Let is not null) || actions.Count(action => action is not null) != 1)
            throw new ScenarioException($"A step for '{slot.Name}' must name either a field or a variable and do exactly one of choose, deal, set, date, number, text, again and clear.");
        if (step.Effect.Count > 0 && step.Choose is null)
            throw new ScenarioException($"A step for '{slot.Name}' has an effect but nothing to choose.");
        var scope = new StepScope(
            Condition.Compile(step.When, schema),
            [.. step.Elapsed.Select(pair => (Typed(schema[pair.Key], FieldType.Date), pair.Value))],
            step.Chance,
            asAt,
            step.Label);
        return step switch
        {
            { Choose: { } choose } => Choose(scope, Typed(slot, FieldType.Code), choose, step.Effect),
            { Deal: { } deal } => new DealStep(scope, Typed(slot, FieldType.Code), Codes(slot, deal.Keys), [.. deal.Values]),
            { Set: { } code } => new SetStep(scope, Typed(slot, FieldType.Code), RecordSchema.CodeOf(slot, code)),
            { Date: { } date } => new DateStep(
                scope,
                Typed(slot, FieldType.Date),
                date.From == AsAtName ? null : Typed(schema[date.From], FieldType.Date),
                asAt,
                new QuantileTable(slot.Name, date.Days),
                date.EvenAfterAsAt),
            { Number: { } number } => new NumberStep(
                scope,
                Typed(slot, FieldType.Number),
                number.From is null ? null : Typed(schema[number.From], FieldType.Number),
                new QuantileTable(slot.Name, number.Quantiles),
                number.Decimals),
            { Again: { } again } => new AgainStep(
                scope,
                Typed(slot, FieldType.Number),
                schema[FieldNames.FractureDate],
                new QuantileTable(slot.Name, again.Days),
                Condition.Compile(again.Of, schema),
                [.. again.Same.Select(name => schema[name])]),
            { Text: { } text } => new TextStep(scope, Typed(slot, FieldType.Text), new TextPattern(text), [.. sites.Select(site => site.Code)]),
            _ => new ClearStep(scope, slot),
        };
    }

    private ChooseStep Choose(StepScope scope, Slot slot, IReadOnlyDictionary<string, double> choose, IReadOnlyDictionary<string, string> effect)
    {
        foreach (var code in effect.Keys.Where(code => !choose.ContainsKey(code)))
            throw ScenarioException.UnknownName($"The effect on '{slot.Name}' is tied to '{code}', which is not among the choices", code, choose.Keys);
        SiteEffect[]?[] effects = [.. choose.Keys.Select(code => effect.TryGetValue(code, out var name) ? EffectBySite(name) : null)];
        return new ChooseStep(scope, slot, Codes(slot, choose.Keys), [.. choose.Values], effects);
    }

    private SiteEffect[] EffectBySite(string name)
    {
        effectsUsed.Add(name);
        return [.. sites.Select(site => site.Effects.TryGetValue(name, out var factors) ? EffectOf(site, name, factors) : NoEffect)];
    }

    private static SiteEffect EffectOf(SiteDefinition site, string name, IReadOnlyList<double> factors) => factors.Count is 1 or 2 && factors.All(factor => factor >= 0)
        ? new SiteEffect(factors[0], factors[^1])
        : throw new ScenarioException($"The effect '{name}' of the site '{site.Name}' must be one or two factors that are not negative.");

    private static int[] Codes(Slot slot, IEnumerable<string> codes) =>
        [.. codes.Select(code => code.Length == 0 ? SimulatedRecord.Nothing : RecordSchema.CodeOf(slot, code))];

    private static Slot Typed(Slot slot, FieldType type) => slot.Type == type ? slot : throw new ScenarioException(
        $"The scenario uses '{slot.Name}' as if it were of type {type}, but it is of type {slot.Type}.");
}
