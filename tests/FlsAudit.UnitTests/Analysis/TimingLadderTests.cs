using FlsAudit.Analysis;
using FlsAudit.Model;
using FlsAudit.Standards;
using FlsAudit.UnitTests.Specifications;

namespace FlsAudit.UnitTests.Analysis;

/// <summary>Levels on windows of time. The share of patients that must be inside a window is the hospital's own.</summary>
public sealed class TimingLadderTests
{
    private static readonly MeasureDefinition Windows = Cascade() with { Kind = MeasureKind.Level, Timing = new TimingRule(Questionnaire.Share) };

    // Of ten, six are seen after 4 weeks, two after 10, one after 14 and one never: 60, 80 and 90 % by 8, 12 and 16 weeks (56, 84 and 112 days).
    private const string Ten = """
        site | n | fracture_date | assessment_date | fracture_side
        A    | 6 | 2025-01-01    | 2025-01-29      | left
        A    | 2 | 2025-01-01    | 2025-03-12      | left
        A    | 1 | 2025-01-01    | 2025-04-09      | left
        A    | 1 | 2025-01-01    | 2025-12-01      | left
        """;

    [TestCase("60", 3, Band.Level3, TestName = "The share is reached at exactly 60 %")]
    [TestCase("60.1", 2, Band.Level2, TestName = "60 % is not 60.1 %")]
    [TestCase("80", 2, Band.Level2, TestName = "12 weeks reach 80 %")]
    [TestCase("90", 1, Band.Level1, TestName = "16 weeks reach 90 %")]
    [TestCase("91", 0, Band.BelowLevel1, TestName = "No window reaches 91 %")]
    public void The_level_is_that_of_the_highest_window_that_reaches_the_share(string share, int level, Band band)
    {
        var result = Run(Ten, ("A", share)).Find("tested", "A", Result.All)!;

        Assert.That((result.Status, result.Value, result.Unit, result.Band), Is.EqualTo((ResultStatus.Ok, (double?)level, "level", (Band?)band)));
        Assert.That((result.Numerator, result.Denominator, result.Limits95), Is.EqualTo(((double?)null, (double?)null, (Limits?)null)), "a level is no fraction");
        Assert.That(result.Method, Does.Contain($"the share wanted, {share} %"));
    }

    [Test]
    public void Each_window_is_a_percentage_without_a_band()
    {
        var rows = Run(Ten, ("A", "80")).Results.Where(row => row is { Site: "A", Period: Result.All }).ToArray();

        Assert.That(rows.Select(row => (row.Breakdown, row.Category, row.Unit, row.Numerator, row.Denominator, row.Value)), Is.EqualTo(new[]
        {
            ("", "", "level", (double?)null, (double?)null, (double?)2),
            ("window", "within_8_weeks", "percent", 6, 10, 60),
            ("window", "within_12_weeks", "percent", 8, 10, 80),
            ("window", "within_16_weeks", "percent", 9, 10, 90),
        }));
        Assert.That(rows[1..].Select(row => row.Band), Is.All.Null);
        Assert.That(rows[1].Limits95, Is.Not.Null);
        Assert.That(rows[0].Counts, Is.EqualTo(new OutcomeCounts(8, 2, 0, 0, 0, 0)), "the counts of the window that decides");
    }

    [Test]
    public void Without_a_share_there_are_percentages_and_no_level()
    {
        var report = Run(Ten);

        var result = report.Find("tested", "A", Result.All)!;
        Assert.That((result.Status, result.Value, result.Band), Is.EqualTo((ResultStatus.NotComputed, (double?)null, (Band?)null)));
        Assert.That(result.Method, Does.Contain("assessment_share").And.Contains("no share is published"));
        Assert.That(report.Results.Count(row => row is { Site: "A", Period: Result.All, Breakdown: "window", Status: ResultStatus.Ok }), Is.EqualTo(3));
    }

