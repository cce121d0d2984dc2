using System.Text;
using FlsAudit.Import;
using FlsAudit.Jobs.Drafting;
using FlsAudit.Jobs.Output;
using FlsAudit.Measures;
using FlsAudit.Model;
using FlsAudit.Standards;

namespace FlsAudit.Jobs;

/// <summary>One heading of an export and what it feeds.</summary>
/// <param name="Heading">As the file spells it.</param>
/// <param name="Use">The fields, or why it feeds none.</param>
public sealed record CheckedHeading(string Heading, string Use);

/// <summary>One sheet or file of records as the importer sees it.</summary>
/// <param name="File">Relative to the input.</param>
/// <param name="Sheet">The sheet of a workbook; null for a text file.</param>
/// <param name="Profile">The registry profile; null when none fits.</param>
/// <param name="Reason">Why this profile.</param>
/// <param name="Headings">In file order, without the empty ones.</param>
public sealed record CheckedLayout(string File, string? Sheet, string? Profile, string Reason, IReadOnlyList<CheckedHeading> Headings)
{
    /// <summary>How sure the profile is, in a word: <c>certain</c>, <c>likely</c>, <c>doubtful</c>, or <c>named</c> by the user; null without one.</summary>
    public string? Sureness { get; init; }

    /// <summary>The profile that comes next and how much of it is there; null when there is none.</summary>
    public string? RunnerUp { get; init; }

    /// <summary>How its columns of dates are read.</summary>
    public IReadOnlyList<DateColumnUse> Dates { get; init; } = [];
}

/// <summary>How one field is filled over all records.</summary>
/// <param name="Field">The field's name.</param>
/// <param name="Recorded">Records that hold a value.</param>
/// <param name="NotKnown">Records that say that it is not known.</param>
/// <param name="Blank">Records that say nothing.</param>
public sealed record CheckedField(string Field, long Recorded, long NotKnown, long Blank)
{
    /// <summary>All records.</summary>
    public long Records => Recorded + NotKnown + Blank;

    /// <summary>The percentage of records that hold a value; null without records.</summary>
    public double? Percent => Records == 0 ? null : 100.0 * Recorded / Records;
}

/// <summary>How the fields are filled at one site.</summary>
/// <param name="Name">The site's printed name.</param>
/// <param name="Fields">As those of all records, in the same order.</param>
public sealed record CheckedSite(string Name, IReadOnlyList<CheckedField> Fields);

/// <summary>What <c>flsaudit check</c> found.</summary>
/// <param name="Layouts">The layouts, in reading order.</param>
/// <param name="Reconciliations">What would become of the rows.</param>
/// <param name="SiteReconciliations">The same by file and site.</param>
/// <param name="Findings">Facts about the input.</param>
/// <param name="Completeness">The fields that the layouts feed.</param>
/// <param name="Sites">The same for each site, by name.</param>
/// <param name="UnreadCodes">The columns with texts that fit no code.</param>
/// <param name="SuggestedAsAt">The last date that several records support; null when there are no dates.</param>
/// <param name="HasBrokenFiles">Whether an input could not be read.</param>
public sealed record CheckOutcome(
    IReadOnlyList<CheckedLayout> Layouts,
    IReadOnlyList<Reconciliation> Reconciliations,
    IReadOnlyList<SiteReconciliation> SiteReconciliations,
    IReadOnlyList<Finding> Findings,
    IReadOnlyList<CheckedField> Completeness,
    IReadOnlyList<CheckedSite> Sites,
    IReadOnlyList<UnreadCodes> UnreadCodes,
    DateOnly? SuggestedAsAt,
    bool HasBrokenFiles)
{
    /// <summary>The profile that was drafted; null when none was asked for.</summary>
    public DraftedProfile? Drafted { get; init; }
}

