using System.Text.RegularExpressions;
using FlsAudit.AcceptanceTests.Architecture;
using FlsAudit.AcceptanceTests.CommandLine;
using FlsAudit.Testing;

namespace FlsAudit.AcceptanceTests.Documents;

/// <summary>Every code of a finding is explained, and its example makes it appear.</summary>
public sealed partial class FindingsTests
{
    // Words of this form in the source that are no codes: arguments and their values, groups, encodings, and what is told of a whole column instead.
    private static readonly string[] OtherWords =
    [
        "utf-8", "windows-1252", "non-spine", "non-hip", "report-both", "leave-out", "not-met", "fy-quarter", "as-at", "fail-on", "show-values", "standards-dir", "include-worklist",
        "day-first", "month-first", "from-data", "date-order", "wash-out", "anonymise-sites", "date-two-ways",
        "p-prime", "making-data-count", "without-screening", "western-electric", "control-chart", "chart-settings",
    ];

    // The projects that look at the input.
    private static readonly string[] Projects = ["FlsAudit.Import", "FlsAudit.Analysis", "FlsAudit.Jobs"];

    private static readonly string Page = Repository.Read("FINDINGS.md");

    private static IEnumerable<TestCaseData> Examples() =>
        Sections().Where(section => Command().IsMatch(section.Text)).Select(section => new TestCaseData(section.Code, section.Text).SetArgDisplayNames(section.Code));

    [TestCaseSource(nameof(Examples))]
    public void The_example_of_a_code_makes_it_appear(string code, string text)
    {
        using var folder = new ScratchFolder();
        var sheets = new List<(string File, string Sheet, bool IsHidden, string[][] Rows)>();
        foreach (Match block in Block().Matches(text))
        {
            var words = block.Groups["words"].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var content = block.Groups["content"].Value;
            switch (block.Groups["kind"].Value)
            {
                case "csv": folder.Write(words[0], content); break;
                case "hex": File.WriteAllBytes(folder.Combine(words[0]), Convert.FromHexString(string.Concat(content.Where(char.IsAsciiLetterOrDigit)))); break;
                case "sheet": sheets.Add((words[0], words[1], words.Contains("hidden"), [.. content.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(','))])); break;
            }
        }

        foreach (var book in sheets.GroupBy(sheet => sheet.File))
            WorkbookFile.Write(folder.Combine(book.Key), [.. book.Select(sheet => (sheet.Sheet, sheet.Rows.Select(row => row.ToArray<object?>()).ToArray<object?[]?>(), sheet.IsHidden))]);

        var run = Run.Of([.. Command().Match(text).Groups["arguments"].Value.Split(' ').Select((word, i) => IsPath(word, i, folder) ? folder.Combine(word) : word)]);

        var report = folder.Combine("report", "findings.csv");
        var codes = Printed().Matches(run.Output + run.Error).Select(match => match.Groups["code"].Value)
            .Concat(File.Exists(report) ? CsvFile.Read(report).Rows.Select(row => row["code"]) : []);
        Assert.That(codes, Has.Member(code), run.Output + run.Error);
    }

    [Test]
    public void Every_code_of_the_program_is_explained_once()
    {
        var inSource = Repository.SourceFiles.Where(file => Projects.Any(project => file.StartsWith($"src/{project}/", StringComparison.Ordinal)))
            .SelectMany(file => KebabCase().Matches(SourceCode.WithoutComments(file)).Select(match => match.Groups["word"].Value))
            .Except(OtherWords).Distinct();

        Assert.That(Sections().Select(section => section.Code), Is.EquivalentTo(inSource), "explain a new code in FINDINGS.md; list here a word of this form that is no code");
    }

    [Test]
    public void A_code_without_an_example_names_the_tests_that_show_it()
    {
        var tests = Directory.EnumerateFiles(Repository.PathOf("tests"), "*Tests.cs", SearchOption.AllDirectories).ToLookup(Path.GetFileNameWithoutExtension);
        Assert.Multiple(() =>
        {
            foreach (var (code, text) in Sections().Where(section => !Command().IsMatch(section.Text)))
            {
                var named = NamedTest().Match(text).Groups["test"].Value;
                Assert.That(tests[named].Select(File.ReadAllText), Has.Some.Contains(code), code);
            }
        });
    }

    // Not the verb, which is called as a folder may be.
    private static bool IsPath(string word, int position, ScratchFolder folder) =>
        position > 0 && (Path.HasExtension(word) || word == "report" || Directory.Exists(folder.Combine(word)));

    private static IEnumerable<(string Code, string Text)> Sections() =>
        Section().Matches(Page).Select(match => (match.Groups["code"].Value, match.Groups["text"].Value));

    [GeneratedRegex(@"^### `(?<code>[a-z0-9-]+)` · [^\n]+\n(?<text>.*?)(?=^##|\z)", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Section();

    [GeneratedRegex(@"^```(?<kind>csv|sheet|hex) (?<words>[^\n]+)\n(?<content>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex(@"^flsaudit (?<arguments>[^\n]+)$", RegexOptions.Multiline)]
    private static partial Regex Command();

    [GeneratedRegex(@"\[(?<code>[a-z0-9-]+)\]")]
    private static partial Regex Printed();

    [GeneratedRegex("\"(?<word>[a-z0-9]+(-[a-z0-9]+)+)\"")]
    private static partial Regex KebabCase();

    [GeneratedRegex(@"Test: `(?<test>\w+)`")]
    private static partial Regex NamedTest();
}
