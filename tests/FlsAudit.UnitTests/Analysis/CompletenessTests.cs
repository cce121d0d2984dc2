using FlsAudit.Analysis;
using FlsAudit.Standards;
using FlsAudit.UnitTests.Specifications;

namespace FlsAudit.UnitTests.Analysis;

/// <summary>Fields that are filled or not: the measure of completeness, and the table of data quality.</summary>
public sealed class CompletenessTests
{
    private const string FiveFields = """
        kind: completeness
        parts:
          - {name: age_at_fracture, known: age_at_fracture}
          - {name: treatment, known: treatment}
          - {name: fracture_side, known: fracture_side}
          - {name: fracture_site, known: fracture_site}
          - {name: assessment_date, known: assessment_date, when: treatment is known and treatment = recommended}
        """;

    private static readonly MeasureDefinition Ruled = Language.Measure(FiveFields + "\ncompleteness: {missing_over: 20, fewer_than: 5}\nbands: {green: \"< 5\", red: \">= 5\", status: inferred}");
    private static readonly MeasureDefinition Unruled = Language.Measure(FiveFields + "\nbands: {green: \"> 80\", amber: \">= 50\", red: \"< 50\", status: inferred}");

    [Test]
    public void Exactly_20_percent_missing_is_not_more_than_20_percent()
    {
        var result = Audit.Of(Ruled, """
            n | age_at_fracture | treatment   | fracture_side | fracture_site | assessment_date
            4 | 72              | recommended | left          | hip           | 2025-01-01
            1 |                 | recommended | left          | hip           | 2025-01-01
            """).Find("tested", "A", Result.All)!;

        Assert.That((result.Value, result.Unit), Is.EqualTo(((double?)0, "fields")), "1 of 5 ages is missing: 20 %");
    }

    [Test]
    public void One_more_missing_is()
    {
        var result = Audit.Of(Ruled, """
            n  | age_at_fracture | treatment   | fracture_side | fracture_site | assessment_date
            79 | 72              | recommended | left          | hip           | 2025-01-01
            21 |                 | recommended | left          | hip           | 2025-01-01
            """).Find("tested", "A", Result.All)!;

        Assert.That((result.Value, result.Denominator), Is.EqualTo(((double?)1, (double?)5)), "one field of the five looked at");
    }

    [Test]
    public void Exactly_five_fields_are_not_fewer_than_five()
    {
        var report = Audit.Of(Ruled, """
            site | n | age_at_fracture | treatment   | fracture_side | fracture_site | assessment_date
            four | 3 | 72              | recommended | left          | hip           | 2025-01-01
            four | 1 |                 | recommended |               |               |
            five | 3 | 72              | recommended | left          | hip           | 2025-01-01
            five | 1 |                 |             |               |               |
            five | 1 |                 | recommended |               |               |
            five | 1 |                 | not_known   |               |               |
            """);

        // Four: a quarter of age, side, site and date missing. Five: half of age, side and site, a third of the decisions, and of the four recommended
        // one date, a quarter.
        Assert.That(Row("four"), Is.EqualTo(((double?)4, Band.Green)));
        Assert.That(Row("five"), Is.EqualTo(((double?)5, Band.Red)));
        var pooled = report.Find("tested", Result.All, Result.All)!;
        Assert.That((pooled.Numerator, pooled.Denominator, pooled.Value, pooled.Unit, pooled.Band), Is.EqualTo(((double?)1, (double?)2, (double?)50, "percent", (Band?)null)), "one site of two is good");

        (double?, Band?) Row(string site) => (report.Find("tested", site, Result.All)!.Value, report.Find("tested", site, Result.All)!.Band);
    }

    [Test]
    public void A_field_that_applies_to_no_record_is_not_looked_at()
    {
        var report = Audit.Of(Ruled, "n | age_at_fracture | treatment | fracture_side | fracture_site\n5 | 72 | declined | left | hip");

        Assert.That(report.Find("tested", "A", Result.All)!.Denominator, Is.EqualTo(4), "nobody was recommended a drug, so no date is asked for");
        Assert.That(report.Results.Single(row => row is { Site: "A", Period: Result.All, Category: "assessment_date" }).Status, Is.EqualTo(ResultStatus.NoCases));
    }

    [Test]
    public void Without_a_rule_the_value_is_the_share_of_values_that_are_there()
    {
        var report = Audit.Of(Unruled, """
            site | n | age_at_fracture | treatment   | fracture_side | fracture_site | assessment_date
            A    | 1 | 72              | recommended | left          | hip           | 2025-01-01
            A    | 1 | 72              | declined    |               | not_known     |
            B    | 1 |                 |             |               |               |
            """);
        var site = report.Find("tested", "A", Result.All)!;
        var pooled = report.Find("tested", Result.All, Result.All)!;

        // A: 2 ages of 2, 2 decisions of 2, 1 side of 2, 1 site of 2, 1 date of the 1 recommended: 7 of 9. B: none of 4.
        Assert.That((site.Numerator, site.Denominator), Is.EqualTo(((double?)7, (double?)9)));
        Assert.That(site.Value, Is.EqualTo(100 * 7.0 / 9));
        Assert.That(site.Limits95, Is.Null, "values of one record hang together");
        Assert.That(site.Band, Is.EqualTo(Band.Amber));
        Assert.That((pooled.Numerator, pooled.Denominator), Is.EqualTo(((double?)7, (double?)13)));
    }

    [Test]
    public void Each_field_has_a_row_of_its_own_without_a_band()
    {
        var rows = Audit.Of(Unruled, """
            n | age_at_fracture | treatment | fracture_side
            3 | 72              | declined  | left
            1 |                 | not_known | left
            """).Results.Where(row => row is { Site: "A", Period: Result.All, Breakdown: "field" }).ToArray();

        Assert.That(rows.Select(row => (row.Category, row.Value)), Is.EqualTo(new[]
        {
            ("age_at_fracture", (double?)75), ("treatment", 75), ("fracture_side", 100), ("fracture_site", 0), ("assessment_date", null),
        }));
        Assert.That(rows.Select(row => row.Band), Is.All.Null);
    }

    [Test]
    public void The_table_of_data_quality_tells_recorded_not_known_and_blank_apart_by_site_and_over_all()
    {
        var report = new Audit
        {
            Measures = [Unruled],
            Records = """
                site | n | treatment | age_at_fracture | fracture_date
                B    | 2 | declined  | 72              | 2025-01-01
                B    | 1 | not_known |                 |
                A    | 4 |           | 72              | 2025-08-01
                """,
            CompletenessOf = ["treatment", "age_at_fracture"],
        }.Run();

        Assert.That(report.Completeness.Select(row => (row.Field.Name, row.Site, row.Recorded, row.NotKnown, row.Blank, row.Records)), Is.EqualTo(new[]
        {
            ("treatment", "All", 2L, 1L, 4L, 7L), ("treatment", "A", 0, 0, 4, 4), ("treatment", "B", 2, 1, 0, 3),
            ("age_at_fracture", "All", 6, 0, 1, 7), ("age_at_fracture", "A", 4, 0, 0, 4), ("age_at_fracture", "B", 2, 0, 1, 3),
        }));
    }
}
