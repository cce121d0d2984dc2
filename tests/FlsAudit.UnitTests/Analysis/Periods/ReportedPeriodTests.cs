using FlsAudit.Analysis;
using FlsAudit.Analysis.Periods;
using FlsAudit.Standards;
using FlsAudit.UnitTests.Specifications;

namespace FlsAudit.UnitTests.Analysis.Periods;

/// <summary>Charts, differences and trends of a report, from records on.</summary>
public sealed class ReportedPeriodTests
{
    private static readonly MeasureDefinition Treated = Language.Measure("numerator: treatment = recommended\nunknown: not-met\nbetter: higher");

    private static readonly MeasureDefinition SeenInTime = Language.Measure("numerator: assessment_date within 90 days of fracture_date\ndue: 90 days after fracture_date\nunknown: not-met\nbetter: higher");

    private const string TwoSites = """
        site  | n  | treatment   | fracture_date
        North | 30 | recommended | 2024-11-01
        North | 70 | declined    | 2024-11-01
        North | 45 | recommended | 2025-02-01
        North | 55 | declined    | 2025-02-01
        North | 9  | recommended |
        South | 10 | recommended | 2025-02-01
        South | 10 | declined    | 2025-02-01
        """;

    [Test]
    public void Every_site_with_a_value_and_all_together_have_a_chart_in_calendar_order_without_undated_records()
    {
        var report = Audit.Of(Treated, TwoSites);

        Assert.That(report.Charts.Select(chart => chart.Site), Is.EqualTo(new[] { Result.All, "North", "South" }));
        Assert.That(report.Charts[0].Points.Select(point => (point.Period.Label, point.Period.Numerator, point.Period.Denominator)), Is.EqualTo(new[]
        {
            ("2024-Q4", (double?)30, (double?)100),
            ("2025-Q1", 55, 120),
        }));
        Assert.That(report.Chart("tested", "South")!.Points[0].Period.Value, Is.Null, "no records, no zero");
        Assert.That(report.Chart("tested", "nowhere"), Is.Null);
    }

    [Test]
    public void Charts_and_differences_print_the_values_of_the_results()
    {
        var report = Audit.Of(Treated, TwoSites);

        foreach (var chart in report.Charts)
            foreach (var point in chart.Points)
                Assert.That(point.Period.Value, Is.EqualTo(report.Find("tested", chart.Site, point.Period.Label)!.Value));
        var change = report.Differences.Single(difference => difference is { Site: "North", Kind: DifferenceKind.PeriodBefore });
        Assert.That((change.A, change.B, change.X1, change.N1, change.X2, change.N2, change.Difference), Is.EqualTo(("2024-Q4", "2025-Q1", 30.0, 100.0, 45.0, 100.0, 15.0)));
    }

    [Test]
    public void A_site_is_set_against_the_others_over_all_periods_undated_records_included()
    {
        var rows = Audit.Of(Treated, TwoSites).Differences.Where(difference => difference.Kind == DifferenceKind.OtherSites).ToList();

        // North: 30 + 45 + 9 of 100 + 100 + 9.
        Assert.That(rows.Select(row => (row.Site, row.X1, row.N1, row.X2, row.N2)), Is.EqualTo(new[] { ("North", 10.0, 20.0, 84.0, 209.0), ("South", 84.0, 209.0, 10.0, 20.0) }));
    }

    [Test]
    public void A_period_with_windows_that_are_still_open_is_incomplete_by_the_due_rule()
    {
        // On 30 June the 90 days after 1 April are over (30 June is day 90) and those after 1 May are not.
        var report = new Audit
        {
            Measures = [SeenInTime],
            AsAt = "2025-06-30",
            Records = """
                n  | fracture_date | assessment_date
                50 | 2025-02-01    | 2025-02-20
                50 | 2025-02-01    |
                5  | 2025-04-01    | 2025-04-20
                1  | 2025-05-01    | 2025-05-20
                """,
        }.Run();

        var points = report.Chart("tested", Result.All)!.Points;
        Assert.That(points.Select(point => point.Period.IsIncomplete), Is.EqualTo(new[] { false, true }));
        Assert.That((points[1].Period.Value, points[1].Centre, points[1].Signals.Count), Is.EqualTo(((double?)100, (double?)50, 0)));
        Assert.That(report.Trends.Single(trend => trend.Site == Result.All).Periods, Is.EqualTo(1));
        Assert.That(report.Differences.First().Incomplete, Is.EqualTo(new[] { "2025-Q2" }));
    }

    [Test]
    public void A_period_that_is_itself_not_over_is_incomplete_without_a_due_rule()
    {
        var report = new Audit { Measures = [Treated], AsAt = "2025-03-30", Records = "n | treatment | fracture_date\n5 | recommended | 2025-02-01" };

        Assert.That(report.Run().Charts[0].Points[0].Period.IsIncomplete, Is.True);
        Assert.That((report with { AsAt = "2025-03-31" }).Run().Charts[0].Points[0].Period.IsIncomplete, Is.False, "the last day of the quarter");
    }

    [Test]
    public void A_silent_site_has_no_chart_no_difference_and_no_trend()
    {
        var report = Audit.Of(Treated, TwoSites + "\nsilent | 7 | | 2025-02-01");

        Assert.That(report.Charts.Select(chart => chart.Site).Concat(report.Differences.Select(row => row.Site)).Concat(report.Trends.Select(trend => trend.Site)), Has.None.EqualTo("silent"));
    }

    [Test]
    public void The_target_is_the_end_of_the_green_band_on_the_better_side()
    {
        var banded = Language.Measure("""
            numerator: treatment = recommended
            unknown: not-met
            better: higher
            bands: {green: ">= 80", amber: ">= 50", red: "< 50", status: inferred}
            """);

        var chart = Audit.Of(banded, TwoSites).Charts[0];
        Assert.That((chart.Target, chart.MeetsTarget), Is.EqualTo(((double?)80, (bool?)false)));
        Assert.That(Audit.Of(Treated, TwoSites).Charts[0].Target, Is.Null);
    }

    [Test]
    public void A_measure_that_is_no_share_of_records_has_none()
    {
        var days = Language.Measure("kind: duration\ngap: days(fracture_date, assessment_date)\ndue: 90 days after fracture_date");

        Assert.That(Audit.Of(days, "n | fracture_date | assessment_date\n5 | 2025-02-01 | 2025-02-20").Charts, Is.Empty);
    }
}
