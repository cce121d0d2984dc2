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

        foreach (var neighbour in OfNumbers(measure)) yield return neighbour;
    }

    /// <summary>Each breakdown that differs in one place.</summary>
    public static IEnumerable<(string Change, Breakdown Changed)> Neighbours(Breakdown breakdown)
    {
        for (var i = 0; i < breakdown.Categories.Count; i++)
            foreach (var (change, when) in Of(breakdown.Categories[i].When!))
                yield return ($"{breakdown.Categories[i].Name}: {change}", breakdown with { Categories = [.. Replaced(breakdown.Categories, i, breakdown.Categories[i] with { When = when })] });
    }

    /// <summary>Each plausibility rule that differs in one place. A comparison of two dates moves by a day, and so does the as-at date.</summary>
    public static IEnumerable<(string Change, PlausibilityRule Changed)> Neighbours(PlausibilityRule rule)
    {
        foreach (var (change, when) in Of(rule.When)) yield return (change, rule with { When = when });
        foreach (var dates in Inside(rule.When).OfType<DateComparison>().Where(dates => dates.Comparison == Comparison.Less))
        {
            foreach (var days in new[] { -1, 1 })
                yield return ($"[{dates.Text}] by {days + 1} days or more", rule with { When = WithInstead(rule.When, dates, new DayComparison(dates.Text, new DayDifference(dates.Left, dates.Right), Comparison.GreaterOrEqual, days + 1)) });
        }

        if (rule.When is not AfterAsAt) yield break;
        foreach (var days in new[] { -1, 1 })
            yield return ($"the as-at date {days:+0;-0} days", rule with { Cases = [.. rule.Cases.Select(workedCase => workedCase with { AsAt = workedCase.AsAt + days })] });
    }

    /// <summary>Each condition that differs in one place.</summary>
    public static IEnumerable<(string Change, Expression Changed)> Neighbours(Expression condition) => Of(condition);

    private static Expression WithInstead(Expression inside, Expression old, Expression other) => inside switch
    {
        _ when ReferenceEquals(inside, old) => other,
        And and => and with { Left = WithInstead(and.Left, old, other), Right = WithInstead(and.Right, old, other) },
        Or or => or with { Left = WithInstead(or.Left, old, other), Right = WithInstead(or.Right, old, other) },
        Not not => not with { Operand = WithInstead(not.Operand, old, other) },
        _ => inside,
    };

    // What is computed from counts: thresholds by a point, multipliers by one, shares by a hundredth, levels of answers by one, the day on which a year begins.
    private static IEnumerable<(string Change, MeasureDefinition Changed)> OfNumbers(MeasureDefinition measure)
    {
        foreach (var step in new[] { -1, 1 })
        {
            if (measure.Bands is { } bands)
            {
                yield return ($"green {step:+0;-0}", measure with { Bands = bands with { Green = Moved(bands.Green, step) } });
                if (bands.Amber is { } amber) yield return ($"amber {step:+0;-0}", measure with { Bands = bands with { Amber = Moved(amber, step) } });
            }

            if (measure.Levels is { } levels)
                foreach (var (change, ladder) in Of(levels, step)) yield return (change, measure with { Levels = ladder });
            if (measure.Answer is { } answer)
            {
                foreach (var (code, level) in answer.Levels)
                    yield return ($"{code} as level {level + step}", measure with { Answer = answer with { Levels = new Dictionary<string, int>(answer.Levels) { [code] = level + step } } });
                if (answer.Share is { } share)
                    foreach (var (change, ladder) in Of(share, step)) yield return (change, measure with { Answer = answer with { Share = ladder } });
            }

            if (measure.Completeness is { } rule)
            {
                yield return ($"missing over {rule.MissingOver + step}", measure with { Completeness = rule with { MissingOver = rule.MissingOver + step } });
            }

            if (measure.Model is { } model)
                for (var i = 0; i < model.Factors.Count; i++)
                    yield return ($"{model.Factors[i].Label} {step:+0;-0} %", measure with { Model = model with { Factors = [.. Replaced(model.Factors, i, model.Factors[i] with { Share = model.Factors[i].Share + (step / 100.0) })] } });
            for (var i = 0; i < measure.Parts.Count; i++)
            {
                var part = measure.Parts[i];
                if (part.Derived is { } derived)
                    yield return ($"part '{part.Name}': times {derived.Times + step}", measure with { Parts = [.. Replaced(measure.Parts, i, part with { Derived = derived with { Times = derived.Times + step } })] });
                if (part.Level > 0)
                    yield return ($"part '{part.Name}': level {part.Level + step}", measure with { Parts = [.. Replaced(measure.Parts, i, part with { Level = part.Level + step })] });
            }

            if (measure.IntakeYearStarts is { Day: 1 } start)
            {
                var other = step > 0 ? start with { Day = 2 } : new MonthDay(start.Month - 1, DateTime.DaysInMonth(1999, start.Month - 1));
                yield return ($"a year that begins on {other.Month}-{other.Day}", measure with { IntakeYearStarts = other });
            }
        }

        if (measure.Levels is { Level3Needs: { } need } ladders)
        {
            yield return ("level 3 without an answer", measure with { Levels = ladders with { Level3Needs = null } });
            foreach (var item in need.Question.Items)
            {
                string[] answers = need.Answers.Contains(item.Code) ? [.. need.Answers.Where(answer => answer != item.Code)] : [.. need.Answers, item.Code];
                yield return ($"level 3 with {string.Join(", ", answers)}", measure with { Levels = ladders with { Level3Needs = need with { Answers = answers } } });
            }
        }

        if (measure.IntakeYearStarts is not null) yield return ("one first episode for ever", measure with { IntakeYearStarts = null });
    }

    private static IEnumerable<(string Change, LevelRule Changed)> Of(LevelRule ladder, int step)
    {
        // No percentage lies between 0 and a point above it that could be shown for "more than nothing".
        if (ladder.Level1.Threshold > 0) yield return ($"level 1 {step:+0;-0}", ladder with { Level1 = Moved(ladder.Level1, step) });
        yield return ($"level 2 {step:+0;-0}", ladder with { Level2 = Moved(ladder.Level2, step) });
        yield return ($"level 3 {step:+0;-0}", ladder with { Level3 = Moved(ladder.Level3, step) });
    }

    private static BandTest Moved(BandTest test, int step) => test with { Threshold = test.Threshold + step };

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
        Within { HasLimit: true } within => Steps(step => ($"[{within.Text}] as {within.Days + step} days", within with { Days = within.Days + step })),
        NumberComparison test => Steps(step => ($"[{test.Text}] as {test.Number + step}", test with { Number = test.Number + step })),
        HasCode { Codes.Count: > 1 } test => [.. test.Codes.Select(code => ($"[{test.Text}] without {test.Field.Values[code].Code}", (Expression)(test with { Codes = [.. test.Codes.Where(other => other != code)] })))],
        DayComparison test => Steps(step => ($"[{test.Text}] as {test.Number + step}", test with { Number = test.Number + step })),
        _ => [],
    };

    private static (string Change, Expression Changed)[] Steps(Func<int, (string Change, Expression Changed)> change) => [change(-1), change(1)];

    private static IEnumerable<T> Replaced<T>(IReadOnlyList<T> items, int index, T item) => items.Select((old, i) => i == index ? item : old);
}
