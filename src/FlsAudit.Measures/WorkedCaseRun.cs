using FlsAudit.Measures.Columnar;
using FlsAudit.Measures.Reference;
using FlsAudit.Model;
using FlsAudit.Standards;

namespace FlsAudit.Measures;

/// <summary>What both engines made of one worked case of a measure.</summary>
/// <param name="Measure">The measure.</param>
/// <param name="Case">The case.</param>
/// <param name="Judgement">The reference engine's answer, with the deciding clause; null for an answer of the organisation, which no engine judges.</param>
/// <param name="Answered">What came out, in the words of the cases.</param>
/// <param name="Columnar">The columnar engine's answer in the same words; equal to <paramref name="Answered"/> where no engine judges.</param>
/// <param name="ColumnarGap">The days that the columnar engine counted; null when none.</param>
public sealed record WorkedCaseResult(MeasureDefinition Measure, WorkedCase Case, Judgement? Judgement, string Answered, string Columnar, int? ColumnarGap)
{
    /// <summary>Whether both engines answer as expected.</summary>
    public bool Passed =>
        Answered == Case.Expected
        && Columnar == Answered
        && Judgement?.Gap == ColumnarGap
        && (Case.ExpectedGap is null || Case.ExpectedGap == Judgement?.Gap);

    /// <summary>One line for people: where, what was expected, what came out and which clause decided.</summary>
    public string Explanation
    {
        get
        {
            var engines = Columnar == Answered ? "" : $"; the columnar engine says {Columnar}";
            var gap = Case.ExpectedGap is null ? "" : $" (expected {Case.ExpectedGap} days, got {Judgement?.Gap?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "none"})";
            var decided = Judgement?.Deciding is { } deciding ? $"; decided by {deciding.Clause.ToString().ToLowerInvariant()} [{deciding.Text}] = {deciding.Truth.ToString().ToLowerInvariant()}" : "";
            return $"{Measure.File}({Case.Line}): expected {Case.Expected}, got {Answered}{gap}{engines}{decided}; why: {Case.Why}";
        }
    }
}

/// <summary>What both engines made of one worked case of a breakdown.</summary>
/// <param name="Breakdown">The breakdown.</param>
/// <param name="Case">The case.</param>
/// <param name="Answered">The reference engine's category.</param>
/// <param name="Columnar">The columnar engine's category.</param>
public sealed record BreakdownCaseResult(Breakdown Breakdown, WorkedCase Case, string Answered, string Columnar)
{
    /// <summary>Whether both engines answer as expected.</summary>
    public bool Passed => Answered == Case.Expected && Columnar == Case.Expected;

    /// <summary>One line for people.</summary>
    public string Explanation =>
        $"{Breakdown.File}({Case.Line}): expected {Case.Expected}, got {Answered}{(Columnar == Answered ? "" : $"; the columnar engine says {Columnar}")}; why: {Case.Why}";
}

/// <summary>What both engines made of one worked case of a plausibility rule.</summary>
/// <param name="Rule">The rule, of one field where it is declared for several.</param>
/// <param name="Case">The case.</param>
/// <param name="Answered">The reference engine's answer.</param>
/// <param name="IsMarked">Whether the columnar engine marks the record, which is all that it says.</param>
public sealed record RuleCaseResult(PlausibilityRule Rule, WorkedCase Case, string Answered, bool IsMarked)
{
    /// <summary>Whether both engines answer as expected.</summary>
    public bool Passed => Answered == Case.Expected && IsMarked == (Answered == PlausibilityRule.Marked);

    /// <summary>One line for people.</summary>
    public string Explanation
    {
        get
        {
            var disagrees = IsMarked == (Answered == PlausibilityRule.Marked) ? "" : $"; the columnar engine {(IsMarked ? "marks it" : "does not mark it")}";
            return $"{Rule.File}({Case.Line}): {Rule.Name} expected {Case.Expected}, got {Answered}{disagrees}; why: {Case.Why}";
        }
    }
}

