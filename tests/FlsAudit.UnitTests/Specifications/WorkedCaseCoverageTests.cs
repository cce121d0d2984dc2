using FlsAudit.Measures;
using FlsAudit.Measures.Reference;
using FlsAudit.Model;
using FlsAudit.Standards;
using FlsAudit.Standards.Expressions;
using static FlsAudit.UnitTests.Specifications.ShippedStandards;

namespace FlsAudit.UnitTests.Specifications;

/// <summary>What the worked cases of every shipped measure must show together, so that a definition cannot change unseen.</summary>
public sealed class WorkedCaseCoverageTests
{
    private static IEnumerable<TestCaseData> Measures => ShippedStandards.Measures;

    private static IEnumerable<TestCaseData> MeasuresOfRecords => ShippedStandards.MeasuresOfRecords;

    private static IEnumerable<TestCaseData> MeasuresOfAnswers => ShippedStandards.MeasuresOfAnswers;

    private static IEnumerable<TestCaseData> Breakdowns => ShippedStandards.Breakdowns;

    [TestCaseSource(nameof(MeasuresOfRecords))]
    public void Every_outcome_that_the_measure_can_give_is_shown(MeasureDefinition measure)
    {
        var shown = Judge(measure).Select(item => item.Judgement.Outcome).ToHashSet();
        var wanted = new List<Outcome> { Outcome.Met, Outcome.NotInPopulation };
        if (measure.Parts.Any(part => part.Numerator is not null || part.Gap is not null)) wanted.Add(Outcome.NotMet);
        // A field that is looked at for being there is never unknown: that is what it measures.
        if (measure.Kind != MeasureKind.Completeness) wanted.Add(Outcome.Unknown);
        if (measure.Parts.Any(part => part.Due is not null)) wanted.Add(Outcome.NotDue);
        if (measure.Exclusions.Count > 0) wanted.Add(Outcome.Excluded);

        Assert.That(wanted.Except(shown), Is.Empty, "outcomes that no worked case shows");
    }

    [TestCaseSource(nameof(MeasuresOfRecords))]
    public void Every_clause_decides_a_case(MeasureDefinition measure)
    {
        var deciding = Judge(measure).Select(item => Key(item.Judgement.Deciding, item.Case.Part, item.Judgement.Outcome)).ToHashSet(StringComparer.Ordinal);

        Assert.That(Clauses(measure).Where(clause => !deciding.Contains(clause)), Is.Empty, "clauses that decide no worked case");
    }

    [TestCaseSource(nameof(MeasuresOfRecords))]
    public void For_every_field_read_two_cases_differ_only_in_its_being_blank(MeasureDefinition measure)
    {
        var without = FieldsRead.By(measure).Where(field => !measure.Cases.Any(recorded =>
            recorded.Values.ContainsKey(field) && measure.Cases.Any(blank => DiffersOnlyInBlank(recorded, blank, field))));

        Assert.That(without, Is.Empty, "fields without a pair of worked cases");
    }

    [TestCaseSource(nameof(MeasuresOfRecords))]
    public void Both_sides_of_every_window_are_shown(MeasureDefinition measure)
    {
        var missing = new List<string>();
        foreach (var window in Definitions.Conditions(measure).OfType<Within>().Where(within => within.HasLimit).DistinctBy(within => (within.Date.Name, within.Days, within.Start.Name)))
        {
            foreach (var days in new[] { window.Days, window.Days + 1 })
                if (!measure.Cases.Any(workedCase => Day(workedCase, window.Date) - Day(workedCase, window.Start) == days))
                    missing.Add($"{window.Date.Name} {days} days after {window.Start.Name}");
        }

        foreach (var due in measure.Parts.Select(part => part.Due).OfType<DueRule>().Distinct())
        {
            foreach (var days in new[] { due.Days - 1, due.Days })
                if (!measure.Cases.Any(workedCase => PartOf(measure, workedCase).Due == due && workedCase.AsAt - Day(workedCase, due.Start) == days))
                    missing.Add($"as-at {days} days after {due.Start.Name}");
        }

        Assert.That(missing, Is.Empty, "sides of windows that no worked case shows");
    }

    [TestCaseSource(nameof(Measures))]
    public void Changing_any_number_by_one_or_dropping_any_code_of_a_list_breaks_a_case(MeasureDefinition measure)
    {
        var unseen = Definitions.Neighbours(measure)
            .Where(mutant => AnswersAsExpected(mutant.Changed) && ValueCases.Run(mutant.Changed).All(result => result.Passed))
            .Select(mutant => mutant.Change);

        Assert.That(unseen, Is.Empty, "changes that every worked case survives");
    }

