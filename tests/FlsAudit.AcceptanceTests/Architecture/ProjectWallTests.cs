using System.Xml.Linq;

namespace FlsAudit.AcceptanceTests.Architecture;

public sealed class ProjectWallTests
{
    private static IReadOnlyList<ProjectLayout> Table { get; } = LayoutTable.Read();

    private static IReadOnlyList<string> ProjectFiles { get; } =
        [.. Directory.EnumerateFiles(Repository.PathOf("src"), "*.csproj", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];

    private static IEnumerable<string> ProjectNames => Table.Select(project => project.Name);

    [Test]
    public void The_table_lists_every_project_and_no_other() =>
        Assert.That(ProjectFiles.Select(path => Path.GetFileNameWithoutExtension(path)), Is.EquivalentTo(ProjectNames));

    [TestCaseSource(nameof(ProjectNames))]
    public void A_project_refers_to_what_the_table_says_and_no_more(string name)
    {
        var rule = Table.Single(project => project.Name == name);
        var fact = ProjectLayout.Of(Repository.PathOf("src", name, $"{name}.csproj"));
        Assert.That(fact.Projects, Is.EqualTo(rule.Projects), $"projects that {name} refers to");
    }

    [TestCaseSource(nameof(ProjectNames))]
    public void A_project_uses_the_packages_that_the_table_says_and_no_more(string name)
    {
        var rule = Table.Single(project => project.Name == name);
        var fact = ProjectLayout.Of(Repository.PathOf("src", name, $"{name}.csproj"));
        Assert.That(fact.Packages, Is.EqualTo(rule.Packages), $"packages that {name} uses");
    }

    [TestCaseSource(nameof(ProjectNames))]
    public void A_project_refers_to_lower_layers_only(string name)
    {
        var rule = Table.Single(project => project.Name == name);
        var layers = rule.Projects.Select(other => Table.Single(project => project.Name == other).Layer);
        Assert.That(layers, Is.All.LessThan(rule.Layer));
    }

    [TestCase("FlsAudit.Import", "FlsAudit.Standards", TestName = "Import_cannot_see_Standards")]
    [TestCase("FlsAudit.Reports", "FlsAudit.Measures", TestName = "Reports_cannot_see_Measures")]
    public void A_wall_stands(string project, string forbidden) =>
        Assert.That(Table.Single(row => row.Name == project).Projects, Has.None.EqualTo(forbidden));

    [Test]
    public void No_project_file_names_the_version_of_a_package()
    {
        var versions =
            from path in Directory.EnumerateFiles(Repository.Root, "*.csproj", SearchOption.AllDirectories)
            from package in XDocument.Load(path).Descendants("PackageReference")
            where package.Attribute("Version") is not null || package.Attribute("VersionOverride") is not null || package.Element("Version") is not null
            select $"{Path.GetFileName(path)}: {package.Attribute("Include")?.Value}";
        Assert.That(versions, Is.Empty, "versions belong in Directory.Packages.props");
    }

    [TestCase("DisableTransitiveProjectReferences", "true")]
    [TestCase("TreatWarningsAsErrors", "true")]
    [TestCase("Deterministic", "true")]
    [TestCase("GenerateDocumentationFile", "true")]
    public void The_build_switch_that_makes_a_rule_real_is_on(string name, string value)
    {
        var switches = XDocument.Parse(Repository.Read("Directory.Build.props")).Descendants(name);
        Assert.That(switches.Select(element => element.Value), Is.EqualTo(new[] { value }));
    }

    [Test]
    public void No_project_turns_a_build_switch_off_again()
    {
        string[] switches = ["DisableTransitiveProjectReferences", "TreatWarningsAsErrors", "Deterministic", "GenerateDocumentationFile"];
        var turned = ProjectFiles.SelectMany(path => XDocument.Load(path).Descendants().Where(element => switches.Contains(element.Name.LocalName)));
        Assert.That(turned, Is.Empty);
    }

    [Test]
    public void A_package_stays_in_the_project_that_asked_for_it()
    {
        var update = XDocument.Parse(Repository.Read("Directory.Build.targets")).Descendants("PackageReference").Single();
        Assert.Multiple(() =>
        {
            Assert.That(update.Attribute("Update")?.Value, Is.EqualTo("@(PackageReference)"));
            Assert.That(update.Attribute("PrivateAssets")?.Value.Split(';'), Is.SupersetOf(new[] { "compile", "contentfiles", "analyzers", "build" }));
        });
    }
}
