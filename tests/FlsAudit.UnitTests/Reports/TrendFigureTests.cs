using FlsAudit.Analysis;
using FlsAudit.Model;
using FlsAudit.Reports.Drawing;
using FlsAudit.Standards;

namespace FlsAudit.UnitTests.Reports;

public sealed class TrendFigureTests
{
    [Test]
    public void Twenty_four_sites_are_all_shown_and_nobody_is_said_to_be_left_out()
    {
        var figure = Figure(withValue: 24, without: 0);
        Assert.Multiple(() =>
        {
            Assert.That(Panels(figure), Has.Count.EqualTo(24));
            Assert.That(figure.Note, Does.Not.Contain("are shown").And.Not.Contain("Sites without"));
        });
    }

    [Test]
    public void With_more_the_note_says_how_many_are_shown_and_still_names_those_without_data()
    {
        var figure = Figure(withValue: 25, without: 1);
        Assert.Multiple(() =>
        {
            Assert.That(Panels(figure), Has.Count.EqualTo(24));
            // The pooled value is 50; site 1 has 51 and lies nearest.
            Assert.That(Panels(figure), Has.None.EqualTo("Site 01"));
            Assert.That(figure.Note, Does.Contain("Of 25 sites with a value, the 24 furthest from the pooled value are shown."));
            Assert.That(figure.Note, Does.EndWith("Sites without a value in any period: Site 26 (no data submitted)."));
        });
    }

    private static List<string> Panels(Figure figure) => [.. figure.Rows.Skip(1).SelectMany(row => row.Panels).Select(panel => panel.Title)];

    private static Figure Figure(int withValue, int without)
    {
        var measure = MonthlyFixture.Measure;
        string[] sites = [.. Enumerable.Range(1, withValue + without).Select(i => $"Site {i:00}")];
        var results = new List<Result>();
        for (var i = 0; i <= sites.Length; i++)
            foreach (var period in (string[])[Result.All, "2024-Q1", "2024-Q2"])
                results.Add(new Result
                {
                    Measure = measure,
                    Site = i == 0 ? Result.All : sites[i - 1],
                    Period = period,
                    Counts = new OutcomeCounts(0, 0, 0, 0, 0, 0),
                    Policy = UnknownPolicy.NotMet,
                    Value = i > withValue ? null : 50 + i,
                    Unit = "percent",
                    Method = "Wilson score interval",
                    Status = i > withValue ? ResultStatus.NoDataSubmitted : ResultStatus.Ok,
                });
        var set = new StandardSet("fls-core", "Core measures", new Provenance("FlsAudit", ProvenanceStatus.Inferred), [measure]) { ExcludesDeathsBeforeWindow = false };
        return TrendFigure.Of(new ReleasedReport(DisclosurePolicy.Internal, [set], sites, ["2024-Q1", "2024-Q2"], results, [], []), measure)!;
    }
}
