using FlsAudit.Model;
using FlsAudit.Standards.Expressions;

namespace FlsAudit.Measures.Columnar;

/// <summary>
/// The conditions of a plan as a list of steps over columns. Each different condition is one step with a register of its own, so a population that twenty
/// measures share is evaluated once per batch.
/// </summary>
internal sealed class Program(BatchLayout layout, int asAt)
{
    private readonly Dictionary<string, int> registers = new(StringComparer.Ordinal);
    private readonly List<Step> steps = [];

    public int RegisterCount => steps.Count;

    /// <summary>The register that holds the truth of a condition after <see cref="Run"/>.</summary>
    public int Register(Expression expression)
    {
        var (key, make) = Translate(expression);
        if (registers.TryGetValue(key, out var register)) return register;
        steps.Add(make());
        return registers[key] = steps.Count - 1;
    }

    /// <summary>Evaluates every condition over a batch.</summary>
    public void Run(RecordBatch batch, sbyte[][] registerFile)
    {
        for (var i = 0; i < steps.Count; i++) steps[i](batch, registerFile, registerFile[i]);
    }

    private (string Key, Func<Step> Make) Translate(Expression expression)
    {
        switch (expression)
        {
            case And and:
                int left = Register(and.Left), right = Register(and.Right);
                return ($"and {left} {right}", () => Steps.And(left, right));
            case Or or:
                int either = Register(or.Left), other = Register(or.Right);
                return ($"or {either} {other}", () => Steps.Or(either, other));
            case Not not:
                var operand = Register(not.Operand);
                return ($"not {operand}", () => Steps.Not(operand));
            case IsKnown known:
                return ($"known {known.Field.Name}", () => IsKnown(known.Field));
            case IsPresent present:
                return ($"present {present.Field.Name}", () => IsPresent(present.Field));
            case AfterAsAt late:
                return ($"late {late.Date.Name}", () => Steps.AfterAsAt(Slot(late.Date), asAt));
            case HasCode test:
                return ($"code {test.Field.Name} {string.Join(',', test.Codes.Order())}", () => Steps.Lookup(Slot(test.Field), Truths(test.Field, i => Kleene.Of(test.Codes.Contains(i)), Truth.Unknown, Truth.Unknown)));
            case NumberComparison test:
                return (FormattableString.Invariant($"number {test.Field.Name} {test.Comparison} {test.Number:R}"), () => Steps.Number(Slot(test.Field), test.Comparison, test.Number));
            case DateComparison test:
                return ($"dates {test.Left.Name} {test.Comparison} {test.Right.Name}", () => Steps.Days(Slot(test.Right), Slot(test.Left), test.Comparison, 0, asAt));
            case DayComparison test:
                return (FormattableString.Invariant($"days {test.Difference.From.Name} {test.Difference.To.Name} {test.Comparison} {test.Number:R}"), () => Steps.Days(Slot(test.Difference.From), Slot(test.Difference.To), test.Comparison, test.Number, asAt));
            case Within within:
                return ($"within {within.Date.Name} {within.Days} {within.Start.Name}", () => Steps.Within(Slot(within.Start), Slot(within.Date), within.Days, asAt));
            default:
                throw new NotSupportedException($"The condition '{expression.Text}' is of a kind that this engine does not know.");
        }
    }

    private Step IsKnown(Field field) => field.Type switch
    {
        FieldType.Date => Steps.DateKnown(Slot(field), asAt),
        FieldType.Number => Steps.NumberKnown(Slot(field)),
        _ => Steps.Lookup(Slot(field), Truths(field, _ => Truth.True, Truth.False, Truth.False)),
    };

    private Step IsPresent(Field field) => field.Type switch
    {
        FieldType.Date => Steps.DatePresent(Slot(field)),
        FieldType.Number => Steps.NumberKnown(Slot(field)),
        _ => Steps.Lookup(Slot(field), Truths(field, _ => Truth.True, Truth.Unknown, Truth.False)),
    };

    // The truth of each code, one place further so that Missing.Code finds its own at 0.
    private static sbyte[] Truths(Field field, Func<int, Truth> ofCode, Truth ofNotKnown, Truth ofMissing) =>
    [
        (sbyte)ofMissing,
        .. Enumerable.Range(0, field.Values.Count).Select(code => (sbyte)(code == field.NotKnownIndex ? ofNotKnown : ofCode(code))),
    ];

    private int Slot(Field field) =>
        layout.SlotOf(field.Name) is >= 0 and var slot
            ? slot
            : throw new ArgumentException($"The batches do not hold the field '{field.Name}', which a condition reads.");
}

/// <summary>Fills one register from a batch and from registers filled before.</summary>
internal delegate void Step(RecordBatch batch, sbyte[][] registers, sbyte[] result);
