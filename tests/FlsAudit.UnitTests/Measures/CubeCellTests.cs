using FlsAudit.Measures;
using FlsAudit.Model;
using FlsAudit.Testing;
using FlsAudit.UnitTests.Specifications;
using static FlsAudit.UnitTests.Measures.CountedRecords;

namespace FlsAudit.UnitTests.Measures;

/// <summary>Which cell a record falls into and what is counted there, by hand.</summary>
public sealed class CubeCellTests
{
    private const string Records = """
        fracture_date | treatment   | fracture_side | age_at_fracture | assessment_date
        2025-01-31    | recommended | left          | 72              | 2025-02-02
        2025-02-01    | declined    | left          | 72              | 2025-02-05
        2025-02-28    | not_known   |               | 72              | 2025-03-02
        2025-03-15    |             | right         |                 | 2027-01-01
                      | recommended | right         | 72              |
        """;

    private static readonly int EndOf2025 = new DateOnly(2025, 12, 31).DayNumber;

    [Test]
    public void A_record_falls_into_the_period_of_its_fracture_and_one_without_date_into_none()
    {
        var cube = Counted(PeriodKind.Month);

        var whole = cube.Keys.Where(key => key.Breakdown == CellKey.Whole).OrderBy(key => key.Period);
        Assert.That(whole.Select(key => key.Period == CellKey.UnknownPeriod ? "unknown" : new Period(PeriodKind.Month, key.Period).Label),
            Is.EqualTo(new[] { "unknown", "2025-01", "2025-02", "2025-03" }));
        Assert.That(whole.Select(key => cube[key, cube.Plan.Items[0]].Records), Is.EqualTo(new[] { 1, 1, 2, 1 }));
    }

    [Test]
    public void First_and_last_fracture_day_are_kept_by_cell()
    {
        var cube = Counted(PeriodKind.Quarter);

        var quarter = cube.Keys.Single(key => key is { Breakdown: CellKey.Whole, Period: not CellKey.UnknownPeriod });
        Assert.That(cube.Days(quarter), Is.EqualTo((new DateOnly(2025, 1, 31).DayNumber, new DateOnly(2025, 3, 15).DayNumber)));
        var undated = cube.Keys.Single(key => key is { Breakdown: CellKey.Whole, Period: CellKey.UnknownPeriod });
        Assert.That(cube.Days(undated).First, Is.GreaterThan(cube.Days(undated).Last), "no record there has a date");
    }

    [Test]
    public void A_breakdown_has_a_cell_for_each_code_that_occurs_and_one_for_blanks()
    {
        var cube = Counted(PeriodKind.Quarter);

        var sides = cube.Keys.Where(key => key.Breakdown == 0 && key.Period != CellKey.UnknownPeriod).OrderBy(key => key.Category);
        Assert.That(sides.Select(key => (key.Category, cube[key, cube.Plan.Items[0]].Records)), Is.EqualTo(new[]
        {
            (CellKey.NoCategory, 1L), // the third
            (0, 2L),                  // left: the first and the second
            (1, 1L),                  // right: the fourth
        }));
    }

    [Test]
    public void Presence_tells_recorded_from_not_known_and_blank()
    {
        var cube = Counted(PeriodKind.Quarter);

        var quarter = cube.Keys.Single(key => key is { Breakdown: CellKey.Whole, Period: not CellKey.UnknownPeriod });
        Assert.That(cube.Presence(quarter, 0), Is.EqualTo((2L, 1L, 1L)), "treatment: two decisions, one not known, one blank");
        Assert.That(cube.Presence(quarter, 1), Is.EqualTo((3L, 0L, 1L)), "age: three recorded, one blank");
        Assert.That(cube.Presence(quarter, 2), Is.EqualTo((4L, 0L, 0L)), "a date after the as-at date is recorded all the same");
    }

    [Test]
    public void An_unknown_exclusion_is_counted_beside_the_outcome_unless_another_one_excludes()
    {
        var measure = Language.Measure("""
            population: age_at_fracture >= 50
            exclude:
              - {reason: refused, when: treatment = declined}
              - {reason: right, when: fracture_side = right}
            numerator: assessment_date is known
            """);
        var cube = Counted(PeriodKind.Year, measure, """
            age_at_fracture | treatment   | fracture_side | assessment_date
            72              |             | left          | 2025-01-01
            72              |             | right         | 2025-01-01
            72              | declined    |               | 2025-01-01
            72              | recommended |               |
            72              | recommended | left          | 2025-01-01
                            |             |               | 2025-01-01
            """);

        var tally = cube[cube.Keys.Single(key => key.Breakdown == CellKey.Whole), cube.Plan.Items[0]];
        Assert.That(tally.UnknownExclusion, Is.EqualTo(2), "the first, and the fourth; not the excluded ones, not the one that may not belong");
        Assert.That((tally.Met, tally.NotMet, tally.Excluded, tally.UnknownEligibility), Is.EqualTo((2, 1, 2, 1)));
    }

    [Test]
    public void The_histogram_holds_the_days_of_met_records_only()
    {
        var measure = Language.Measure("kind: duration\ngap: days(fracture_date, assessment_date)\ndue: 3 days after fracture_date");
        var cube = Counted(PeriodKind.Year, measure, """
            fracture_date | assessment_date
            2025-01-10    | 2025-01-10
            2025-01-10    | 2025-01-12
            2025-01-11    | 2025-01-13
            2025-01-10    | 2025-01-13
            2025-01-10    | 2025-01-14
            2025-01-10    | 2025-01-09
            """);

        var tally = cube[cube.Keys.Single(key => key.Breakdown == CellKey.Whole), cube.Plan.Items[0]];
        Assert.That(tally.Histogram, Is.EqualTo(new[] { (0, 1L), (2, 2L), (3, 1L) }));
        Assert.That((tally.Met, tally.NotMet, tally.UnknownNumerator), Is.EqualTo((4, 1, 1)));
    }

    [Test]
    public void A_cell_without_records_is_empty()
    {
        var cube = Counted(PeriodKind.Year);
        var nowhere = new CellKey(99, 2025, CellKey.Whole, CellKey.NoCategory);

        Assert.That(cube[nowhere, cube.Plan.Items[0]], Is.EqualTo(Tally.Empty));
        Assert.That(cube.Presence(nowhere, 0), Is.EqualTo((0L, 0L, 0L)));
    }

    private static Cube Counted(PeriodKind periods) => Counted(periods, Language.Measure("numerator: treatment = recommended"), Records);

    private static Cube Counted(PeriodKind periods, FlsAudit.Standards.MeasureDefinition measure, string table)
    {
        var plan = new MeasurePlan([measure], EndOf2025, periods, Dictionary["fracture_date"], [FlsAudit.Standards.Breakdown.Of(Dictionary["fracture_side"])],
            [Dictionary["treatment"], Dictionary["age_at_fracture"], Dictionary["assessment_date"]]);
        return Count(plan, RecordTable.Records(Dictionary, table).Select(record => new Sent(0, record)));
    }
}
