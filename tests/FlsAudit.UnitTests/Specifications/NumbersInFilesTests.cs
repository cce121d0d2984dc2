using System.Globalization;
using System.Text.RegularExpressions;
using FlsAudit.Measures;
using FlsAudit.Standards;

namespace FlsAudit.UnitTests.Specifications;

/// <summary>
/// Numbers changed by one in the file itself must break cases or be refused: parameters, which are numbers of many measures at once, and bands and rules, of which
/// a part is only printed.
/// </summary>
public sealed partial class NumbersInFilesTests
{
    private static string Shipped => Path.Combine(AppContext.BaseDirectory, "standards");

    private static IEnumerable<TestCaseData> Parameters =>
        from set in ShippedStandards.Folder.Sets
        from parameter in set.Parameters
        where Number().IsMatch(parameter.Value)
        from step in new[] { -1, 1 }
        select new TestCaseData(set.Name, parameter, step).SetArgDisplayNames(set.Name, parameter.Name, step.ToString("+0;-0", CultureInfo.InvariantCulture));

    [TestCaseSource(nameof(Parameters))]
    public void A_parameter_changed_by_one_in_the_file_breaks_a_case(string set, Parameter parameter, int step)
    {
        using var folder = new CopiedSet(Shipped, set);
        var changed = Number().Replace(parameter.Value, match => (double.Parse(match.Value, CultureInfo.InvariantCulture) + step).ToString(CultureInfo.InvariantCulture), 1);
        folder.Change(parameter, changed);

        Assert.That(Failures(folder.Path), Is.Not.Empty, $"{parameter.Name} {parameter.Value} changed by {step}");
    }

    private static IEnumerable<TestCaseData> Bands =>
        from measure in ShippedStandards.Folder.Sets.SelectMany(set => set.Measures)
        from line in File.ReadAllLines(Path.Combine(Shipped, measure.File)).Distinct()
        where BandLine().IsMatch(line)
        from number in AnyNumber().Matches(BandLine().Match(line).Value)
        from step in new[] { -1, 1 }
        let at = BandLine().Match(line).Index + number.Index
        let changed = line[..at] + (double.Parse(number.Value, CultureInfo.InvariantCulture) + step).ToString(CultureInfo.InvariantCulture) + line[(at + number.Length)..]
        select new TestCaseData(measure, line, changed).SetArgDisplayNames(measure.Id, changed.Trim());

    [TestCaseSource(nameof(Bands))]
    public void A_band_or_rule_changed_by_one_in_the_file_breaks_a_case_or_is_refused(MeasureDefinition measure, string line, string changed)
    {
        using var folder = new CopiedSet(Shipped, measure.Set);
        folder.Change(measure.File, line, changed);

        Assert.That(Failures(folder.Path, measure.Id), Is.Not.Empty);
    }

    // A definition that the reader refuses is as red as a failed case, and says as clearly what is wrong.
    private static IReadOnlyList<string> Failures(string path, string? id = null)
    {
        try
        {
            var folder = StandardsFolder.Read(path);
            MeasureDefinition[] measures = [.. folder.Sets.SelectMany(set => set.Measures).Where(measure => id is null || measure.Id == id)];
            return
            [
                .. measures.SelectMany(measure => WorkedCaseRun.Run(measure, folder.Dictionary)).Where(result => !result.Passed).Select(result => result.Explanation),
                .. measures.SelectMany(ValueCases.Run).Where(result => !result.Passed).Select(result => result.Explanation),
            ];
        }
        catch (DefinitionException error)
        {
            return [error.Message];
        }
    }

    [GeneratedRegex(@"(?<=^\s*)(green|amber|red|level_[1-3]|completeness|levels): .*?(?=, status|$)")]
    private static partial Regex BandLine();

    [GeneratedRegex(@"(?<![a-z_\d])\d+(\.\d+)?")]
    private static partial Regex AnyNumber();

    [GeneratedRegex(@"^\d+(\.\d+)?")]
    private static partial Regex Number();

    /// <summary>One set with all that it may use, on disk; gone after the test.</summary>
    private sealed class CopiedSet : IDisposable
    {
        private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("standards");
        private readonly string head;

        public CopiedSet(string shipped, string set)
        {
            foreach (var part in new[] { "fields", "conditions", "breakdowns", "organisation", $"measures/{set}" })
            {
                Directory.CreateDirectory(System.IO.Path.Combine(Path, part));
                foreach (var file in Directory.GetFiles(System.IO.Path.Combine(shipped, part), "*.yaml"))
                    File.Copy(file, System.IO.Path.Combine(Path, part, System.IO.Path.GetFileName(file)));
            }

            head = System.IO.Path.Combine(Path, "measures", set, "set.yaml");
        }

        public string Path => folder.FullName;

        /// <summary>Writes another value for a parameter.</summary>
        public void Change(Parameter parameter, string value)
        {
            var text = File.ReadAllText(head);
            var declaration = new Regex($@"(name: {parameter.Name},?\s+value: ){Regex.Escape(parameter.Value)}(?=[,\s])");
            Assert.That(declaration.Matches(text), Has.Count.EqualTo(1), $"the declaration of {parameter.Name}");
            File.WriteAllText(head, declaration.Replace(text, match => match.Groups[1].Value + value));
        }

        /// <summary>Writes another line in place of one.</summary>
        public void Change(string file, string line, string changed)
        {
            var path = System.IO.Path.Combine(Path, file);
            string[] lines = File.ReadAllLines(path);
            Assert.That(lines, Does.Contain(line));
            File.WriteAllLines(path, lines.Select(old => old == line ? changed : old));
        }

        public void Dispose() => folder.Delete(recursive: true);
    }
}
