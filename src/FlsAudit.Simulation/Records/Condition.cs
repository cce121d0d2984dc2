using System.Globalization;
using FlsAudit.Model;

namespace FlsAudit.Simulation.Records;

/// <summary>Which records something applies to: every named field must have one of its named values.</summary>
internal sealed class Condition
{
    private const string Recorded = "*";
    private readonly Test[] tests;

    private Condition(Test[] tests) => this.tests = tests;

    public static Condition Compile(IReadOnlyDictionary<string, IReadOnlyList<string>> when, RecordSchema schema) =>
        new([.. when.Select(pair => TestOf(schema[pair.Key], pair.Value))]);

    public bool Holds(SimulatedRecord record)
    {
        foreach (var test in tests)
            if (!test.Holds(record)) return false;
        return true;
    }

    private static Test TestOf(Slot slot, IReadOnlyList<string> values)
    {
        var codes = new bool[slot.Codes.Count];
        var ranges = new List<(double From, double Below)>();
        foreach (var value in values.Where(value => value is not Recorded and not ""))
        {
            if (slot.Type == FieldType.Code) codes[RecordSchema.CodeOf(slot, value)] = true;
            else if (slot.Type == FieldType.Number) ranges.Add(Range(slot, value));
            else throw new ScenarioException($"The scenario asks '{slot.Name}' for '{value}'; a field of type {slot.Type} can only be \"*\" (recorded) or \"\" (nothing recorded).");
        }

        return new Test(slot, values.Contains(""), values.Contains(Recorded), codes, [.. ranges]);
    }

    private static (double From, double Below) Range(Slot slot, string text)
    {
        var between = text.IndexOf("..", StringComparison.Ordinal);
        if (text.StartsWith('<') && TryNumber(text[1..], out var below)) return (double.NegativeInfinity, below);
        if (text.StartsWith(">=", StringComparison.Ordinal) && TryNumber(text[2..], out var from)) return (from, double.PositiveInfinity);
        if (between > 0 && TryNumber(text[..between], out from) && TryNumber(text[(between + 2)..], out below)) return (from, below);
        throw new ScenarioException($"The scenario asks '{slot.Name}' for '{text}'; a number is asked for as <75, >=75 or 50..75 (75 not included).");
    }

    private static bool TryNumber(string text, out double value) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value);

    private sealed class Test(Slot slot, bool whenBlank, bool whenRecorded, bool[] codes, (double From, double Below)[] ranges)
    {
        public bool Holds(SimulatedRecord record)
        {
            if (!record.IsRecorded(slot)) return whenBlank;
            if (whenRecorded) return true;
            if (slot.Type == FieldType.Code) return codes[record.Whole(slot)];
            var number = record.NumberOf(slot);
            foreach (var (from, below) in ranges)
                if (number >= from && number < below) return true;
            return false;
        }
    }
}
