using FlsAudit.Analysis;
using FlsAudit.Reports;
using FlsAudit.Reports.Wording;
using FlsAudit.UnitTests.Specifications;

namespace FlsAudit.UnitTests.Reports;

/// <summary>The definitions as they are shipped, in every form in which a page is printed.</summary>
public sealed class ShippedCatalogueTests
{
    private static readonly string Output = Path.Combine(TestContext.CurrentContext.WorkDirectory, "reports", "shipped");

    private static readonly IReadOnlyDictionary<string, string> Pages = Catalogue.Pages(ShippedStandards.Folder);

    [Test]
    public void Every_table_of_every_page_has_rows_as_wide_as_its_heading()
    {
        foreach (var (path, text) in Pages)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(Output, path))!);
            File.WriteAllText(Path.Combine(Output, path), text);
        }

        Assert.Multiple(() =>
        {
            Assert.That(Pages, Has.Count.EqualTo(1 + ShippedStandards.Folder.Sets.Sum(set => set.Measures.Count)));
            foreach (var (path, text) in Pages) Assert.That(MarkdownTables.Ragged(text), Is.Empty, path);
        });
    }

    [Test]
    public void The_index_lists_every_plausibility_rule_with_its_severity_and_source()
    {
        var folder = ShippedStandards.Folder;
        IEnumerable<string> rows =
        [
            .. folder.PlausibilityRules.Select(rule => $"| `{rule.Name}` | {Words.Of(rule.Severity)} | `").Distinct(),
            .. folder.BetweenRecordsRules.Select(rule => $"| `{rule.Name}` | {Words.Of(rule.Severity)} | the later of two records with `{rule.When.Text}`"),
            .. folder.YearRules.Select(rule => $"| `{rule.Name}` | `"),
        ];
        var lines = Pages[Catalogue.IndexPath].Split('\n');

        Assert.That(rows.Select(row => lines.Count(line => line.StartsWith(row, StringComparison.Ordinal))), Is.All.EqualTo(1));
        Assert.That(lines.Single(line => line.StartsWith("| `age-over-110`", StringComparison.Ordinal)), Does.Contain("`age_at_fracture > 110`").And.EndsWith("| ANZHFR statistical methods, 2025 | verified |"));
        Assert.That(lines.Single(line => line.StartsWith("| `recorded-again`", StringComparison.Ordinal)), Does.Contain("the same `fracture_site` and `fracture_side`, at most 90 days between the fractures"));
    }

    [Test]
    public void Every_case_of_every_measure_is_on_its_page() =>
        Assert.Multiple(() =>
        {
            foreach (var set in ShippedStandards.Folder.Sets)
                foreach (var measure in set.Measures)
                    Assert.That(
                        MeasurePage.Of(measure, set).Sections.SelectMany(section => section.Tables).Sum(table => table.Rows.Count),
                        Is.EqualTo(measure.Cases.Count + measure.ValueCases.Count), measure.Id);
        });

    [Test]
    public void Sets_that_ask_the_same_thing_are_explained()
    {
        var topics = SideBySide.Of(new ReleasedReport(DisclosurePolicy.Internal, ShippedStandards.Folder.Sets, [], [], [], [], []));
        File.WriteAllLines(Path.Combine(Directory.CreateDirectory(Output).FullName, "side-by-side.txt"), topics.SelectMany(topic => topic.Reasons.Prepend("== " + topic.Title)));
        Assert.That(topics.Select(topic => topic.Reasons.Count), Has.Some.Positive.And.All.Positive);
    }

    [Test]
    public void A_page_with_every_definition_stays_small_enough_to_mail()
    {
        Directory.CreateDirectory(Output);
        using var stream = File.Create(Path.Combine(Output, "report.html"));
        HtmlPage.Write(new ReleasedReport(DisclosurePolicy.Internal, ShippedStandards.Folder.Sets, ["Amberford"], [], [], [], []), BenchmarkFixture.Context, stream);
        Assert.That(stream.Length, Is.LessThan(3_000_000), "bytes");
    }
}
