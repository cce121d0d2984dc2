using FlsAudit.Analysis;
using FlsAudit.Model;
using FlsAudit.UnitTests.Specifications;

namespace FlsAudit.UnitTests.Analysis;

/// <summary>Results come in one order, whatever the order of records, files and threads.</summary>
public sealed class OrderTests
{
    private static readonly string[] Rows =
    [
        "Zürich | 2025-08-01 | recommended | left",
        "alpha  | 2024-11-01 | declined    | right",
        "Beta   | 2025-02-01 | recommended |",
        "alpha  |            | recommended | left",
        "Zürich | 2025-02-01 |             | right",
    ];

    [Test]
    public void Measures_then_sites_then_periods_then_breakdowns_with_the_pooled_first()
    {
        var report = Run(Rows);

        Assert.That(report.Sites, Is.EqualTo(new[] { "Beta", "Zürich", "alpha" }), "ordinal");
        Assert.That(report.Periods, Is.EqualTo(new[] { "2024-Q4", "2025-Q1", "2025-Q3", "unknown" }), "calendar, and records without a date last");
        string[] sites = ["All", "Beta", "Zürich", "alpha"], periods = ["All", .. report.Periods], categories = ["", "left", "right", "missing"];
        Assert.That(
            report.Results.Select(row => (row.Measure.Id, row.Site, row.Period, row.Category)),
            Is.EqualTo(
                from id in new[] { "second", "first" }
                from site in sites
                from period in periods
                from category in categories
                select (id, site, period, category)));
    }

    [Test]
    public void The_order_of_records_makes_no_difference()
    {
        var there = Told(Run(Rows));

        Assert.That(Told(Run([.. Rows.Reverse()])), Is.EqualTo(there));
        Assert.That(Told(Run([.. Rows.OrderBy(row => row.Length)])), Is.EqualTo(there));
    }

    private static ReleasedReport Run(string[] rows) => new Audit
    {
        Measures = [Language.Measure("numerator: treatment = recommended", "second"), Language.Measure("numerator: treatment is known", "first")],
        Records = "site | fracture_date | treatment | fracture_side\n" + string.Join('\n', rows),
        By = ["fracture_side"],
        CompletenessOf = ["treatment"],
        Periods = PeriodKind.Quarter,
    }.Run();

    private static IReadOnlyList<string> Told(ReleasedReport report) =>
    [
        .. report.Results.Select(row => $"{row.Measure.Id} {row.Site} {row.Period} {row.Category} {row.Counts} {row.Value:R} {row.Status} {row.Method}"),
        .. report.SiteComparisons.Select(funnel => $"{funnel.Measure.Id} {funnel.Period} {funnel.Centre:R} {string.Join(' ', funnel.Sites)}"),
        .. report.Completeness.Select(row => $"{row.Field.Name} {row.Site} {row.Recorded} {row.NotKnown} {row.Blank}"),
    ];
}
