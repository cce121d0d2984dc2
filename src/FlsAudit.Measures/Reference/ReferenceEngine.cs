using FlsAudit.Model;
using FlsAudit.Standards;
using FlsAudit.Standards.Expressions;

namespace FlsAudit.Measures.Reference;

/// <summary>
/// Judges one record at a time by walking the definition, in the words of the definition. It is the second opinion on the columnar engine, so it shares
/// nothing with it and prefers being obviously right to being fast.
/// </summary>
public sealed class ReferenceEngine(int asAt)
{
    /// <summary>Judges a record.</summary>
    /// <param name="measure">The measure.</param>
    /// <param name="part">One of its parts.</param>
    /// <param name="record">The record.</param>
    public Judgement Judge(MeasureDefinition measure, MeasurePart part, Record record)
    {
        var answers = new List<ClauseAnswer>();
        Truth Ask(Clause clause, string text, Expression expression)
        {
            var truth = Evaluate(expression, record);
            answers.Add(new ClauseAnswer(clause, text, truth, FieldsRead.By(expression)) { Condition = expression });
            return truth;
        }

        Judgement Decide(Outcome outcome) => new(outcome, answers);

        // 1. Population, of the measure and of the part.
        var belongs = Ask(Clause.Population, measure.Population.Text, measure.Population);
        if (part.When is { } when && belongs != Truth.False)
            belongs = Kleene.And(belongs, Ask(Clause.Part, when.Text, when));
        if (belongs == Truth.False) return Decide(Outcome.NotInPopulation);
        if (belongs == Truth.Unknown) return Decide(Outcome.Unknown);

        // 2. Exclusions; an unknown one does not exclude.
        foreach (var exclusion in measure.Exclusions)
            if (Ask(Clause.Exclusion, $"{exclusion.Reason}: {exclusion.When.Text}", exclusion.When) == Truth.True)
                return Decide(Outcome.Excluded);

        // 3. The window, even if the numerator already holds. Without a start there is no last day to wait for.
        if (part.Due is { } due)
        {
            var start = record[due.Start];
            var closed = start is null ? Truth.Unknown : Kleene.Of(asAt >= start + due.Days);
            answers.Add(new ClauseAnswer(Clause.Due, $"{due.Days} days after {due.Start.Name}", closed, [due.Start.Name]));
            if (closed == Truth.False) return Decide(Outcome.NotDue);
        }

        // 4. The numerator.
        if (part.Gap is { } gap) return JudgeGap(gap, part.Due, record, answers);
        if (part.Numerator is null) return Decide(Outcome.Met);
        return Decide(Ask(Clause.Numerator, part.Numerator.Text, part.Numerator) switch
        {
            Truth.True => Outcome.Met,
            Truth.False => Outcome.NotMet,
            _ => Outcome.Unknown,
        });
    }

    /// <summary>The position of the category of a breakdown that a record is in, or <see cref="CellKey.NoCategory"/>.</summary>
    public int Categorise(Breakdown breakdown, Record record)
    {
        if (breakdown.Field is { } field) return (int)(record[field] ?? CellKey.NoCategory);
        for (var position = 0; position < breakdown.Categories.Count; position++)
        {
            switch (Evaluate(breakdown.Categories[position].When!, record))
            {
                case Truth.True: return position;
                // The record may belong here, so it cannot be put into a later category.
                case Truth.Unknown: return CellKey.NoCategory;
            }
        }

        return CellKey.NoCategory;
    }

    /// <summary>What a condition says of a record.</summary>
    public Truth Evaluate(Expression expression, Record record)
    {
        switch (expression)
        {
            case And and:
                return Kleene.And(Evaluate(and.Left, record), Evaluate(and.Right, record));
            case Or or:
                return Kleene.Or(Evaluate(or.Left, record), Evaluate(or.Right, record));
            case Not not:
                return Kleene.Not(Evaluate(not.Operand, record));
            case IsKnown known:
                return Kleene.Of(Known(known.Field, record) is not null);
            case IsPresent present:
                return record[present.Field] is not { } value ? Truth.False
                    : present.Field.Type == FieldType.Code && value == present.Field.NotKnownIndex ? Truth.Unknown
                    : Truth.True;
            case AfterAsAt late:
                return record[late.Date] is { } recorded ? Kleene.Of(recorded > asAt) : Truth.Unknown;
            case HasCode test:
                return Known(test.Field, record) is { } code ? Kleene.Of(test.Codes.Contains((int)code)) : Truth.Unknown;
            case NumberComparison test:
                return Known(test.Field, record) is { } number ? Compare(number, test.Comparison, test.Number) : Truth.Unknown;
            case DateComparison test:
                return Known(test.Left, record) is { } left && Known(test.Right, record) is { } right
                    ? Compare(left, test.Comparison, right)
                    : Truth.Unknown;
            case DayComparison test:
                return Days(test.Difference, record) is { } days ? Compare(days, test.Comparison, test.Number) : Truth.Unknown;
            case Within within:
                return EvaluateWithin(within, record);
            default:
                throw new NotSupportedException($"The condition '{expression.Text}' is of a kind that this engine does not know.");
        }
    }

    private Judgement JudgeGap(DayDifference gap, DueRule? due, Record record, List<ClauseAnswer> answers)
    {
        var days = Days(gap, record);
        var truth = days is null or < 0 ? Truth.Unknown : Kleene.Of(due is null || days <= due.Days);
        answers.Add(new ClauseAnswer(Clause.Numerator, $"days({gap.From.Name}, {gap.To.Name})", truth, [gap.From.Name, gap.To.Name]));
        return truth switch
        {
            Truth.True => new Judgement(Outcome.Met, answers) { Gap = days },
            Truth.False => new Judgement(Outcome.NotMet, answers),
            _ => new Judgement(Outcome.Unknown, answers),
        };
    }

    private Truth EvaluateWithin(Within within, Record record)
    {
        if (record[within.Date] is not { } date || Known(within.Start, record) is not { } start) return Truth.Unknown;
        if (date > asAt) return Truth.False;
        return date < start ? Truth.Unknown : Kleene.Of(date <= start + within.Days);
    }

    private int? Days(DayDifference difference, Record record) =>
        Known(difference.From, record) is { } from && Known(difference.To, record) is { } to ? (int)(to - from) : null;

    // A date after the as-at date has not happened; a code may say that nobody knows.
    private double? Known(Field field, Record record)
    {
        var value = record[field];
        return field.Type switch
        {
            FieldType.Date when value > asAt => null,
            FieldType.Code when value == field.NotKnownIndex => null,
            _ => value,
        };
    }

    private static Truth Compare(double left, Comparison comparison, double right) => Kleene.Of(comparison switch
    {
        Comparison.Equal => left == right,
        Comparison.NotEqual => left != right,
        Comparison.Less => left < right,
        Comparison.LessOrEqual => left <= right,
        Comparison.Greater => left > right,
        _ => left >= right,
    });
}
