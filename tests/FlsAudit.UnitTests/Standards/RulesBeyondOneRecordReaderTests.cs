using FlsAudit.Measures;
using FlsAudit.Model;
using FlsAudit.Standards;

namespace FlsAudit.UnitTests.Standards;

/// <summary>Rules between records and on mistyped years: how they are read and what is wrong with them.</summary>
public sealed class RulesBeyondOneRecordReaderTests
{
    private const string Sound = """
        group: tests
        between:
          - name: same-side-twice
            severity: warning
            message: A patient broke the same side twice.
            expected: Look at it.
            source: {title: made for tests, status: inferred}
            when: fracture_side in (left, right)
            same: [fracture_side]
            days: 10
            cases: |
              patient_id | fracture_side | fracture_date | as_at      | expect     | why
              p          | left          | 2025-01-01    | 2025-12-31 | not marked | the first
              p          | left          | 2025-01-11    | 2025-12-31 | marked     | ten days later
              q          | left          | 2025-01-12    | 2025-12-31 | not marked | somebody else
        years:
          - name: year-of-visit
            source: {title: made for tests, status: inferred}
            each: [assessment_date, other_date]
            latest: 100
            cases: |
              field           | value      | fracture_date | as_at      | expect     | why
              assessment_date | 2024-03-01 | 2025-02-01    | 2025-12-31 | 2025-03-01 | a year early
              other_date      | 2024-08-01 | 2025-02-01    | 2025-12-31 | kept       | in no year within 100 days
          - name: year-of-fracture
            source: {title: made for tests, status: inferred}
            witnesses: [assessment_date, other_date]
            latest: 200
            cases: |
              fracture_date | assessment_date | other_date | as_at      | expect     | why
              2024-02-01    | 2025-02-10      | 2025-03-01 | 2025-12-31 | 2025-02-01 | both are a year late
        """;

    private TemporaryStandards folder = null!;

    [SetUp]
    public void Make()
    {
        folder = new TemporaryStandards();
        folder.Write("fields/more.yaml", """
            group: more
            fields:
              - {name: patient_id, type: text, meaning: Whose., source: made for tests, status: inferred}
              - {name: other_date, type: date, meaning: Another visit., source: made for tests, status: inferred}
              - {name: a, type: code, meaning: A., values: {x: X}, source: made for tests, status: inferred}
              - {name: b, type: code, meaning: B., values: {x: X}, source: made for tests, status: inferred}
              - {name: c, type: code, meaning: C., values: {x: X}, source: made for tests, status: inferred}
              - {name: d, type: code, meaning: D., values: {x: X}, source: made for tests, status: inferred}
            """);
    }

    [TearDown]
    public void Remove() => folder.Dispose();

    [Test]
    public void A_file_may_hold_rules_of_any_kind()
    {
        folder.Write("plausibility/tests.yaml", Sound);

        var read = folder.Read();

        var between = read.BetweenRecordsRules.Single();
        Assert.That((between.Name, between.Severity, between.When.Text, between.Same.Single().Name, between.Differ.Count, between.Days, between.File),
            Is.EqualTo(("same-side-twice", Severity.Warning, "fracture_side in (left, right)", "fracture_side", 0, (int?)10, "plausibility/tests.yaml")));
        Assert.That(read.YearRepairs.Fields, Is.EqualTo(new[] { "fracture_date", "assessment_date", "other_date" }));
        Assert.That(read.YearRepairs.Dates.Select(date => (date.Name, date.Earliest, date.Latest, date.MayBeBefore)), Is.All.EqualTo(("year-of-visit", 0, 100, false)));
        Assert.That((read.YearRepairs.Fracture!.Name, read.YearRepairs.Fracture.Fewest, read.YearRepairs.Fracture.Latest), Is.EqualTo(("year-of-fracture", 2, 200)));
        Assert.That(WorkedCaseRun.Run(between, read.Dictionary).Concat<object>(read.YearRules.SelectMany(rule => WorkedCaseRun.Run(rule, read.Dictionary)))
            .Select(result => result is BetweenCaseResult one ? one.Passed : ((YearCaseResult)result).Passed), Is.EqualTo(Enumerable.Repeat(true, 6)));
    }

