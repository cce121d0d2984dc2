using System.Xml.Linq;
using FlsAudit.Model;
using FlsAudit.Reports.Drawing;
using FlsAudit.Reports.Wording;
using FlsAudit.Standards;

namespace FlsAudit.UnitTests.Reports;

public sealed class ProvenanceMarkTests
{
    private static IEnumerable<MeasureDefinition> Measures => BenchmarkFixture.Report.Sets.SelectMany(set => set.Measures);

    [Test]
    public void Every_figure_of_an_unverified_measure_is_marked_and_says_what_the_mark_means() =>
        Assert.Multiple(() =>
        {
            foreach (var measure in Measures)
                foreach (var figure in FigureList.Of(BenchmarkFixture.Report, measure))
                {
                    var marked = measure.WeakestProvenance != ProvenanceStatus.Verified;
                    var texts = Texts(SvgWriter.File(figure));
                    Assert.That(figure.Title.EndsWith('†'), Is.EqualTo(marked), figure.Name);
                    Assert.That(texts.Contains("† Not verified", StringComparison.Ordinal), Is.EqualTo(marked), figure.Name);
                    Assert.That(texts, Does.Contain("Internal: not for publication"), figure.Name);
                }
        });

    [Test]
    public void The_fixture_has_marked_and_unmarked_figures() =>
        Assert.That(
            Measures.Where(measure => FigureList.Of(BenchmarkFixture.Report, measure).Any()).Select(measure => measure.WeakestProvenance).Distinct(),
            Is.EquivalentTo(new[] { ProvenanceStatus.Verified, ProvenanceStatus.Secondary, ProvenanceStatus.Recalled }));

    [TestCase(ProvenanceStatus.Inferred, "worked out (inferred)")]
    [TestCase(ProvenanceStatus.Recalled, "general knowledge (recalled)")]
    [TestCase(ProvenanceStatus.Secondary, "another source (secondary)")]
    public void The_meaning_names_the_status(ProvenanceStatus status, string words)
    {
        var measure = MeasureFixture.Proportion("dxa-rate", "DXA done") with { Provenance = new Provenance("Somewhere", status) };
        Assert.That(ProvenanceMark.Meaning(measure), Does.StartWith("† ").And.Contain(words));
    }

    [Test]
    public void Every_headline_that_names_an_unverified_measure_marks_it()
    {
        var headlines = Headlines.Of(BenchmarkFixture.Report, BenchmarkFixture.Context).ToList();
        var marked = Measures.Where(measure => measure.WeakestProvenance != ProvenanceStatus.Verified).Select(measure => measure.Title).ToList();
        Assert.That(headlines, Has.Some.Contains(marked[^1]), "or there is nothing to see");
        Assert.Multiple(() =>
        {
            foreach (var title in marked)
                foreach (var line in headlines.Where(line => line.Contains(title, StringComparison.Ordinal)))
                    Assert.That(line, Does.Contain(title + "\u00A0†"));
        });
    }

    [TestCase("fls-db-4", true)]
    [TestCase("new-vertebral-fracture", true)]
    [TestCase("dxa-rate", false)]
    public void Native_charts_are_titled_with_measure_and_mark(string id, bool marked)
    {
        using var workbook = new WorkbookText(BenchmarkFixture.Report);
        var titles = workbook.ChartTitles(id).Split('|');
        var measure = Measures.Single(measure => measure.Id == id);
        Assert.That(titles, Has.Length.EqualTo(2).And.All.StartsWith(measure.Title));
        Assert.That(titles.Select(title => title.EndsWith('†')), Has.All.EqualTo(marked));
    }

    private static string Texts(XElement svg) =>
        string.Join(" ", svg.Descendants().Where(element => element.Name.LocalName == "text").Select(element => element.Value));
}
