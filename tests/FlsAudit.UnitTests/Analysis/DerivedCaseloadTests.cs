using FlsAudit.Analysis;
using FlsAudit.Model;
using FlsAudit.Standards;
using FlsAudit.UnitTests.Specifications;

namespace FlsAudit.UnitTests.Analysis;

/// <summary>A caseload group that is reckoned from another one where the caseload has no row of its own.</summary>
public sealed class DerivedCaseloadTests
{
    // Thirty records in the first quarter of 2025 and ten in the third.
    private const string Forty = """
        site | n  | age_at_fracture | fracture_date | fracture_site
        A    | 30 | 72              | 2025-02-10    | hip
        A    | 10 | 72              | 2025-08-10    | wrist
        """;

    private static readonly MeasureDefinition Found = FiveTimesHip(ProvenanceStatus.Verified);

    [Test]
    public void Five_times_the_hips_stand_in_for_all_fractures()
    {
        var result = Row(Forty, "A | 2025-Q1 | hip | 12", "A", "2025-Q1");

        Assert.That((result.Numerator, result.Denominator, result.Value), Is.EqualTo(((double?)30, (double?)60, (double?)50)), "5 x 12");
        Assert.That(result.Method, Does.Contain("; caseload reckoned as 5 times hip fractures; caseload: made for tests"));
    }

    [Test]
    public void A_multiplier_that_is_not_verified_is_marked() =>
        Assert.That(
            Report(FiveTimesHip(ProvenanceStatus.Recalled), Forty, "A | 2025-Q1 | hip | 12").Find("tested", "A", "2025-Q1")!.Method,
            Does.Contain("caseload reckoned as 5 times hip fractures (multiplier recalled, not verified)"));

    [Test]
    public void A_row_of_its_own_wins()
    {
        var result = Row(Forty, "A | 2025-Q1 | hip | 12\nA | 2025-Q1 | all | 50", "A", "2025-Q1");

        Assert.That(result.Denominator, Is.EqualTo(50));
        Assert.That(result.Method, Does.Not.Contain("reckoned"));
    }

    [Test]
    public void A_longer_row_of_its_own_wins_over_a_shorter_one_of_the_other_group()
    {
        var result = Row(Forty, "A | 2025-02 | hip | 1000\nA | 2025 | all | 365", "A", "2025-Q1");

        Assert.That(result.Denominator, Is.EqualTo(31 + 28 + 31), "one a day");
    }

    [Test]
    public void Day_by_day_its_own_rows_speak_where_there_are_some_and_the_other_group_elsewhere()
    {
        var report = Report(Found, Forty, "A | 2025-Q1 | all | 45\nA | 2025 | hip | 73");
        var all = report.Find("tested", "A", Result.All)!;

        // 73 hips a year are 0.2 a day, so one fracture of any kind a day: 91 + 92 + 92 days beside the 45 of the first quarter.
        Assert.That(all.Denominator, Is.EqualTo(45 + 91 + 92 + 92).Within(1e-9));
        Assert.That(all.Method, Does.Contain("caseload reckoned as 5 times hip fractures where it has no row of group all"));
        Assert.That(report.Find("tested", "A", "2025-Q1")!.Method, Does.Not.Contain("reckoned"));
        Assert.That(report.Find("tested", "A", "2025-Q3")!.Denominator, Is.EqualTo(92).Within(1e-9));
        Assert.That(report.Find("tested", "A", "2025-Q3")!.Method, Does.Contain("reckoned as 5 times hip fractures;"));
    }

    [Test]
    public void A_row_for_all_the_report_covers_is_multiplied_too()
    {
        Assert.That(Row(Forty, "A | All | hip | 20", "A", Result.All).Denominator, Is.EqualTo(100), "5 x 20");
        Assert.That(Row(Forty, "A | All | hip | 20\nA | All | all | 80", "A", Result.All).Denominator, Is.EqualTo(80));
        Assert.That(Row(Forty, "A | All | hip | 20\nA | 2025-Q1 | all | 60", "A", Result.All).Denominator, Is.EqualTo(60), "a row of its own for some of the days wins");
        Assert.That(Row(Forty, "A | All | hip | 20\nA | 2020 | all | 60", "A", Result.All).Denominator, Is.EqualTo(100), "one for none of the days does not");
    }

    [Test]
    public void The_pooled_row_mixes_sites_and_says_so()
    {
        var pooled = Row(Forty + "\nB | 5 | 72 | 2025-02-10 | hip", "A | 2025-Q1 | hip | 12\nB | 2025-Q1 | all | 10", Result.All, "2025-Q1");

        Assert.That((pooled.Numerator, pooled.Denominator, pooled.Value), Is.EqualTo(((double?)35, (double?)70, (double?)50)), "5 x 12 + 10");
        Assert.That(pooled.Method, Does.Contain("caseload reckoned as 5 times hip fractures where it has no row of group all"));
    }

    [Test]
    public void Parts_are_reckoned_in_their_own_way()
    {
        var measure = Found with
        {
            Parts =
            [
                .. Found.Parts,
                Found.Parts[0] with { Name = "non-hip", CaseloadGroup = "non-hip", Derived = new DerivedCaseload("hip", 4, ProvenanceStatus.Inferred, "") },
                Found.Parts[0] with { Name = "spine", CaseloadGroup = "spine", Derived = null },
            ],
        };
        var rows = Report(measure, Forty, "A | 2025-Q1 | hip | 10").Results.Where(row => row is { Site: "A", Period: "2025-Q1" });

        Assert.That(rows.Select(row => (row.Category, row.Denominator, row.Status)), Is.EqualTo(new[]
        {
            ("", (double?)50, ResultStatus.Ok), ("non-hip", 40, ResultStatus.Ok), ("spine", null, ResultStatus.NotComputed),
        }));
    }

    [Test]
    public void Days_without_records_are_told_where_the_caseload_is_reckoned() =>
        Assert.That(Report(Found, Forty, "A | 2025 | hip | 73").Findings.Select(finding => finding.Message), Has.One.Contains("after the last"), "the last fracture is on 10 August");

    internal static MeasureDefinition FiveTimesHip(ProvenanceStatus status)
    {
        var ratio = Language.Measure("kind: ratio\npopulation: age_at_fracture >= 50\ncaseload: all");
        return ratio with { Parts = [ratio.Parts[0] with { Derived = new DerivedCaseload("hip", 5, status, "") }] };
    }

    private static ReleasedReport Report(MeasureDefinition measure, string records, string caseload) =>
        new Audit { Measures = [measure], Records = records, Caseload = $"site | period | group | expected\n{caseload}" }.Run();

    private static Result Row(string records, string caseload, string site, string period) => Report(Found, records, caseload).Find("tested", site, period)!;
}
