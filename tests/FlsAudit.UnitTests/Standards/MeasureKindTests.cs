using FlsAudit.Standards;
using static FlsAudit.UnitTests.Standards.MeasureYaml;

namespace FlsAudit.UnitTests.Standards;

/// <summary>Which keys each kind of measure needs and refuses, and what parts it is read into.</summary>
public sealed class MeasureKindTests
{
    private const string Numerator = "numerator: assessment_date within 90 days of fracture_date";
    private const string Due = "due: 90 days after fracture_date";
    private const string Heading = "  fracture_date | assessment_date | age_at_fracture | as_at      | expect | why";
    private const string Row = "  2025-01-01    | 2025-04-01      | 72              | 2025-12-31 | met    | day 90 is inside";

    private static readonly string Duration = Replace(With("better: higher", "better: lower", "kind: duration"), Numerator, "gap: days(fracture_date, assessment_date)");
    private static readonly string Ratio = Replace(With("better: higher", "kind: ratio"), Numerator, "caseload: all");
    private static readonly string Completeness = WithParts("completeness", "  - {name: a, known: treatment}");
    private static readonly string Cascade = WithParts("cascade", "  - {name: a, label: First, numerator: treatment is known}");

    [Test]
    public void A_proportion_has_one_part_with_the_due_rule()
    {
        var part = Read(Proportion).Parts.Single();

        Assert.That(part.Name, Is.Empty);
        Assert.That(part.Due, Is.EqualTo(new DueRule(90, Dictionary["fracture_date"])));
    }

    [Test]
    public void A_duration_has_a_gap_and_no_numerator()
    {
        var part = Read(Duration).Parts.Single();

        Assert.That(part.Numerator, Is.Null);
        Assert.That((part.Gap!.From.Name, part.Gap.To.Name), Is.EqualTo(("fracture_date", "assessment_date")));
    }

    [Test]
    public void A_ratio_has_the_whole_first_and_then_its_groups()
    {
        var measure = Read(Replace(Ratio, "caseload: all", "caseload: all", "parts:", "  - {name: hip, label: Hip, when: fracture_site = hip, caseload: hip}"));

        Assert.That(measure.Parts.Select(part => (part.Name, part.CaseloadGroup)), Is.EqualTo(new[] { ("", "all"), ("hip", "hip") }));
        Assert.That(measure.Parts.Select(part => part.Numerator), Is.All.Null, "without a numerator every record of the population counts");
    }

    [Test]
    public void A_completeness_part_asks_whether_its_field_is_known()
    {
        var part = Read(Completeness).Parts.Single();

        Assert.That(part.Numerator!.Text, Is.EqualTo("treatment is known"));
        Assert.That(part.Label, Is.EqualTo("a"), "the name stands in for a label");
    }

    [Test]
    public void A_part_takes_the_due_rule_of_its_measure_unless_it_has_its_own()
    {
        var yaml = Replace(Cascade, "  - {name: a, label: First, numerator: treatment is known}",
            "  - {name: a, label: First, numerator: treatment is known}", "  - {name: b, numerator: treatment is known, due: 2 weeks after fracture_date}");
        yaml = Replace(yaml, "  " + CaseRow, "  " + CaseRow);

        Assert.That(Read(yaml).Parts.Select(part => part.Due!.Days), Is.EqualTo(new[] { 90, 14 }));
    }

    [TestCase("gap: days(fracture_date, assessment_date)", "takes no 'gap'.")]
    [TestCase("caseload: all", "takes no 'caseload'.")]
    public void A_proportion_refuses_keys_of_other_kinds(string line, string problem) =>
        Assert.That(Problems(With("better: higher", line)), Is.EqualTo(new[] { $"tested.yaml(15,1): a measure of kind 'proportion' {problem}" }));

    [Test]
    public void A_duration_needs_a_gap_and_a_due_rule_and_refuses_a_numerator()
    {
        Assert.That(Problems(Replace(Duration, "gap: days(fracture_date, assessment_date)")), Is.EqualTo(new[] { "tested.yaml(1,1): a measure of kind 'duration' needs 'gap'." }));
        Assert.That(Problems(Replace(Duration, Due)), Is.EqualTo(new[] { "tested.yaml(1,1): a measure of kind 'duration' needs 'due'." }));
        Assert.That(Problems(Replace(Duration, Due, Due, Numerator)), Is.EqualTo(new[] { "tested.yaml(11,1): a measure of kind 'duration' takes no 'numerator'." }));
    }

