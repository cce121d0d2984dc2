using FlsAudit.Model;
using FlsAudit.Standards;
using FlsAudit.Standards.Expressions;

namespace FlsAudit.Measures;

/// <summary>One part of one measure, with its number in the plan.</summary>
/// <param name="Number">Its position in <see cref="MeasurePlan.Items"/> and in every cell of a cube.</param>
/// <param name="Measure">The measure.</param>
/// <param name="Part">The part.</param>
public sealed record PlanItem(int Number, MeasureDefinition Measure, MeasurePart Part);

/// <summary>
/// Everything that one pass over the records counts: parts of measures, the fields whose completeness is shown, the length of periods,
/// one-way breakdowns, and the as-at date. Engines are made of a plan; cubes of equal plans merge.
/// </summary>
public sealed class MeasurePlan
{
    private readonly Dictionary<(string Measure, string Part), PlanItem> byName = [];
    private readonly HashSet<string> asked;
    private readonly Field[] presenceOf;

    /// <summary>Makes a plan.</summary>
    /// <param name="measures">The measures; ids are unique. Those that read no records have no items.</param>
    /// <param name="asAt">The day up to which the data are complete, as <see cref="DateOnly.DayNumber"/>.</param>
    /// <param name="periodKind">The length of periods, by fracture date.</param>
    /// <param name="fractureDate">The field that puts a record into a period.</param>
    /// <param name="breakdowns">What every measure is broken down by, one at a time; those of the measures themselves are added.</param>
    /// <param name="completenessOf">Fields for the data-quality table.</param>
    public MeasurePlan(
        IEnumerable<MeasureDefinition> measures,
        int asAt,
        PeriodKind periodKind,
        Field fractureDate,
        IReadOnlyList<Breakdown> breakdowns,
        IReadOnlyList<Field> completenessOf)
    {
        AsAt = asAt;
        PeriodKind = periodKind;
        FractureDate = fractureDate;
        CompletenessOf = completenessOf;
        MeasureDefinition[] counted = [.. measures.Where(measure => measure.ReadsRecords)];
        asked = [.. breakdowns.Select(breakdown => breakdown.Name)];
        Breakdowns = [.. breakdowns.Concat(counted.SelectMany(measure => measure.By)).DistinctBy(breakdown => breakdown.Name)];
        var items = new List<PlanItem>();
        foreach (var measure in counted)
        {
            foreach (var part in measure.Parts)
            {
                var item = new PlanItem(items.Count, measure, part);
                items.Add(item);
                byName.Add((measure.Id, part.Name), item);
            }
        }

        Items = items;
        presenceOf = [.. completenessOf.Concat(counted.SelectMany(measure => measure.Needs)).Concat(counted.Where(ExcludesDeaths).Select(measure => measure.DeathDate!)).DistinctBy(field => field.Name)];
        Presence = [.. presenceOf.Select(field => new IsPresent($"{field.Name} is present", field))];
    }

    /// <summary>The day up to which the data are complete.</summary>
    public int AsAt { get; }

    /// <summary>The length of periods.</summary>
    public PeriodKind PeriodKind { get; }

    /// <summary>The field that puts a record into a period.</summary>
    public Field FractureDate { get; }

    /// <summary>What records are broken down by, one at a time.</summary>
    public IReadOnlyList<Breakdown> Breakdowns { get; }

    /// <summary>Fields of the data-quality table. Their positions are those of <see cref="PresenceOf"/>.</summary>
    public IReadOnlyList<Field> CompletenessOf { get; }

    /// <summary>The parts of the measures, in order.</summary>
    public IReadOnlyList<PlanItem> Items { get; }

    /// <summary>Groups in which shares are counted once more, over all periods, to compare sites like with like; none unless they are given.</summary>
    public Strata Strata { get; init; } = Strata.None;

    /// <summary>The rules that every record is held against; none unless they are given.</summary>
    public IReadOnlyList<PlausibilityRule> PlausibilityRules { get; init; } = [];

    /// <summary>The rules that two records of a patient are held against; none unless they are given.</summary>
    public IReadOnlyList<BetweenRecordsRule> BetweenRecordsRules
    {
        get;
        init
        {
            field = value;
            LinkedFields = new LinkedFields(value);
        }
    } = [];

    /// <summary>How many records are held to be held against each other; those of the file that would be too much, and of all after it, are not looked at.</summary>
    public int MostLinkedRecords { get; init; } = 1_000_000;

    internal LinkedFields LinkedFields { get; private init; } = new([]);

    /// <summary>Whether the values of marked records are kept for the few examples of a finding: only when the user asked for values.</summary>
    public bool KeepsMarkedValues { get; init; }

    internal IReadOnlyList<IsPresent> Presence { get; }

    /// <summary>Whether records should say which patient they are of: a measure counts patients, or a rule holds records of one against each other.</summary>
    public bool WantsPatients => LinksPatients || BetweenRecordsRules.Count > 0;

    /// <summary>Whether a measure counts patients, so that records must say which patient they are of.</summary>
    public bool LinksPatients => Items.Any(item => item.Measure.Unit == CountedUnit.PatientFirstEpisode);

    /// <summary>Whether results of a measure are shown by one of the <see cref="Breakdowns"/>: it was asked for, or belongs to the measure.</summary>
    /// <param name="breakdown">The position of the breakdown.</param>
    /// <param name="measure">The measure.</param>
    public bool IsShown(int breakdown, MeasureDefinition measure) =>
        asked.Contains(Breakdowns[breakdown].Name) || measure.By.Any(own => own.Name == Breakdowns[breakdown].Name);

    /// <summary>The position of a field whose presence is counted, for the data-quality table or because a measure needs it; -1 when it is not counted.</summary>
    public int PresenceOf(Field field) => Array.FindIndex(presenceOf, counted => counted.Name == field.Name);

    /// <summary>Whether a measure leaves out deaths before its window closes.</summary>
    public static bool ExcludesDeaths(MeasureDefinition measure) => measure.DeathBeforeWindow is { } death && measure.Exclusions.Contains(death);

    /// <summary>The item of a part of a measure.</summary>
    /// <exception cref="KeyNotFoundException">The plan has no such part.</exception>
    public PlanItem Item(string measure, string part = "") => byName[(measure, part)];

    /// <summary>The fields that the plan reads, in the order of the dictionary: what an importer has to deliver.</summary>
    public BatchLayout LayoutFrom(FieldDictionary dictionary)
    {
        HashSet<string> names =
        [
            FractureDate.Name,
            .. Breakdowns.Concat(Strata.Breakdowns).SelectMany(FieldsRead.By),
            .. presenceOf.Select(field => field.Name),
            .. Items.Select(item => item.Measure).Distinct().SelectMany(FieldsRead.By),
            .. PlausibilityRules.SelectMany(rule => FieldsRead.By(rule.When)),
            .. BetweenRecordsRules.SelectMany(rule => FieldsRead.By(rule.When)),
            .. LinkedFields.Fields.Select(field => field.Name),
        ];
        return new BatchLayout(dictionary.Fields.Where(field => names.Contains(field.Name) && field.Type != FieldType.Text));
    }
}
