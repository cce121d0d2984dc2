using FlsAudit.Measures;
using FlsAudit.Model;
using FlsAudit.Standards;

namespace FlsAudit.UnitTests.Standards;

/// <summary>Plausibility rules: how they are read and what is wrong with them.</summary>
public sealed class PlausibilityReaderTests
{
    private const string Sound = """
        group: tests
        rules:
          - name: too-old
            severity: information
            message: The age is over 100.
            expected: Look at it.
            source: {title: made for tests, status: inferred}
            when: age_at_fracture > 100
            cases: |
              age_at_fracture | as_at      | expect     | why
              101             | 2025-12-31 | marked     | over
              100             | 2025-12-31 | not marked | not over
                              | 2025-12-31 | unknown    | not recorded
          - name: too-late
            severity: warning
            message: $field is late.
            expected: A $field that has happened.
            source: {title: made for tests, status: inferred}
            each: [fracture_date, assessment_date]
            when: $field is after as_at
            cases: |
              field           | value      | as_at      | expect     | why
              fracture_date   | 2026-01-01 | 2025-12-31 | marked     | the day after
              assessment_date | 2025-12-31 | 2025-12-31 | not marked | the day itself
        """;

    private TemporaryStandards folder = null!;

    [SetUp]
    public void Make() => folder = new TemporaryStandards();

    [TearDown]
    public void Remove() => folder.Dispose();

    [Test]
    public void A_rule_over_several_fields_is_one_rule_for_each_with_cases_of_its_own()
    {
        folder.Write("plausibility/tests.yaml", Sound);

        var rules = folder.Read().PlausibilityRules;

        Assert.That(rules.Select(rule => (rule.Name, rule.Field!.Name, rule.Severity, rule.Message, rule.When.Text, rule.Cases.Count)), Is.EqualTo(new[]
        {
            ("too-old", "age_at_fracture", Severity.Information, "The age is over 100.", "age_at_fracture > 100", 3),
            ("too-late", "fracture_date", Severity.Warning, "fracture_date is late.", "fracture_date is after as_at", 1),
            ("too-late", "assessment_date", Severity.Warning, "assessment_date is late.", "assessment_date is after as_at", 1),
        }));
        Assert.That(rules.SelectMany(rule => WorkedCaseRun.Run(rule, folder.Read().Dictionary)).Select(result => result.Passed), Is.All.True);
    }

    [Test]
    public void A_rule_may_use_a_shared_condition()
    {
        folder.Write("conditions/old.yaml", "group: tests\nconditions:\n  - {name: very_old, meaning: Over 100., when: age_at_fracture > 100}\n");
        folder.Write("plausibility/tests.yaml", Sound.Replace("when: age_at_fracture > 100", "when: very_old"));

        Assert.That(folder.Read().PlausibilityRules[0].When.Text, Is.EqualTo("age_at_fracture > 100"));
    }

    [Test]
    public void A_case_that_does_not_hold_says_what_came_out()
    {
        folder.Write("plausibility/tests.yaml", Sound.Replace("100             | 2025-12-31 | not marked", "100             | 2025-12-31 | marked    "));

        var failed = WorkedCaseRun.Run(folder.Read().PlausibilityRules[0], folder.Read().Dictionary).Single(result => !result.Passed);

        Assert.That(failed.Explanation, Is.EqualTo("plausibility/tests.yaml(12): too-old expected marked, got not marked; why: not over"));
    }

    [TestCase("severity: information", "severity: grave", "'grave' is no value of 'severity'; expected information, warning, error")]
    [TestCase("name: too-old", "name: Too old", "'Too old' is no name of a rule")]
    [TestCase("name: too-late", "name: too-old", "the rule 'too-old' is declared twice.")]
    [TestCase("when: age_at_fracture > 100", "when: age_at_fracture > 100 and age_at_fracture < 90", "the rule can never mark a record: [age_at_fracture > 100 and age_at_fracture < 90] contradicts itself.")]
    [TestCase("when: age_at_fracture > 100", "when: age_at_fracture is missing", "the rule marks a record of which nothing is recorded")]
    [TestCase("when: age_at_fracture > 100", "when: age > 100", "there is no field 'age'")]
    [TestCase("when: $field is after as_at", "when: fracture_date is after as_at", "the rule says 'each' and its condition does not use $field.")]
    [TestCase("when: $field is after as_at", "when: $feld is after as_at", "has no parameter '$feld'")]
    [TestCase("when: age_at_fracture > 100", "when: $field > 100", "has no parameter '$field'")]
    [TestCase("[fracture_date, assessment_date]", "[fracture_date, assessment_date, record_id]", "'record_id' is no date, number or code field")]
    [TestCase("[fracture_date, assessment_date]", "[fracture_date, assessment_date, fracture_date]", "the field 'fracture_date' stands twice.")]
    [TestCase("[fracture_date, assessment_date]", "[fracture_date]", "the rule is not about 'assessment_date'")]
    [TestCase("[fracture_date, assessment_date]", "[fracture_date, assessment_date, age_at_fracture]", "'is after as_at' needs a date; 'age_at_fracture' is a number.")]
    [TestCase("| marked     | over", "| flagged    | over", "'flagged' is no answer of a rule; expected marked, not marked, unknown")]
    [TestCase("2026-01-01 |", "tomorrow   |", "'tomorrow' is no date for 'fracture_date'")]
    [TestCase("is after as_at", "is after assessment_date", "expected 'as_at' after 'is after', found 'assessment_date'; two date fields are compared with < and >.")]
    [TestCase("    expected: Look at it.\n", "    advice: Look at it.\n", "the key 'advice' is not known here")]
    public void What_is_wrong_with_a_rule_is_told(string text, string replacement, string problem)
    {
        folder.Write("plausibility/tests.yaml", Sound.ReplaceLineEndings("\n").Replace(text, replacement));

        Assert.That(folder.Problems(), Has.Some.Contains(problem));
        Assert.That(folder.Problems(), Has.All.StartsWith("plausibility/tests.yaml("));
    }
}
