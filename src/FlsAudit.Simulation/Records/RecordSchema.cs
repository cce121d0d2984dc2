using FlsAudit.Model;
using FlsAudit.Simulation.Definitions;

namespace FlsAudit.Simulation.Records;

/// <summary>What a slot of a simulated record holds.</summary>
internal sealed class Slot(int number, string name, FieldType type, IEnumerable<string> codes)
{
    private readonly List<string> codes = [.. codes];

    public int Number { get; } = number;

    public string Name { get; } = name;

    public FieldType Type { get; } = type;

    public IReadOnlyList<string> Codes => codes;

    /// <summary>The number of a code, or -1.</summary>
    public int CodeOf(string code) => codes.IndexOf(code);

    /// <summary>Adds a code to a variable, whose codes are those that the steps give it.</summary>
    public void Declare(string code)
    {
        if (!codes.Contains(code)) codes.Add(code);
    }
}

/// <summary>The slots of a simulated record: the fields of the data dictionary, then the model's variables.</summary>
internal sealed class RecordSchema
{
    private readonly Dictionary<string, Slot> byName = new(StringComparer.Ordinal);
    private readonly List<Slot> slots = [];

    public RecordSchema(FieldDictionary dictionary, IEnumerable<StepDefinition> steps)
    {
        foreach (var field in dictionary.Fields)
            Add(field.Name, field.Type, field.Values.Select(value => value.Code));
        foreach (var step in steps.Where(step => step.Let is not null))
            DeclareVariable(step);
    }

    public IReadOnlyList<Slot> Slots => slots;

    /// <summary>The slot of a field or variable.</summary>
    /// <exception cref="ScenarioException">There is none.</exception>
    public Slot this[string name] => byName.GetValueOrDefault(name)
        ?? throw ScenarioException.UnknownName(
            $"The scenario names '{name}', which is neither a field of the data dictionary nor a variable of the model", name, byName.Keys);

    /// <summary>The number of a code of a slot.</summary>
    /// <exception cref="ScenarioException">The slot has no such code.</exception>
    public static int CodeOf(Slot slot, string code)
    {
        var number = slot.CodeOf(code);
        return number >= 0 ? number : throw ScenarioException.UnknownName(
            $"The scenario gives '{slot.Name}' the code '{code}', which it does not have", code, slot.Codes);
    }

    private void DeclareVariable(StepDefinition step)
    {
        var type = step.Date is not null ? FieldType.Date
            : step.Number is not null || step.Again is not null ? FieldType.Number
            : step.Text is not null ? FieldType.Text
            : FieldType.Code;
        var slot = byName.GetValueOrDefault(step.Let!) ?? Add(step.Let!, type, []);
        if (step.Clear) return;
        if (slot.Type != type)
            throw new ScenarioException($"The variable '{step.Let}' is given values of two types, {slot.Type} and {type}; a variable has one type.");
        IEnumerable<string> codes = [.. step.Choose?.Keys ?? [], .. step.Deal?.Keys ?? [], .. step.Set is null ? (string[])[] : [step.Set]];
        foreach (var code in codes.Where(code => code.Length > 0)) slot.Declare(code);
    }

    private Slot Add(string name, FieldType type, IEnumerable<string> codes)
    {
        var slot = new Slot(slots.Count, name, type, codes);
        slots.Add(slot);
        byName.Add(name, slot);
        return slot;
    }
}
