using System.Globalization;
using System.Reflection;
using FlsAudit.Analysis;
using FlsAudit.Import;
using FlsAudit.Jobs.Output;
using FlsAudit.Measures;
using FlsAudit.Model;
using FlsAudit.Reports;
using FlsAudit.Standards;

namespace FlsAudit.Jobs;

/// <summary>The main job: exports in, a whole report out.</summary>
public sealed class ReportJob
{
    private readonly ReportRequest request;
    private readonly OpenStandards standards;
    private readonly Ingestion ingestion;

    private ReportJob(ReportRequest request)
    {
        this.request = request;
        standards = OpenStandards.Read(request.Input.StandardsDirectory);
        ingestion = new Ingestion(request.Input, standards, request.AsAt);
    }

    /// <summary>Reads, counts, compares, releases and writes. The report appears whole or not at all.</summary>
    /// <exception cref="JobException">It cannot be done; an earlier report in the output folder is untouched.</exception>
    public static ReportOutcome Run(ReportRequest request) => new ReportJob(request).Run();

    /// <summary>The as-at date that the exports suggest; null when no record has a date.</summary>
    /// <exception cref="JobException">Nothing can be read.</exception>
    public static DateOnly? SuggestAsAt(InputOptions input)
    {
        var ingestion = new Ingestion(input, OpenStandards.Read(input.StandardsDirectory), DateOnly.MaxValue);
        ingestion.Inspect();
        return ingestion.SuggestAsAt();
    }

    private ReportOutcome Run()
    {
        var breakdowns = Breakdowns();
        var inspected = ingestion.Inspect();
        var sets = ingestion.Sets(request.Sets, inspected.Files);
        if (sets.Count == 0) throw new JobException(ExitCode.Usage, "The registry profile names no standard sets; name some with --standards.");
        using var output = OutputFolder.Open(request.Output);
        var plan = Plan(sets, breakdowns, inspected.Files);
        var sites = new SiteTable();
        using var rejected = new RejectedSpool(output.Path);
        var (import, cube) = ingestion.Read(plan, sites, rejected);
        if (cube.Keys.All(key => key.Period == CellKey.UnknownPeriod) && (cube.Keys.Count == 0 || import.Reconciliations.Any(file => file.OutOfRange > 0)))
            throw NothingUsed(import);

        request.Input.Progress?.Invoke(new JobProgress("Comparing sites", 0, 0));
        var report = Disclosure.Release(
            Benchmark.Analyse(new BenchmarkRequest
            {
                Cube = cube,
                Sets = sets,
                Sites = sites,
                Caseload = import.Caseload,
                From = request.Input.From?.DayNumber,
                To = request.Input.To?.DayNumber,
            }),
            request.Disclosure);
        Finding[] findings = [.. import.Findings, .. report.Findings, .. DateBases(import.Files)];
        var context = Context(import, findings);
        var outputs = Write(output, report, context, rejected);
        return new ReportOutcome(
            Exit(import, findings),
            MeasureSummary.Of(report),
            import.Reconciliations,
            findings,
            [.. import.Files.Where(file => file.Kind == FileKind.Broken).Select(file => file.Path)],
            outputs);
    }

    private MeasurePlan Plan(IReadOnlyList<StandardSet> sets, IReadOnlyList<Field> breakdowns, IReadOnlyList<ImportedFile> files)
    {
        var dictionary = standards.Folder.Dictionary;
        HashSet<string> mapped =
        [
            .. files.Where(file => file.Profile is not null)
                .SelectMany(file => file.Profile!.Columns.SelectMany(column => column.Fields).Select(field => field.Field).Concat(file.Profile.Constants.Keys)),
        ];
        return new MeasurePlan(
            sets.SelectMany(set => set.Measures),
            request.AsAt.DayNumber,
            request.Period,
            dictionary[FieldNames.FractureDate],
            breakdowns,
            [.. dictionary.Fields.Where(field => field.Type != FieldType.Text && mapped.Contains(field.Name))]);
    }

