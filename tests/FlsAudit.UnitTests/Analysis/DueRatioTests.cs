using FlsAudit.Analysis;
using FlsAudit.UnitTests.Specifications;

namespace FlsAudit.UnitTests.Analysis;

/// <summary>Records that are found within a window: records and caseload end on the same day, the last whose window has closed.</summary>
public sealed class DueRatioTests
{
    // A year of 365 expected fractures: one a day. As at 31 December, 90 days are over for fractures up to 2 October.
    private static readonly Audit Year = new()
    {
        Measures = [Language.Measure("kind: ratio\npopulation: age_at_fracture >= 50\ncaseload: all\nnumerator: assessment_date within 90 days of fracture_date\ndue: 90 days after fracture_date")],
        Records = """
            site | n  | age_at_fracture | fracture_date | assessment_date
            A    | 30 | 72              | 2025-02-10    | 2025-02-20
            A    | 10 | 72              | 2025-10-02    | 2025-10-12
            A    | 20 | 72              | 2025-10-03    | 2025-10-13
            """,
        Caseload = "site | period | group | expected\nA | 2025 | all | 365",
    };

    private const int JanuaryToSeptember = 365 - 31 - 30 - 31;

    [Test]
    public void Over_all_the_caseload_ends_with_the_last_day_whose_window_has_closed()
    {
        var result = Year.Run().Find("tested", "A", Result.All)!;

        Assert.That((result.Numerator, result.Denominator), Is.EqualTo(((double?)40, (double?)(JanuaryToSeptember + 2))));
        Assert.That(result.Counts.NotDue, Is.EqualTo(20));
        Assert.That(result.Method, Does.Contain("; fracture days up to 2025-10-02, the last whose 90 days are over; caseload prorated by days"));
    }

    [Test]
    public void A_period_is_cut_on_the_same_day()
    {
        var report = Year.Run();

        Assert.That((report.Find("tested", "A", "2025-Q4")!.Numerator, report.Find("tested", "A", "2025-Q4")!.Denominator), Is.EqualTo(((double?)10, (double?)2)));
        Assert.That((report.Find("tested", "A", "2025-Q1")!.Numerator, report.Find("tested", "A", "2025-Q1")!.Denominator), Is.EqualTo(((double?)30, (double?)90)));
    }

    [TestCase("2025-12-31", 10, 2, TestName = "Two days of the quarter are 90 days ago: ten found of two expected")]
    [TestCase("2025-12-30", 0, 1, TestName = "Only its first day is: none found of the one expected, though records wait")]
    public void The_first_days_of_a_quarter(string asAt, double found, double expected)
    {
        var result = (Year with { AsAt = asAt }).Run().Find("tested", "A", "2025-Q4")!;

        Assert.That((result.Status, result.Numerator, result.Denominator), Is.EqualTo((ResultStatus.Ok, (double?)found, (double?)expected)));
    }

    [Test]
    public void A_quarter_none_of_whose_windows_has_closed_is_not_due()
    {
        var result = (Year with { AsAt = "2025-12-29" }).Run().Find("tested", "A", "2025-Q4")!;

        Assert.That((result.Status, result.Value, result.Counts.NotDue), Is.EqualTo((ResultStatus.NotDue, (double?)null, 30L)));
        Assert.That(result.Method, Is.EqualTo("not due: no fracture day of the period is 90 days or more before the as-at date"));
    }

    [Test]
    public void Records_that_wait_do_not_ask_for_a_caseload_of_their_days()
    {
        var report = (Year with { Caseload = "site | period | group | expected\nA | 2025-01-01/2025-10-02 | all | 275" }).Run();

        Assert.That((report.Find("tested", "A", Result.All)!.Numerator, report.Find("tested", "A", Result.All)!.Denominator), Is.EqualTo(((double?)40, (double?)275)));
    }

    [Test]
    public void Days_on_which_nothing_is_due_yet_are_not_told_as_empty() =>
        Assert.That((Year with { Records = "site | n | age_at_fracture | fracture_date | assessment_date\nA | 9 | 72 | 2025-01-01 | 2025-01-02\nA | 9 | 72 | 2025-09-01 | 2025-09-02" }).Run().Findings, Is.Empty, "31 days from 1 September to 2 October");
}
