using System.Globalization;
using FlsAudit.Import;
using FlsAudit.Measures;
using FlsAudit.Measures.Reference;
using FlsAudit.Model;
using FlsAudit.Standards;

namespace FlsAudit.Jobs.Explaining;

/// <summary>Explains judgements of the reference engine clause by clause.</summary>
/// <param name="asAt">The day up to which the data are complete.</param>
/// <param name="fields">Says how a record holds a field.</param>
internal sealed class Explainer(DateOnly asAt, RecordedFields fields)
{
    private readonly ReferenceEngine engine = new(asAt.DayNumber);

    /// <summary>What a measure says of a record.</summary>
    /// <param name="measure">The measure.</param>
    /// <param name="parts">The parts to explain.</param>
    /// <param name="record">The record.</param>
    /// <param name="ofPatient">All records of its patient, itself among them; it alone where nobody knows the patient.</param>
    public ExplainedMeasure Explain(MeasureDefinition measure, IReadOnlyList<MeasurePart> parts, FoundRecord record, IReadOnlyList<FoundRecord> ofPatient)
    {
        var explained = new ExplainedMeasure(measure.Id, measure.Title, measure.Set, measure.WeakestProvenance, []);
        return measure.Answer is { } answer
            ? explained with { Remark = $"It reads no records: its level comes from the answer to '{answer.Question.Name}' in organisation.yaml, one per site." }
            : explained with { Parts = [.. parts.Select(part => Explain(measure, part, record, ofPatient))] };
    }

    private ExplainedPart Explain(MeasureDefinition measure, MeasurePart part, FoundRecord record, IReadOnlyList<FoundRecord> ofPatient)
    {
        var judgements = PatientEpisodes.Judge(engine, measure, part, [.. ofPatient.Select(one => one.Episode)]);
        var judgement = judgements[Enumerable.Range(0, ofPatient.Count).First(i => ofPatient[i].Place == record.Place)];
        ExplainedClause[] clauses = [.. judgement.Answers.Select(answer => Explain(measure, part, record, answer))];
        return new ExplainedPart(
            part.Name,
            part.Name.Length > 0 ? part.Label : "",
            judgement.Outcome.Word(),
            Decided(judgement),
            clauses,
            NotLookedAt(measure, part, judgement),
            [.. Remarks(measure, judgement), .. FirstEpisode(measure, record, ofPatient, judgements)]);
    }

    private ExplainedClause Explain(MeasureDefinition measure, MeasurePart part, FoundRecord record, ClauseAnswer answer)
    {
        if (answer.Condition is { } condition)
        {
            var reason = answer.Clause == Clause.Exclusion ? $": {measure.Exclusions.First(exclusion => ReferenceEquals(exclusion.When, condition)).Reason}" : "";
            return new ExplainedClause(Title(answer.Clause) + reason, answer.Truth, new ConditionWalk(engine, fields, record).Of(condition));
        }

        var text = answer.Clause == Clause.Numerator && part.Due is { } window ? $"{answer.Text} from 0 to {window.Days.ToString(CultureInfo.InvariantCulture)}" : answer.Text;
        var test = new ExplainedTest(0, text, answer.Truth, [.. answer.Fields.Select(field => fields.Read(record, field))]);
        return new ExplainedClause(Title(answer.Clause), answer.Truth, [test], answer.Clause == Clause.Due ? Closing(part.Due!, record) : "");
    }

    private string Closing(DueRule due, FoundRecord record)
    {
        if (record.Episode.Record[due.Start] is not { } start) return $"Without {due.Start.Name} there is no last day to wait for.";
        var last = DateOnly.FromDayNumber((int)start + due.Days);
        return (last <= asAt, fields.ShowsValues) switch
        {
            (true, true) => $"The window closed on {ReportDescription.Iso(last)}.",
            (true, false) => "The window had closed by the as-at date.",
            (false, true) => $"The window closes on {ReportDescription.Iso(last)}, after the as-at date.",
            _ => "The window had not closed by the as-at date.",
        };
    }