    [TestCaseSource(nameof(MeasuresOfAnswers))]
    public void Every_level_and_both_ways_of_not_answering_are_shown(MeasureDefinition measure)
    {
        var rule = measure.Answer!;
        var shown = measure.Cases.Select(workedCase => workedCase.Expected).ToHashSet(StringComparer.Ordinal);
        string[] levels = rule.Share is null ? [.. rule.Levels.Values.Distinct().Select(level => $"level {level}")] : ["level 1", "level 2", "level 3", "below level 1"];
        string[] unknown = rule.Question.Values.Any(value => value.Code == CodeValue.NotKnown) ? ["unknown"] : [];

        Assert.That(levels.Concat(unknown).Append("not computed").Except(shown), Is.Empty, "answers that no worked case shows");
    }

    [TestCaseSource(nameof(Breakdowns))]
    public void Every_category_is_shown_and_every_field_of_a_breakdown_blank(Breakdown breakdown)
    {
        var shown = breakdown.Cases.Select(workedCase => workedCase.Expected);
        var without = FieldsRead.By(breakdown).Where(field => !breakdown.Cases.Any(recorded =>
            recorded.Values.ContainsKey(field) && breakdown.Cases.Any(blank => DiffersOnlyInBlank(recorded, blank, field))));

        Assert.That(breakdown.Categories.Select(category => category.Name).Append(Breakdown.Missing).Except(shown), Is.Empty, "categories that no case shows");
        Assert.That(without, Is.Empty, "fields without a pair of cases");
    }

    [TestCaseSource(nameof(Breakdowns))]
    public void Changing_any_number_or_code_of_a_breakdown_breaks_a_case(Breakdown breakdown)
    {
        var unseen = Definitions.Neighbours(breakdown)
            .Where(mutant => WorkedCaseRun.Run(mutant.Changed, Folder.Dictionary).All(result => result.Passed))
            .Select(mutant => mutant.Change);

        Assert.That(unseen, Is.Empty, "changes that every case survives");
    }

    [TestCaseSource(nameof(Measures))]
    public void A_reader_learns_why_it_matters_and_what_to_do(MeasureDefinition measure)
    {
        Assert.That(measure.Why, Is.Not.Empty);
        Assert.That(measure.Action, Is.Not.Empty);
    }

    private static bool DiffersOnlyInBlank(WorkedCase recorded, WorkedCase blank, string field) =>
        recorded.Part == blank.Part
        && !blank.Values.ContainsKey(field)
        && Compared(recorded).Count() == Compared(blank).Count() + 1
        && Compared(blank).All(pair => recorded.Values.GetValueOrDefault(pair.Key) == pair.Value);

    // Two cases of different patients may be a pair: whose they are decides nothing but which episode is the first.
    private static IEnumerable<KeyValuePair<string, string>> Compared(WorkedCase workedCase) => workedCase.Values.Where(pair => pair.Key != FieldNames.PatientId);

    private static IEnumerable<string> Clauses(MeasureDefinition measure)
    {
        yield return "population keeps a record out";
        foreach (var part in measure.Parts.Where(part => part.When is not null)) yield return $"part '{part.Name}' keeps a record out";
        foreach (var exclusion in measure.Exclusions) yield return $"exclusion '{exclusion.Reason}: {exclusion.When.Text}'";
        if (measure.Unit == CountedUnit.PatientFirstEpisode) yield return "not the first episode";
        if (measure.Parts.Any(part => part.Due is not null)) yield return "due";
        foreach (var part in measure.Parts.Where(part => part.Numerator is not null || part.Gap is not null))
        {
            yield return $"numerator '{part.Name}' holds";
            yield return $"numerator '{part.Name}' does not hold";
        }
    }

    private static string Key(ClauseAnswer deciding, string part, Outcome outcome) => (deciding.Clause, outcome) switch
    {
        (Clause.Population, Outcome.NotInPopulation) => "population keeps a record out",
        (Clause.Part, Outcome.NotInPopulation) => $"part '{part}' keeps a record out",
        (Clause.FirstEpisode, Outcome.NotInPopulation) => "not the first episode",
        (Clause.Exclusion, _) => $"exclusion '{deciding.Text}'",
        (Clause.Due, _) => "due",
        (Clause.Numerator, Outcome.Met) => $"numerator '{part}' holds",
        (Clause.Numerator, Outcome.NotMet) => $"numerator '{part}' does not hold",
        _ => "undecided",
    };
}
