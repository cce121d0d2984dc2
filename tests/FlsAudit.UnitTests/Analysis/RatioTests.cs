using FlsAudit.Analysis;
using FlsAudit.UnitTests.Specifications;

namespace FlsAudit.UnitTests.Analysis;

/// <summary>Records over the fractures that a caseload expects.</summary>
public sealed class RatioTests
{
    private static readonly FlsAudit.Standards.MeasureDefinition Found = Language.Measure("""
        kind: ratio
        population: age_at_fracture >= 50
        caseload: all
        parts:
          - {name: hip, label: Hip, when: fracture_site = hip, caseload: hip}
        bands: {green: ">= 80", amber: ">= 50", red: "< 50", status: inferred}
        """);

    // Thirty records in the first quarter of 2025 and ten in the third; none in the second and in the fourth.
    private const string Forty = """
        site | n  | age_at_fracture | fracture_date | fracture_site
        A    | 30 | 72              | 2025-02-10    | hip
        A    | 10 | 72              | 2025-08-10    | wrist
        """;

    [Test]
    public void A_rate_may_exceed_a_hundred_percent_and_its_limits_are_those_of_the_count()
    {
        var result = Row(Forty, "A | 2025-Q1 | all | 20", "A", "2025-Q1");

        Assert.That((result.Value, result.Numerator, result.Denominator), Is.EqualTo(((double?)150, (double?)30, (double?)20)));
        Assert.That(result.Limits95!.Lower, Is.EqualTo(100 * 20.24 / 20).Within(0.1), "Byar's lower limit of 30 is 20.24");
        Assert.That(result.Limits95.Upper, Is.EqualTo(100 * 42.83 / 20).Within(0.1), "and the upper 42.83");
        Assert.That(result.Band, Is.EqualTo(FlsAudit.Standards.Band.Green));
        Assert.That(result.Method, Does.Not.Contain("prorated").And.Not.Contain("left out"));
    }

    [TestCase("2025-Q1", 50.0, false)]
    [TestCase("2025-01-01/2025-03-31", 50.0, false)]
    [TestCase("2025", 365.0, true)]
    [TestCase("2024/25-Q4", 50.0, false)]
    public void The_caseload_may_be_given_for_a_label_an_interval_or_a_longer_period(string period, double expected, bool prorated)
    {
        var result = Row(Forty, $"A | {period} | all | {expected}", "A", "2025-Q1");

        // A year of 365 expected fractures has one a day: 31 + 28 + 31 of them in the first quarter.
        Assert.That(result.Denominator, Is.EqualTo(prorated ? 31 + 28 + 31 : 50));
        Assert.That(result.Method, prorated ? Does.Contain("caseload prorated by days") : Does.Not.Contain("prorated"));
    }

    [Test]
    public void Months_add_up_to_their_quarter()
    {
        var result = Row(Forty, "A | 2025-01 | all | 10\nA | 2025-02 | all | 20\nA | 2025-03 | all | 30", "A", "2025-Q1");

        Assert.That((result.Denominator, result.Value), Is.EqualTo(((double?)60, (double?)50)));
    }

    [Test]
    public void A_caseload_for_all_is_divided_as_it_is_over_all_and_by_days_over_a_period()
    {
        // The report covers the first to the third quarter, 90 + 91 + 92 = 273 days.
        var all = Row(Forty, "A | All | all | 273", "A", Result.All);
        var quarter = Row(Forty, "A | All | all | 273", "A", "2025-Q1");

        Assert.That((all.Numerator, all.Denominator), Is.EqualTo(((double?)40, (double?)273)), "with the quarter in which nobody sent a record");
        Assert.That(all.Method, Does.Not.Contain("prorated"));
        Assert.That((quarter.Numerator, quarter.Denominator), Is.EqualTo(((double?)30, (double?)90)));
        Assert.That(quarter.Method, Does.Contain("prorated"));
    }

    [Test]
    public void A_quarter_without_records_counts_with_its_expected_fractures()
    {
        var all = Row(Forty, "A | 2025-Q1 | all | 30\nA | 2025-Q2 | all | 20\nA | 2025-Q3 | all | 30\nA | 2025-Q4 | all | 1000", "A", Result.All);

        Assert.That((all.Numerator, all.Denominator, all.Value), Is.EqualTo(((double?)40, (double?)80, (double?)50)), "the fourth quarter lies after the last record and outside the report");
    }

