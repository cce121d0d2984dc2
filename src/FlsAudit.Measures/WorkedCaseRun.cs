using FlsAudit.Measures.Columnar;
using FlsAudit.Measures.Reference;
using FlsAudit.Model;
using FlsAudit.Standards;

namespace FlsAudit.Measures;

/// <summary>What both engines made of one worked case.</summary>
/// <param name="Measure">The measure.</param>
/// <param name="Case">The case.</param>
/// <param name="Judgement">The reference engine's answer, with the deciding clause.</param>
/// <param name="Columnar">The columnar engine's answer.</param>
/// <param name="ColumnarGap">The days that the columnar engine counted; null when none.</param>
public sealed record WorkedCaseResult(MeasureDefinition Measure, WorkedCase Case, Judgement Judgement, Outcome Columnar, int? ColumnarGap)
{
    /// <summary>Whether both engines answer as expected.</summary>
    public bool Passed =>
        Judgement.Outcome.Word() == Case.Expected
        && Columnar == Judgement.Outcome
        && Judgement.Gap == ColumnarGap
        && (Case.ExpectedGap is null || Case.ExpectedGap == Judgement.Gap);

    /// <summary>One line for people: where, what was expected, what came out and which clause decided.</summary>
    public string Explanation
    {
        get
        {
            var deciding = Judgement.Deciding;
            var engines = Columnar == Judgement.Outcome ? "" : $"; the columnar engine says {Columnar.Word()}";
            var gap = Case.ExpectedGap is null ? "" : $" (expected {Case.ExpectedGap} days, got {Judgement.Gap?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "none"})";
            return $"{Measure.File}({Case.Line}): expected {Case.Expected}, got {Judgement.Outcome.Word()}{gap}{engines}; "
                + $"decided by {deciding.Clause.ToString().ToLowerInvariant()} [{deciding.Text}] = {deciding.Truth.ToString().ToLowerInvariant()}; why: {Case.Why}";
        }
    }
}

/// <summary>Runs worked cases on both engines.</summary>
public static class WorkedCaseRun
{
    /// <summary>Runs all cases of a measure, in order.</summary>
    public static IReadOnlyList<WorkedCaseResult> Run(MeasureDefinition measure, FieldDictionary dictionary) =>
        [.. measure.Cases.Select(workedCase => Run(measure, workedCase, dictionary))];

    private static WorkedCaseResult Run(MeasureDefinition measure, WorkedCase workedCase, FieldDictionary dictionary)
    {
        var part = measure.Parts.First(part => part.Name == workedCase.Part);
        var record = Record.Of(dictionary, workedCase.Values);
        var judgement = new ReferenceEngine(workedCase.AsAt).Judge(measure, part, record);

        var plan = new MeasurePlan([measure], workedCase.AsAt, PeriodKind.Year, dictionary[FieldNames.FractureDate], [], []);
        var layout = plan.LayoutFrom(dictionary);
        var batch = new RecordBatch(layout, 1);
        record.AddTo(batch, 0, 1);
        var engine = new ColumnarEngine(plan, layout);
        engine.Receive(batch);
        var cube = engine.Complete();
        var tally = cube[cube.Keys.Single(), plan.Item(measure.Id, part.Name)];
        return new WorkedCaseResult(measure, workedCase, judgement, OutcomeOf(tally), tally.Histogram.Count > 0 ? tally.Histogram[0].Days : null);
    }

    private static Outcome OutcomeOf(Tally tally) =>
        tally.Met > 0 ? Outcome.Met
        : tally.NotMet > 0 ? Outcome.NotMet
        : tally.UnknownNumerator + tally.UnknownEligibility > 0 ? Outcome.Unknown
        : tally.NotDue > 0 ? Outcome.NotDue
        : tally.Excluded > 0 ? Outcome.Excluded
        : Outcome.NotInPopulation;
}
