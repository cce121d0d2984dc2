using FlsAudit.Analysis;
using FlsAudit.UnitTests.Specifications;

namespace FlsAudit.UnitTests.Analysis;

/// <summary>Steps of care, each out of the same records.</summary>
public sealed class CascadeTests
{
    private static readonly ReleasedReport Report = Audit.Of(
        Language.Measure("""
            kind: cascade
            population: age_at_fracture >= 50
            parts:
              - {name: found, label: Found, numerator: fracture_date is known}
              - {name: seen, label: Seen, numerator: fracture_date is known and assessment_date is known}
              - {name: treated, label: Treated, numerator: fracture_date is known and assessment_date is known and treatment = recommended}
            """),
        """
        site | n | age_at_fracture | fracture_date | assessment_date | treatment
        A    | 5 | 72              | 2025-01-01    | 2025-02-01      | recommended
        A    | 2 | 72              | 2025-01-01    | 2025-02-01      | declined
        A    | 1 | 72              | 2025-01-01    | 2025-02-01      |
        A    | 2 | 72              | 2025-01-01    |                 | recommended
        A    | 9 | 49              | 2025-01-01    | 2025-02-01      | recommended
        B    | 3 | 72              | 2025-01-01    |                 |
        """);

    [Test]
    public void The_whole_is_the_last_step_and_each_step_has_a_row_under_its_label()
    {
        var rows = Report.Results.Where(row => row is { Site: "A", Period: Result.All });

        Assert.That(rows.Select(row => (row.Breakdown, row.Category, row.Numerator, row.Denominator)), Is.EqualTo(new[]
        {
            ("", "", (double?)5, (double?)10),
            ("step", "Found", 10, 10),
            ("step", "Seen", 8, 10),
            ("step", "Treated", 5, 10),
        }));
    }

    [Test]
    public void Pooled_steps_add_up_over_sites()
    {
        var rows = Report.Results.Where(row => row is { Site: Result.All, Period: Result.All, Breakdown: "step" });

        Assert.That(rows.Select(row => (row.Category, row.Numerator, row.Denominator)), Is.EqualTo(new[] { ("Found", (double?)13, (double?)13), ("Seen", 8, 13), ("Treated", 5, 13) }));
    }

    // B recommends treatment to nobody it saw and writes no decision down; A writes everything down.
    private static readonly ReleasedReport WithSilentSite = Audit.Of(
        Language.Measure("""
            kind: cascade
            population: age_at_fracture >= 50
            parts:
              - {name: found, label: Found, numerator: fracture_date is known}
              - {name: seen, label: Seen, numerator: fracture_date is known and assessment_date <= death_date}
              - {name: treated, label: Treated, numerator: fracture_date is known and assessment_date <= death_date and treatment = recommended}
            """),
        """
        site | n | age_at_fracture | fracture_date | assessment_date | death_date | treatment
        A    | 6 | 72              | 2025-01-01    | 2025-02-01      | 2025-03-01 | recommended
        A    | 2 | 72              | 2025-01-01    | 2025-02-01      | 2025-03-01 | declined
        A    | 2 | 72              | 2025-01-01    | 2025-04-01      | 2025-03-01 | recommended
        B    | 5 | 72              | 2025-01-01    | 2025-02-01      | 2025-03-01 |
        B    | 5 | 72              | 2025-01-01    | 2025-04-01      | 2025-03-01 |
        C    | 4 | 72              | 2025-01-01    | 2025-04-01      | 2025-03-01 |
        """);

    [Test]
    public void A_site_that_records_nothing_about_a_step_is_unknown_there_and_did_not_lose_everybody()
    {
        Assert.That(Steps(WithSilentSite, "B").Select(row => (row.Category, row.Status, row.Value)), Is.EqualTo(new[]
        {
            ("Found", ResultStatus.Ok, (double?)100),
            ("Seen", ResultStatus.Ok, 50),
            ("Treated", ResultStatus.Unknown, null),
        }));
        Assert.That(WithSilentSite.Find("tested", "B", Result.All)!.Status, Is.EqualTo(ResultStatus.Unknown), "the whole is the last step");
    }

    [Test]
    public void Where_nobody_reached_the_step_before_nobody_reached_this_one() =>
        Assert.That(Steps(WithSilentSite, "C").Select(row => row.Value), Is.EqualTo(new double?[] { 100, 0, 0 }));

    [Test]
    public void The_pooled_steps_hold_the_same_patients_those_of_the_sites_that_record_every_step()
    {
        // A: 10 found, 8 seen, 6 treated. C: 4 found, none seen. B records no decision and is in none of the steps.
        Assert.That(Steps(WithSilentSite, Result.All).Select(row => (row.Numerator, row.Denominator)), Is.EqualTo(new[] { ((double?)14, (double?)14), (8, 14), (6, 14) }));
        Assert.That(Steps(WithSilentSite, Result.All).Select(row => row.Method), Has.All.EndsWith("left out of every step: 1"));
    }

    private static IEnumerable<Result> Steps(ReleasedReport report, string site) =>
        report.Results.Where(row => row.Site == site && row is { Period: Result.All, Breakdown: "step" });
}
