using FlsAudit.Import;
using FlsAudit.Jobs.Output;
using FlsAudit.Measures;
using FlsAudit.Measures.Columnar;
using FlsAudit.Model;
using FlsAudit.Standards;

namespace FlsAudit.Jobs;

/// <summary>Reads exports into a cube: a file is counted apart and its counts are merged only when the whole file was sound.</summary>
internal sealed class Ingestion
{
    private readonly InputOptions options;
    private readonly OpenStandards standards;
    private readonly ImportRequest request;
    private readonly Importer importer = new();

    public Ingestion(InputOptions options, OpenStandards standards, DateOnly asAt)
    {
        this.options = options;
        this.standards = standards;
        if (options.From > options.To) throw new JobException(ExitCode.Usage, "--from is after --to; no fracture can lie between them.");
        RequireFile("--caseload", options.Caseload);
        RequireFile("--sites", options.Sites);
        var fields = standards.Folder.Dictionary.Fields.Where(field => field.Type != FieldType.Text);
        request = new ImportRequest
        {
            Inputs = options.Inputs,
            StandardInput = options.Inputs.Any(options.IsPiped) ? options.Piped!.Path : null,
            Profiles = standards.Folder.Profiles,
            Chosen = options.Registry is null ? null : standards.Profile(options.Registry),
            DateOrders = options.DateOrders,
            Dictionary = standards.Folder.Dictionary,
            Layout = new BatchLayout(fields),
            AsAt = asAt.DayNumber,
            From = options.From?.DayNumber,
            To = options.To?.DayNumber,
            SitesFile = options.Sites,
            CaseloadFile = options.Caseload,
            NotRead = options.ChartSettings,
            Years = standards.Folder.YearRepairs,
            Repair = options.Repair,
            WashOut = options.WashOut,
            ShowValues = options.ShowValues,
            Identifiers = standards.Folder.IdentifierHeadings,
            Progress = options.Progress is { } listener
                ? progress => listener(new JobProgress($"Reading {progress.File}", progress.BytesRead, progress.TotalBytes))
                : null,
        };
    }

    /// <summary>The files and the profiles of those that hold records.</summary>
    /// <exception cref="JobException">No file holds records.</exception>
    public ImportResult Inspect()
    {
        var result = InspectAny();
        if (result.Files.All(file => file.Kind != FileKind.Records)) throw NothingToRead(result.Findings);
        return result;
    }

    /// <summary>The files, whether any of them holds records or not.</summary>
    public ImportResult InspectAny()
    {
        var result = importer.Inspect(request);
        RequireSound("--caseload", options.Caseload, result);
        RequireSound("--sites", options.Sites, result);
        return result;
    }

    /// <summary>A look at the first file without a profile that fits, or else at the first with records.</summary>
    /// <exception cref="JobException">No file can be read.</exception>
    public ExportSketch Sketch() => importer.Sketch(request) ?? throw NothingToRead(importer.Inspect(request).Findings);

    /// <summary>The as-at date that the data suggest, or null when no record has a date.</summary>
    public DateOnly? SuggestAsAt() => importer.SuggestAsAt(request) is { } day ? DateOnly.FromDayNumber(day) : null;

    /// <summary>Reads everything.</summary>
    /// <param name="plan">What to count.</param>
    /// <param name="sites">Gets the sites.</param>
    /// <param name="rejected">Gets the rows that are not used; null when nobody wants them.</param>
    /// <param name="repaired">Gets the dates that are repaired; null when nobody wants them.</param>
    /// <param name="withRejectedCells">Whether rows that could not be placed come with their cells.</param>
    public (ImportResult Result, Cube Cube) Read(
        MeasurePlan plan, SiteTable sites, RejectedSpool? rejected = null, RepairSpool? repaired = null, bool withRejectedCells = false)
    {
        var layout = plan.LayoutFrom(standards.Folder.Dictionary);
        var total = new Cube(plan);
        var result = importer.Run(request with { Layout = layout, WithPatients = plan.WantsPatients, WithRejectedCells = withRejectedCells }, sites, _ =>
        {
            rejected?.Rollback();
            repaired?.Rollback();
            var engine = new ColumnarEngine(plan, layout);
            return new RecordSink(engine.Receive, row => rejected?.Add(row), () =>
            {
                total.Merge(engine.Complete());
                rejected?.Commit();
                repaired?.Commit();
            })
            { Repair = repair => repaired?.Add(repair) };
        });
        rejected?.Rollback();
        repaired?.Rollback();
        total.Settle();
        if (result.Files.All(file => file.Kind != FileKind.Records)) throw NothingToRead(result.Findings);
        foreach (var file in result.Reconciliations.Where(file => !file.AddsUp))
            throw new InvalidOperationException($"The rows of {file.File} do not add up; this is a defect of the program.");
        return (result, total);
    }

