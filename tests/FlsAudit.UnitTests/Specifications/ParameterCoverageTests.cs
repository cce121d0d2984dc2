using System.Globalization;
using System.Text.RegularExpressions;
using FlsAudit.Measures;
using FlsAudit.Standards;

namespace FlsAudit.UnitTests.Specifications;

/// <summary>Parameters are numbers of many measures at once: changed by one in the file itself, they must break cases too.</summary>
public sealed partial class ParameterCoverageTests
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

    // A definition that the reader refuses is as red as a failed case, and says as clearly what is wrong.
    private static IReadOnlyList<string> Failures(string path)
    {
        try
        {
            var folder = StandardsFolder.Read(path);
            return
            [
                .. folder.Sets.SelectMany(set => set.Measures).SelectMany(measure => WorkedCaseRun.Run(measure, folder.Dictionary)).Where(result => !result.Passed).Select(result => result.Explanation),
                .. folder.Sets.SelectMany(set => set.Measures).SelectMany(ValueCases.Run).Where(result => !result.Passed).Select(result => result.Explanation),
            ];
        }
        catch (DefinitionException error)
        {
            return [error.Message];
        }
    }

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

        public void Dispose() => folder.Delete(recursive: true);
    }
}
