using FlsAudit.Model;
using FlsAudit.Standards.Expressions;

namespace FlsAudit.Measures.Reference;

/// <summary>The clause of a measure that decided an outcome.</summary>
public enum Clause
{
    /// <summary>Whether the record belongs to the measure.</summary>
    Population,

    /// <summary>Whether it belongs to the part of the measure.</summary>
    Part,

    /// <summary>A reason to leave it out.</summary>
    Exclusion,

    /// <summary>Whether it is the first episode of its patient.</summary>
    FirstEpisode,

    /// <summary>Whether the window has closed.</summary>
    Due,

    /// <summary>What is counted.</summary>
    Numerator,
}

/// <summary>What one clause said.</summary>
/// <param name="Clause">Which clause.</param>
/// <param name="Text">As the definition writes it; for an exclusion its reason and condition.</param>
/// <param name="Truth">What it said.</param>
/// <param name="Fields">The fields that it reads, by name.</param>
public sealed record ClauseAnswer(Clause Clause, string Text, Truth Truth, IReadOnlyList<string> Fields)
{
    /// <summary>The condition that was evaluated; null for a clause that is none: the due rule, the days of a duration, the first episode.</summary>
    public Expression? Condition { get; init; }
}

/// <summary>The outcome of one record for one part of a measure, and how it came about.</summary>
/// <param name="Outcome">The outcome.</param>
/// <param name="Answers">The clauses that were looked at, in order; the last one decided.</param>
public sealed record Judgement(Outcome Outcome, IReadOnlyList<ClauseAnswer> Answers)
{
    /// <summary>The days of a duration that is met; null otherwise.</summary>
    public int? Gap { get; init; }

    /// <summary>Whether an exclusion could not be decided, of a record that belongs; it does not exclude.</summary>
    public bool HasUnknownExclusion => Deciding.Clause != Clause.FirstEpisode && Answers.Any(answer => answer is { Clause: Clause.Exclusion, Truth: Truth.Unknown });

    /// <summary>The clause that decided.</summary>
    public ClauseAnswer Deciding => Answers[^1];
}
