using System.Collections.Immutable;
using FlsAudit.Model;
using FlsAudit.Standards.Expressions;

namespace FlsAudit.Standards.Checking;

/// <summary>What is asked of a record so far, free of contradictions.</summary>
internal sealed class PossibleRecord
{
    // The as-at date is a day like any other; no field has this name.
    private const string AsAt = "";

    private readonly ImmutableDictionary<string, ImmutableHashSet<int>> codes;
    private readonly ImmutableDictionary<string, NumberRange> numbers;
    private readonly ImmutableDictionary<string, DayState> days;
    private readonly DayDistances distances;

    private PossibleRecord(
        ImmutableDictionary<string, ImmutableHashSet<int>> codes, ImmutableDictionary<string, NumberRange> numbers, ImmutableDictionary<string, DayState> days,
        DayDistances distances)
    {
        this.codes = codes;
        this.numbers = numbers;
        this.days = days;
        this.distances = distances;
    }

    private enum DayState
    {
        Missing,
        Happened,
        Later,
    }

    public static PossibleRecord Any { get; } = new(
        ImmutableDictionary<string, ImmutableHashSet<int>>.Empty, ImmutableDictionary<string, NumberRange>.Empty, ImmutableDictionary<string, DayState>.Empty, DayDistances.Any);

    /// <summary>The ways in which one test can be what it is asked to be, beside what is asked already; none when it cannot.</summary>
    public IEnumerable<PossibleRecord> With(Expression test, Asked asked)
    {
        var ways = Ways(test, asked is Asked.True or Asked.NotFalse);
        return (asked is Asked.True or Asked.False ? ways : ways.Concat(UnknownWays(test))).OfType<PossibleRecord>();
    }

    // A comparison is unknown when one of its sides is not recorded or has not happened, and a window also when the date lies before its start.
    private IEnumerable<PossibleRecord?> UnknownWays(Expression test) => test switch
    {
        HasCode code => [WithCodes(code.Field, index => index < 0)],
        AfterAsAt late => [In(late.Date, DayState.Missing)],
        NumberComparison number => [WithNumber(number.Field, NumberRange.Blank)],
        DateComparison dates => [.. NotHappened(dates.Left), .. NotHappened(dates.Right)],
        DayComparison gap => [.. NotHappened(gap.Difference.From), .. NotHappened(gap.Difference.To)],
        Within within => [.. NotHappened(within.Start), In(within.Date, DayState.Missing), Happened(within.Start, within.Date)?.Apart(within.Date, within.Start, 1, null)],
        _ => [],
    };

    private IEnumerable<PossibleRecord?> NotHappened(Field date) => [In(date, DayState.Missing), In(date, DayState.Later)];

    private IEnumerable<PossibleRecord?> Ways(Expression test, bool wanted) => test switch
    {
        HasCode code => [WithCodes(code.Field, index => index >= 0 && code.Codes.Contains(index) == wanted)],
        IsKnown { Field.Type: FieldType.Date } known => wanted ? [In(known.Field, DayState.Happened)] : [In(known.Field, DayState.Missing), In(known.Field, DayState.Later)],
        IsKnown { Field.Type: FieldType.Number } known => [WithNumber(known.Field, wanted ? NumberRange.Recorded : NumberRange.Blank)],
        IsKnown known => [WithCodes(known.Field, index => (index >= 0) == wanted)],
        AfterAsAt late => [In(late.Date, wanted ? DayState.Later : DayState.Happened)],
        NumberComparison number => [WithNumber(number.Field, NumberRange.Of(number.Comparison, number.Number, wanted))],
        DateComparison dates => Compared(dates.Right, dates.Left, dates.Comparison, 0, wanted),
        DayComparison gap => Compared(gap.Difference.From, gap.Difference.To, gap.Comparison, gap.Number, wanted),
        Within within when wanted => [Happened(within.Start, within.Date)?.Apart(within.Start, within.Date, 0, within.HasLimit ? within.Days : null)],
        Within within =>
        [
            within.HasLimit ? Happened(within.Start, within.Date)?.Apart(within.Start, within.Date, within.Days + 1, null) : null,
            In(within.Start, DayState.Happened)?.In(within.Date, DayState.Later),
        ],
        // What only data-quality tables ask is in no definition.
        _ => [this],
    };

    private PossibleRecord? WithCodes(Field field, Func<int, bool> fits)
    {
        // -1 stands for nothing recorded or recorded as not known, which conditions treat alike.
        var possible = codes.GetValueOrDefault(field.Name) ?? [.. Enumerable.Range(-1, field.Values.Count + 1).Where(index => index < 0 || index != field.NotKnownIndex)];
        var left = possible.Where(fits).ToImmutableHashSet();
        return left.IsEmpty ? null : new PossibleRecord(codes.SetItem(field.Name, left), numbers, days, distances);
    }

    private PossibleRecord? WithNumber(Field field, NumberRange range)
    {
        var both = (numbers.GetValueOrDefault(field.Name) ?? NumberRange.Any).And(range);
        return both.IsPossible ? new PossibleRecord(codes, numbers.SetItem(field.Name, both), days, distances) : null;
    }

    private PossibleRecord? In(Field date, DayState state)
    {
        if (days.TryGetValue(date.Name, out var earlier)) return earlier == state ? this : null;
        var next = new PossibleRecord(codes, numbers, days.SetItem(date.Name, state), distances);
        return state switch
        {
            DayState.Happened => next.Apart(date.Name, AsAt, 0, null),
            DayState.Later => next.Apart(AsAt, date.Name, 1, null),
            _ => next,
        };
    }

    private PossibleRecord? Happened(Field first, Field second) => In(first, DayState.Happened)?.In(second, DayState.Happened);

    private IEnumerable<PossibleRecord?> Compared(Field from, Field to, Comparison comparison, double number, bool wanted)
    {
        var happened = Happened(from, to);
        foreach (var (least, most) in DayDistances.Spans(wanted ? comparison : Opposite(comparison), number))
            yield return happened?.Apart(from, to, least, most);
    }

    private PossibleRecord? Apart(Field from, Field to, int? least, int? most) => Apart(from.Name, to.Name, least, most);

    private PossibleRecord? Apart(string from, string to, int? least, int? most) =>
        distances.With(from, to, least, most) is { } next ? new PossibleRecord(codes, numbers, days, next) : null;

    private static Comparison Opposite(Comparison comparison) => comparison switch
    {
        Comparison.Equal => Comparison.NotEqual,
        Comparison.NotEqual => Comparison.Equal,
        Comparison.Less => Comparison.GreaterOrEqual,
        Comparison.LessOrEqual => Comparison.Greater,
        Comparison.Greater => Comparison.LessOrEqual,
        _ => Comparison.Less,
    };
}
