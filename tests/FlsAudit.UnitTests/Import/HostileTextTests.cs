using FlsAudit.Import;
using FlsAudit.Model;

namespace FlsAudit.UnitTests.Import;

public sealed class HostileTextTests
{
    private const string Heading = "site,fracture_date,age_at_fracture\n";
    private const string Row = "North,2025-01-02,72\n";

    private static IEnumerable<TestCaseData> Hostile()
    {
        var wide = string.Join(',', Enumerable.Range(0, 100_000).Select(i => $"c{i}"));
        yield return new TestCaseData(wide + "\n" + wide + "\n", "too-many-columns").SetArgDisplayNames("100,000 columns");
        yield return new TestCaseData(Heading + Row + string.Concat(Enumerable.Repeat("x,", 2_000_000)) + "\n" + Row, "file-truncated").SetArgDisplayNames("a row of two million cells");
        yield return new TestCaseData(Heading + Row + "North,2025-01-02," + new string('7', 10_000_000) + "\n", "file-truncated").SetArgDisplayNames("a cell of 10 MB");
        yield return new TestCaseData(new string('x', 10_000_000) + "," + Heading + Row, "file-truncated").SetArgDisplayNames("a heading of 10 MB");
        yield return new TestCaseData("\"" + Heading + string.Concat(Enumerable.Repeat(Row, 500_000)), "file-truncated").SetArgDisplayNames("a quote before the headings that never closes");
        yield return new TestCaseData(Heading + "\"" + string.Concat(Enumerable.Repeat(Row, 500_000)), "file-truncated").SetArgDisplayNames("a quote after the headings that never closes");
        yield return new TestCaseData(Heading + "No\0rth,2025-01-02,72\n", "not-text").SetArgDisplayNames("a zero byte in a cell");
        yield return new TestCaseData(new string('\n', 3_000_000), "file-truncated").SetArgDisplayNames("three million blank rows");
    }

    [TestCaseSource(nameof(Hostile))]
    public void Hostile_text_is_one_error_in_bounded_time_and_the_others_are_read(string text, string code)
    {
        using var folder = new ImportCase();
        folder.Write("a.csv", text);
        folder.Write("b.csv", Heading + Row);
        // One byte more, since a file that holds what another holds is left out.
        folder.Write("c.csv.gz", Packed(text + "\n"));

        var imported = folder.Run();

        Assert.That(imported.Result.Findings.Where(finding => finding.Severity == Severity.Error).Select(finding => (finding.Place.File, finding.Code)),
            Is.EqualTo(((string?, string)[])[("a.csv", code), ("c.csv.gz", code)]));
        Assert.That(imported.Records, Has.Count.EqualTo(1));
    }

    [Test]
    public void A_quote_that_never_closes_costs_no_more_memory_in_a_longer_file()
    {
        using var folder = new ImportCase { Workers = 1 };
        folder.Write("a.csv", Heading + "\"" + string.Concat(Enumerable.Repeat(Row, 2_000_000)));
        var before = GC.GetTotalAllocatedBytes(precise: true);

        Assert.That(folder.Run().Finding("file-truncated").Place.Row, Is.EqualTo(2));
        // The file has 40 MB, the longest row 1 MiB.
        Assert.That(GC.GetTotalAllocatedBytes(precise: true) - before, Is.LessThan(20_000_000));
    }

    private static byte[] Packed(string text)
    {
        using var stream = new MemoryStream();
        using (var gzip = new System.IO.Compression.GZipStream(stream, System.IO.Compression.CompressionLevel.Fastest)) gzip.Write(System.Text.Encoding.UTF8.GetBytes(text));
        return stream.ToArray();
    }
}
