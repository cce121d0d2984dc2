using FlsAudit.Analysis;
using FlsAudit.Model;
using FlsAudit.Standards;
using FlsAudit.UnitTests.Specifications;

namespace FlsAudit.UnitTests.Analysis;

/// <summary>Levels on a percentage: a proportion in every respect, and an answer of the organisation for the highest level.</summary>
public sealed class LadderTests
{
    private static readonly MeasureDefinition Ladder = Language.Measure("population: age_at_fracture >= 50\nnumerator: treatment = recommended\nunknown: leave-out") with
    {
        Kind = MeasureKind.Level,
        Levels = new LevelRule(new(">=", 50), new(">=", 70), new(">=", 90), ProvenanceStatus.Recalled, ""),
    };

    private static readonly MeasureDefinition Needy = Ladder with
    {
        Levels = Ladder.Levels! with { Level3Needs = new LevelNeed(Questionnaire.FallsService, ["established"]) },
    };

    [TestCase(90, Band.Level3)]
    [TestCase(89, Band.Level2)]
    [TestCase(70, Band.Level2)]
    [TestCase(69, Band.Level1)]
    [TestCase(50, Band.Level1)]
    [TestCase(49, Band.BelowLevel1)]
    public void The_band_of_so_many_of_a_hundred_is_a_level_and_the_value_a_percentage(int met, Band level)
    {
        var result = Audit.Of(Ladder, $"{Head}{Site("A", met, 100 - met)}").Find("tested", "A", Result.All)!;

        Assert.That((result.Value, result.Unit, result.Band), Is.EqualTo(((double?)met, "percent", (Band?)level)));
        Assert.That((result.Numerator, result.Denominator, result.Limits95 is null), Is.EqualTo(((double?)met, (double?)100, false)));
    }

    [Test]
    public void Sites_are_put_into_a_funnel_and_both_policies_have_a_level()
    {
        var report = Audit.Of(Ladder with { Unknown = UnknownPolicy.ReportBoth }, $"{Head}{Site("A", 8, 1)}A | 1 | 72 |\n{Site("B", 5, 5)}");

        // A: 8 of 10 when the blank counts as not met, 8 of 9 when it is left out.
        Assert.That(report.Results.Where(row => row is { Site: "A", Period: Result.All }).Select(row => (row.Numerator, row.Denominator, row.Band)),
            Is.EqualTo(new[] { ((double?)8, (double?)10, (Band?)Band.Level2), (8, 9, Band.Level2) }));
        Assert.That(report.Funnel("tested")!.Sites, Has.Count.EqualTo(2));
    }

    [Test]
    public void Mostly_unknown_answers_are_told_of_ladders_too()
    {
        var report = Audit.Of(Ladder with { Unknown = UnknownPolicy.NotMet }, $"{Head}{Site("A", 1, 1)}A | 8 | 72 |\n");

        Assert.That(report.Findings.Select(finding => finding.Code), Is.EqualTo(new[] { "mostly-unknown" }));
    }

    [TestCase("established", Band.Level3, null)]
    [TestCase("planned", Band.Level2, "level 3 needs the answer 'established' to falls_service, and the answer is 'planned'")]
    [TestCase("not_known", Band.Level2, "level 3 needs the answer 'established' to falls_service, which is answered as not known")]
    [TestCase(null, Band.Level2, "level 3 needs the answer 'established' to falls_service, which is not answered")]
    public void Level_3_may_need_an_answer_besides(string? answer, Band level, string? why)
    {
        var result = Run($"{Head}{Site("A", 9, 1)}", answer is null ? [] : [("A", answer)]).Find("tested", "A", Result.All)!;

        Assert.That((result.Value, result.Band), Is.EqualTo(((double?)90, (Band?)level)));
        Assert.That(result.Method, why is null ? Does.Not.Contain("level 3") : Does.EndWith(why));
    }

    [Test]
    public void A_level_that_the_percentage_does_not_reach_needs_no_answer()
    {
        var result = Run($"{Head}{Site("A", 8, 2)}").Find("tested", "A", Result.All)!;

        Assert.That((result.Band, result.Method), Is.EqualTo(((Band?)Band.Level2, "proportion, Wilson score limits")));
    }

    [Test]
    public void The_pooled_row_is_at_level_3_only_when_every_site_with_a_value_has_the_answer()
    {
        // The silent site has no value: its answer is no matter. 27 of 30 are 90 %.
        var table = $"{Head}{Site("A", 9, 1)}{Site("B", 18, 2)}silent | 3 | 72 |\n";

        Result Pooled(params (string, string)[] answers) => Run(table, answers).Find("tested", Result.All, Result.All)!;

        Assert.That(Pooled(("A", "established"), ("B", "established")).Band, Is.EqualTo(Band.Level3));
        var capped = Pooled(("A", "established"), ("B", "planned"));
        Assert.That(capped.Band, Is.EqualTo(Band.Level2));
        Assert.That(capped.Method, Does.EndWith("level 3 needs the answer 'established' to falls_service of every site, which is not that of 1"));
    }

    [Test]
    public void Rows_of_a_breakdown_need_the_answer_as_well()
    {
        var audit = new Audit { Measures = [Needy], Records = "n | age_at_fracture | treatment | fracture_side\n9 | 72 | recommended | left\n1 | 72 | declined | left", By = ["fracture_side"] };

        Band? Left(OrganisationAnswers organisation) =>
            (audit with { Organisation = organisation }).Run().Results.Single(row => row is { Site: "A", Period: Result.All, Category: "left" }).Band;

        Assert.That(Left(OrganisationAnswers.None), Is.EqualTo(Band.Level2));
        Assert.That(Left(Questionnaire.Answers(("A", Questionnaire.FallsService, "established"))), Is.EqualTo(Band.Level3));
    }

    private const string Head = "site | n | age_at_fracture | treatment\n";

    private static string Site(string site, int met, int notMet) => $"{site} | {met} | 72 | recommended\n{site} | {notMet} | 72 | declined\n";

    private static ReleasedReport Run(string records, params (string Site, string Answer)[] answers) => new Audit
    {
        Measures = [Needy],
        Records = records,
        Organisation = Questionnaire.Answers([.. answers.Select(answer => (answer.Site, Questionnaire.FallsService, answer.Answer))]),
    }.Run();
}
