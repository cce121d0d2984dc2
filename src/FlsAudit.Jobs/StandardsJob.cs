using FlsAudit.Measures;
using FlsAudit.Model;
using FlsAudit.Reports;
using FlsAudit.Standards;

namespace FlsAudit.Jobs;

/// <summary>One measure in a list.</summary>
public sealed record ListedMeasure(string Set, string Id, string Title, string Kind, ProvenanceStatus Provenance, int Cases);

/// <summary>What <c>flsaudit standards test</c> found.</summary>
/// <param name="Measures">How many measures were tested.</param>
/// <param name="Cases">How many worked cases ran, each on both engines.</param>
/// <param name="Failures">A line per failed case: where, expected, got, the deciding clause.</param>
public sealed record StandardsTestOutcome(int Measures, int Cases, IReadOnlyList<string> Failures);

/// <summary>The definitions that a verb is about.</summary>
/// <param name="Directory">A complete standards folder, alone; null for the shipped one.</param>
/// <param name="Own">A folder of the user that is added to the shipped one; null for none. Not with a directory.</param>
public sealed record StandardsSource(string? Directory, string? Own)
{
    /// <summary>The definitions; whether their cases hold is another question.</summary>
    internal OpenStandards Open() => (Directory, Own) switch
    {
        (not null, not null) => throw new JobException(ExitCode.Usage, "Name a complete folder, or one of your own with --standards-dir, not both."),
        (null, { } own) => OpenStandards.Untested(own),
        var (directory, _) => OpenStandards.Alone(directory),
    };
}

/// <summary>Lists, shows and tests definitions, and writes their catalogue.</summary>
public static class StandardsJob
{
    /// <summary>All measures, by set and in order of presentation.</summary>
    /// <exception cref="JobException">A definition has problems.</exception>
    public static IReadOnlyList<ListedMeasure> List(StandardsSource source) =>
    [
        .. from set in source.Open().Folder.Sets
           from measure in set.Measures
           select new ListedMeasure(set.Name, measure.Id, measure.Title, Word(measure.Kind), measure.WeakestProvenance, measure.Cases.Count + measure.ValueCases.Count),
    ];

    /// <summary>One measure as headed paragraphs.</summary>
    /// <exception cref="JobException">There is no such measure, or a definition has problems.</exception>
    public static IReadOnlyList<KeyValuePair<string, string>> Show(StandardsSource source, string id)
    {
        var standards = source.Open();
        var measure = standards.Measure(id);
        return MeasurePage.Of(measure, standards.Folder.Sets.First(set => set.Measures.Contains(measure))).Text();
    }

    /// <summary>Runs every worked case: records on both engines, answers of the organisation, values, and the cases of breakdowns and plausibility rules.</summary>
    /// <exception cref="JobException">A definition has problems.</exception>
    public static StandardsTestOutcome Test(StandardsSource source)
    {
        var folder = source.Open().Folder;
        MeasureDefinition[] measures = [.. folder.Sets.SelectMany(set => set.Measures)];
        return new StandardsTestOutcome(
            measures.Length,
            folder.Breakdowns.Sum(breakdown => breakdown.Cases.Count) + folder.PlausibilityRules.Sum(rule => rule.Cases.Count) + folder.BetweenRecordsRules.Sum(rule => rule.Cases.Count)
                + folder.YearRules.Sum(rule => rule.Cases.Count) + measures.Sum(measure => measure.Cases.Count + measure.ValueCases.Count),
            [
                .. folder.Breakdowns.SelectMany(breakdown => WorkedCases.Failures(breakdown, folder.Dictionary)),
                .. folder.PlausibilityRules.SelectMany(rule => WorkedCases.Failures(rule, folder.Dictionary)),
                .. folder.BetweenRecordsRules.SelectMany(rule => WorkedCases.Failures(rule, folder.Dictionary)),
                .. folder.YearRules.SelectMany(rule => WorkedCases.Failures(rule, folder.Dictionary)),
                .. measures.SelectMany(measure => WorkedCases.Failures(measure, folder.Dictionary)),
            ]);
    }

    /// <summary>Writes the catalogue, an index and a page per measure, into a folder; pages of an earlier catalogue are replaced, other files left alone.</summary>
    /// <returns>The files written, relative to the folder.</returns>
    /// <exception cref="JobException">A definition has problems, or the folder cannot be written.</exception>
    public static IReadOnlyList<string> WriteCatalogue(StandardsSource source, string output)
    {
        var pages = Catalogue.Pages(source.Open().Folder);
        var index = Path.Combine(output, Catalogue.IndexPath);
        try
        {
            if (File.Exists(index) && File.ReadLines(index).FirstOrDefault() != pages[Catalogue.IndexPath].Split('\n')[0])
                throw new JobException(ExitCode.Usage, $"'{index}' is somebody else's file; choose a folder without one, or one that holds an earlier catalogue.");
            foreach (var (name, text) in pages)
            {
                var path = Path.Combine([output, .. name.Split('/')]);
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                File.WriteAllText(path, text);
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new JobException(ExitCode.Output, $"The catalogue cannot be written to '{output}'; check that the folder may be written and that there is room.");
        }

        return [.. pages.Keys];
    }

    private static string Word<T>(T choice) where T : struct, Enum =>
        string.Concat(choice.ToString().Select((c, i) => i > 0 && char.IsUpper(c) ? $"-{char.ToLowerInvariant(c)}" : $"{char.ToLowerInvariant(c)}"));
}