/// <summary>Reads exports as a report would, and writes nothing but a drafted profile where one is asked for.</summary>
public static class CheckJob
{
    /// <summary>Checks exports.</summary>
    /// <param name="input">What to read.</param>
    /// <param name="asAt">The as-at date; null when none is known yet, then no date is too late.</param>
    /// <param name="draft">Where to write a profile drafted for the first file that fits none, or else for the first file; null to draft none.</param>
    /// <exception cref="JobException">Nothing can be read, or the draft cannot be written.</exception>
    public static CheckOutcome Run(InputOptions input, DateOnly? asAt, string? draft = null)
    {
        var standards = OpenStandards.WithOwn(input.StandardsDirectory);
        var ingestion = new Ingestion(input, standards, asAt ?? DateOnly.MaxValue);
        var drafted = draft is null ? null : Draft(draft, input, ingestion, standards.Folder);
        var inspected = draft is null ? ingestion.Inspect() : ingestion.InspectAny();
        if (inspected.Files.All(file => file.Kind != FileKind.Records))
            return new CheckOutcome([.. inspected.Files.SelectMany(Layouts)], [], [], inspected.Findings, [], [], [], null, HasBrokenFiles: true) { Drafted = drafted };
        var fields = FieldsOf(inspected.Files, standards.Folder.Dictionary);
        var plan = new MeasurePlan([], (asAt ?? DateOnly.MaxValue).DayNumber, PeriodKind.Year, standards.Folder.Dictionary[FieldNames.FractureDate], [], fields)
        {
            PlausibilityRules = PlausibilityFindings.Rules(standards.Folder, fields.Select(field => field.Name).ToHashSet(StringComparer.Ordinal)),
            BetweenRecordsRules = PlausibilityFindings.BetweenRules(standards.Folder, inspected.Files),
            KeepsMarkedValues = input.ShowValues,
        };
        var sites = new SiteTable();
        var (result, cube) = ingestion.Read(plan, sites);
        return new CheckOutcome(
            [.. result.Files.SelectMany(Layouts)],
            result.Reconciliations,
            result.SiteReconciliations,
            [.. result.Findings, .. PlausibilityFindings.Of(cube, result.Files, input.ShowValues ? standards.Folder.Dictionary : null)],
            Completeness(fields, cube.Keys, cube),
            [
                .. cube.Keys.GroupBy(key => key.Site)
                    .Select(keys => new CheckedSite(sites.NameOf(keys.Key), Completeness(fields, [.. keys], cube)))
                    .OrderBy(site => site.Name, StringComparer.Ordinal),
            ],
            result.UnreadCodes,
            ingestion.SuggestAsAt(),
            result.Files.Any(file => file.Kind == FileKind.Broken))
        { Drafted = drafted };
    }

    private static DraftedProfile Draft(string path, InputOptions input, Ingestion ingestion, StandardsFolder folder)
    {
        using var output = OutputFile.For(path, "--write-profile", "registry.yaml", ProfileDraft.IsUnedited, input);
        var sketch = ingestion.Sketch();
        if (sketch.HeadingsLookLikeARecord)
            throw new JobException(ExitCode.Input, $"Row {sketch.HeadingRow} of '{sketch.File}' looks like a record and not like headings; no profile was written, since it would hold that row. Add a row of headings.");
        var draft = new ProfileDraft(sketch, folder.Dictionary, folder.Profiles, input.ShowValues);
        output.Write(stream => stream.Write(Encoding.UTF8.GetBytes(draft.ToString())));
        output.Publish();
        return draft.Summary;
    }

    private static IReadOnlyList<Field> FieldsOf(IReadOnlyList<ImportedFile> files, FieldDictionary dictionary)
    {
        HashSet<string> mapped = [.. files.Select(file => file.Profile).OfType<RegistryProfile>().SelectMany(profile => profile.Columns).SelectMany(column => column.Fields).Select(field => field.Field)];
        return [.. dictionary.Fields.Where(field => field.Type != FieldType.Text && mapped.Contains(field.Name))];
    }

    private static IEnumerable<CheckedLayout> Layouts(ImportedFile file) =>
        file.Sheets.Select(sheet => new CheckedLayout(
            file.Path,
            sheet.Sheet,
            sheet.Profile?.Name,
            sheet.Reason,
            [.. sheet.Headings.Where(heading => heading.Role != HeadingRole.Filler).Select(heading => new CheckedHeading(heading.Heading, Use(heading)))])
        {
            Sureness = sheet.Sureness?.ToString().ToLowerInvariant(),
            RunnerUp = sheet.RunnerUp,
            Dates = sheet.Dates,
        });

    private static string Use(HeadingUse heading) => heading.Role switch
    {
        HeadingRole.Mapped => string.Join(", ", heading.Fields),
        HeadingRole.Ignored => "known, not read",
        _ => "not mapped",
    };

    private static IReadOnlyList<CheckedField> Completeness(IReadOnlyList<Field> fields, IReadOnlyCollection<CellKey> keys, Cube cube) =>
    [
        .. fields.Select((field, i) =>
        {
            var sums = keys.Select(key => cube.Presence(key, i)).ToList();
            return new CheckedField(field.Name, sums.Sum(sum => sum.Recorded), sums.Sum(sum => sum.NotKnown), sums.Sum(sum => sum.Blank));
        }),
    ];
}
