using FlsAudit.Measures;
using FlsAudit.Model;
using FlsAudit.Reports;
using FlsAudit.Standards;

namespace FlsAudit.Jobs;

/// <summary>One measure in a list.</summary>
public sealed record ListedMeasure(string Set, string Id, string Title, string Kind, string Provenance, int Cases);

/// <summary>What <c>flsaudit standards test</c> found.</summary>
/// <param name="Measures">How many measures were tested.</param>
/// <param name="Cases">How many worked cases ran, each on both engines.</param>
/// <param name="Failures">A line per failed case: where, expected, got, the deciding clause.</param>
public sealed record StandardsTestOutcome(int Measures, int Cases, IReadOnlyList<string> Failures);

/// <summary>Lists, shows and tests the definitions of a standards folder.</summary>
public static class StandardsJob
{
    /// <summary>All measures, by set and in order of presentation.</summary>
    /// <param name="directory">A complete folder; null for the shipped one.</param>
    /// <exception cref="JobException">A definition has problems.</exception>
    public static IReadOnlyList<ListedMeasure> List(string? directory) =>
    [
        .. from set in OpenStandards.Alone(directory).Folder.Sets
           from measure in set.Measures
           select new ListedMeasure(set.Name, measure.Id, measure.Title, Word(measure.Kind), Word(measure.WeakestProvenance), measure.Cases.Count),
    ];

    /// <summary>One measure as headed paragraphs, worded as in every output.</summary>
    /// <exception cref="JobException">There is no such measure.</exception>
    public static IReadOnlyList<KeyValuePair<string, string>> Show(string? directory, string id)
    {
        var folder = OpenStandards.Alone(directory).Folder;
        if (folder.FindMeasure(id) is not { } measure)
        {
            string[] ids = [.. folder.Sets.SelectMany(set => set.Measures).Select(known => known.Id)];
            var hint = NearestName.Hint(id, ids);
            throw new JobException(ExitCode.Usage, $"There is no measure '{id}'{(hint.Length > 0 ? hint : ".")} 'flsaudit standards list' names them all.");
        }

        return MeasurePage.Of(measure, folder.Sets.First(set => set.Measures.Contains(measure))).Text();
    }

    /// <summary>Runs every worked case: records on both engines, answers of the organisation, values, and the cases of breakdowns.</summary>
    /// <exception cref="JobException">A definition has problems.</exception>
    public static StandardsTestOutcome Test(string? directory)
    {
        var folder = OpenStandards.Alone(directory).Folder;
        MeasureDefinition[] measures = [.. folder.Sets.SelectMany(set => set.Measures)];
        (bool Passed, string Explanation)[] results =
        [
            .. folder.Breakdowns.SelectMany(breakdown => WorkedCaseRun.Run(breakdown, folder.Dictionary)).Select(result => (result.Passed, result.Explanation)),
            .. measures.SelectMany(measure => WorkedCaseRun.Run(measure, folder.Dictionary)).Select(result => (result.Passed, result.Explanation)),
            .. measures.SelectMany(ValueCases.Run).Select(result => (result.Passed, result.Explanation)),
        ];
        return new StandardsTestOutcome(measures.Length, results.Length, [.. results.Where(result => !result.Passed).Select(result => result.Explanation)]);
    }

    private static string Word<T>(T choice) where T : struct, Enum =>
        string.Concat(choice.ToString().Select((c, i) => i > 0 && char.IsUpper(c) ? $"-{char.ToLowerInvariant(c)}" : $"{char.ToLowerInvariant(c)}"));
}
