using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using FlsAudit.Analysis;
using FlsAudit.Reports;

namespace FlsAudit.UnitTests.Reports;

public sealed class CascadeTests
{
    /// <summary>The fixture with only the whole row of the cascade left for the site that sent nothing.</summary>
    private static readonly ReleasedReport Stepless = new(
        BenchmarkFixture.Report.Policy, BenchmarkFixture.Report.Sets, BenchmarkFixture.Report.Sites, BenchmarkFixture.Report.Periods,
        [.. BenchmarkFixture.Report.Results.Where(result => result.Site != BenchmarkFixture.NothingSent || result.Breakdown != "step")],
        BenchmarkFixture.Report.SiteComparisons, BenchmarkFixture.Report.Completeness);

    [Test]
    public void A_site_without_steps_says_why_in_every_cell_of_the_workbook()
    {
        using var workbook = new WorkbookText(Stepless);
        var row = workbook.Table("Care cascade", "By site, %").Single(row => row[0] == BenchmarkFixture.NothingSent);
        Assert.That(row.Skip(1), Is.EqualTo(Enumerable.Repeat("no data submitted", 5)));
    }

    [Test]
    public void A_site_without_steps_says_why_in_every_cell_of_the_page()
    {
        using var stream = new MemoryStream();
        HtmlPage.Write(Stepless, BenchmarkFixture.Context, stream);
        var page = WebUtility.HtmlDecode(Encoding.UTF8.GetString(stream.ToArray()));
        var table = Regex.Match(page, "<caption>Share that reached each step.*?</table>", RegexOptions.Singleline).Value;
        var row = Regex.Match(table, $"{BenchmarkFixture.NothingSent}</th>.*?</tr>", RegexOptions.Singleline).Value;
        Assert.That(Regex.Matches(row, "<td class=\"none\">no data submitted</td>"), Has.Count.EqualTo(5));
    }

    [Test]
    public void The_sheet_says_how_the_pooled_cascade_was_counted()
    {
        using var workbook = new WorkbookText(BenchmarkFixture.Report);
        Assert.That(workbook.Rows("Care cascade"), Has.Some.EqualTo(new[] { "Method", "Wilson score interval" }));
    }
}
