using FlsAudit.Model;
using FlsAudit.Simulation.Definitions;

namespace FlsAudit.Simulation.Records;

/// <summary>Makes the records of a scenario, site by site, each site in the order of its fracture dates.</summary>
internal sealed class RecordSource
{
    private readonly ScenarioDefinition scenario;
    private readonly ulong seed;
    private readonly IReadOnlyList<Step> steps;
    private readonly Slot[][] blank;
    private readonly Slot fractureDate;
    private readonly Slot site;
    private readonly int firstQuarter;
    private readonly int quarters;

    public RecordSource(Scenario scenario, FieldDictionary dictionary, ulong seed, int records)
    {
        this.scenario = scenario.Definition;
        this.seed = seed;
        IReadOnlyList<StepDefinition> definitions = [.. scenario.Model.Steps, .. this.scenario.Steps];
        if (records != this.scenario.Records && definitions.Any(step => step.Deal is not null))
            throw new ScenarioException($"The scenario '{this.scenario.Name}' deals exact counts, so its number of records is always {this.scenario.Records}.");
        if (this.scenario.From > this.scenario.To)
            throw new ScenarioException($"The scenario '{this.scenario.Name}' ends before it starts; 'from' must not be after 'to'.");
        Schema = new RecordSchema(dictionary, definitions);
        steps = new StepCompiler(Schema, this.scenario.Sites, this.scenario.AsAt.DayNumber).Compile(definitions);
        blank = [.. this.scenario.Sites.Select(definition => definition.Blank.Select(name => Schema[name]).ToArray())];
        fractureDate = Schema[FieldNames.FractureDate];
        site = Schema[FieldNames.Site];
        firstQuarter = Period.Of(PeriodKind.Quarter, this.scenario.From.DayNumber).Number;
        quarters = Period.Of(PeriodKind.Quarter, this.scenario.To.DayNumber).Number - firstQuarter;
        Sizes = Apportionment.Of(records, [.. this.scenario.Sites.Select(definition => definition.Share)]);
    }

    public RecordSchema Schema { get; }

    /// <summary>The number of records of each site.</summary>
    public IReadOnlyList<int> Sizes { get; }

    /// <summary>The planted quirks of the steps so far: label and number of records.</summary>
    public IEnumerable<(string Label, long Count)> Quirks => steps.Where(step => step.Label is not null).Select(step => (step.Label!, step.Applied));

    /// <summary>The records of one site. The same object is filled again for each.</summary>
    public IEnumerable<SimulatedRecord> Of(int siteNumber)
    {
        var random = SplitMix64.Stream(seed, (ulong)siteNumber);
        var days = new int[Sizes[siteNumber]];
        var span = scenario.To.DayNumber - scenario.From.DayNumber + 1;
        for (var i = 0; i < days.Length; i++) days[i] = scenario.From.DayNumber + random.Below(span);
        Array.Sort(days);

        var record = new SimulatedRecord(Schema);
        var number = Sizes.Take(siteNumber).Sum();
        foreach (var day in days)
        {
            var quarter = Period.Of(PeriodKind.Quarter, day).Number - firstQuarter;
            record.Start(siteNumber, ++number, quarters == 0 ? 0 : (double)quarter / quarters);
            record.Set(site, scenario.Sites[siteNumber].Name);
            record.Set(fractureDate, day);
            foreach (var step in steps) step.Run(record, random);
            foreach (var slot in blank[siteNumber]) record.Clear(slot);
            yield return record;
        }
    }

    /// <summary>Called after the last record of the last site.</summary>
    /// <exception cref="ScenarioException">A deck was not dealt out.</exception>
    public void Finish()
    {
        foreach (var step in steps) step.Finish();
    }
}
