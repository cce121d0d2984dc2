using FlsAudit.Measures;
using FlsAudit.Model;
using FlsAudit.Standards;
using FlsAudit.Standards.Expressions;

namespace FlsAudit.UnitTests.Specifications;

/// <summary>Every shipped plausibility rule, once for each field that it is about: its worked cases, and what they must show together.</summary>
public sealed class PlausibilityRuleTests
{
    private static IEnumerable<TestCaseData> Rules => ShippedStandards.Folder.PlausibilityRules.Select(rule => new TestCaseData(rule).SetArgDisplayNames(rule.Name, rule.Field?.Name ?? ""));

    [TestCaseSource(nameof(Rules))]
    public void Worked_cases_hold_on_both_engines(PlausibilityRule rule)
    {
        var results = WorkedCaseRun.Run(rule, ShippedStandards.Folder.Dictionary);

        Assert.That(results, Is.Not.Empty);
        Assert.That(results.Where(result => !result.Passed).Select(result => result.Explanation), Is.Empty);
    }

    [TestCaseSource(nameof(Rules))]
    public void A_marked_and_an_unmarked_record_and_one_that_does_not_say_are_shown(PlausibilityRule rule) =>
        Assert.That(rule.Cases.Select(workedCase => workedCase.Expected).Distinct(), Is.EquivalentTo(PlausibilityRule.Answers));

    [TestCaseSource(nameof(Rules))]
    public void For_every_field_read_a_marked_record_is_shown_without_it_and_is_not_marked(PlausibilityRule rule)
    {
        var marked = rule.Cases.Where(workedCase => workedCase.Expected == PlausibilityRule.Marked).ToList();
        var without = FieldsRead.By(rule.When).Where(field => !rule.Cases.Any(blank =>
            blank.Expected == PlausibilityRule.Unknown && !blank.Values.ContainsKey(field)
            && marked.Any(whole => whole.Values.Count == blank.Values.Count + 1 && blank.Values.All(pair => whole.Values.GetValueOrDefault(pair.Key) == pair.Value))));

        Assert.That(without, Is.Empty, "fields whose blank no case shows");
    }

    [TestCaseSource(nameof(Rules))]
    public void Moving_any_boundary_by_a_day_or_any_number_by_one_breaks_a_case(PlausibilityRule rule)
    {
        var unseen = Definitions.Neighbours(rule)
            .Where(mutant => WorkedCaseRun.Run(mutant.Changed, ShippedStandards.Folder.Dictionary).All(result => result.Passed))
            .Select(mutant => mutant.Change);

        Assert.That(unseen, Is.Empty, "changes that every case survives");
    }

    [TestCaseSource(nameof(Rules))]
    public void A_rule_has_boundaries(PlausibilityRule rule) => Assert.That(Definitions.Neighbours(rule), Is.Not.Empty, "there would be nothing to move");

    [Test]
    public void What_may_be_a_fact_is_no_warning() => Assert.That(
        ShippedStandards.Folder.PlausibilityRules.Where(rule => rule.Severity == Severity.Information).Select(rule => rule.Name),
        Is.EquivalentTo(new[] { "death-before-identification" }));

    [Test]
    public void Every_date_but_that_of_the_fracture_is_looked_at_for_lying_after_the_as_at_date()
    {
        var dates = ShippedStandards.Folder.Dictionary.Fields.Where(field => field.Type == FieldType.Date && field.Name != FieldNames.FractureDate);

        Assert.That(ShippedStandards.Folder.PlausibilityRules.Where(rule => rule.When is AfterAsAt).Select(rule => rule.Field!.Name), Is.EquivalentTo(dates.Select(field => field.Name)));
    }
}
