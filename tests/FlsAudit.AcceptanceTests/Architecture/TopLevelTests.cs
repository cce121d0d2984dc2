namespace FlsAudit.AcceptanceTests.Architecture;

public sealed class TopLevelTests
{
    [Test]
    public void The_top_of_the_repository_holds_only_what_the_layout_lists()
    {
        var table = MarkdownTable.All(Repository.Read("src", "README.md"), "at the top").Single();
        var listed = table.Rows.SelectMany(row => MarkdownTable.Code(table.Cell(row, "at the top"))).ToHashSet(StringComparer.Ordinal);
        var others = Repository.TopLevel().Where(name => !listed.Contains(name) && !name.StartsWith(".git", StringComparison.Ordinal));
        Assert.That(others, Is.Empty, "list it in src/README.md with its reason, or put it elsewhere");
    }
}
