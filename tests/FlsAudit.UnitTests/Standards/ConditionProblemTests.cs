using FlsAudit.Standards;

namespace FlsAudit.UnitTests.Standards;

/// <summary>What is wrong with a condition, and at which column.</summary>
public sealed class ConditionProblemTests
{
    [TestCase("age_at_fractur >= 50", 1, "there is no field 'age_at_fractur'; did you mean 'age_at_fracture'?")]
    [TestCase("treatment = recomended", 13, "'treatment' has no code 'recomended'; did you mean 'recommended'?")]
    [TestCase("zzz = hip", 1, "there is no field 'zzz'")]
    [TestCase("treatment = zzz", 13, "'treatment' has no code 'zzz'")]
    [TestCase("record_id is known", 1, "'record_id' is a text; it identifies a record and cannot be measured.")]
    [TestCase("record_id = a1", 1, "'record_id' is a text; it identifies a record and cannot be measured.")]
    [TestCase("record_id in (a, b)", 1, "'record_id' is a text; it identifies a record and cannot be measured.")]
    [TestCase("record_id within 3 days of fracture_date", 1, "'record_id' is a text; it identifies a record and cannot be measured.")]
    [TestCase("fracture_site < hip", 1, "codes have no order: 'fracture_site' can only be compared with = and !=.")]
    [TestCase("treatment = not_known", 13, "a comparison with 'not_known' is never true; write 'treatment is missing' or 'is known'.")]
    [TestCase("treatment in (declined, not_known)", 25, "a comparison with 'not_known' is never true; write 'treatment is missing' or 'is known'.")]
    [TestCase("treatment in (declined, declined)", 1, "a code stands twice in the list.")]
    [TestCase("age_at_fracture in (50, 51)", 1, "'in' needs a code field; 'age_at_fracture' is a number.")]
    [TestCase("fracture_date in (hip)", 1, "'in' needs a code field; 'fracture_date' is a date.")]
    [TestCase("treatment within 3 days of fracture_date", 1, "'within' needs a date; 'treatment' is a code field.")]
    [TestCase("assessment_date within 3 days of treatment", 34, "expected a date; 'treatment' is a code field.")]
    [TestCase("assessment_date < age_at_fracture", 19, "expected a date; 'age_at_fracture' is a number.")]
    [TestCase("days(fracture_date, treatment) > 3", 21, "expected a date; 'treatment' is a code field.")]
    [TestCase("assessment_date within -1 days of fracture_date", 24, "a window is a whole number of days or weeks from 0 to 36500.")]
    [TestCase("assessment_date within 1.5 weeks of fracture_date", 24, "a window is a whole number of days or weeks from 0 to 36500.")]
    [TestCase("assessment_date within 99999 weeks of fracture_date", 24, "a window is a whole number of days or weeks from 0 to 36500.")]
    [TestCase("assessment_date within 3 months of fracture_date", 26, "expected 'days' or 'weeks', found 'months'.")]
    [TestCase("assessment_date within 3 days after fracture_date", 31, "expected 'of' and a date field, found 'after'.")]
    [TestCase("age_at_fracture >= old", 20, "expected a number, found 'old'.")]
    [TestCase("age_at_fracture >= 1.2.3", 20, "expected a number, found '1.2.3'.")]
    [TestCase("age_at_fracture", 16, "expected a comparison (= != < <= > >=), 'in', 'is', 'within' or 'on or after', found the end.")]
    [TestCase("treatment is not known", 14, "expected 'known', 'missing' or 'after as_at' after 'is', found 'not'.")]
    [TestCase("treatment not = declined", 15, "expected 'in' after 'not', found '='.")]
    [TestCase("treatment in declined", 14, "expected '(' and a list of codes, found 'declined'.")]
    [TestCase("treatment in (declined", 23, "expected ',' or ')' in the list of codes, found the end.")]
    [TestCase("(treatment = declined", 22, "expected ')', found the end.")]
    [TestCase("treatment = declined fracture_site = hip", 22, "expected 'and', 'or' or the end, found 'fracture_site'.")]
    [TestCase("treatment = declined and", 25, "expected a field, found the end.")]
    [TestCase("and treatment = declined", 1, "expected a field, found 'and'.")]
    [TestCase("age_at_fracture ≥ 50", 17, "the character '≥' has no meaning in a condition.")]
    public void A_wrong_condition_is_told_with_its_column(string condition, int column, string message)
    {
        var error = Assert.Throws<DefinitionException>(() => DefinitionText.Condition(condition, MeasureYaml.Dictionary));

        Assert.That(error!.Problems, Has.Some.EqualTo(new DefinitionProblem("condition", 1, column, message)));
    }

    [Test]
    public void All_wrong_names_and_types_of_a_condition_are_told_together()
    {
        var error = Assert.Throws<DefinitionException>(() =>
            DefinitionText.Condition("fracture_sit = hip and (treatment < declined or treatment in (recomended, inapropriate))", MeasureYaml.Dictionary));

        Assert.That(error!.Problems.Select(problem => (problem.Column, problem.Message)), Is.EqualTo(new[]
        {
            (1L, "there is no field 'fracture_sit'; did you mean 'fracture_site'?"),
            (25L, "codes have no order: 'treatment' can only be compared with = and !=."),
            (63L, "'treatment' has no code 'recomended'; did you mean 'recommended'?"),
            (75L, "'treatment' has no code 'inapropriate'; did you mean 'inappropriate'?"),
        }));
    }

    [Test]
    public void A_text_field_is_told_once()
    {
        var error = Assert.Throws<DefinitionException>(() => DefinitionText.Condition("record_id not in (a, a)", MeasureYaml.Dictionary));

        Assert.That(error!.Problems, Has.Count.EqualTo(1));
    }

    [Test]
    public void Nesting_and_chains_have_an_end()
    {
        var deep = new string('(', 4_000) + "age_at_fracture > 1" + new string(')', 4_000);
        var nots = string.Concat(Enumerable.Repeat("not ", 4_000)) + "age_at_fracture > 1";
        var chain = string.Join(" and ", Enumerable.Repeat("age_at_fracture > 1", 700));

        foreach (var (text, message) in new[] { (deep, "nested too deeply"), (nots, "nested too deeply"), (chain, "more than 500 tests") })
            Assert.That(() => DefinitionText.Condition(text, MeasureYaml.Dictionary), Throws.TypeOf<DefinitionException>().With.Message.Contains(message));
    }

    [Test]
    public void Sixty_brackets_and_five_hundred_tests_are_still_read()
    {
        Assert.That(() => DefinitionText.Condition(new string('(', 60) + "age_at_fracture > 1" + new string(')', 60), MeasureYaml.Dictionary), Throws.Nothing);
        Assert.That(() => DefinitionText.Condition(string.Join(" or ", Enumerable.Repeat("age_at_fracture > 1", 500)), MeasureYaml.Dictionary), Throws.Nothing);
    }
}
