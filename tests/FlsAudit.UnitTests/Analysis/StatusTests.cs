using FlsAudit.Analysis;
using FlsAudit.UnitTests.Specifications;

namespace FlsAudit.UnitTests.Analysis;

/// <summary>Why a result has a value, or has none. Zero is a value; none of the reasons stands for it.</summary>
public sealed class StatusTests
{
    private static readonly FlsAudit.Standards.MeasureDefinition InTime = Language.Measure("""
        population: age_at_fracture >= 50
        exclude: [{reason: refused, when: treatment = declined}]
        numerator: assessment_date within 90 days of fracture_date
        due: 90 days after fracture_date
        bands: {green: ">= 80", amber: ">= 50", red: "< 50", status: inferred}
        """);

    private static readonly ReleasedReport Report = new Audit
    {
        Measures = [InTime],
        Records = """
            site    | n | age_at_fracture | treatment | fracture_date | assessment_date
            half    | 1 | 72              |           | 2025-01-01    | 2025-01-02
            half    | 1 | 72              |           | 2025-01-01    | 2025-12-01
            none    | 3 | 72              |           | 2025-01-01    | 2025-12-01
            young   | 2 | 49              |           | 2025-01-01    | 2025-01-02
            refused | 2 | 72              | declined  | 2025-01-01    | 2025-01-02
            recent  | 2 | 72              |           | 2025-12-01    | 2025-12-02
            silent  | 4 | 72              |           | 2025-01-01    |
            ageless | 2 |                 |           | 2025-01-01    | 2025-01-02
            mixed   | 1 | 72              |           | 2025-12-01    | 2025-12-02
            mixed   | 1 |                 |           | 2025-01-01    | 2025-01-02
            late    | 1 | 72              |           | 2025-12-01    | 2025-12-02
            late    | 1 | 72              |           | 2025-01-01    |
            """,
        Caseload = "site | period | group | expected\nabsent | 2025 | all | 100",
    }.Run();

    [TestCase("half", ResultStatus.Ok, TestName = "A known answer makes a value")]
    [TestCase("none", ResultStatus.Ok, TestName = "0 of 3 is a value")]
    [TestCase("young", ResultStatus.NoCases, TestName = "Nobody belongs")]
    [TestCase("refused", ResultStatus.NoCases, TestName = "Everybody is excluded")]
    [TestCase("recent", ResultStatus.NotDue, TestName = "No window has closed")]
    [TestCase("silent", ResultStatus.Unknown, TestName = "No record answers")]
    [TestCase("ageless", ResultStatus.Unknown, TestName = "No record says whether it belongs")]
    [TestCase("mixed", ResultStatus.NotDue, TestName = "Open windows come before unknown belonging")]
    [TestCase("late", ResultStatus.Unknown, TestName = "Unknown answers come before open windows")]
    [TestCase("absent", ResultStatus.NoDataSubmitted, TestName = "The caseload names a site that sent nothing")]
    public void Status(string site, ResultStatus status)
    {
        var result = Report.Find("tested", site, Result.All)!;

        Assert.That(result.Status, Is.EqualTo(status));
        object?[] figures = [result.Value, result.Numerator, result.Denominator, result.Limits95, result.Limits998, result.Band];
        Assert.That(figures, status == ResultStatus.Ok ? Is.All.Not.Null : Is.All.Null);
        if (status != ResultStatus.Ok) Assert.That(result.UnknownCounted, Is.Zero);
    }

    [Test]
    public void Zero_is_a_value_with_limits_and_a_band()
    {
        var result = Report.Find("tested", "none", Result.All)!;

        Assert.That((result.Value, result.Numerator, result.Denominator, result.Band), Is.EqualTo(((double?)0, (double?)0, (double?)3, (FlsAudit.Standards.Band?)FlsAudit.Standards.Band.Red)));
    }

    [Test]
    public void Every_outcome_is_counted_whatever_the_status()
    {
        OutcomeCounts Counts(string site) => Report.Find("tested", site, Result.All)!.Counts;

        Assert.That(Counts("half"), Is.EqualTo(new OutcomeCounts(1, 1, 0, 0, 0, 0)));
        Assert.That(Counts("young"), Is.EqualTo(new OutcomeCounts(0, 0, 0, 0, 0, 2)));
        Assert.That(Counts("refused"), Is.EqualTo(new OutcomeCounts(0, 0, 0, 2, 0, 0)));
        Assert.That(Counts("recent"), Is.EqualTo(new OutcomeCounts(0, 0, 0, 0, 2, 0)));
        Assert.That(Counts("silent"), Is.EqualTo(new OutcomeCounts(0, 0, 4, 0, 0, 0)));
        Assert.That(Counts("mixed"), Is.EqualTo(new OutcomeCounts(0, 0, 1, 0, 1, 0)));
        Assert.That(Counts(Result.All), Is.EqualTo(new OutcomeCounts(1, 4, 4 + 2 + 1 + 1, 2, 2 + 1 + 1, 2)));
    }

    [Test]
    public void Every_site_has_a_row_for_every_period_and_one_without_records_there_has_no_cases()
    {
        Assert.That(Report.Periods, Is.EqualTo(new[] { "2025-Q1", "2025-Q4" }));
        Assert.That(Report.Find("tested", "half", "2025-Q1")!.Status, Is.EqualTo(ResultStatus.Ok));
        Assert.That(Report.Find("tested", "half", "2025-Q4")!.Status, Is.EqualTo(ResultStatus.NoCases));
        Assert.That(Report.Find("tested", "absent", "2025-Q4")!.Status, Is.EqualTo(ResultStatus.NoDataSubmitted));
    }

    [Test]
    public void A_site_without_data_is_listed_among_the_sites_and_stays_out_of_pooled_rows_and_funnels()
    {
        Assert.That(Report.Sites, Does.Contain("absent"));
        Assert.That(Report.Funnel("tested")!.Sites.Select(site => site.Site), Is.EqualTo(new[] { "half", "none" }), "only sites with a value");
        Assert.That(Report.Completeness.Select(row => row.Site), Does.Not.Contain("absent"));
    }
}
