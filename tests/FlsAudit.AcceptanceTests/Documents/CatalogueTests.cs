using FlsAudit.Reports;
using FlsAudit.Standards;

namespace FlsAudit.AcceptanceTests.Documents;

/// <summary>The catalogue beside the definitions is the one that they make.</summary>
public sealed class CatalogueTests
{
    private static readonly IReadOnlyDictionary<string, string> Pages = Catalogue.Pages(StandardsFolder.Read(Repository.PathOf("standards")));

    private static IEnumerable<string> Names => Pages.Keys;

    [TestCaseSource(nameof(Names))]
    public void A_page_is_current(string name) =>
        Assert.That(
            Repository.Read(["standards", .. name.Split('/')]).ReplaceLineEndings("\n"), Is.EqualTo(Pages[name]),
            "write it anew: dotnet run --project src/FlsAudit.Cli -c Release -- standards catalogue standards --out standards");

    [Test]
    public void No_page_is_left_of_a_measure_that_is_gone()
    {
        var root = Repository.PathOf("standards");
        var written = Directory.EnumerateFiles(root, "*.md", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(root, path).Replace('\\', '/'));

        Assert.That(written, Is.EquivalentTo(Pages.Keys));
    }
}
