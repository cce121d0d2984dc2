using FlsAudit.Model;
using FlsAudit.Standards;
using static FlsAudit.UnitTests.Standards.MeasureYaml;

namespace FlsAudit.UnitTests.Standards;

/// <summary>Ladders, answers of the organisation, multipliers and factors: what they are read into, and what is wrong with them.</summary>
public sealed class RuleTests
{
    private const string Cases = "cases: |\n  guideline | expect       | why\n  local     | level 1      | local\n  national  | level 3      | national\n  not_known | unknown      | nobody knows\n            | not computed | not answered\n";
    private static readonly Provenance Invented = new("made for tests", ProvenanceStatus.Inferred);

    private static readonly Question[] Questions =
    [
        new("guideline", AnswerType.Code, "tests", "Which?") { Values = Codes("local", "national", "not_known"), Provenance = Invented },
        new("content", AnswerType.Codes, "tests", "What?") { Values = Codes("a", "b", "c", "d"), Provenance = Invented },
        new("share", AnswerType.Percent, "tests", "How many?") { Provenance = Invented },
    ];

    private static readonly string Ladder = With("better: higher", "kind: level", "levels: {level_1: '>= 50', level_2: '>= 70', level_3: '>= 90', status: recalled}");
    private static readonly string Answered = Answer("{question: guideline, levels: {local: 1, national: 3}, status: recalled}", Cases);

    [TestCase(49.999, "below level 1")]
    [TestCase(50, "level 1")]
    [TestCase(69.999, "level 1")]
    [TestCase(70, "level 2")]
    [TestCase(90, "level 3")]
    public void A_ladder_gives_the_highest_level_that_an_unrounded_value_reaches(double value, string level) =>
        Assert.That(Read(Ladder).BandOf(value)!.Value.Word(), Is.EqualTo(level));

    [Test]
    public void A_ladder_is_a_share_and_its_weakest_part_is_that_of_its_thresholds()
    {
        var measure = Read(Ladder);

        Assert.That(measure.IsShare);
        Assert.That(measure.WeakestProvenance, Is.EqualTo(ProvenanceStatus.Inferred));
    }

    [Test]
    public void An_answer_has_the_level_of_its_code_and_reads_no_records()
    {
        var measure = ReadWith(Answered);
        Band? Of(string code) => measure.Answer!.Of(new Answer(Questions[0], [code], null, ""));

        Assert.That(measure.ReadsRecords, Is.False);
        Assert.That((Of("local"), Of("national"), Of("not_known"), measure.Answer!.Of(null)), Is.EqualTo(((Band?)Band.Level1, (Band?)Band.Level3, (Band?)null, (Band?)null)));
    }

    [TestCase("", Band.BelowLevel1, Description = "0 of 4")]
    [TestCase("a", Band.Level1, Description = "1 of 4 = 25 %")]
    [TestCase("a b", Band.Level2, Description = "2 of 4 = 50 %")]
    [TestCase("a b c d", Band.Level3)]
    public void Several_codes_have_the_level_of_their_share(string codes, Band level)
    {
        var measure = ReadWith(Answer(
            "{question: content, share: {level_1: '> 0', level_2: '>= 50', level_3: '>= 90'}, status: recalled}",
            "cases: |\n  content | expect  | why\n  a b     | level 2 | half\n"));

        Assert.That(measure.Answer!.Of(new Answer(Questions[1], codes.Split(' ', StringSplitOptions.RemoveEmptyEntries), null, "")), Is.EqualTo(level));
    }

    [TestCase(50, Band.Level3, Description = "half within 8 weeks, and half is enough")]
    [TestCase(50.1, Band.Level2)]
    [TestCase(80.1, Band.BelowLevel1)]
    public void A_timing_ladder_gives_the_highest_step_that_reaches_the_wanted_share(double share, Band level)
    {
        MeasurePart[] steps = [new("early", "", null, null) { Level = 3 }, new("late", "", null, null) { Level = 2 }, new("last", "", null, null) { Level = 1 }];

        Assert.That(TimingRule.Of(steps, [50, 80, null], share), Is.EqualTo(level));
    }

    [Test]
    public void A_shortfall_is_the_product_of_its_factors_less_what_was_observed()
    {
        var model = new ShortfallModel([new("identified", 0.8), new("recommended", 0.5), new("on treatment", 0.8)], ProvenanceStatus.Verified, "");

        // 1,000 x 0.8 x 0.5 x 0.8 = 320.
        Assert.That(model.Expected(1_000), Is.EqualTo(320).Within(1e-9));
        Assert.That(model.Shortfall(1_000, 350), Is.EqualTo(-30).Within(1e-9));
    }