    [Test]
    public void The_days_asked_for_bound_the_caseload_and_so_does_the_as_at_date()
    {
        var audit = new Audit { Measures = [Found], Records = Forty, Caseload = "site | period | group | expected\nA | 2025 | all | 365" };

        double? Denominator(Audit asked) => asked.Run().Find("tested", "A", Result.All)!.Denominator;

        Assert.That(Denominator(audit), Is.EqualTo(90 + 91 + 92), "the periods that hold records");
        Assert.That(Denominator(audit with { To = "2025-12-31" }), Is.EqualTo(365));
        Assert.That(Denominator(audit with { From = "2025-02-01", To = "2025-08-31" }), Is.EqualTo(28 + 31 + 30 + 31 + 30 + 31 + 31));
        Assert.That(Denominator(audit with { AsAt = "2025-08-31" }), Is.EqualTo(90 + 91 + 31 + 31));
        Assert.That(Denominator(audit with { From = "2024-12-01", To = "2025-12-31" }), Is.EqualTo(365), "no caseload before the year");
    }

    [Test]
    public void Records_of_a_period_that_the_caseload_does_not_cover_are_left_out_and_named()
    {
        var report = Report(Forty, "A | 2025-Q1 | all | 60");
        var all = report.Find("tested", "A", Result.All)!;
        var third = report.Find("tested", "A", "2025-Q3")!;

        Assert.That((all.Numerator, all.Denominator), Is.EqualTo(((double?)30, (double?)60)));
        Assert.That(all.Method, Does.EndWith("records outside the caseload's days left out: 10"));
        Assert.That(all.Counts.Met, Is.EqualTo(40), "the counts are all there");
        Assert.That((third.Status, third.Value), Is.EqualTo((ResultStatus.NotComputed, (double?)null)));
        Assert.That(third.Method, Does.StartWith("not computed: no caseload"));
    }

    [TestCase("2025-01-01/2025-02-28", 30.0, TestName = "The records lie on days that the caseload covers")]
    [TestCase("2025-02-10/2025-02-10", 30.0, TestName = "One day is enough")]
    [TestCase("2025-02-11/2025-03-31", null, TestName = "A record before the first day of the caseload")]
    public void A_period_partly_covered(string interval, double? numerator)
    {
        var result = Row(Forty, $"A | {interval} | all | 60", "A", "2025-Q1");

        Assert.That(result.Numerator, Is.EqualTo(numerator));
        Assert.That(result.Denominator, Is.EqualTo(numerator is null ? null : 60.0), "the fractures expected on the days that are covered");
    }

    [Test]
    public void Records_without_a_date_are_left_out_and_named()
    {
        var report = Report("site | n | age_at_fracture | fracture_date\nA | 8 | 72 | 2025-01-10\nA | 2 | 72 |", "A | 2025-Q1 | all | 10");
        var all = report.Find("tested", "A", Result.All)!;

        Assert.That((all.Numerator, all.Value), Is.EqualTo(((double?)8, (double?)80)));
        Assert.That(all.Method, Does.Contain("left out: 2"));
        Assert.That(report.Find("tested", "A", Result.UnknownPeriod)!.Status, Is.EqualTo(ResultStatus.NotComputed));
    }

    [Test]
    public void Where_a_year_and_one_of_its_quarters_are_given_the_quarter_speaks_for_itself_and_the_year_for_the_rest()
    {
        var report = Report(Forty, "A | 2025 | all | 365\nA | 2025-Q1 | all | 45");

        Assert.That(report.Find("tested", "A", "2025-Q1")!.Denominator, Is.EqualTo(45));
        Assert.That(report.Find("tested", "A", "2025-Q3")!.Denominator, Is.EqualTo(92), "31 + 31 + 30 days at one a day");
        Assert.That(report.Find("tested", "A", Result.All)!.Denominator, Is.EqualTo(45 + 91 + 92));
    }

    [Test]
    public void The_order_of_caseload_rows_makes_no_difference()
    {
        var rows = new[] { "A | 2025 | all | 365", "A | 2025-Q1 | all | 45", "A | 2025-02 | all | 7", "A | 2025-02-20/2025-04-10 | all | 50" };

        var there = Row(Forty, string.Join('\n', rows), "A", Result.All);
        var back = Row(Forty, string.Join('\n', rows.Reverse()), "A", Result.All);

        Assert.That(back.Denominator, Is.EqualTo(there.Denominator));
        // February: 7. 1 March to 10 April: 41 days of the interval's 50 at one a day. January and the rest of the first quarter: 31 of its 90 days at a half.
        // From 11 April to 30 September: 173 days of the year at one a day.
        Assert.That(there.Denominator, Is.EqualTo(7 + 41 + (31 * 0.5) + (20 + 31 + 30 + 31 + 31 + 30)).Within(1e-9));
    }