    [Test]
    public void A_share_that_is_not_known_is_an_answer() =>
        Assert.That(Run(Ten, ("A", CodeValue.NotKnown)).Find("tested", "A", Result.All)!.Status, Is.EqualTo(ResultStatus.Unknown));

    // Two seen early and eight not; on 15 April 104 days are over: 8 and 12 weeks, not 16.
    private const string Early = """
        site | n | fracture_date | assessment_date
        A    | 2 | 2025-01-01    | 2025-01-29
        A    | 8 | 2025-01-01    | 2025-12-01
        """;

    [Test]
    public void As_long_as_a_window_that_could_be_reached_is_open_there_is_no_level()
    {
        var report = Audited(Early, ("A", "50")) with { AsAt = "2025-04-15" };
        var result = report.Run().Find("tested", "A", Result.All)!;

        Assert.That((result.Status, result.Value), Is.EqualTo((ResultStatus.NotDue, (double?)null)), "below level 1 would be said too early");
        Assert.That(result.Method, Does.EndWith("no level yet, since it hangs on windows without a value: within_16_weeks"));
        Assert.That(result.Counts, Is.EqualTo(new OutcomeCounts(0, 0, 0, 0, 10, 0)));
    }

    [Test]
    public void An_open_window_below_the_level_reached_is_no_matter()
    {
        var result = (Audited(Early, ("A", "20")) with { AsAt = "2025-04-15" }).Run().Find("tested", "A", Result.All)!;

        Assert.That((result.Status, result.Value), Is.EqualTo((ResultStatus.Ok, (double?)3)), "2 of 10 within 8 weeks");
        Assert.That(result.Method, Does.EndWith("each window over the records for which it has closed; records whose window is still open: within_16_weeks 10"));
    }

    [Test]
    public void Each_window_is_over_the_records_for_which_it_has_closed()
    {
        // On 30 June 180 and 60 days are over: the four of May are judged by 8 weeks and by no longer window.
        var rows = (Audited("""
            n | fracture_date | assessment_date
            4 | 2025-01-01    | 2025-01-29
            4 | 2025-05-01    | 2025-12-01
            """, ("A", "60")) with { AsAt = "2025-06-30" }).Run().Results.Where(row => row is { Site: "A", Period: Result.All }).ToArray();

        Assert.That(rows[1..].Select(row => (row.Numerator, row.Denominator)), Is.EqualTo(new[] { ((double?)4, (double?)8), (4, 4), (4, 4) }));
        Assert.That(rows[0].Value, Is.EqualTo(2), "50 % by 8 weeks, 100 % of the older half by 12");
    }

    [Test]
    public void Windows_of_which_no_record_says_anything_leave_the_level_unknown()
    {
        var result = Run("fracture_date | assessment_date\n2025-01-01 |", ("A", "50")).Find("tested", "A", Result.All)!;

        Assert.That((result.Status, result.Value), Is.EqualTo((ResultStatus.Unknown, (double?)null)));
    }

    [Test]
    public void A_period_without_cases_has_no_level()
    {
        var report = Run(Ten + "\nB | 1 | 2025-05-01 | 2025-05-02 | left", ("B", "50"));

        Assert.That(report.Find("tested", "B", "2025-Q1")!.Status, Is.EqualTo(ResultStatus.NoCases));
    }

    [Test]
    public void Sites_that_want_the_same_share_have_one_level_over_all()
    {
        // B: two of two by 8 weeks. Over both, 8 of 12 by 8 weeks are 66.7 %.
        var two = Ten + "\nB | 2 | 2025-01-01 | 2025-01-29 | right";

        Result Pooled(params (string, string)[] shares) => Run(two, shares).Find("tested", Result.All, Result.All)!;

        Assert.That((Pooled(("A", "66"), ("B", "66")).Value, Pooled(("A", "67"), ("B", "67")).Value), Is.EqualTo(((double?)3, (double?)2)));
        Assert.That(Pooled(("A", "60"), ("B", "80")).Method, Is.EqualTo("not computed: the sites want different shares, 60 %, 80 %"));
        Assert.That(Pooled(("A", "60")).Method, Does.Contain("gives no share: 1 of 2"));
        Assert.That(Pooled(("A", "60")).Status, Is.EqualTo(ResultStatus.NotComputed));
    }