/// <summary>What came of one worked case of a rule between records.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Case">The case.</param>
/// <param name="Answered">What holding every record against every other one says.</param>
/// <param name="IsMarked">Whether the columnar engine marks the record.</param>
public sealed record BetweenCaseResult(BetweenRecordsRule Rule, WorkedCase Case, string Answered, bool IsMarked)
{
    /// <summary>Whether both answer as expected.</summary>
    public bool Passed => Answered == Case.Expected && IsMarked == (Answered == PlausibilityRule.Marked);

    /// <summary>One line for people.</summary>
    public string Explanation
    {
        get
        {
            var disagrees = IsMarked == (Answered == PlausibilityRule.Marked) ? "" : $"; the columnar engine {(IsMarked ? "marks it" : "does not mark it")}";
            return $"{Rule.File}({Case.Line}): {Rule.Name} expected {Case.Expected}, got {Answered}{disagrees}; why: {Case.Why}";
        }
    }
}

/// <summary>What came of one worked case of a rule on mistyped years.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Case">The case.</param>
/// <param name="Answered">The day in the date's place, or <see cref="YearRule.Kept"/>.</param>
public sealed record YearCaseResult(YearRule Rule, WorkedCase Case, string Answered)
{
    /// <summary>Whether it is as expected.</summary>
    public bool Passed => Answered == Case.Expected;

    /// <summary>One line for people.</summary>
    public string Explanation => $"{Rule.File}({Case.Line}): {Rule.Name} expected {Case.Expected}, got {Answered}; why: {Case.Why}";
}

/// <summary>Runs worked cases on both engines.</summary>
public static class WorkedCaseRun
{
    private const string NotComputed = "not computed";

    /// <summary>Runs all cases of a measure, in order. Where a measure counts patients, cases of one patient with one as-at date are judged together.</summary>
    public static IReadOnlyList<WorkedCaseResult> Run(MeasureDefinition measure, FieldDictionary dictionary)
    {
        if (measure.Answer is { } rule) return [.. measure.Cases.Select(workedCase => RunAnswer(measure, rule, workedCase))];
        if (measure.Unit == CountedUnit.FractureEpisode) return [.. measure.Cases.Select(workedCase => RunTogether(measure, [workedCase], dictionary).Single())];
        var groups = measure.Cases.GroupBy(workedCase => (workedCase.Part, workedCase.AsAt, Patient: PatientOf(workedCase) ?? $"line {workedCase.Line}"));
        return [.. groups.SelectMany(group => RunTogether(measure, [.. group], dictionary)).OrderBy(result => result.Case.Line)];
    }

    /// <summary>Runs all cases of a breakdown, in order.</summary>
    public static IReadOnlyList<BreakdownCaseResult> Run(Breakdown breakdown, FieldDictionary dictionary) => [.. breakdown.Cases.Select(workedCase => Run(breakdown, workedCase, dictionary))];

    /// <summary>Runs all cases of a plausibility rule, in order.</summary>
    public static IReadOnlyList<RuleCaseResult> Run(PlausibilityRule rule, FieldDictionary dictionary) => [.. rule.Cases.Select(workedCase => Run(rule, workedCase, dictionary))];

    /// <summary>Runs all cases of a rule between records, in order. Those of one as-at date are judged together.</summary>
    public static IReadOnlyList<BetweenCaseResult> Run(BetweenRecordsRule rule, FieldDictionary dictionary) =>
        [.. rule.Cases.GroupBy(workedCase => workedCase.AsAt).SelectMany(cases => RunTogether(rule, [.. cases], dictionary)).OrderBy(result => result.Case.Line)];

    /// <summary>Runs all cases of a rule on mistyped years, in order.</summary>
    public static IReadOnlyList<YearCaseResult> Run(YearRule rule, FieldDictionary dictionary) =>
        [.. rule.Cases.Select(workedCase => new YearCaseResult(rule, workedCase, Repaired(rule, workedCase, Record.Of(dictionary, workedCase.Values), dictionary)))];

