using FlsAudit.Standards.Expressions;

namespace FlsAudit.Standards.Checking;

/// <summary>
/// Whether there can be a record for which conditions hold: a search over the ways in which they may hold, each checked for contradictions among the codes,
/// numbers and days that it asks for. Complete for the language, the as-at date being any day. A search that takes too long finds that they can hold, so a
/// definition from a stranger cannot hang the program.
/// </summary>
internal sealed class Satisfiability
{
    private const int MostSteps = 50_000;

    private int steps;

    /// <summary>Whether all conditions can be true of one record.</summary>
    public static bool CanHold(IEnumerable<Expression> conditions)
    {
        var goals = Goals.None;
        foreach (var condition in conditions.Reverse()) goals = new Goals(condition, true, goals);
        return new Satisfiability().Search(goals, PossibleRecord.Any);
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

    private bool Search(Goals goals, PossibleRecord record)
    {
        if (goals == Goals.None || ++steps > MostSteps) return true;
        var (condition, wanted, rest) = (goals.Condition, goals.Wanted, goals.Rest);
        return condition switch
        {
            Not not => Search(new Goals(not.Operand, !wanted, rest), record),
            And both when wanted => Search(Both(both.Left, both.Right, true, rest), record),
            Or neither when !wanted => Search(Both(neither.Left, neither.Right, false, rest), record),
            And and => Search(new Goals(and.Left, false, rest), record) || Search(new Goals(and.Right, false, rest), record),
            Or or => Search(new Goals(or.Left, true, rest), record) || Search(new Goals(or.Right, true, rest), record),
            _ => record.With(condition, wanted).Any(next => Search(rest, next)),
        };
    }

    private static Goals Both(Expression left, Expression right, bool wanted, Goals rest) => new(left, wanted, new Goals(right, wanted, rest));

    private sealed record Goals(Expression Condition, bool Wanted, Goals Rest)
    {
        public static readonly Goals None = new(null!, false, null!);
    }
}