    [Test]
    public void A_site_without_any_value_need_not_say_what_it_wants()
    {
        var pooled = Run(Ten + "\nsilent | 2 | 2025-01-01 | | left", ("A", "60")).Find("tested", Result.All, Result.All)!;

        Assert.That(pooled.Value, Is.EqualTo(3));
    }

    [Test]
    public void A_breakdown_has_a_level_and_windows_for_each_category()
    {
        var rows = (Audited(Ten, ("A", "60")) with { By = ["fracture_side"] }).Run().Results.Where(row => row is { Site: "A", Period: Result.All }).ToArray();

        Assert.That(rows[4..].Select(row => (row.Breakdown, row.Category, row.Value)), Is.EqualTo(new[]
        {
            ("fracture_side", "left", (double?)3),
            ("fracture_side: window", "left: within_8_weeks", 60),
            ("fracture_side: window", "left: within_12_weeks", 80),
            ("fracture_side: window", "left: within_16_weeks", 90),
        }));
    }

    [Test]
    public void Under_report_both_every_row_comes_twice()
    {
        var rows = new Audit
        {
            Measures = [Windows with { Unknown = UnknownPolicy.ReportBoth }],
            Records = "n | fracture_date | assessment_date\n6 | 2025-01-01 | 2025-01-29\n4 | 2025-01-01 |",
            Organisation = Questionnaire.Answers(("A", Questionnaire.Share, "80")),
        }.Run().Results.Where(row => row is { Site: "A", Period: Result.All }).ToArray();

        Assert.That(rows.Select(row => row.Policy), Is.EqualTo(Enumerable.Repeat(new[] { UnknownPolicy.NotMet, UnknownPolicy.LeaveOut }, 4).SelectMany(both => both)));
        Assert.That(rows[..4].Select(row => row.Value), Is.EqualTo(new double?[] { 0, 3, 60, 100 }), "6 of 10 or 6 of 6, where 80 % are wanted");
    }

    [Test]
    public void A_site_that_sent_nothing_has_the_same_rows()
    {
        var rows = (Audited(Ten) with { Caseload = "site | period | group | expected\nabsent | 2025 | all | 100" }).Run().Results.Where(row => row is { Site: "absent", Period: Result.All });

        Assert.That(rows.Select(row => (row.Breakdown, row.Unit, row.Status)), Is.EqualTo(new[]
        {
            ("", "level", ResultStatus.NoDataSubmitted), ("window", "percent", ResultStatus.NoDataSubmitted),
            ("window", "percent", ResultStatus.NoDataSubmitted), ("window", "percent", ResultStatus.NoDataSubmitted),
        }));
    }

    private static MeasureDefinition Cascade()
    {
        var cascade = Language.Measure("""
            kind: cascade
            unknown: not-met
            parts:
              - {name: within_8_weeks, label: Within 8 weeks, numerator: assessment_date within 8 weeks of fracture_date}
              - {name: within_12_weeks, label: Within 12 weeks, numerator: assessment_date within 12 weeks of fracture_date}
              - {name: within_16_weeks, label: Within 16 weeks, numerator: assessment_date within 16 weeks of fracture_date}
            """);
        return cascade with
        {
            Parts = [.. cascade.Parts.Select((part, i) => part with { Level = 3 - i, Due = new DueRule(7 * (8 + (4 * i)), FlsAudit.Testing.TestDictionary.Small["fracture_date"]) })],
        };
    }

    private static Audit Audited(string records, params (string Site, string Share)[] shares) => new()
    {
        Measures = [Windows],
        Records = records,
        Organisation = Questionnaire.Answers([.. shares.Select(share => (share.Site, Questionnaire.Share, share.Share))]),
    };

    private static ReleasedReport Run(string records, params (string Site, string Share)[] shares) => Audited(records, shares).Run();
}
