using FlsAudit.Model;
using FlsAudit.Standards;

namespace FlsAudit.Measures.Reference;

/// <summary>A record with what it takes to find the first episode of its patient.</summary>
/// <param name="Record">The record.</param>
/// <param name="Patient">Whose it is, equal for records of one patient; null when it does not say.</param>
/// <param name="FractureDay">The fracture day; null when it is not recorded.</param>
/// <param name="Part">The place of its file or sheet in the order of submission.</param>
/// <param name="Row">Its row there.</param>
public sealed record EpisodeRecord(Record Record, object? Patient, int? FractureDay, int Part, long Row);

/// <summary>
/// Judges records of measures that count patients: of the episodes of a patient that belong and are not excluded only the earliest is judged further. Undated
/// episodes come last; of two on the same day the one that was submitted first counts.
/// </summary>
public static class PatientEpisodes
{
    /// <summary>What the clause is called where it decides.</summary>
    public const string ClauseText = "the first episode of the patient that belongs and is not excluded";

    /// <summary>The judgements of all records, in their order. For a measure that counts episodes each record is judged alone.</summary>
    public static IReadOnlyList<Judgement> Judge(ReferenceEngine engine, MeasureDefinition measure, MeasurePart part, IReadOnlyList<EpisodeRecord> records)
    {
        Judgement[] alone = [.. records.Select(record => engine.Judge(measure, part, record.Record))];
        if (measure.Unit != CountedUnit.PatientFirstEpisode) return alone;
        var first = Enumerable.Range(0, records.Count)
            .Where(i => IsEligible(alone[i]) && records[i].Patient is not null)
            .GroupBy(i => (records[i].Patient, YearOf(measure, records[i])))
            .Select(episodes => episodes.MinBy(i => (records[i].FractureDay ?? int.MaxValue, records[i].Part, records[i].Row)))
            .ToHashSet();
        return [.. alone.Select((judgement, i) => !IsEligible(judgement) ? judgement : WithEpisode(judgement, records[i].Patient is null ? Truth.Unknown : Kleene.Of(first.Contains(i))))];
    }

    private static bool IsEligible(Judgement judgement) =>
        judgement.Outcome is not (Outcome.NotInPopulation or Outcome.Excluded) && judgement.Deciding.Clause is not (Clause.Population or Clause.Part);

    private static int? YearOf(MeasureDefinition measure, EpisodeRecord record) =>
        measure.IntakeYearStarts is { } start && record.FractureDay is { } day ? start.YearOf(day) : null;

    // The clause stands after the exclusions; where it does not hold nothing after it is looked at.
    private static Judgement WithEpisode(Judgement judgement, Truth isFirst)
    {
        ClauseAnswer[] before = [.. judgement.Answers.TakeWhile(answer => answer.Clause is Clause.Population or Clause.Part or Clause.Exclusion)];
        var episode = new ClauseAnswer(Clause.FirstEpisode, ClauseText, isFirst, [FieldNames.PatientId, FieldNames.FractureDate]);
        return isFirst switch
        {
            Truth.True => judgement with { Answers = [.. before, episode, .. judgement.Answers.Skip(before.Length)] },
            Truth.False => new Judgement(Outcome.NotInPopulation, [.. before, episode]),
            _ => new Judgement(Outcome.Unknown, [.. before, episode]),
        };
    }
}