    private IReadOnlyList<Field> Breakdowns()
    {
        var dictionary = standards.Folder.Dictionary;
        string[] codes = [.. dictionary.Fields.Where(field => field.Type == FieldType.Code).Select(field => field.Name)];
        foreach (var name in request.By.Where(name => !codes.Contains(name)))
            throw new JobException(ExitCode.Usage, $"--by takes code fields; '{name}' is none{(NearestName.Hint(name, codes) is { Length: > 0 } hint ? hint : ".")} Try one such as fracture_site or sex.");
        return [.. request.By.Distinct().Select(name => dictionary[name])];
    }

    private ReportContext Context(ImportResult import, IReadOnlyList<Finding> findings) => new()
    {
        ToolVersion = ToolVersion,
        AsAt = request.AsAt,
        Registries = [.. import.Files.Select(file => file.Profile).OfType<RegistryProfile>().DistinctBy(profile => profile.Name)],
        Arguments = Arguments(),
        Inputs = [.. Hashed(import).Select(file => new ReportInput(file.File.Path, Kind(file.File), file.Hash.Sha256))],
        Reconciliations = import.Reconciliations,
        Findings = findings,
        Remarks = Remarks(import),
    };

    /// <summary>What every output must say of the data set: how sure its layout and its caseload are.</summary>
    private static IReadOnlyList<string> Remarks(ImportResult import) =>
    [
        .. import.Files.Select(file => file.Profile).OfType<RegistryProfile>().DistinctBy(profile => profile.Name)
            .Where(profile => profile.Provenance.Status != ProvenanceStatus.Verified)
            .Select(profile => $"The export layout '{profile.Name}' is {profile.Provenance.Status.ToString().ToLowerInvariant()}, not verified. {profile.Provenance.Note}".TrimEnd()),
        .. import.Caseload.Where(row => row.Basis.Length > 0).GroupBy(row => row.Basis)
            .Select(rows => $"Basis of the expected fractures ({string.Join(", ", rows.Select(row => row.Group).Distinct().Order(StringComparer.Ordinal))}), as the caseload file says: {rows.Key}."),
    ];

    private IReadOnlyList<string> Write(OutputFolder output, ReleasedReport report, ReportContext context, RejectedSpool rejected)
    {
        var showValues = request.Input.ShowValues;
        request.Input.Progress?.Invoke(new JobProgress("Writing the report", 0, 0));
        output.Write("results.csv", stream => ResultsCsv.Write(report, stream));
        output.Write("site-comparison.csv", stream => SiteComparisonCsv.Write(report, stream));
        output.Write("findings.csv", stream => FindingsCsv.Write(context.Findings, showValues, stream));
        output.Write("rejected.csv", stream => RejectedCsv.Write(rejected.Rows(), showValues, stream));
        // The spool lies in the same folder and must be gone before the folder is listed.
        rejected.Dispose();
        output.WriteFolder("figures", directory => Figures.Write(report, directory));
        output.Write("benchmark.xlsx", stream => Workbook.Write(report, context, stream));
        output.Write("report.html", stream => HtmlPage.Write(report, context, stream));
        var hashes = output.Hashes();
        output.Write("manifest.json", stream => new Manifest
        {
            ToolVersion = ToolVersion,
            Verb = "report",
            Arguments = context.Arguments,
            AsAt = request.AsAt,
            Inputs = [.. context.Inputs.Select(input => new HashedFile(input.Path, input.Sha256))],
            Definitions = standards.Hashes(),
            Outputs = hashes,
            Rows = context.Reconciliations,
        }.Write(stream));
        output.Publish();
        return [.. hashes.Select(file => file.Path), "manifest.json"];
    }

    private ExitCode Exit(ImportResult import, IReadOnlyList<Finding> findings)
    {
        if (request.Strict && import.Files.Any(file => file.Kind == FileKind.Broken)) return ExitCode.Input;
        return request.FailOn is { } severity && findings.Any(finding => finding.Severity >= severity) ? ExitCode.Findings : ExitCode.Done;
    }

