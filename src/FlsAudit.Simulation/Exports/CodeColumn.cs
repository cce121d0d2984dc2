using FlsAudit.Model;
using FlsAudit.Simulation.Records;

namespace FlsAudit.Simulation.Exports;

/// <summary>
/// A column whose texts stand for codes of one or more fields: the profile read backwards. The text that says the same about every field is
/// chosen, the first where there are several; failing that the first that is right about the first field.
/// </summary>
internal sealed class CodeColumn : ExportColumn
{
    private readonly ProfileColumn column;
    private readonly Slot[] slots;
    private readonly (string Text, int[] Codes)[] texts;
    private readonly int sameTextAs;
    private readonly Dictionary<long, string[]> chosen = [];

    /// <param name="heading">The usual spelling.</param>
    /// <param name="column">The profile's column.</param>
    /// <param name="schema">The record's slots.</param>
    /// <param name="joined">Texts that join several values, in the order in which they are tried after the single ones.</param>
    /// <param name="sameTextAs">The column to the left whose text is repeated where it says the same; -1 for none.</param>
    public CodeColumn(string heading, ProfileColumn column, RecordSchema schema, IReadOnlyList<string> joined, int sameTextAs)
        : base(heading)
    {
        this.column = column;
        this.sameTextAs = sameTextAs;
        slots = [.. column.Fields.Select(mapping => schema[mapping.Field])];
        texts = [.. column.Fields[0].Values.Keys.Concat(joined).Select(text => (text, CodesOf(text)))];
    }

    public override Cell Read(SimulatedRecord record, Cell[] row)
    {
        long key = 0;
        foreach (var slot in slots) key = (key << 8) | (uint)(record.IsRecorded(slot) ? record.Whole(slot) + 1 : 0);
        if (key == 0) return default;
        if (!chosen.TryGetValue(key, out var candidates))
            chosen.Add(key, candidates = Candidates([.. slots.Select(record.Whole)]));
        if (candidates.Length == 1) return Cell.OfText(candidates[0]);
        var text = sameTextAs >= 0 && Array.IndexOf(candidates, row[sameTextAs].Text) >= 0
            ? row[sameTextAs].Text
            : candidates[record.Number % candidates.Length];
        return Cell.OfText(text);
    }

    // Of texts that say the same, single values are alike and the first is the usual one; joined values are all as good, so they alternate.
    // A column that repeats another column's text must know all of them.
    private string[] Candidates(int[] codes)
    {
        string[] exact = [.. texts.Where(text => text.Codes.SequenceEqual(codes)).Select(text => text.Text)];
        if (exact.Length > 0) return sameTextAs >= 0 || IsJoined(exact[0]) ? exact : [exact[0]];
        if (codes[0] == SimulatedRecord.Nothing) return [""];
        var near = texts.Where(text => text.Codes[0] == codes[0]).Select(text => text.Text).FirstOrDefault();
        return near is null
            ? throw new ScenarioException(
                $"The column '{Heading}' of the profile has no text for {slots[0].Name} = {slots[0].Codes[codes[0]]}; choose another code in the scenario, or add the text to the profile.")
            : [near];
    }

    private bool IsJoined(string text) => column.Join is { } join && text.Contains(join, StringComparison.Ordinal);

    private int[] CodesOf(string text)
    {
        string[] parts = column.Join is { } join ? text.Split(join) : [text];
        return [.. column.Fields.Select((mapping, i) => CodeOf(text, [.. parts.Select(part => Lookup(mapping, text, part))], mapping, slots[i]))];
    }

    private string? Lookup(FieldMapping mapping, string text, string part) => mapping.Values.TryGetValue(part, out var code) ? code : throw ScenarioException.UnknownName(
        $"The column '{Heading}' of the profile does not know the text '{part}'{(part == text ? "" : $" of '{text}'")}", part, mapping.Values.Keys);

    private int CodeOf(string text, string?[] codes, FieldMapping mapping, Slot slot)
    {
        var code = codes.Distinct(StringComparer.Ordinal).Count() == 1 ? codes[0] : mapping.Several ?? throw new ScenarioException(
            $"The parts of '{text}' say different things about '{slot.Name}', and the column '{Heading}' of the profile has no code for several values.");
        return code is null ? SimulatedRecord.Nothing : RecordSchema.CodeOf(slot, code);
    }
}
