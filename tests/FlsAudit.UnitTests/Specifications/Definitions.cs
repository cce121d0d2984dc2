using FlsAudit.Standards;
using FlsAudit.Standards.Expressions;

namespace FlsAudit.UnitTests.Specifications;

/// <summary>Makes the definitions that differ from a measure in one small way: a number (window, age, day count) off by one, or a code missing from a list.</summary>
internal static class Definitions
{
    /// <summary>Each definition that differs in one place, with words for what was changed.</summary>
    public static IEnumerable<(string Change, MeasureDefinition Changed)> Neighbours(MeasureDefinition measure)
    {
        foreach (var (change, population) in Of(measure.Population))
            yield return ($"population: {change}", measure with { Population = population });

        for (var i = 0; i < measure.Exclusions.Count; i++)
        {
            foreach (var (change, when) in Of(measure.Exclusions[i].When))
                yield return ($"{measure.Exclusions[i].Reason}: {change}", measure with { Exclusions = [.. Replaced(measure.Exclusions, i, measure.Exclusions[i] with { When = when })] });
        }

        for (var i = 0; i < measure.Parts.Count; i++)
        {
            foreach (var (change, part) in Of(measure.Parts[i]))
                yield return ($"part '{part.Name}': {change}", measure with { Parts = [.. Replaced(measure.Parts, i, part)] });
        }
    }

    /// <summary>Every condition in a condition, itself included.</summary>
    public static IEnumerable<Expression> Inside(Expression expression) => expression switch
    {
        And and => [and, .. Inside(and.Left), .. Inside(and.Right)],
        Or or => [or, .. Inside(or.Left), .. Inside(or.Right)],
        Not not => [not, .. Inside(not.Operand)],
        _ => [expression],
    };

    /// <summary>Every condition of a measure.</summary>
    public static IEnumerable<Expression> Conditions(MeasureDefinition measure) =>
        new[] { measure.Population }
            .Concat(measure.Exclusions.Select(exclusion => exclusion.When))
            .Concat(measure.Parts.SelectMany(part => new[] { part.When, part.Numerator }).OfType<Expression>())
            .SelectMany(Inside);

    private static IEnumerable<(string Change, MeasurePart Part)> Of(MeasurePart part)
    {
        if (part.When is { } narrowing)
            foreach (var (change, when) in Of(narrowing)) yield return ($"when {change}", part with { When = when });
        if (part.Numerator is { } counted)
            foreach (var (change, numerator) in Of(counted)) yield return ($"numerator {change}", part with { Numerator = numerator });
        if (part.Due is not { } due) yield break;
        foreach (var step in new[] { -1, 1 })
            yield return ($"due after {due.Days + step} days", part with { Due = due with { Days = due.Days + step } });
    }

    private static IEnumerable<(string Change, Expression Changed)> Of(Expression expression) => expression switch
    {
        And and => [.. Of(and.Left).Select(left => (left.Change, (Expression)(and with { Left = left.Changed }))), .. Of(and.Right).Select(right => (right.Change, (Expression)(and with { Right = right.Changed })))],
        Or or => [.. Of(or.Left).Select(left => (left.Change, (Expression)(or with { Left = left.Changed }))), .. Of(or.Right).Select(right => (right.Change, (Expression)(or with { Right = right.Changed })))],
        Not not => [.. Of(not.Operand).Select(operand => (operand.Change, (Expression)(not with { Operand = operand.Changed })))],
        Within within => Steps(step => ($"[{within.Text}] as {within.Days + step} days", within with { Days = within.Days + step })),
        NumberComparison test => Steps(step => ($"[{test.Text}] as {test.Number + step}", test with { Number = test.Number + step })),
        HasCode { Codes.Count: > 1 } test => [.. test.Codes.Select(code => ($"[{test.Text}] without {test.Field.Values[code].Code}", (Expression)(test with { Codes = [.. test.Codes.Where(other => other != code)] })))],
        DayComparison test => Steps(step => ($"[{test.Text}] as {test.Number + step}", test with { Number = test.Number + step })),
        _ => [],
    };

    private static (string Change, Expression Changed)[] Steps(Func<int, (string Change, Expression Changed)> change) => [change(-1), change(1)];

    private static IEnumerable<T> Replaced<T>(IReadOnlyList<T> items, int index, T item) => items.Select((old, i) => i == index ? item : old);
}