    private JobException NothingUsed(ImportResult import)
    {
        var total = Reconciliation.Total(import.Reconciliations);
        if (total.Read == 0)
            return new JobException(ExitCode.Input, "The exports hold headings and no rows; export them again.", [.. import.Findings.Select(FindingLine.Of)]);
        if (total.OutOfRange == 0)
            return new JobException(ExitCode.Input, string.Create(CultureInfo.InvariantCulture, $"No record could be used: {total.Read} rows read, {total.Rejected} rejected, {total.Duplicate} duplicates; see what is expected below."), [.. import.Findings.Select(FindingLine.Of)]);
        var suggestion = ingestion.SuggestAsAt() is { } day ? $" The last date that several records support is {Iso(day)}." : "";
        return new JobException(ExitCode.Input, string.Create(CultureInfo.InvariantCulture, $"No record lies in the dates asked for: the {total.OutOfRange} rows with a fracture date are all after the as-at date {Iso(request.AsAt)} or outside --from and --to.{suggestion}"));
    }

    private static IEnumerable<Finding> DateBases(IReadOnlyList<ImportedFile> files)
    {
        RegistryProfile[] profiles = [.. files.Select(file => file.Profile).OfType<RegistryProfile>().DistinctBy(profile => profile.Name)];
        if (profiles.Select(profile => profile.FractureDateBasis).Distinct().Count() < 2) yield break;
        var bases = string.Join(", ", profiles.Select(profile => $"{profile.Name}: {profile.FractureDateBasis.ToString().ToLowerInvariant()}"));
        yield return new Finding(
            "fracture-date-bases-differ",
            Severity.Warning,
            new Place(null),
            $"The registries date fractures differently ({bases}), so windows start on different days.",
            "Compare sites of one registry only, or read the differences knowing this.");
    }

    private IReadOnlyList<KeyValuePair<string, string>> Arguments()
    {
        var input = request.Input;
        (string Name, string? Value)[] all =
        [
            ("inputs", string.Join(", ", input.Inputs.Select(BareName))),
            ("as-at", Iso(request.AsAt)),
            ("registry", input.Registry is null ? null : BareName(input.Registry)),
            ("standards", request.Sets.Count == 0 ? null : string.Join(",", request.Sets)),
            ("standards-dir", input.StandardsDirectory is null ? null : BareName(input.StandardsDirectory)),
            ("caseload", input.Caseload is null ? null : BareName(input.Caseload)),
            ("sites", input.Sites is null ? null : BareName(input.Sites)),
            ("period", request.Period == PeriodKind.FinancialQuarter ? "fy-quarter" : request.Period.ToString().ToLowerInvariant()),
            ("from", input.From is { } from ? Iso(from) : null),
            ("to", input.To is { } to ? Iso(to) : null),
            ("by", request.By.Count == 0 ? null : string.Join(",", request.By)),
            ("disclosure", request.Disclosure.ToString().ToLowerInvariant()),
            ("strict", request.Strict ? "true" : null),
            ("fail-on", request.FailOn?.ToString().ToLowerInvariant()),
            ("show-values", input.ShowValues ? "true" : null),
        ];
        return [.. all.Where(argument => argument.Value is not null).Select(argument => new KeyValuePair<string, string>(argument.Name, argument.Value!))];
    }

    private static IEnumerable<(ImportedFile File, HashedFile Hash)> Hashed(ImportResult import) =>
        import.Files.Where(file => file.Kind != FileKind.Ignored && File.Exists(file.FullPath) && CanRead(file.FullPath))
            .Select(file => (file, HashedFile.Of(file.Path, file.FullPath)));

    private static bool CanRead(string path)
    {
        try
        {
            using var stream = File.OpenRead(path);
            return true;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static string Kind(ImportedFile file) => file.Kind switch
    {
        FileKind.Records => $"records, {file.Profile?.Name}",
        var kind => kind.ToString().ToLowerInvariant(),
    };

    // Only the last part of a path: where a hospital keeps its exports is nobody's business, and must not change the manifest.
    private static string BareName(string path) => Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(path)));

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string ToolVersion { get; } =
        typeof(ReportJob).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0";
}
