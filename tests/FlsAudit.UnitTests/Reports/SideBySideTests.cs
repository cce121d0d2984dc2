using FlsAudit.Analysis;
using FlsAudit.Reports.Wording;
using FlsAudit.Standards;

namespace FlsAudit.UnitTests.Reports;

public sealed class SideBySideTests
{
    private static readonly SideBySide Topic = SideBySide.Of(LevelsFixture.Report).Single();

    [Test]
    public void Measures_of_two_sets_with_one_topic_are_a_row_each() =>
        Assert.Multiple(() =>
        {
            Assert.That(Topic.Title, Is.EqualTo("Assessed in time"));
            Assert.That(Topic.Rows.Select(row => row.Skip(2).Take(2)), Is.EqualTo(new[] { new[] { "60.0 %", "120 of 200" }, ["58.0 %", "116 of 200"] }));
            Assert.That(Topic.Rows.Select(row => row[5]), Is.EqualTo(new[] { "90 days after fracture_date", "84 days (12 weeks) after fracture_date" }));
            Assert.That(Topic.Rows.Select(row => row.Count), Has.All.EqualTo(SideBySide.Columns.Count));
        });

    [Test]
    public void The_window_is_explained_by_the_days_between() =>
        Assert.Multiple(() =>
        {
            Assert.That(Topic.Reasons, Does.Contain("What happens from day 85 to day 90 after fracture_date is in time for fls-db-4 and too late for iof-kpi-4."));
            Assert.That(Topic.Reasons, Does.Contain("fls-db-4 waits 6 days longer than iof-kpi-4 before a record is judged."));
        });

    [Test]
    public void A_numerator_without_a_window_of_its_own_is_never_called_too_late()
    {
        var whenever = LevelsFixture.In84Days with { Parts = [new MeasurePart("", "Assessed", null, LevelsFixture.PatientGroup.Categories[0].When) { Due = new DueRule(84, MeasureFixture.FractureDate) }] };
        Assert.That(
            Differences.Of([new DefinedMeasure(LevelsFixture.In90Days, LevelsFixture.Uk), new DefinedMeasure(whenever, LevelsFixture.Indicators)]),
            Has.None.Contains("too late").And.Some.Contains("waits 6 days longer"));
    }

    [Test]
    public void Deaths_unknowns_and_numerators_are_explained() =>
        Assert.Multiple(() =>
        {
            Assert.That(Topic.Reasons, Does.Contain("Patients who died: fls-db-4 keeps them; iof-kpi-4 leaves them out."));
            Assert.That(Topic.Reasons, Does.Contain("Records that do not say: fls-db-4 counts them as not met; iof-kpi-4 leaves them out."));
            Assert.That(Topic.Reasons, Does.Contain(
                "What counts differs. fls-db-4: assessment_date within 90 days of fracture_date. iof-kpi-4: assessment_date within 84 days of fracture_date."));
        });

    [Test]
    public void What_is_alike_is_not_mentioned() =>
        Assert.That(Topic.Reasons, Has.None.StartsWith("Who belongs").And.None.StartsWith("Left out by").And.None.StartsWith("Several fractures"));

    [Test]
    public void Populations_that_differ_are_both_printed()
    {
        var other = LevelsFixture.In84Days with { Population = LevelsFixture.PatientGroup.Categories[0].When! };
        Assert.That(
            Differences.Of([new DefinedMeasure(LevelsFixture.In90Days, LevelsFixture.Uk), new DefinedMeasure(other, LevelsFixture.Indicators)]),
            Does.Contain("Who belongs differs. fls-db-4: age_at_fracture >= 50. iof-kpi-4: fracture_site = hip."));
    }

    [Test]
    public void Definitions_that_agree_are_said_to_agree()
    {
        var twin = LevelsFixture.In90Days with { Id = "twin" };
        Assert.That(
            Differences.Of([new DefinedMeasure(LevelsFixture.In90Days, LevelsFixture.Uk), new DefinedMeasure(twin, LevelsFixture.Uk)]),
            Is.EqualTo(new[] { "The definitions agree in all that is compared here; only bands and sources differ." }));
    }

    [Test]
    public void A_timing_ladder_shows_its_shares_and_an_answer_says_that_no_records_are_read()
    {
        const string topic = "assessed-in-time";
        var framework = LevelsFixture.Framework with { Measures = [LevelsFixture.Timing with { Topic = topic }, LevelsFixture.ByGuideline with { Topic = topic }] };
        var report = new ReleasedReport(DisclosurePolicy.Internal, [framework, LevelsFixture.Uk], LevelsFixture.Sites, [], LevelsFixture.Report.Results, [], []);
        var rows = SideBySide.Of(report).Single().Rows;
        Assert.Multiple(() =>
        {
            Assert.That(rows[0][2], Is.EqualTo("not computed; within 8 weeks 50.0 %; within 12 weeks 65.0 %; within 16 weeks 80.0 %"));
            Assert.That(rows[1].Skip(7).Take(2), Has.All.EqualTo("no records are read"));
        });
    }

    [Test]
    public void A_topic_within_one_set_is_not_shown() =>
        Assert.That(
            SideBySide.Of(new ReleasedReport(
                DisclosurePolicy.Internal, [LevelsFixture.Uk with { Measures = [LevelsFixture.In90Days, LevelsFixture.In84Days] }], [], [], [], [], [])),
            Is.Empty);
}
