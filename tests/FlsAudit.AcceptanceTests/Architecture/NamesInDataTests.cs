using System.Text.RegularExpressions;
using FlsAudit.Standards;

namespace FlsAudit.AcceptanceTests.Architecture;

/// <summary>A standard, a registry and a country are data: a source file that knows one by name would need changing for the next one.</summary>
public sealed partial class NamesInDataTests
{
    // The product's own layout: writing and reading it is what the program does.
    private const string OwnLayout = "canonical";

    private static readonly string[] Countries = ["United Kingdom", "NHS", "England", "Scotland", "Wales"];

    private static IReadOnlyList<string> Names { get; } = ReadNames();

    [Test]
    public void No_source_names_a_registry_a_country_a_set_or_a_measure()
    {
        var named =
            from file in Repository.SourceFiles
            let code = SourceCode.WithoutComments(file)
            from name in Names
            where IsNamed(code, name)
            select $"{file}: {name}";
        Assert.That(named, Is.Empty, "put it into standards/ or into a scenario");
    }

    [TestCase("lille")]
    [TestCase("uk-fls-db")]
    [TestCase("France")]
    [TestCase("iof-kpi")]
    [TestCase("treatment-prescribed")]
    public void The_names_come_from_the_definitions(string name) => Assert.That(Names, Does.Contain(name));

    [TestCase("if (profile == \"uk-fls-db\")", "uk-fls-db", ExpectedResult = true)]
    [TestCase("sealed class UkFlsDbReader", "uk-fls-db", ExpectedResult = true)]
    [TestCase("var name = \"Lille\";", "lille", ExpectedResult = true)]
    [TestCase("var x = \"dxa-rates\";", "dxa-rate", ExpectedResult = false)]
    [TestCase("var insurance = 1;", "France", ExpectedResult = false)]
    public bool A_name_is_noticed_as_text_and_as_part_of_a_name(string code, string name) => IsNamed(code, name);

    private static bool IsNamed(string code, string name)
    {
        var pascal = string.Concat(name.Split('-', ' ').Select(part => char.ToUpperInvariant(part[0]) + part[1..]));
        return Regex.IsMatch(code, $@"(?<![\w-]){Regex.Escape(name)}(?![\w-])", RegexOptions.IgnoreCase)
            || Regex.IsMatch(code, $@"{Regex.Escape(pascal)}(?![a-z])");
    }

    private static IReadOnlyList<string> ReadNames()
    {
        var standards = StandardsFolder.Read(Repository.PathOf("standards"));
        var countries = Directory.EnumerateFiles(Repository.PathOf("standards", "registries"), "*.yaml")
            .Where(file => Path.GetFileNameWithoutExtension(file) != OwnLayout)
            .SelectMany(file => Country().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value.Trim()));
        return
        [
            .. standards.Profiles.Select(profile => profile.Name).Where(name => name != OwnLayout),
            .. countries.Concat(Countries).Distinct(StringComparer.Ordinal),
            .. standards.Sets.Select(set => set.Name).Where(name => standards.Profiles.All(profile => profile.Name != name)),
            .. standards.Sets.SelectMany(set => set.Measures).Select(measure => measure.Id),
        ];
    }

    [GeneratedRegex("^country: *(.+)$", RegexOptions.Multiline)]
    private static partial Regex Country();
}
