using FlsAudit.Model;

namespace FlsAudit.Standards;

/// <summary>A ladder on an unrounded percentage: the highest level whose test passes.</summary>
/// <param name="Level1">The test of level 1.</param>
/// <param name="Level2">The test of level 2.</param>
/// <param name="Level3">The test of level 3.</param>
/// <param name="Status">How sure the thresholds are.</param>
/// <param name="Note">Which side of a boundary was chosen, and why.</param>
public sealed record LevelRule(BandTest Level1, BandTest Level2, BandTest Level3, ProvenanceStatus Status, string Note)
{
    /// <summary>What the organisation must answer besides for level 3; null when nothing.</summary>
    public LevelNeed? Level3Needs { get; init; }

    /// <summary>The level of an unrounded percentage together with what the organisation answers: level 2 where level 3 needs another answer.</summary>
    public Band Of(double value, Answer? answer) => Of(value) is var level && level == Band.Level3 && Level3Needs?.IsMetBy(answer) == false ? Band.Level2 : level;

    /// <summary>The level of an unrounded percentage, whatever the organisation answers; never null, below level 1 included.</summary>
    public Band Of(double value) =>
        Level3.Holds(value) ? Band.Level3
        : Level2.Holds(value) ? Band.Level2
        : Level1.Holds(value) ? Band.Level1
        : Band.BelowLevel1;
}

/// <summary>An answer of the organisation that a level needs besides its percentage.</summary>
/// <param name="Question">The question.</param>
/// <param name="Answers">The codes of which one must be given.</param>
public sealed record LevelNeed(Question Question, IReadOnlyList<string> Answers)
{
    /// <summary>Whether an answer is among those needed; no answer and one that is not known are not.</summary>
    public bool IsMetBy(Answer? answer) => answer is not null && answer.Codes.Intersect(Answers, StringComparer.Ordinal).Any();
}

/// <summary>A ladder on windows of time. The steps are the measure's parts, from the highest level to the lowest.</summary>
/// <param name="Share">A question of type percent: the share of patients that the hospital wants inside a window. No share is published.</param>
public sealed record TimingRule(Question Share)
{
    /// <summary>The level of the highest step that reaches the wanted share, inclusive; below level 1 when none does.</summary>
    /// <param name="steps">The steps in the order of the parts.</param>
    /// <param name="percentages">Unrounded, one per step; null where a step has no value and so is not reached.</param>
    /// <param name="share">From 0 to 100.</param>
    public static Band Of(IReadOnlyList<MeasurePart> steps, IReadOnlyList<double?> percentages, double share) =>
        BandWords.OfLevel(steps.Where((_, i) => percentages[i] >= share).Select(step => step.Level).DefaultIfEmpty(0).Max());
}

/// <summary>A ladder on one question of the organisation.</summary>
/// <param name="Question">The question: of type code with <paramref name="Levels"/>, or of type codes with <paramref name="Share"/>.</param>
/// <param name="Levels">The level of each code; empty for a question of several codes.</param>
/// <param name="Share">The ladder on the percentage of the question's items that are given; null for a question of one code.</param>
/// <param name="Status">How sure the levels are.</param>
/// <param name="Note">What rests on what.</param>
public sealed record AnswerRule(
    Question Question, IReadOnlyDictionary<string, int> Levels, LevelRule? Share, ProvenanceStatus Status, string Note)
{
    /// <summary>The level of an answer; null when there is none or it is <see cref="CodeValue.NotKnown"/>. A code without a level is below level 1.</summary>
    public Band? Of(Answer? answer)
    {
        if (answer is null || answer.IsNotKnown) return null;
        if (Share is { } share) return share.Of(PercentOf(answer));
        return BandWords.OfLevel(Levels.GetValueOrDefault(answer.Codes[0], 0));
    }

    /// <summary>The percentage of the question's items that an answer gives.</summary>
    public double PercentOf(Answer answer) => 100.0 * answer.Codes.Count / Question.Items.Count;
}
