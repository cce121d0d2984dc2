using FlsAudit.Simulation.Definitions;
using FlsAudit.Simulation.Records;

namespace FlsAudit.Simulation.Exports;

/// <summary>Puts another text in place of the one that the profile gives, in a share of the cells.</summary>
internal sealed class TextQuirk(TextDefinition definition, int column, Condition when)
{
    private readonly HashSet<string> from = [.. definition.From];
    private readonly Cell to = Cell.OfText(definition.To);

    /// <summary>What the README calls it; null when it is how the registry usually writes.</summary>
    public string? Label => definition.Label;

    /// <summary>How many cells it changed.</summary>
    public long Count { get; private set; }

    public static IEnumerable<TextQuirk> Compile(IEnumerable<TextDefinition> definitions, IReadOnlyList<ExportColumn> columns, RecordSchema schema)
    {
        foreach (var definition in definitions)
        {
            var column = columns.ToList().FindIndex(column => column.Heading == definition.Column);
            if (column < 0) throw new ScenarioException($"A text is to be replaced in the column '{definition.Column}', which the exports do not have.");
            yield return new TextQuirk(definition, column, Condition.Compile(definition.When, schema));
        }
    }

    public void Apply(SimulatedRecord record, Cell[] row, SplitMix64 random)
    {
        ref var cell = ref row[column];
        if (cell.Kind is not (CellKind.Text or CellKind.Blank)) return;
        if (!from.Contains(cell.Text ?? "") && !(cell.Kind == CellKind.Text && from.Contains("*"))) return;
        if (!when.Holds(record) || random.NextUnit() >= definition.Share) return;
        cell = to;
        Count++;
    }
}
