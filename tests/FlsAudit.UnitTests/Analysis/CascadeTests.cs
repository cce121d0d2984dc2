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
}
