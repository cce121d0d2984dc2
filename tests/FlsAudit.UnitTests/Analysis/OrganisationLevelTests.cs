using FlsAudit.Analysis;
using FlsAudit.Model;
using FlsAudit.Standards;
using FlsAudit.UnitTests.Specifications;

namespace FlsAudit.UnitTests.Analysis;

/// <summary>Levels on an answer of the organisation, which no record is asked about.</summary>
public sealed class OrganisationLevelTests
{
    private static readonly MeasureDefinition Guideline = Asking(new AnswerRule(
        Questionnaire.Guideline, new Dictionary<string, int> { ["local"] = 1, ["regional"] = 2, ["national"] = 3 }, null, ProvenanceStatus.Recalled, ""));

    // Four items: 1 of 4 is 25 %, 2 are 50 %, 4 are 100 %.
    private static readonly MeasureDefinition Communication = Asking(new AnswerRule(
        Questionnaire.Communication, new Dictionary<string, int>(), new LevelRule(new(">", 0), new(">=", 50), new(">=", 90), ProvenanceStatus.Recalled, ""), ProvenanceStatus.Recalled, ""));

    [TestCase("national", 3, Band.Level3)]
    [TestCase("regional", 2, Band.Level2)]
    [TestCase("local", 1, Band.Level1)]
    [TestCase("none", 0, Band.BelowLevel1)]
    public void A_code_has_its_level(string answer, int level, Band band)
    {
        var row = Row(Guideline, Questionnaire.Guideline, answer);

        Assert.That((row.Status, row.Value, row.Unit, row.Band), Is.EqualTo((ResultStatus.Ok, (double?)level, "level", (Band?)band)));
        Assert.That(row.Method, Is.EqualTo($"level of the answer '{answer}' to guideline"));
        Assert.That((row.Numerator, row.Denominator, row.Counts.Records), Is.EqualTo(((double?)null, (double?)null, 0L)));
    }

    [TestCase("risk scan drug falls", 3, "4 of 4, 100 %")]
    [TestCase("risk scan drug", 2, "3 of 4, 75 %")]
    [TestCase("risk scan", 2, "2 of 4, 50 %")]
    [TestCase("risk", 1, "1 of 4, 25 %")]
    [TestCase("", 0, "0 of 4, 0 %")]
    public void Of_several_codes_the_share_of_the_items_has_its_level(string answer, int level, string items)
    {
        var row = Row(Communication, Questionnaire.Communication, answer);

        Assert.That((row.Status, row.Value), Is.EqualTo((ResultStatus.Ok, (double?)level)));
        Assert.That(row.Method, Is.EqualTo($"level of the share of items given in answer to communication_content: {items}"));
    }

    [Test]
    public void Not_known_is_an_answer_and_none_is_not_level_0()
    {
        var notKnown = Row(Guideline, Questionnaire.Guideline, CodeValue.NotKnown);
        var notAnswered = Row(Guideline, Questionnaire.FallsService, "established");

        Assert.That((notKnown.Status, notKnown.Value, notKnown.Band), Is.EqualTo((ResultStatus.Unknown, (double?)null, (Band?)null)));
        Assert.That((notAnswered.Status, notAnswered.Value, notAnswered.Band), Is.EqualTo((ResultStatus.NotComputed, (double?)null, (Band?)null)));
        Assert.That(notAnswered.Method, Is.EqualTo("not computed: organisation.yaml has no answer to guideline for this site"));
    }

    [Test]
    public void There_is_one_row_a_site_over_all_periods_and_a_pooled_one_that_counts_the_sites()
    {
        var report = Report(Guideline, ("A", Questionnaire.Guideline, "national"), ("B", Questionnaire.Guideline, "local"), ("C", Questionnaire.Guideline, "national"), ("D", Questionnaire.Guideline, CodeValue.NotKnown));
        var rows = report.Results.Where(row => row.Measure.Id == "organised").ToArray();

        Assert.That(rows.Select(row => (row.Site, row.Period, row.Value)), Is.EqualTo(new[]
        {
            (Result.All, Result.All, (double?)null), ("A", Result.All, 3), ("B", Result.All, 1), ("C", Result.All, 3), ("D", Result.All, null), ("E", Result.All, null),
        }));
        Assert.That(rows[0].Status, Is.EqualTo(ResultStatus.NotComputed));
        Assert.That(rows[0].Method, Does.EndWith("; sites by level: level 3: 2, level 1: 1, not known: 1, without an answer: 1"));
        Assert.That(report.SiteComparisons.Where(funnel => funnel.Measure.Id == "organised"), Is.Empty);
    }

    [Test]
    public void A_site_that_sent_no_records_has_its_level_as_well()
    {
        var report = new Audit
        {
            Measures = [Guideline],
            Records = "site | age_at_fracture | fracture_date\nA | 72 | 2025-01-01",
            Caseload = "site | period | group | expected\nabsent | 2025 | all | 100",
            Organisation = Questionnaire.Answers(("absent", Questionnaire.Guideline, "regional")),
        }.Run();

        Assert.That(report.Find("organised", "absent", Result.All)!.Value, Is.EqualTo(2));
    }

    private static MeasureDefinition Asking(AnswerRule answer) =>
        Language.Measure("numerator: treatment = recommended", "organised") with { Kind = MeasureKind.Level, Answer = answer, Parts = [] };

    private static Result Row(MeasureDefinition measure, Question question, string answer) => Report(measure, ("A", question, answer)).Find("organised", "A", Result.All)!;

    private static ReleasedReport Report(MeasureDefinition measure, params (string Site, Question Question, string Answer)[] answers) => new Audit
    {
        Measures = [Language.Measure("numerator: treatment = recommended", "first"), measure],
        Records = "site | fracture_date | treatment\nA | 2025-01-01 | recommended\nB | 2025-05-01 | recommended\nC | 2025-01-01 | declined\nD | 2025-01-01 | declined\nE | 2025-01-01 | declined",
        Organisation = Questionnaire.Answers(answers),
    }.Run();
}