    private static string Repaired(YearRule rule, WorkedCase workedCase, Record record, FieldDictionary dictionary)
    {
        int Day(string field) => (int?)record[dictionary[field]] ?? Missing.Date;
        var fracture = Day(FieldNames.FractureDate);
        var day = rule.Fracture is { } own
            ? own.Of(fracture, witness => Day(witness.Field), workedCase.AsAt)
            : rule.Dates.Single(date => date.Field == workedCase.Part).Of(Day(workedCase.Part), fracture, workedCase.AsAt);
        return day is { } found ? DateOnly.FromDayNumber(found).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) : YearRule.Kept;
    }

    private static IEnumerable<BetweenCaseResult> RunTogether(BetweenRecordsRule rule, IReadOnlyList<WorkedCase> cases, FieldDictionary dictionary)
    {
        var plan = new MeasurePlan([], cases[0].AsAt, PeriodKind.Year, dictionary[FieldNames.FractureDate], [], []) { BetweenRecordsRules = [rule] };
        var layout = plan.LayoutFrom(dictionary);
        Record[] records = [.. cases.Select(workedCase => Record.Of(dictionary, workedCase.Values))];
        List<string> patients = [.. cases.Select(PatientOf).OfType<string>().Distinct()];
        var pairs = new RecordPairs(rule, new ReferenceEngine(cases[0].AsAt), dictionary[FieldNames.FractureDate]);
        for (var i = 0; i < cases.Count; i++)
        {
            // A batch for each patient, whose marks are then those of the patient alone; a place for each case.
            var mates = Enumerable.Range(0, cases.Count).Where(other => other == i || (PatientOf(cases[other]) is { } patient && patient == PatientOf(cases[i]))).ToList();
            var batch = new RecordBatch(layout, mates.Count, withPatients: true);
            foreach (var mate in mates)
            {
                records[mate].AddTo(batch, 0, cases[mate].Line);
                batch.Patients![batch.Count - 1] = PatientOf(cases[mate]) is { } patient ? (UInt128)(patients.IndexOf(patient) + 1) : UInt128.Zero;
            }

            var engine = new ColumnarEngine(plan, layout);
            engine.Receive(batch);
            var marks = engine.Complete().LinkedMarks;
            var answered = PatientOf(cases[i]) is not null && pairs.IsLaterOfTwo(records[i], cases[i].Line, [.. mates.Where(mate => mate != i).Select(mate => (records[mate], (long)cases[mate].Line))]);
            yield return new BetweenCaseResult(rule, cases[i], answered ? PlausibilityRule.Marked : PlausibilityRule.NotMarked, marks.Any(mark => mark.Rows.Contains(cases[i].Line)));
        }
    }

    private static IEnumerable<WorkedCaseResult> RunTogether(MeasureDefinition measure, IReadOnlyList<WorkedCase> cases, FieldDictionary dictionary)
    {
        var part = measure.Parts.First(part => part.Name == cases[0].Part);
        var fractureDate = dictionary[FieldNames.FractureDate];
        EpisodeRecord[] records =
        [
            .. cases.Select(workedCase =>
            {
                var record = Record.Of(dictionary, workedCase.Values);
                return new EpisodeRecord(record, PatientOf(workedCase), (int?)record[fractureDate], 0, workedCase.Line);
            }),
        ];
        var judgements = PatientEpisodes.Judge(new ReferenceEngine(cases[0].AsAt), measure, part, records);

        var plan = new MeasurePlan([measure], cases[0].AsAt, PeriodKind.Year, fractureDate, [], []);
        var layout = plan.LayoutFrom(dictionary);
        var engine = new ColumnarEngine(plan, layout);
        var batch = new RecordBatch(layout, cases.Count, withPatients: true);
        // A site of its own for each case keeps the counts of cases apart; whose records they are does not depend on it here.
        for (var i = 0; i < cases.Count; i++)
        {
            records[i].Record.AddTo(batch, i, cases[i].Line);
            batch.Patients![i] = records[i].Patient is null ? UInt128.Zero : UInt128.One;
        }

        engine.Receive(batch);
        var cube = engine.Complete();
        cube.Settle();
        for (var i = 0; i < cases.Count; i++)
        {
            var site = i;
            var tally = cube[cube.Keys.Single(key => key.Site == site && key.Breakdown == CellKey.Whole), plan.Item(measure.Id, part.Name)];
            yield return new WorkedCaseResult(measure, cases[i], judgements[i], judgements[i].Outcome.Word(), OutcomeOf(tally).Word(), tally.Histogram.Count > 0 ? tally.Histogram[0].Days : null);
        }
    }

    private static WorkedCaseResult RunAnswer(MeasureDefinition measure, AnswerRule rule, WorkedCase workedCase)
    {
        var codes = workedCase.Values.GetValueOrDefault(rule.Question.Name)?.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var answer = codes is null ? null : new Answer(rule.Question, [.. codes.Where(code => rule.Question.Values.Any(value => value.Code == code))], null, "");
        var answered = rule.Of(answer)?.Word() ?? (answer is null ? NotComputed : Outcome.Unknown.Word());
        return new WorkedCaseResult(measure, workedCase, null, answered, answered, null);
    }

    private static BreakdownCaseResult Run(Breakdown breakdown, WorkedCase workedCase, FieldDictionary dictionary)
    {
        string Name(int category) => category == CellKey.NoCategory ? Breakdown.Missing : breakdown.Categories[category].Name;
        var record = Record.Of(dictionary, workedCase.Values);
        var plan = new MeasurePlan([], workedCase.AsAt, PeriodKind.Year, dictionary[FieldNames.FractureDate], [breakdown], []);
        var layout = plan.LayoutFrom(dictionary);
        var batch = new RecordBatch(layout, 1);
        record.AddTo(batch, 0, 1);
        var engine = new ColumnarEngine(plan, layout);
        engine.Receive(batch);
        var counted = engine.Complete().Keys.Single(key => key.Breakdown == 0);
        return new BreakdownCaseResult(breakdown, workedCase, Name(new ReferenceEngine(workedCase.AsAt).Categorise(breakdown, record)), Name(counted.Category));
    }

    private static RuleCaseResult Run(PlausibilityRule rule, WorkedCase workedCase, FieldDictionary dictionary)
    {
        var record = Record.Of(dictionary, workedCase.Values);
        var plan = new MeasurePlan([], workedCase.AsAt, PeriodKind.Year, dictionary[FieldNames.FractureDate], [], []) { PlausibilityRules = [rule] };
        var layout = plan.LayoutFrom(dictionary);
        var batch = new RecordBatch(layout, 1);
        record.AddTo(batch, 0, 1);
        var engine = new ColumnarEngine(plan, layout);
        engine.Receive(batch);
        return new RuleCaseResult(rule, workedCase, PlausibilityRule.Word(new ReferenceEngine(workedCase.AsAt).Evaluate(rule.When, record)), engine.Complete().Marks.Count > 0);
    }

    private static string? PatientOf(WorkedCase workedCase) => workedCase.Values.GetValueOrDefault(FieldNames.PatientId);

    private static Outcome OutcomeOf(Tally tally) =>
        tally.Met > 0 ? Outcome.Met
        : tally.NotMet > 0 ? Outcome.NotMet
        : tally.UnknownNumerator + tally.UnknownEligibility > 0 ? Outcome.Unknown
        : tally.NotDue > 0 ? Outcome.NotDue
        : tally.Excluded > 0 ? Outcome.Excluded
        : Outcome.NotInPopulation;
}
