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

    /// <summary>Makes a plan.</summary>
    /// <param name="measures">The measures; ids are unique.</param>
    /// <param name="asAt">The day up to which the data are complete, as <see cref="DateOnly.DayNumber"/>.</param>
    /// <param name="periodKind">The length of periods, by fracture date.</param>
    /// <param name="fractureDate">The field that puts a record into a period.</param>
    /// <param name="breakdowns">Code fields that results are broken down by, one at a time.</param>
    /// <param name="completenessOf">Fields for the data-quality table.</param>
    public MeasurePlan(
        IEnumerable<MeasureDefinition> measures,
        int asAt,
        PeriodKind periodKind,
        Field fractureDate,
        IReadOnlyList<Field> breakdowns,
        IReadOnlyList<Field> completenessOf)
    {
        AsAt = asAt;
        PeriodKind = periodKind;
        FractureDate = fractureDate;
        Breakdowns = breakdowns;
        CompletenessOf = completenessOf;
        var items = new List<PlanItem>();
        foreach (var measure in measures)
        {
            foreach (var part in measure.Parts)
            {
                var item = new PlanItem(items.Count, measure, part);
                items.Add(item);
                byName.Add((measure.Id, part.Name), item);
            }
        }

        Items = items;
        Presence = [.. completenessOf.Select(field => new IsPresent($"{field.Name} is present", field))];
    }

    /// <summary>The day up to which the data are complete.</summary>
    public int AsAt { get; }

    /// <summary>The length of periods.</summary>
    public PeriodKind PeriodKind { get; }

    /// <summary>The field that puts a record into a period.</summary>
    public Field FractureDate { get; }

    /// <summary>Code fields that results are broken down by.</summary>
    public IReadOnlyList<Field> Breakdowns { get; }

    /// <summary>Fields whose completeness is counted, one presence counter each after the items.</summary>
    public IReadOnlyList<Field> CompletenessOf { get; }

    /// <summary>The parts of the measures, in order.</summary>
    public IReadOnlyList<PlanItem> Items { get; }

    internal IReadOnlyList<IsPresent> Presence { get; }

    /// <summary>The item of a part of a measure.</summary>
    /// <exception cref="KeyNotFoundException">The plan has no such part.</exception>
    public PlanItem Item(string measure, string part = "") => byName[(measure, part)];

    /// <summary>The fields that the plan reads, in the order of the dictionary: what an importer has to deliver.</summary>
    public BatchLayout LayoutFrom(FieldDictionary dictionary)
    {
        HashSet<string> names =
        [
            FractureDate.Name,
            .. Breakdowns.Select(field => field.Name),
            .. CompletenessOf.Select(field => field.Name),
            .. Items.Select(item => item.Measure).Distinct().SelectMany(FieldsRead.By),
        ];
        return new BatchLayout(dictionary.Fields.Where(field => names.Contains(field.Name) && field.Type != FieldType.Text));
    }
}
