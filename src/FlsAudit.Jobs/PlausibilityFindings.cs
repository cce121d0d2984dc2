using System.Globalization;
using FlsAudit.Import;
using FlsAudit.Measures;
using FlsAudit.Model;
using FlsAudit.Standards;

namespace FlsAudit.Jobs;

/// <summary>What the plausibility rules mark, as findings.</summary>
internal static class PlausibilityFindings
{
    /// <summary>The rules that can mark anything in these fields: all but those about one field of several that no export has.</summary>
    public static IReadOnlyList<PlausibilityRule> Rules(StandardsFolder folder, IReadOnlySet<string> mapped) =>
        [.. folder.PlausibilityRules.Where(rule => rule.Field is null || mapped.Contains(rule.Field.Name))];

    /// <summary>The rules between records that can mark anything: none where no export says whose its records are.</summary>
    public static IReadOnlyList<BetweenRecordsRule> BetweenRules(StandardsFolder folder, IReadOnlyList<ImportedFile> files) =>
        files.Any(file => file.Profile is { } profile && profile.Columns.Any(column => column.Fields.Any(field => field.Field == FieldNames.PatientId))) ? folder.BetweenRecordsRules : [];

    /// <summary>What the rules of all kinds mark, about single records first.</summary>
    /// <param name="cube">What was marked.</param>
    /// <param name="files">The files, for the headings of their columns.</param>
    /// <param name="dictionary">The fields; null when the user did not ask for values.</param>
    public static IReadOnlyList<Finding> Of(Cube cube, IReadOnlyList<ImportedFile> files, FieldDictionary? dictionary) =>
    [
        .. Of(cube.Marks, files, dictionary),
        .. cube.LinkedMarks.Select(Of),
        .. cube.LinkingStoppedAt is { } place ? [NotAllLookedAt(place, cube.Plan.MostLinkedRecords)] : Array.Empty<Finding>(),
    ];

    // Whose the records are is never said, nor any value of them.
    private static Finding Of(LinkedMark mark) =>
        new(mark.Rule.Name, mark.Rule.Severity, mark.Source with { Row = mark.Rows[0] }, $"{mark.Rule.Message} The first such record here follows {RecordName.AtRow(mark.Earlier, mark.Earlier.Row ?? 0)}.", mark.Rule.Expected)
        {
            Occurrences = mark.Records,
            ExampleRows = mark.Rows,
        };

    private static Finding NotAllLookedAt(Place place, int limit) =>
        new("linked-records-not-all-looked-at", Severity.Information, place,
            string.Create(CultureInfo.InvariantCulture, $"The records of this file, and of all after it, were not held against other records of the same patients: with them there would be more than {limit:N0}, and no more are held."),
            "Fewer files in one run.");

    /// <summary>A finding for each rule and each text file or worksheet with marked records, in the order of submission.</summary>
    /// <param name="marks">What was marked.</param>
    /// <param name="files">The files, for the headings of their columns.</param>
    /// <param name="dictionary">The fields; null when the user did not ask for values.</param>
    public static IEnumerable<Finding> Of(IEnumerable<Mark> marks, IReadOnlyList<ImportedFile> files, FieldDictionary? dictionary) =>
        from mark in marks
        let rule = mark.Rule
        select new Finding(rule.Name, rule.Severity, mark.Source with { Row = mark.Examples[0].Row, Column = Heading(mark, files) }, rule.Message, rule.Expected)
        {
            Occurrences = mark.Records,
            ExampleRows = [.. mark.Examples.Select(example => example.Row)],
            ExampleValues = dictionary is null ? [] : [.. mark.Examples.Select(example => Text(rule, example, dictionary))],
        };

    // A field that a constant of the profile fills has no heading.
    private static string? Heading(Mark mark, IReadOnlyList<ImportedFile> files) => mark.Rule.Field is not { } field ? null
        : files.FirstOrDefault(file => file.Path == mark.Source.File)?.Sheets.FirstOrDefault(sheet => sheet.Sheet == mark.Source.Sheet)?
            .Headings.FirstOrDefault(heading => heading.Fields.Contains(field.Name))?.Heading;

    private static string Text(PlausibilityRule rule, MarkedExample example, FieldDictionary dictionary) =>
        string.Join(", ", FieldsRead.By(rule.When).Zip(example.Values, (field, value) => $"{field} {Text(dictionary[field], value)}"));

    private static string Text(Field field, double value) => field.Type switch
    {
        _ when double.IsNaN(value) => "blank",
        FieldType.Date => DateOnly.FromDayNumber((int)value).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        FieldType.Code => field.Values[(int)value].Code,
        _ => value.ToString(CultureInfo.InvariantCulture),
    };
}