    /// <summary>
    /// Reads the records themselves, for the verbs that name records, and keeps what is picked of them. Of a file that turns out to be broken nothing is kept.
    /// </summary>
    /// <param name="reading">Which fields, and whether patients are told apart.</param>
    /// <param name="sites">Gets the sites; with the same table a second reading knows the same patients.</param>
    /// <param name="pick">What to keep of a batch. Called from several threads at once.</param>
    /// <returns>What the import found, and what was picked, in no order.</returns>
    public (ImportResult Result, IReadOnlyList<T> Picked) Pick<T>(RecordReading reading, SiteTable sites, Func<RecordBatch, IEnumerable<T>> pick)
    {
        var wanted = request with { Layout = new BatchLayout(reading.Fields), WithRecordIds = true, WithPatients = reading.WithPatients };
        var all = new List<T>();
        var result = importer.Run(wanted, sites, _ =>
        {
            var ofFile = new List<T>();
            void Receive(RecordBatch batch)
            {
                T[] picked = [.. pick(batch)];
                lock (ofFile) ofFile.AddRange(picked);
            }

            return new RecordSink(Receive, _ => { }, () => all.AddRange(ofFile));
        });
        if (result.Files.All(file => file.Kind != FileKind.Records)) throw NothingToRead(result.Findings);
        return (result, all);
    }

    /// <summary>
    /// The rows that were not used and fit, of files that are sound. Their content is there to be looked at and is not kept.
    /// </summary>
    public IReadOnlyList<RejectedRow> RowsNotUsed(SiteTable sites, Func<RejectedRow, ImportedFile, bool> fits)
    {
        var all = new List<RejectedRow>();
        // What it finds is not given on: it would hold values. Nothing is masked, since a record is asked for by its id.
        importer.Run(request with { Layout = new BatchLayout([]), ShowValues = true, Identifiers = null }, sites, file =>
        {
            var ofFile = new List<RejectedRow>();
            return new RecordSink(_ => { }, row => ofFile.AddRange(fits(row, file) ? [row with { Cells = null }] : []), () => all.AddRange(ofFile));
        });
        return all;
    }

    /// <summary>The sets to report: those asked for, else those that the profiles of the files name and the user's own.</summary>
    public IReadOnlyList<StandardSet> Sets(IReadOnlyList<string> asked, IReadOnlyList<ImportedFile> files) =>
        standards.Sets(asked.Count > 0
            ? asked
            : [.. files.SelectMany(file => file.Profile?.DefaultSets ?? []), .. standards.Folder.Sets.Where(set => set.IsOwn).Select(set => set.Name)]);

    /// <summary>What a verb that names records tells of the input: errors, and what the options of the run changed in it.</summary>
    public static IReadOnlyList<Finding> ToTell(ImportResult import) =>
        [.. import.Findings.Where(finding => finding.Severity == Severity.Error || finding.Code is "year-repaired" or "washed-out" or "wash-out-not-possible")];

    // A report without the caseload that was asked for would look whole.
    private static void RequireFile(string option, string? path)
    {
        if (path is not null && !File.Exists(path)) throw new JobException(ExitCode.Input, $"There is no file '{path}', which {option} names; check the path.");
    }

    private static void RequireSound(string option, string? path, ImportResult result)
    {
        if (path is null || result.Files.FirstOrDefault(file => file.FullPath == Path.GetFullPath(path)) is not { Kind: FileKind.Broken } file) return;
        throw new JobException(
            ExitCode.Input,
            $"The file '{path}', which {option} names, cannot be used.",
            [.. result.Findings.Where(finding => finding.Place.File == file.Path).Select(FindingLine.Of)]);
    }

    private JobException NothingToRead(IReadOnlyList<Finding> findings)
    {
        string[] errors = [.. findings.Where(finding => finding.Severity == Severity.Error).Select(FindingLine.Of)];
        return new JobException(ExitCode.Input, $"No export could be read from {string.Join(", ", options.Inputs.Select(input => $"'{input}'"))}.", errors);
    }
}

/// <summary>What is read of the records themselves.</summary>
/// <param name="Fields">The date, number and code fields.</param>
/// <param name="WithPatients">Whether records of one patient must be known as such.</param>
internal sealed record RecordReading(IReadOnlyList<Field> Fields, bool WithPatients = false);