    private static string Title(Clause clause) => clause switch
    {
        Clause.Population => "population",
        Clause.Part => "part",
        Clause.Exclusion => "exclusion",
        Clause.FirstEpisode => "first episode",
        Clause.Due => "due",
        _ => "numerator",
    };

    private static string Decided(Judgement judgement) => judgement switch
    {
        // Every record of the population counts.
        { Outcome: Outcome.Met, Deciding.Clause: not Clause.Numerator } => "population: the measure counts every record of it",
        { Deciding.Clause: Clause.Part, Outcome: Outcome.Unknown } => $"population and part: {string.Join(" and ", judgement.Answers.Select(answer => $"({answer.Text})"))}",
        { Deciding: var answer } => $"{Title(answer.Clause)}: {answer.Text}",
    };

    // Only what comes after the clause that decided and has something to say.
    private static IReadOnlyList<string> NotLookedAt(MeasureDefinition measure, MeasurePart part, Judgement judgement)
    {
        var exclusions = judgement.Answers.Count(answer => answer.Clause == Clause.Exclusion);
        (Clause Clause, bool IsThere)[] all =
        [
            (Clause.Part, part.When is not null),
            (Clause.Exclusion, exclusions < measure.Exclusions.Count),
            (Clause.FirstEpisode, measure.Unit == CountedUnit.PatientFirstEpisode),
            (Clause.Due, part.Due is not null),
            (Clause.Numerator, part.Numerator is not null || part.Gap is not null),
        ];
        return
        [
            .. all.Where(clause => clause.IsThere && clause.Clause >= judgement.Deciding.Clause
                    && (clause.Clause == Clause.Exclusion || judgement.Answers.All(answer => answer.Clause != clause.Clause)))
                .Select(clause => clause.Clause == Clause.Exclusion ? exclusions == 0 ? "exclusions" : "further exclusions" : Title(clause.Clause)),
        ];
    }

    private static IEnumerable<string> Remarks(MeasureDefinition measure, Judgement judgement)
    {
        if (judgement.Outcome == Outcome.Unknown)
        {
            yield return judgement.Deciding.Clause != Clause.Numerator
                ? "The record does not say whether it belongs, so it counts nowhere."
                : measure.Unknown switch
                {
                    UnknownPolicy.NotMet => "The measure counts an unknown numerator as not met.",
                    UnknownPolicy.LeaveOut => "The measure leaves records with an unknown numerator out.",
                    _ => "The measure is reported twice: with an unknown numerator counted as not met, and left out.",
                };
        }

        if (judgement.HasUnknownExclusion) yield return "An exclusion that is unknown does not exclude.";
    }

    private static IEnumerable<string> FirstEpisode(MeasureDefinition measure, FoundRecord record, IReadOnlyList<FoundRecord> ofPatient, IReadOnlyList<Judgement> judgements)
    {
        if (measure.Unit != CountedUnit.PatientFirstEpisode) yield break;
        var records = ofPatient.Count == 1 ? "no other record" : string.Create(CultureInfo.InvariantCulture, $"{ofPatient.Count} records");
        if (record.Episode.Patient is null)
        {
            yield return "It counts patients, and the record does not say whose it is.";
            yield break;
        }

        foreach (var (episode, judgement) in ofPatient.Zip(judgements))
        {
            if (!judgement.Answers.Any(answer => answer is { Clause: Clause.FirstEpisode, Truth: Truth.True }) || Year(measure, episode) != Year(measure, record)) continue;
            yield return episode.Place == record.Place
                ? $"It counts patients: this record is the first episode of its patient, who has {records}."
                : $"It counts patients: the first episode of this patient is {Named(episode)}.";
        }
    }

    private static int? Year(MeasureDefinition measure, FoundRecord record) =>
        measure.IntakeYearStarts is { } start && record.Episode.FractureDay is { } day ? start.YearOf(day) : null;

    private static string Named(FoundRecord record)
    {
        var place = RecordName.AtRow(record.Place, record.Place.Row ?? 0);
        return record.Name == place ? place : $"record {record.Name} ({place})";
    }
}
