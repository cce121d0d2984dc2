using FlsAudit.Analysis;
using FlsAudit.UnitTests.Specifications;

namespace FlsAudit.UnitTests.Analysis;

/// <summary>Medians and quartiles of days, by hand.</summary>
public sealed class DurationTests
{
    private static readonly FlsAudit.Standards.MeasureDefinition Wait = Language.Measure("""
        kind: duration
        gap: days(fracture_date, assessment_date)
        due: 90 days after fracture_date
        bands: {green: "<= 14", amber: "<= 30", red: "> 30", status: inferred}
        """);

    [Test]
    public void Median_and_quartiles_lie_between_the_days_of_type_7()
    {
        // Gaps 0, 10, 20, 31: the median is half way from 10 to 20, the quartiles at positions 0.75 and 2.25.
        var result = Audit.Of(Wait, """
            fracture_date | assessment_date
            2025-01-01    | 2025-01-01
            2025-01-01    | 2025-01-11
            2025-01-01    | 2025-01-21
            2025-01-01    | 2025-02-01
            """).Find("tested", "A", Result.All)!;

        Assert.That((result.Value, result.LowerQuartile, result.UpperQuartile), Is.EqualTo(((double?)15, (double?)7.5, (double?)22.75)));
        Assert.That((result.Unit, result.Denominator, result.Numerator), Is.EqualTo(("days", (double?)4, (double?)null)));
        Assert.That(result.Band, Is.EqualTo(FlsAudit.Standards.Band.Amber));
        Assert.That(result.Limits95, Is.Null, "fewer than six gaps say nothing about the median's limits");
    }

    [Test]
    public void Missing_negative_and_too_long_gaps_stay_out_of_the_median_and_are_counted()
    {
        var result = Audit.Of(Wait, """
            n | fracture_date | assessment_date
            3 | 2025-01-01    | 2025-01-06
            2 | 2025-01-01    |
            1 | 2025-01-01    | 2024-12-01
            4 | 2025-01-01    | 2025-05-01
            5 | 2025-12-01    | 2025-12-02
            """).Find("tested", "A", Result.All)!;

        Assert.That((result.Value, result.Denominator), Is.EqualTo(((double?)5, (double?)3)));
        Assert.That(result.Counts, Is.EqualTo(new OutcomeCounts(3, 4, 2 + 1, 0, 5, 0)));
    }

    [Test]
    public void Limits_of_the_median_are_two_of_the_gaps()
    {
        // Ten gaps 1..10: with P(X <= 1) = 11/1024 below 2.5 % and P(X <= 2) = 56/1024 above, the limits are the second from either end.
        var table = "fracture_date | assessment_date\n" + string.Join('\n', Enumerable.Range(2, 10).Select(day => $"2025-01-01 | 2025-01-{day:00}"));

        Assert.That(Audit.Of(Wait, table).Find("tested", "A", Result.All)!.Limits95, Is.EqualTo(new Limits(2, 9)));
    }

    [Test]
    public void Pooling_takes_the_median_of_all_gaps_and_not_of_medians()
    {
        var report = Audit.Of(Wait, """
            site | n | fracture_date | assessment_date
            A    | 1 | 2025-01-01    | 2025-01-02
            B    | 9 | 2025-01-01    | 2025-01-31
            """);

        Assert.That(report.Find("tested", Result.All, Result.All)!.Value, Is.EqualTo(30));
        Assert.That(report.Find("tested", "A", Result.All)!.Value, Is.EqualTo(1));
    }

    [TestCase("2025-01-01 | 2025-05-01", ResultStatus.NoCases, TestName = "Only gaps beyond the window: no median")]
    [TestCase("2025-01-01 |", ResultStatus.Unknown, TestName = "No gap recorded")]
    [TestCase("2025-12-30 | 2025-12-31", ResultStatus.NotDue, TestName = "Windows still open")]
    public void Without_a_gap_in_the_window_there_is_no_value(string row, ResultStatus status)
    {
        var result = Audit.Of(Wait, $"fracture_date | assessment_date\n{row}").Find("tested", "A", Result.All)!;

        Assert.That((result.Status, result.Value, result.LowerQuartile, result.Band), Is.EqualTo((status, (double?)null, (double?)null, (FlsAudit.Standards.Band?)null)));
    }
}
