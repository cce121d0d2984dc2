using FlsAudit.Standards.Expressions;

namespace FlsAudit.Standards.Checking;

/// <summary>What a condition is asked to be.</summary>
internal enum Asked
{
    /// <summary>True.</summary>
    True,

    /// <summary>False.</summary>
    False,

    /// <summary>False or unknown.</summary>
    NotTrue,

    /// <summary>True or unknown.</summary>
    NotFalse,
}

/// <summary>
/// Whether there can be a record for which conditions are what they are asked to be: a search over the ways in which they may be, each checked for contradictions
/// among the codes, numbers and days that it asks for. Complete for the language, the as-at date being any day. A search that takes too long finds that they
/// can be, so nothing sound is refused.
/// </summary>
internal sealed class Satisfiability
{
    private const int MostSteps = 50_000;
    private const int Deepest = 1_500;

    private readonly SearchBudget budget;
    private int steps;

    private Satisfiability(SearchBudget budget) => this.budget = budget;

    /// <summary>Whether all conditions can be true of one record.</summary>
    public static bool CanHold(IEnumerable<Expression> conditions, SearchBudget budget) => CanBe(conditions.Select(condition => (condition, Asked.True)), budget);

    /// <summary>Whether all conditions can be what they are asked to be of one record.</summary>
    public static bool CanBe(IEnumerable<(Expression Condition, Asked Asked)> conditions, SearchBudget budget)
    {
        var goals = Goals.None;
        foreach (var (condition, asked) in conditions.Reverse()) goals = new Goals(condition, asked, goals);
        return new Satisfiability(budget).Search(goals, PossibleRecord.Any, 0);
    }

    /// <summary>What a condition says of a record of which nothing is recorded.</summary>
    public static bool HoldsForEmptyRecord(Expression condition) => OnEmptyRecord(condition) == true;

    private static bool? OnEmptyRecord(Expression condition) => condition switch
    {
        And and => (OnEmptyRecord(and.Left), OnEmptyRecord(and.Right)) switch { (true, true) => true, (false, _) or (_, false) => false, _ => null },
        Or or => (OnEmptyRecord(or.Left), OnEmptyRecord(or.Right)) switch { (true, _) or (_, true) => true, (false, false) => false, _ => null },
        Not not => !OnEmptyRecord(not.Operand),
        IsKnown or IsPresent => false,
        _ => null,
    };

    private bool Search(Goals goals, PossibleRecord record, int depth)
    {
        if (goals == Goals.None || ++steps > MostSteps || depth > Deepest || !budget.Take()) return true;
        var (condition, asked, rest) = (goals.Condition, goals.Asked, goals.Rest);
        // To be true or not false, both sides of an 'and' must be; to be the opposite, one side of it. An 'or' is the other way round.
        var isUp = asked is Asked.True or Asked.NotFalse;
        return condition switch
        {
            Not not => Search(new Goals(not.Operand, Opposite(asked), rest), record, depth + 1),
            And both when isUp => Search(new Goals(both.Left, asked, new Goals(both.Right, asked, rest)), record, depth + 1),
            Or neither when !isUp => Search(new Goals(neither.Left, asked, new Goals(neither.Right, asked, rest)), record, depth + 1),
            And and => Search(new Goals(and.Left, asked, rest), record, depth + 1) || Search(new Goals(and.Right, asked, rest), record, depth + 1),
            Or or => Search(new Goals(or.Left, asked, rest), record, depth + 1) || Search(new Goals(or.Right, asked, rest), record, depth + 1),
            _ => record.With(condition, asked).Any(next => Search(rest, next, depth + 1)),
        };
    }

    private static Asked Opposite(Asked asked) => asked switch
    {
        Asked.True => Asked.False,
        Asked.False => Asked.True,
        Asked.NotTrue => Asked.NotFalse,
        _ => Asked.NotTrue,
    };

    private sealed record Goals(Expression Condition, Asked Asked, Goals Rest)
    {
        public static readonly Goals None = new(null!, Asked.True, null!);
    }
}
