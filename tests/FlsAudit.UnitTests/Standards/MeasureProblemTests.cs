using static FlsAudit.UnitTests.Standards.MeasureYaml;

namespace FlsAudit.UnitTests.Standards;

/// <summary>What is wrong with a measure file, with file, line and column.</summary>
public sealed class MeasureProblemTests
{
    [Test]
    public void The_sound_measure_has_no_problem() => Assert.That(Problems(Proportion), Is.Empty);

    [Test]
    public void A_key_that_nobody_knows_is_told_with_the_nearest_one() =>
        Assert.That(Problems(With("better: higher", "beter: higher")), Is.EqualTo(new[] { "tested.yaml(15,1): the key 'beter' is not known here; did you mean 'better'?" }));

    [Test]
    public void All_problems_are_told_together_in_order_of_lines()
    {
        var yaml = Replace(With("population: age_at_fracture >= 50", "population: age >= 50"), "better: higher", "better: up");

        Assert.That(Problems(yaml), Is.EqualTo(new[]
        {
            "tested.yaml(8,13): there is no field 'age'",
            "tested.yaml(15,9): 'up' is no value of 'better'; expected higher, lower, none",
        }));
    }

    [TestCase("numerator: treatment = zzz", "tested.yaml(9,24)")]
    [TestCase("numerator: 'treatment = zzz'", "tested.yaml(9,25)")]
    [TestCase("numerator: \"treatment = zzz\"", "tested.yaml(9,25)")]
    [TestCase("numerator: >-\n  treatment is known\n    and treatment = zzz", "tested.yaml(11,21)")]
    [TestCase("numerator: |\n  treatment is known and\n\n  treatment = zzz", "tested.yaml(12,15)")]
    [TestCase("numerator: treatment is known and\n  treatment = zzz", "tested.yaml(10,15)")]
    public void A_problem_is_placed_where_it_stands_however_the_condition_is_quoted_or_folded(string numerator, string place) =>
        Assert.That(Problems(With("numerator: assessment_date within 90 days of fracture_date", numerator)), Is.EqualTo(new[] { $"{place}: 'treatment' has no code 'zzz'" }));

    [Test]
    public void A_condition_that_ends_too_early_is_placed_behind_its_end() =>
        Assert.That(Problems(With("population: age_at_fracture >= 50", "population: age_at_fracture >=")), Is.EqualTo(new[] { "tested.yaml(8,31): expected a number, found the end." }));

    [TestCase("id: tested", "tested.yaml(1,1): the key 'id' is missing.")]
    [TestCase("set: tests", "tested.yaml(1,1): the key 'set' is missing.")]
    [TestCase("title: Assessed in time", "tested.yaml(1,1): the key 'title' is missing.")]
    [TestCase("question: How many were assessed in time?", "tested.yaml(1,1): the key 'question' is missing.")]
    [TestCase("population: age_at_fracture >= 50", "tested.yaml(1,1): the key 'population' is missing.")]
    [TestCase("numerator: assessment_date within 90 days of fracture_date", "tested.yaml(1,1): a measure of kind 'proportion' needs 'numerator'.")]
    [TestCase("  status: inferred", "tested.yaml(6,3): the key 'status' is missing: verified, secondary, recalled or inferred.")]
    [TestCase("  denominator: patients", "tested.yaml(13,3): the key 'denominator' is missing.")]
    public void A_key_that_is_not_there_is_told(string line, string problem) => Assert.That(Problems(With(line)), Is.EqualTo(new[] { problem }));

    [TestCase("population: age_at_fracture >= 50", "population:", "tested.yaml(8,1): 'population' is empty.")]
    [TestCase("population: age_at_fracture >= 50", "population: ''", "tested.yaml(8,13): 'population' is empty.")]
    [TestCase("population: age_at_fracture >= 50", "population: [a]", "tested.yaml(8,13): 'population' must be a text.")]
    [TestCase("numerator: assessment_date within 90 days of fracture_date", "numerator: ~", "tested.yaml(9,1): a measure of kind 'proportion' needs 'numerator'.")]
    [TestCase("due: 90 days after fracture_date", "due: 90 days", "tested.yaml(10,13): expected 'after' and a date field, as in '90 days after fracture_date', found the end.")]
    [TestCase("due: 90 days after fracture_date", "due: 90 days after treatment", "tested.yaml(10,20): expected a date; 'treatment' is a code field.")]
    [TestCase("due: 90 days after fracture_date", "due: -1 days after fracture_date", "tested.yaml(10,6): a window is a whole number of days or weeks from 0 to 36500.")]
    [TestCase("unknown: not-met", "unknown: notmet", "tested.yaml(11,10): 'notmet' is no value of 'unknown'; expected not-met, leave-out, report-both; did you mean 'not-met'?")]
    [TestCase("better: higher", "better: higher\nbands: {green: '> 80', red: about 50, status: verified}", "tested.yaml(16,29): 'about 50' is no threshold; expected a comparison and a number, as in '>= 80'.")]
    [TestCase("better: higher", "better: higher\nbands: {green: '> 80', red: < NaN, status: verified}", "tested.yaml(16,29): '< NaN' is no threshold; expected a comparison and a number, as in '>= 80'.")]
    [TestCase("better: higher", "better: higher\nbands: {green: '> 80', red: < 50}", "tested.yaml(16,8): the key 'status' is missing: verified, secondary, recalled or inferred.")]
    [TestCase("better: higher", "better: higher\nexclude:\n  - reason: x\n    when: treatment = zzz", "tested.yaml(18,23): 'treatment' has no code 'zzz'")]
    [TestCase("better: higher", "better: higher\nexclude: treatment = declined", "tested.yaml(16,10): 'exclude' must be a list.")]
    [TestCase("better: higher", "better: higher\ncompleteness: {missing_over: 20, fewer_than: 5}", "tested.yaml(16,1): a measure of kind 'proportion' takes no 'completeness'.")]
    public void A_wrong_value_is_told_with_its_place(string line, string replacement, string problem) =>
        Assert.That(Problems(With(line, replacement)), Is.EqualTo(new[] { problem }));
}
