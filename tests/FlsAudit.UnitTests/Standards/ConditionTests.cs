using FlsAudit.Model;
using FlsAudit.Standards;
using FlsAudit.Standards.Expressions;

namespace FlsAudit.UnitTests.Standards;

/// <summary>How a condition is read: what binds to what, and what a word means.</summary>
public sealed class ConditionTests
{
    [TestCase("fracture_site = hip or treatment = declined and fracture_side = left", "(fracture_site or (treatment and fracture_side))")]
    [TestCase("fracture_site = hip and treatment = declined or fracture_side = left", "((fracture_site and treatment) or fracture_side)")]
    [TestCase("(fracture_site = hip or treatment = declined) and fracture_side = left", "((fracture_site or treatment) and fracture_side)")]
    [TestCase("not fracture_site = hip and treatment = declined", "(not fracture_site and treatment)")]
    [TestCase("not (fracture_site = hip and treatment = declined)", "not (fracture_site and treatment)")]
    [TestCase("not not fracture_site = hip", "not not fracture_site")]
    [TestCase("fracture_site = hip or treatment = declined or fracture_side = left", "((fracture_site or treatment) or fracture_side)")]
    public void Not_binds_closer_than_and_and_and_closer_than_or(string condition, string shape) =>
        Assert.That(Shape(Read(condition)), Is.EqualTo(shape));

    [Test]
    public void Not_in_is_the_opposite_of_in()
    {
        var test = ((Not)Read("fracture_site not in (hip, wrist)")).Operand as HasCode;

        Assert.That(test!.Codes, Is.EqualTo(new[] { 0, 2 }), "hip is the first code and wrist the third");
    }

    [Test]
    public void Not_equal_is_the_opposite_of_equal() =>
        Assert.That(Read("treatment != declined"), Is.TypeOf<Not>().And.Property("Operand").TypeOf<HasCode>());

    [Test]
    public void Missing_is_the_opposite_of_known() =>
        Assert.That(Read("assessment_date is missing"), Is.TypeOf<Not>().And.Property("Operand").TypeOf<IsKnown>());

    [TestCase("assessment_date within 0 days of fracture_date", 0)]
    [TestCase("assessment_date within 1 day of fracture_date", 1)]
    [TestCase("assessment_date within 1 week of fracture_date", 7)]
    [TestCase("assessment_date within 16 weeks of fracture_date", 112)]
    public void A_week_is_seven_days(string condition, int days) => Assert.That(((Within)Read(condition)).Days, Is.EqualTo(days));

    [TestCase("days(fracture_date, assessment_date) > -14", -14)]
    [TestCase("days(fracture_date, assessment_date) > 1.5", 1.5)]
    public void Numbers_may_be_negative_or_have_decimals(string condition, double number) =>
        Assert.That(((DayComparison)Read(condition)).Number, Is.EqualTo(number));

    [TestCase("age_at_fracture=50", Comparison.Equal)]
    [TestCase("age_at_fracture!=50", Comparison.NotEqual)]
    [TestCase("age_at_fracture<50", Comparison.Less)]
    [TestCase("age_at_fracture<=50", Comparison.LessOrEqual)]
    [TestCase("age_at_fracture>50", Comparison.Greater)]
    [TestCase("age_at_fracture >= 50", Comparison.GreaterOrEqual)]
    public void Every_comparison_is_read_with_or_without_spaces(string condition, Comparison comparison) =>
        Assert.That(((NumberComparison)Read(condition)).Comparison, Is.EqualTo(comparison));

    [Test]
    public void A_condition_keeps_its_text_as_written() =>
        Assert.That(((And)Read("(age_at_fracture  >= 50) and treatment in (declined)")).Right.Text, Is.EqualTo("treatment in (declined)"));

    private static Expression Read(string condition) => DefinitionText.Condition(condition, MeasureYaml.Dictionary);

    private static string Shape(Expression expression) => expression switch
    {
        And and => $"({Shape(and.Left)} and {Shape(and.Right)})",
        Or or => $"({Shape(or.Left)} or {Shape(or.Right)})",
        Not not => $"not {Shape(not.Operand)}",
        _ => ((HasCode)expression).Field.Name,
    };
}
