using System.Xml.Linq;
using FlsAudit.Model;

namespace FlsAudit.AcceptanceTests.Architecture;

/// <summary>One project: where it stands and what it uses. Read from <c>src/README.md</c> it is the rule, read from the project file it is the fact.</summary>
/// <param name="Name">The project's name.</param>
/// <param name="Projects">Projects of the solution that it refers to.</param>
/// <param name="Packages">Packages and shared frameworks that it refers to.</param>
internal sealed record ProjectLayout(string Name, IReadOnlyList<string> Projects, IReadOnlyList<string> Packages)
{
    /// <summary>The layer in the table; 0 for a project file, which states none.</summary>
    public int Layer { get; init; }

    /// <summary>What a project file states.</summary>
    public static ProjectLayout Of(string projectFile)
    {
        var project = XDocument.Load(projectFile);
        IEnumerable<string> Included(string element) =>
            project.Descendants(element).Select(item => item.Attribute("Include")?.Value ?? "").Where(include => include.Length > 0);

        return new ProjectLayout(
            Path.GetFileNameWithoutExtension(projectFile),
            [.. Included("ProjectReference").Select(include => Path.GetFileNameWithoutExtension(include.Replace('\\', '/'))).Order(StringComparer.Ordinal)],
            [.. Included("PackageReference").Concat(Included("FrameworkReference")).Order(StringComparer.Ordinal)]);
    }
}

/// <summary>The layout table of <c>src/README.md</c>.</summary>
internal static class LayoutTable
{
    public static IReadOnlyList<ProjectLayout> Read()
    {
        var table = MarkdownTable.All(Repository.Read("src", "README.md"), "layer").Single();
        return [.. table.Rows.Select(row => Project(table, row))];
    }

    private static ProjectLayout Project(AsciiTable table, AsciiRow row) => new(
        MarkdownTable.Code(table.Cell(row, "project")).Single(),
        [.. MarkdownTable.Code(table.Cell(row, "refers directly to")).Select(name => $"FlsAudit.{name}").Order(StringComparer.Ordinal)],
        [.. MarkdownTable.Code(table.Cell(row, "packages")).Order(StringComparer.Ordinal)])
    {
        Layer = int.Parse(table.Cell(row, "layer"), System.Globalization.CultureInfo.InvariantCulture),
    };
}