    [Test]
    public void A_case_that_does_not_hold_says_what_came_out()
    {
        folder.Write("plausibility/tests.yaml", Sound.Replace("| marked     | ten", "| not marked | ten").Replace("| kept       | in", "| 2025-08-01 | in"));

        var read = folder.Read();

        Assert.That(WorkedCaseRun.Run(read.BetweenRecordsRules[0], read.Dictionary).Where(result => !result.Passed).Select(result => result.Explanation),
            Is.EqualTo(new[] { "plausibility/tests.yaml(14): same-side-twice expected not marked, got marked; why: ten days later" }));
        Assert.That(WorkedCaseRun.Run(read.YearRules[0], read.Dictionary).Where(result => !result.Passed).Select(result => result.Explanation),
            Is.EqualTo(new[] { "plausibility/tests.yaml(24): year-of-visit expected 2025-08-01, got kept; why: in no year within 100 days" }));
    }

    [TestCase("same: [fracture_side]", "same: [fracture_date]", "'fracture_date' is no code field")]
    [TestCase("same: [fracture_side]", "same: [fracture_side]\n    differ: [fracture_side]", "'fracture_side' cannot agree and differ.")]
    [TestCase("    same: [fracture_side]\n    days: 10\n", "", "the rule says nothing of two records")]
    [TestCase("same: [fracture_side]", "same: [fracture_side, a, b, c, d]", "compare more than 4 different fields.")]
    [TestCase("days: 10", "days: -1", "'days' must be a whole number from 0 to 36600.")]
    [TestCase("days: 10", "days: 1.5", "'days' must be a whole number from 0 to 36600.")]
    [TestCase("when: fracture_side in (left, right)", "when: fracture_side = left and fracture_side = right", "the rule can never mark a record")]
    [TestCase("patient_id | fracture_side", "age_at_fracture | fracture_side", "the table of cases has no column 'patient_id'.")]
    [TestCase("| marked     | ten", "| unknown    | ten", "'unknown' is no answer of a rule; expected marked, not marked")]
    [TestCase("name: year-of-visit", "name: same-side-twice", "the rule 'same-side-twice' is declared twice.")]
    [TestCase("each: [assessment_date, other_date]", "each: [assessment_date, fracture_date]", "'fracture_date' is no date field besides fracture_date")]
    [TestCase("each: [assessment_date, other_date]", "each: [assessment_date, other_date, other_date]", "the field 'other_date' has a rule on its year already.")]
    [TestCase("latest: 100", "latest: 100\n    earliest: 101", "'latest' is before 'earliest'")]
    [TestCase("    latest: 100\n", "", "the key 'latest' is missing.")]
    [TestCase("latest: 100", "latest: 4000", "'latest' must be a whole number from 0 to 3660.")]
    [TestCase("witnesses: [assessment_date, other_date]", "witnesses: [assessment_date, fracture_date]", "'fracture_date' has no rule on its year before this one")]
    [TestCase("witnesses: [assessment_date, other_date]", "witnesses: [assessment_date, other_date]\n    fewest: 1", "'fewest' must be 2 or more")]
    [TestCase("| 2025-03-01 | a year", "| repaired   | a year", "'repaired' is neither 'kept' nor a day such as 2025-12-31.")]
    [TestCase("group: tests\n", "", "the key 'group' is missing.")]
    [TestCase("between:\n", "among:\n", "the key 'among' is not known here")]
    public void What_is_wrong_with_a_rule_is_told(string text, string replacement, string problem)
    {
        var sound = Sound.ReplaceLineEndings("\n");
        Assert.That(sound, Does.Contain(text));
        folder.Write("plausibility/tests.yaml", sound.Replace(text, replacement));

        Assert.That(folder.Problems(), Has.Some.Contains(problem));
        Assert.That(folder.Problems(), Has.All.StartsWith("plausibility/tests.yaml("));
    }

    [Test]
    public void There_is_one_rule_on_the_fracture_date_over_all_files()
    {
        folder.Write("plausibility/tests.yaml", Sound);
        folder.Write("plausibility/zz.yaml", "group: tests\n" + Sound.ReplaceLineEndings("\n")[Sound.ReplaceLineEndings("\n").IndexOf("years:", StringComparison.Ordinal)..]
            .Replace("each: [assessment_date, other_date]", "each: [death]").Replace("name: year-of-fracture", "name: another").Replace("name: year-of-visit", "name: visit"));

        Assert.That(folder.Problems(), Has.Some.Contains("there is a rule on the year of the fracture already."));
    }

    [Test]
    public void A_file_without_any_rules_needs_some()
    {
        folder.Write("plausibility/tests.yaml", "group: tests\n");

        Assert.That(folder.Problems(), Is.EqualTo(new[] { "plausibility/tests.yaml(1,1): the key 'rules' is missing." }));
    }
}