    [Test]
    public void Groups_are_divided_by_their_own_caseload()
    {
        var report = Report(Forty, "A | 2025-Q1 | all | 60\nA | 2025-Q1 | hip | 40");

        var rows = report.Results.Where(row => row.Site == "A" && row.Period == "2025-Q1").ToArray();
        Assert.That(rows.Select(row => (row.Breakdown, row.Category, row.Value)), Is.EqualTo(new[] { ("", "", (double?)50), ("caseload_group", "hip", 75) }));
    }

    [Test]
    public void Without_a_caseload_nothing_is_computed_and_everything_is_counted()
    {
        var report = Audit.Of(Found, Forty);
        var result = report.Find("tested", "A", Result.All)!;

        Assert.That((result.Status, result.Value, result.Band), Is.EqualTo((ResultStatus.NotComputed, (double?)null, (FlsAudit.Standards.Band?)null)));
        Assert.That(result.Counts.Met, Is.EqualTo(40));
        Assert.That(report.Find("tested", Result.All, Result.All)!.Status, Is.EqualTo(ResultStatus.NotComputed));
    }

    [Test]
    public void A_caseload_of_0_divides_nothing() =>
        Assert.That(Row(Forty, "A | 2025-Q1 | all | 0", "A", "2025-Q1").Status, Is.EqualTo(ResultStatus.NotComputed));

    [Test]
    public void A_site_with_a_caseload_and_no_record_in_a_period_found_0_percent_there()
    {
        var result = Row(Forty, "A | 2025-Q1 | hip | 20\nA | 2025-Q3 | hip | 20\nA | 2025-Q3 | all | 20", "A", "2025-Q3", "hip");

        Assert.That((result.Value, result.Denominator), Is.EqualTo(((double?)0, (double?)20)));
    }

    [Test]
    public void Pooling_takes_the_sites_with_records_and_a_caseload_and_names_how_many_it_leaves_out()
    {
        var pooled = Row(
            Forty + "\nB | 5 | 72 | 2025-02-10 | hip\nC | 7 | 72 | 2025-02-10 | hip",
            "A | 2025-Q1 | all | 60\nB | 2025-Q1 | all | 10\nabsent | 2025-Q1 | all | 500", Result.All, "2025-Q1");

        Assert.That((pooled.Numerator, pooled.Denominator, pooled.Value), Is.EqualTo(((double?)35, (double?)70, (double?)50)));
        Assert.That(pooled.Method, Does.EndWith("sites without a caseload left out: 1"));
        Assert.That(pooled.Counts.Met, Is.EqualTo(42));
    }

    [Test]
    public void A_site_named_by_the_caseload_only_has_no_data_submitted()
    {
        var result = Row(Forty, "absent | 2025-Q1 | all | 60", "absent", "2025-Q1");

        Assert.That((result.Status, result.Counts.Records), Is.EqualTo((ResultStatus.NoDataSubmitted, 0L)));
    }

    [Test]
    public void A_site_whose_records_do_not_say_whether_they_belong_did_not_find_0_percent()
    {
        var report = Report(Forty + "\nsilent | 9 | | 2025-02-10 | hip", "A | 2025-Q1 | all | 60\nsilent | 2025-Q1 | all | 60");
        var silent = report.Find("tested", "silent", "2025-Q1")!;
        var pooled = report.Find("tested", Result.All, "2025-Q1")!;

        Assert.That((silent.Status, silent.Value, silent.Band), Is.EqualTo((ResultStatus.Unknown, (double?)null, (FlsAudit.Standards.Band?)null)));
        Assert.That((pooled.Numerator, pooled.Denominator), Is.EqualTo(((double?)30, (double?)60)));
        Assert.That(pooled.Method, Does.EndWith("sites without any known answer left out: 1"));
        Assert.That(pooled.Counts.Unknown, Is.EqualTo(9));
    }

    [Test]
    public void Ratios_are_not_put_into_a_funnel() =>
        Assert.That(Report(Forty + "\nB | 5 | 72 | 2025-02-10 | hip", "A | 2025-Q1 | all | 60\nB | 2025-Q1 | all | 10").SiteComparisons, Is.Empty);

    private static ReleasedReport Report(string records, string caseload) =>
        new Audit { Measures = [Found], Records = records, Caseload = $"site | period | group | expected\n{caseload}" }.Run();

    private static Result Row(string records, string caseload, string site, string period, string group = "") =>
        Report(records, caseload).Results.Single(row => row.Site == site && row.Period == period && row.Category == group);
}
