using System.Text.RegularExpressions;
using FlsAudit.AcceptanceTests.Architecture;
using FlsAudit.Jobs;

namespace FlsAudit.AcceptanceTests.Documents;

public sealed partial class ReadmeTests
{
    private static readonly string[] Documents = ["README.md", "GLOSSARY.md", "CHANGELOG.md", "src/README.md"];

    private static readonly string Readme = Repository.Read("README.md");

    [Test]
    public void The_exit_codes_are_those_of_the_program()
    {
        var table = MarkdownTable.All(Readme, "exit code").Single();
        var codes = table.Rows.Select(row => int.Parse(row.Cells[0], System.Globalization.CultureInfo.InvariantCulture));
        Assert.That(codes, Is.EquivalentTo(Enum.GetValues<ExitCode>().Select(code => (int)code)));
    }

    [Test]
    public void The_verbs_are_those_of_the_program()
    {
        var help = CommandLine.Run.Of("--help").Output;
        var offered = VerbInHelp().Matches(help[help.IndexOf("Commands:", StringComparison.Ordinal)..]).Select(match => match.Groups[1].Value);
        var described = VerbInReadme().Matches(Readme).Select(match => match.Groups[1].Value).Distinct(StringComparer.Ordinal);
        Assert.That(described, Is.EquivalentTo(offered));
    }

    [Test]
    public void The_output_of_the_main_job_is_the_one_that_the_program_prints()
    {
        using var folder = new ScratchFolder();
        var run = CommandLine.Run.Of("report", Repository.Sample("uk-fls-db"), "--as-at", "2025-12-31", "--out", folder.Combine("report"));

        Assert.That(Readme, Does.Contain("report sample-data/uk-fls-db --as-at 2025-12-31 --out report"));
        Assert.That(Printed(OutputInReadme().Match(Readme).Groups[1].Value), Is.EqualTo(Printed(run.Output.Replace(folder.Combine("report"), "report", StringComparison.Ordinal))));
    }

    [Test]
    public void The_lines_of_the_tidy_results_are_those_that_the_program_writes()
    {
        using var folder = new ScratchFolder();
        CommandLine.Run.Of("report", Repository.Sample("uk-fls-db"), "--as-at", "2025-12-31", "--out", folder.Combine("report"));

        var shown = ResultsInReadme().Match(Readme).Groups[1].Value.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.That(shown, Has.Length.EqualTo(5).And.SubsetOf(File.ReadAllLines(folder.Combine("report", "results.csv"))));
    }

    // Without what a document does not show: trailing blanks, runs of blank lines, and the seconds, which differ between machines.
    private static string[] Printed(string output) =>
    [
        .. Seconds().Replace(output, "in some s").Split('\n').Select(line => line.TrimEnd()).Where(line => line.Length > 0),
    ];

    [TestCaseSource(nameof(Documents))]
    public void A_link_leads_to_something_that_is_there(string document)
    {
        var folder = Path.GetDirectoryName(Repository.PathOf(document))!;
        var dead = Link().Matches(Repository.Read(document))
            .Select(match => match.Groups[1].Value)
            .Where(target => !target.Contains("://", StringComparison.Ordinal))
            .Where(target => !Path.Exists(Path.Combine(folder, target)));
        Assert.That(dead, Is.Empty);
    }

    [Test]
    public void A_decision_names_a_type_that_is_there()
    {
        var table = MarkdownTable.All(Repository.Read("src", "README.md"), "question").Single();
        var types = SourceAssemblies.All.SelectMany(assembly => assembly.GetTypes()).Select(type => type.Name);
        var named = table.Rows.SelectMany(row => MarkdownTable.Code(table.Cell(row, "where"))).Where(name => !name.Contains('.', StringComparison.Ordinal));
        Assert.That(named.Distinct(StringComparer.Ordinal), Is.SubsetOf(types));
    }

    [Test]
    public void Changes_to_numbers_come_first_in_every_version()
    {
        var firstHeadings = Version().Matches(Repository.Read("CHANGELOG.md")).Select(match => match.Groups[1].Value);
        Assert.That(firstHeadings, Is.Not.Empty.And.All.EqualTo("Changes to numbers"));
    }

    [GeneratedRegex(@"```text\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex OutputInReadme();

    [GeneratedRegex(@"```csv\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex ResultsInReadme();

    [GeneratedRegex(@"in [0-9.]+ s\b")]
    private static partial Regex Seconds();

    [GeneratedRegex(@"^  ([a-z]+)\b", RegexOptions.Multiline)]
    private static partial Regex VerbInHelp();

    [GeneratedRegex(@"^flsaudit ([a-z]+)\b", RegexOptions.Multiline)]
    private static partial Regex VerbInReadme();

    [GeneratedRegex(@"\]\(([^)#]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"^## .*\n+### (.*)$", RegexOptions.Multiline)]
    private static partial Regex Version();
}