    [TestCase("gap: days(fracture_date)", "tested.yaml(9,24): expected ',' between the two dates, found ')'.")]
    [TestCase("gap: days(fracture_date, treatment)", "tested.yaml(9,26): expected a date; 'treatment' is a code field.")]
    [TestCase("gap: fracture_date", "tested.yaml(9,6): expected days(DATE, DATE), found 'fracture_date'.")]
    public void A_wrong_gap_is_told(string gap, string problem) =>
        Assert.That(Problems(Replace(Duration, "gap: days(fracture_date, assessment_date)", gap)), Is.EqualTo(new[] { problem }));

    [Test]
    public void A_ratio_needs_a_caseload_group_for_itself_and_for_each_part()
    {
        Assert.That(Problems(Replace(Ratio, "caseload: all")), Is.EqualTo(new[] { "tested.yaml(1,1): a measure of kind 'ratio' needs 'caseload'." }));
        Assert.That(Problems(Replace(Ratio, "caseload: all", "caseload: wrist")), Has.Count.EqualTo(1).And.Some.StartsWith("tested.yaml(9,11): 'wrist' is no caseload group; expected all"));
        Assert.That(Problems(Replace(Ratio, "caseload: all", "caseload: all", "parts:", "  - {name: hip, when: fracture_site = hip}")),
            Is.EqualTo(new[] { "tested.yaml(11,5): a part of a ratio needs 'caseload'." }));
    }

    [Test]
    public void Completeness_needs_parts_that_name_a_field()
    {
        const string part = "  - {name: a, known: treatment}";
        Assert.That(Problems(Replace(Completeness, part, "  - {name: a, known: tretment}")), Is.EqualTo(new[] { "tested.yaml(10,22): there is no field 'tretment'; did you mean 'treatment'?" }));
        Assert.That(Problems(Replace(Completeness, part, "  - {name: a, known: treatment is missing or fracture_site}")), Has.Count.EqualTo(1));
        Assert.That(Problems(Replace(Completeness, part, "  - {name: a, known: record_id}")), Is.EqualTo(new[] { "tested.yaml(10,22): 'record_id' is a text; it identifies a record and cannot be measured." }));
        Assert.That(Problems(Replace(Completeness, part, "  - {name: a}")), Is.EqualTo(new[] { "tested.yaml(10,5): a part of a completeness measure needs 'known' (a field) or 'numerator' (a condition)." }));
        Assert.That(Problems(Replace(Replace(Completeness, "parts:", "parts: []"), part)), Does.Contain("tested.yaml(9,1): 'parts' is empty."));
    }

    [TestCase("completeness: {missing_over: 20}", "tested.yaml(16,15): the key 'fewer_than' is missing.")]
    [TestCase("completeness: {missing_over: 100, fewer_than: 5}", "tested.yaml(16,16): 'missing_over' is a percentage from 0 to below 100.")]
    [TestCase("completeness: {missing_over: 20, fewer_than: 4.5}", "tested.yaml(16,34): 'fewer_than' is a whole number of fields, 1 or more.")]
    [TestCase("completeness: {missing_over: many, fewer_than: 5}", "tested.yaml(16,30): 'missing_over' must be a number.")]
    public void A_wrong_completeness_rule_is_told(string rule, string problem) =>
        Assert.That(Problems(Replace(Completeness, "kind: completeness", rule, "kind: completeness")), Is.EqualTo(new[] { problem }));

    [Test]
    public void A_cascade_needs_numerators_and_distinct_names()
    {
        const string part = "  - {name: a, label: First, numerator: treatment is known}";
        Assert.That(Problems(Replace(Cascade, part, "  - {name: a, known: treatment}")),
            Is.EqualTo(new[] { "tested.yaml(10,5): the key 'numerator' is missing.", "tested.yaml(10,15): the key 'known' is not known here" }));
        Assert.That(Problems(Replace(Cascade, part, part, part)), Is.EqualTo(new[] { "tested.yaml(1,1): two parts are named 'a'." }));
    }

    private const string CaseRow = "a    | 2025-01-01    | 2025-04-01      | 72              | 2025-12-31 | met    | day 90 is inside";

    private static string WithParts(string kind, string part)
    {
        var yaml = Replace(With("better: higher", $"kind: {kind}"), Numerator, "parts:", part);
        return Replace(Replace(yaml, Heading, "  part | " + Heading.Trim()), Row, "  " + CaseRow);
    }
}