    [TestCase("2025-06-30", 2024)]
    [TestCase("2025-07-01", 2025)]
    [TestCase("2025-12-31", 2025)]
    public void A_year_that_begins_in_summer_holds_the_spring_of_the_next(string day, int year) =>
        Assert.That(new MonthDay(7, 1).YearOf(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture).DayNumber), Is.EqualTo(year));

    [TestCase("levels: {level_1: '>= 50', level_2: '>= 40', level_3: '>= 90', status: recalled}", "no value can be here: the thresholds are out of order.")]
    [TestCase("levels: {level_1: '>= 50', level_2: '>= 70', status: recalled}", "the key 'level_3' is missing.")]
    [TestCase("levels: {level_1: '>= 50', level_2: '>= 70', level_3: '>= 101', status: recalled}", "the threshold 101 is outside 0 to 100, where every value lies.")]
    [TestCase("levels: {level_1: '>= 50', level_2: '>= 70', level_3: '>= 90'}", "the key 'status' is missing: verified, secondary, recalled or inferred.")]
    [TestCase("bands: {green: '>= 50', red: < 50, status: recalled}", "a measure of kind 'level' needs 'levels' with 'numerator', 'parts' with 'share', or 'answer'.")]
    public void A_wrong_ladder_is_told(string levels, string problem) =>
        Assert.That(Problems(With("better: higher", "kind: level", levels)), Has.Some.EndsWith(problem));

    [TestCase("{question: guidelin, levels: {local: 1}, status: recalled}", "there is no question 'guidelin'; did you mean 'guideline'?")]
    [TestCase("{question: share, levels: {local: 1}, status: recalled}", "'share' is a question of type percent, which does not fit here.")]
    [TestCase("{question: guideline, levels: {locl: 1, national: 3}, status: recalled}", "'guideline' has no code 'locl'; did you mean 'local'?")]
    [TestCase("{question: guideline, levels: {local: 4, national: 3}, status: recalled}", "the level of 'local' must be 1, 2 or 3; a code without a level is below level 1.")]
    [TestCase("{question: guideline, levels: {not_known: 1, national: 3}, status: recalled}", "'guideline' has no code 'not_known'")]
    [TestCase("{question: content, status: recalled}", "the question 'content' takes several codes; the answer needs 'share' with level_1 to level_3.")]
    public void A_wrong_answer_rule_is_told(string answer, string problem) =>
        Assert.That(ProblemsWith(Answer(answer, Cases)), Has.Some.EndsWith(problem));

    [TestCase("factors: [{label: a, share: 1.2}]", "a share is a number from 0 to 1.")]
    [TestCase("factors: [{label: a, share: 0.5}]\nderive: {from: all, times: 5, status: verified}", "the group 'all' cannot be reckoned from itself.")]
    [TestCase("factors: [{label: a, share: 0.5}]\nderive: {from: hip, times: 0, status: verified}", "'times' is a number above 0 and up to 1000.")]
    [TestCase("factors: [{label: a, share: 0.5}]\nderive: {from: hips, times: 5, status: verified}", "'hips' is no caseload group; expected all, hip, spine, non-spine, non-hip.")]
    [TestCase("due: 90 days after assessment_date\nfactors: [{label: a, share: 0.5}]", "a caseload is counted by 'fracture_date', so the window must start there, not at 'assessment_date'.")]
    public void A_wrong_model_is_told(string lines, string problem) =>
        Assert.That(Problems(Replace(With("due: 90 days after fracture_date"), "better: higher", "kind: shortfall", "caseload: all", lines)), Has.Some.EndsWith(problem));

    [Test]
    public void An_organisation_file_is_read_site_by_site_and_all_its_problems_are_told()
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, "sites:\n  Ash:\n    guideline: national\n    content: []\n    share: 80\n  Birch:\n    guideline: not_known\n");
            var answers = DefinitionText.Organisation(path, Questions);
            Assert.That(answers.Find("Ash", Questions[0])!.Codes, Is.EqualTo(new[] { "national" }));
            Assert.That(answers.Find("Ash", Questions[1])!.Codes, Is.Empty, "answered: none of them");
            Assert.That(answers.Find("Ash", Questions[2])!.Percent, Is.EqualTo(80));
            Assert.That(answers.Find("Birch", Questions[0])!.IsNotKnown);
            Assert.That(answers.Find("Birch", Questions[1]), Is.Null, "not answered");
            Assert.That(answers.Find("Cedar", Questions[0]), Is.Null);

            File.WriteAllText(path, "sites:\n  Ash:\n    guidelin: national\n    content: [a, z]\n    share: 101\n");
            var problems = Assert.Throws<DefinitionException>(() => DefinitionText.Organisation(path, Questions)).Problems.Select(problem => $"({problem.Line},{problem.Column}): {problem.Message}");
            Assert.That(problems, Is.EqualTo(new[]
            {
                "(3,5): the key 'guidelin' is not known here; did you mean 'guideline'?",
                "(4,18): 'content' has no answer 'z'; expected a, b, c, d",
                "(5,5): 'share' is a percentage above 0 and up to 100.",
            }));
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static CodeValue[] Codes(params string[] codes) => [.. codes.Select(code => new CodeValue(code, code))];

    private static string Answer(string rule, string cases) =>
        $"id: tested\nset: tests\ntitle: Tested\nquestion: Which?\nkind: level\nsource: {{title: made for tests, status: inferred}}\nwords: {{numerator: a, denominator: b}}\nanswer: {rule}\n{cases}";

    private static MeasureDefinition ReadWith(string yaml) => DefinitionText.Measure(yaml, Dictionary, "tested.yaml", Questions);

    private static IReadOnlyList<string> ProblemsWith(string yaml)
    {
        try
        {
            ReadWith(yaml);
            return [];
        }
        catch (DefinitionException error)
        {
            return [.. error.Problems.Select(problem => problem.ToString())];
        }
    }
}
