using System.Text.RegularExpressions;
using FlsAudit.Analysis;
using FlsAudit.Reports;

namespace FlsAudit.UnitTests.Reports;

public sealed class HtmlPageTests
{
    private string page = "";

    [OneTimeSetUp]
    public void Write()
    {
        var path = Path.Combine(TestContext.CurrentContext.WorkDirectory, "reports", "report.html");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, Bytes(BenchmarkFixture.Report));
        page = File.ReadAllText(path);
    }

    [Test]
    public void The_same_report_gives_the_same_bytes()
    {
        var first = Bytes(BenchmarkFixture.Report);
        Assert.That(Bytes(BenchmarkFixture.Report), Is.EqualTo(first));
    }

    [Test]
    public void It_refers_to_nothing_outside_itself()
    {
        var addresses = Regex.Matches(page, "(?:href|src|action)=\"([^\"]*)\"").Select(match => match.Groups[1].Value).ToList();
        Assert.Multiple(() =>
        {
            Assert.That(addresses, Has.Count.GreaterThan(10).And.All.StartsWith("#"));
            Assert.That(page, Does.Not.Contain("<script").And.Not.Contain("url(").And.Not.Contain("@import").And.Not.Contain(" style="));
        });
    }

    [Test]
    public void Its_policy_forbids_everything_but_its_own_style() =>
        Assert.That(page, Does.Match("Content-Security-Policy\" content=\"default-src &#x27;none&#x27;; style-src &#x27;sha256-([A-Za-z0-9/]|&#x2B;){43}=&#x27;;"));

    [Test]
    public void Every_link_leads_somewhere()
    {
        var anchors = Regex.Matches(page, " id=\"([^\"]*)\"").Select(match => match.Groups[1].Value).ToList();
        Assert.Multiple(() =>
        {
            Assert.That(anchors, Is.Unique);
            Assert.That(Regex.Matches(page, "href=\"#([^\"]*)\"").Select(match => match.Groups[1].Value).Distinct(), Is.SubsetOf(anchors));
        });
    }

    [Test]
    public void Accents_stay_as_they_are() => Assert.That(page, Does.Contain("Hôpital Saint-Éloi").And.Not.Contain("&#xF4;"));

    [TestCase("unknown")]
    [TestCase("not due")]
    [TestCase("suppressed")]
    [TestCase("not computed")]
    [TestCase("no data submitted")]
    public void A_cell_without_a_value_says_why(string status) => Assert.That(page, Does.Contain($"<td class=\"none\">{status}</td>"));

    [Test]
    public void Every_table_has_a_caption_and_headings_with_a_scope()
    {
        var tables = Regex.Matches(page, "<table.*?</table>", RegexOptions.Singleline).Select(match => match.Value).ToList();
        Assert.Multiple(() =>
        {
            Assert.That(tables, Has.Count.GreaterThan(20).And.All.Contains("<caption>"));
            Assert.That(tables.SelectMany(table => Regex.Matches(table, "<th[ >][^>]*").Select(match => match.Value)), Has.All.Contains("scope="));
        });
    }

    private static byte[] Bytes(ReleasedReport report)
    {
        using var stream = new MemoryStream();
        HtmlPage.Write(report, BenchmarkFixture.Context, stream);
        return stream.ToArray();
    }
}
