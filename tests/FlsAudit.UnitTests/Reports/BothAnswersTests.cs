using System.Text;
using System.Text.RegularExpressions;
using FlsAudit.Analysis;
using FlsAudit.Reports;
using FlsAudit.Reports.Drawing;
using FlsAudit.Reports.Wording;
using FlsAudit.Standards;

namespace FlsAudit.UnitTests.Reports;

/// <summary>A measure that reports both answers says at every place which one it shows.</summary>
public sealed class BothAnswersTests
{
    private const string Id = "treatment-prescribed";

    private static readonly MeasureDefinition Measure = BenchmarkFixture.Report.Sets.SelectMany(set => set.Measures).Single(measure => measure.Id == Id);

    [Test]
    public void Every_table_and_chart_of_its_sheet_says_which()
    {
        using var workbook = new WorkbookText(BenchmarkFixture.Report);
        var headings = workbook.Rows(Id).Where(row => row.Count > 0).Select(row => row[0]).Where(text => text.Contains("site", StringComparison.Ordinal)).ToList();
        Assert.Multiple(() =>
        {
            Assert.That(headings, Does.Contain("By site, all periods; unknown counted as not met"));
            Assert.That(headings, Does.Contain("By site, all periods; unknown left out"));
            Assert.That(headings, Does.Contain("All sites, by period; unknown counted as not met"));
            Assert.That(headings, Does.Contain("By site and period; unknown counted as not met"));
            Assert.That(workbook.ChartTitles(Id).Split('|'), Has.Length.EqualTo(2).And.All.EndsWith("; unknown counted as not met"));
            Assert.That(workbook.Rows("Summary").Select(row => row.FirstOrDefault()), Does.Contain($"{Measure.Title}; unknown counted as not met"));
        });
    }

    [Test]
    public void Every_figure_says_which()
    {
        var cascade = BenchmarkFixture.Report.Sets[0].Measures.Single(measure => measure.Kind == MeasureKind.Cascade) with { Unknown = UnknownPolicy.ReportBoth };
        var steps = OtherKindsFixture.Cascade(cascade).ToList();
        // The answer that leaves out unknowns comes first here and must not be taken for the other.
        var report = new ReleasedReport(
            DisclosurePolicy.Internal, BenchmarkFixture.Report.Sets, BenchmarkFixture.Sites, [],
            [.. steps.Select(row => row with { Policy = UnknownPolicy.LeaveOut, Value = row.Value / 2 }), .. steps.Select(row => row with { Policy = UnknownPolicy.NotMet })],
            [], []);
        var figures = FigureList.Of(BenchmarkFixture.Report, Measure).Append(CascadeFigure.Of(report, cascade)!).ToList();
        Assert.Multiple(() =>
        {
            Assert.That(figures, Has.Count.EqualTo(4), "funnel, sites in order, trend and cascade");
            Assert.That(figures.Select(figure => figure.Subtitle), Has.All.Contains("; unknown counted as not met"));
            Assert.That(figures[3].Alternative, Does.Contain("Identified 100.0 %"));
        });
    }

    [Test]
    public void Every_table_of_the_page_says_which()
    {
        using var stream = new MemoryStream();
        HtmlPage.Write(BenchmarkFixture.Report, BenchmarkFixture.Context, stream);
        var page = Encoding.UTF8.GetString(stream.ToArray());
        var section = Regex.Match(page, $"<section class=\"measure\" id=\"measure-{Id}\".*?</section>", RegexOptions.Singleline).Value;
        var captions = Regex.Matches(section, "<caption>(.*?)</caption>").Select(match => match.Groups[1].Value).ToList();
        Assert.That(captions, Has.Count.EqualTo(4).And.All.Contains("; unknown "));
    }

    [Test]
    public void A_measure_with_one_answer_says_nothing() =>
        Assert.That(BothAnswers.Suffix(MonthlyFixture.Measure), Is.Empty);
}
