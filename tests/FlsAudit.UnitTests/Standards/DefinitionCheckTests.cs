using static FlsAudit.UnitTests.Standards.MeasureYaml;

namespace FlsAudit.UnitTests.Standards;

/// <summary>Definitions that can be read and cannot be meant: clauses that can never decide, thresholds that no value can meet.</summary>
public sealed class DefinitionCheckTests
{
    private const string Population = "population: age_at_fracture >= 50";

    [TestCase("population: treatment is missing")]
    [TestCase("population: age_at_fracture is missing or age_at_fracture >= 50")]
    [TestCase("population: not (fracture_date is known and treatment = recommended)")]
    public void A_population_that_holds_for_an_empty_record_is_refused(string population) =>
        Assert.That(Problems(With(Population, population)), Is.EqualTo(new[]
        {
            "tested.yaml(8,1): the population holds for a record of which nothing is recorded; name what must be recorded for a record to belong.",
        }));

    [Test]
    public void A_completeness_measure_may_hold_for_an_empty_record_since_it_counts_what_is_missing() =>
        Assert.That(Problems(Replace(Replace(With("better: higher", "kind: completeness"), "numerator: assessment_date within 90 days of fracture_date", "parts:", "  - {name: a, known: treatment}")
            .Replace("fracture_date | assessment_date |", "part | fracture_date | assessment_date |").Replace("2025-01-01    | 2025", "a | 2025-01-01    | 2025"), Population, "population: age_at_fracture is missing or age_at_fracture >= 50")), Is.Empty);

    [TestCase("population: age_at_fracture >= 50 and age_at_fracture < 50")]
    [TestCase("population: fracture_site = hip and fracture_site not in (hip, spine)")]
    [TestCase("population: assessment_date within 10 days of fracture_date and days(fracture_date, assessment_date) > 10")]
    [TestCase("population: assessment_date > fracture_date and death_date > assessment_date and fracture_date > death_date")]
    [TestCase("population: treatment is missing and treatment = recommended")]
    public void A_population_that_contradicts_itself_is_refused(string population) =>
        Assert.That(Problems(With(Population, population)), Is.EqualTo(new[] { "tested.yaml(8,1): the population can never hold: it contradicts itself." }));

    [TestCase("age_at_fracture < 50")]
    [TestCase("age_at_fracture is missing")]
    public void An_exclusion_that_no_record_of_the_population_can_meet_is_refused(string when) =>
        Assert.That(Problems(With("better: higher", "better: higher\nexclude:", $"  - {{reason: x, when: {when}}}")), Is.EqualTo(new[]
        {
            "tested.yaml(17,17): the exclusion can never hold for a record of the population, so it excludes nobody.",
        }));

    [Test]
    public void An_exclusion_that_repeats_an_earlier_one_is_refused() =>
        Assert.That(Problems(With("better: higher", "better: higher\nexclude:", "  - {reason: x, when: treatment = declined}", "  - {reason: y, when: treatment = declined}")), Is.EqualTo(new[]
        {
            "tested.yaml(18,17): whomever the exclusion takes out, an earlier one has taken out already: it can never decide.",
        }));

    [Test]
    public void A_numerator_that_can_never_hold_is_refused() =>
        Assert.That(Problems(With("numerator: assessment_date within 90 days of fracture_date", "numerator: age_at_fracture < 45")), Is.EqualTo(new[]
        {
            "tested.yaml(9,1): the numerator can never hold for a record of the population.",
        }));

    [TestCase("age_at_fracture < 70", "age_at_fracture < 60")]
    [TestCase("treatment = declined", "treatment  =  declined and fracture_site = hip")]
    public void An_exclusion_whose_records_an_earlier_one_takes_out_is_refused(string earlier, string later) =>
        Assert.That(Problems(With("better: higher", "better: higher\nexclude:", $"  - {{reason: x, when: {earlier}}}", $"  - {{reason: y, when: {later}}}")), Is.EqualTo(new[]
        {
            "tested.yaml(18,17): whomever the exclusion takes out, an earlier one has taken out already: it can never decide.",
        }));

    [Test]
    public void An_exclusion_that_decides_where_an_earlier_one_is_unknown_is_kept() =>
        Assert.That(Problems(With("better: higher", "better: higher\nexclude:", "  - {reason: x, when: treatment = declined and fracture_site = hip}", "  - {reason: y, when: fracture_site = hip}")), Is.Empty);

    [Test]
    public void A_due_day_before_the_end_of_the_numerators_window_is_refused() =>
        Assert.That(Problems(With("due: 90 days after fracture_date", "due: 89 days after fracture_date")), Is.EqualTo(new[]
        {
            "tested.yaml(9,1): the numerator can become true 90 days after fracture_date, later than the 89 days of 'due'; 'due' is the last such day.",
        }));

    [TestCase("{green: '>= 80', amber: '>= 50', red: < 51, status: verified}", "tested.yaml(16,41): the red band reaches into another one; what it says would be printed and not be true.")]
    [TestCase("{green: '>= 120', red: < 100, status: verified}", "tested.yaml(16,9): the threshold 120 is outside 0 to 100, where every value lies.")]
    [TestCase("{green: '>= 80', red: < -1, status: verified}", "tested.yaml(16,25): the threshold -1 is outside 0 to 100, where every value lies.")]
    [TestCase("{green: '>= 80', red: < 50, status: verified}", "tested.yaml(16,8): the value 50 is in no band; let the bands meet, and say in the note which side was chosen.")]
    [TestCase("{green: '> 80', amber: '> 90', red: <= 80, status: verified}", "tested.yaml(16,24): no value can be here: the thresholds are out of order.")]
    [TestCase("{green: '>= 50', amber: '>= 20', red: '> 0', status: verified}", "tested.yaml(16,8): the value 0 is in no band; let the bands meet, and say in the note which side was chosen.")]
    public void Bands_that_no_value_can_meet_or_that_leave_a_gap_are_refused(string bands, string problem) =>
        Assert.That(Problems(With("better: higher", $"better: higher\nbands: {bands}")), Is.EqualTo(new[] { problem }));

    [Test]
    public void Problems_of_all_clauses_are_told_together() =>
        Assert.That(
            Problems(With("better: higher", "better: higher\nbands: {green: '>= 120', red: < 100, status: verified}", "exclude:", "  - {reason: x, when: age_at_fracture < 50}")),
            Has.Count.EqualTo(2));

    [Test]
    public void Conditions_that_stand_for_millions_of_tests_are_refused_at_once()
    {
        using var folder = new TemporaryStandards();
        var doubled = string.Join('\n', Enumerable.Range(1, 40).Select(i => $"  - {{name: c{i}, meaning: twice as long, when: c{i - 1} or c{i - 1}}}"));
        folder.Write("conditions/long.yaml", $"group: long\nconditions:\n  - {{name: c0, meaning: short, when: age_at_fracture >= 50}}\n{doubled}");

        // 2 to the 9th is 512, the first beyond 500 tests.
        Assert.That(folder.Problems()[0], Does.EndWith("the condition has more than 500 tests.").And.StartsWith("conditions/long.yaml(12,"));
    }

    [Test]
    [CancelAfter(20_000)]
    public void A_condition_made_to_keep_the_search_busy_is_read_in_no_time()
    {
        var hard = string.Join(" and ", Enumerable.Range(0, 120).Select(i => $"(days(fracture_date, assessment_date) != {i} or days(fracture_date, death_date) != {i + 1})"));

        Assert.That(Problems(With(Population, $"population: {hard}")), Is.Empty);
    }
}
