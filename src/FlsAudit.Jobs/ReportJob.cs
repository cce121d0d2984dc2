using System.Globalization;
using System.Reflection;
using FlsAudit.Analysis;
using FlsAudit.Analysis.Periods;
using FlsAudit.Import;
using FlsAudit.Jobs.Anonymising;
using FlsAudit.Jobs.Output;
using FlsAudit.Jobs.Watching;
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
        standards = OpenStandards.WithOwn(request.Input.StandardsDirectory);
        ingestion = new Ingestion(request.Input, standards, request.AsAt);
    }

    /// <summary>Reads, counts, compares, releases and writes. The report appears whole or not at all.</summary>
    /// <exception cref="JobException">It cannot be done; an earlier report in the output folder is untouched.</exception>
    public static ReportOutcome Run(ReportRequest request) => new ReportJob(request).Run();

    /// <summary>The as-at date that the exports suggest; null when no record has a date.</summary>
    /// <exception cref="JobException">Nothing can be read.</exception>
    public static DateOnly? SuggestAsAt(InputOptions input)
    {
        var ingestion = new Ingestion(input, OpenStandards.WithOwn(input.StandardsDirectory), DateOnly.MaxValue);
        ingestion.Inspect();
        return ingestion.SuggestAsAt();
    }

    private ReportOutcome Run()
    {
        RequireAnonymous();
        var breakdowns = Breakdowns();
        var inspected = ingestion.Inspect();
        IReadOnlyList<StandardSet> sets = [.. ingestion.Sets(request.Sets, inspected.Files).Select(set => set.With(Policy(request.Unknown), request.ExcludesDeaths, breakdowns))];
        if (sets.Count == 0) throw new JobException(ExitCode.Usage, "The registry profile names no standard sets; name some with --standards.");
        RequireInternal();
        if (request.IncludeWorklist) Worklist.Require(sets);
        using var output = OutputFolder.ForReport(request.Output, [.. request.Input.Paths, .. new[] { request.Input.Caseload, request.Input.Sites, request.Input.Organisation, request.Input.ChartSettings }.OfType<string>()]);
        using var corrections = request.WriteRejected is { } file ? new RowsToCorrect(file, request.Input) : null;
        var organisation = OrganisationFile.Read(request.Input, standards.Folder.Questions, inspected.Sites);
        var charts = ChartSettingsFile.Read(request.Input.ChartSettings, inspected.Sites);
        var plan = Plan(sets, breakdowns, inspected.Files);
        var sites = new SiteTable();
        using var rejected = new RejectedSpool(output.Path);
        using var repaired = request.Input.Repair ? new RepairSpool(output.Path, request.Input.ShowValues) : null;
        var (import, cube) = ingestion.Read(plan, sites, rejected, repaired, corrections is not null);
        if (cube.Keys.All(key => key.Period == CellKey.UnknownPeriod) && (cube.Keys.Count == 0 || import.Reconciliations.Any(file => file.OutOfRange > 0)))
            throw NothingUsed(import);
        IEnumerable<Finding> marked = PlausibilityFindings.Of(cube, import.Files, request.Input.ShowValues ? standards.Folder.Dictionary : null);
        corrections?.Write(() => rejected.Rows(), import.Files);
        var names = request.AnonymiseSites ? new AnonymousNames(request.Input, import, sites, organisation) : null;
        if (names is not null) (import, sites, organisation, charts, marked) = (names.Of(import), names.Of(sites), names.Of(organisation), names.Of(charts), names.Of(marked));

        request.Input.Progress?.Invoke(new JobProgress("Comparing sites", 0, 0));
        var report = Disclosure.Release(
            Benchmark.Analyse(new BenchmarkRequest
            {
                Cube = cube,
                Sets = sets,
                Sites = sites,
                Caseload = import.Caseload,
                Organisation = organisation.Answers,
                Outliers = standards.Folder.Comparisons.Outliers,
                FunnelLimits = request.FunnelLimits,
                From = request.Input.From?.DayNumber,
                To = request.Input.To?.DayNumber,
                Charts = new ChartSettings { Chart = request.ControlChart, Preset = request.Preset, Actions = charts.Actions },
            }),
            request.Disclosure,
            request.IncludeWorklist ? Worklist.Read(ingestion, standards.Folder.Dictionary, sets, request.AsAt, WorklistRequest.UsualDays).Rows : null);
        Finding[] findings = [.. import.Findings, .. marked, .. report.Findings, .. DateBases(import.Files), .. OwnSetsNotNamed(sets)];
        var shown = Disclosure.Findings(findings, request.Disclosure);
        var context = ReportDescription.Of(request, import, organisation, charts, shown, names);
        var outputs = Write(output, report, context, import.SiteReconciliations, names, rejected, repaired);
        var toCorrect = corrections?.Publish() ?? [];
        return new ReportOutcome(
            Exit(import, findings),
            MeasureSummary.Of(report),
            context.Reconciliations,
            shown,
            [.. import.Files.Where(file => file.Kind == FileKind.Broken).Select(file => file.Path)],
            outputs)
        {
            ToCorrect = toCorrect,
            Key = names?.Key ?? [],
        };
    }

    private void RequireInternal()
    {
        if (request.Disclosure.IsInternal) return;
        if (request.IncludeWorklist) throw new JobException(ExitCode.Usage, "--include-worklist names records, so it goes with --disclosure internal only; leave one of them out.");
        if (request.Input.ShowValues) throw new JobException(ExitCode.Usage, "--show-values shows cells, so it goes with --disclosure internal only; leave one of them out.");
    }

    // Cells may name a site, and a list to work with is for the site.
    private void RequireAnonymous()
    {
        if (!request.AnonymiseSites) return;
        if (request.Input.ShowValues) throw new JobException(ExitCode.Usage, "--show-values shows cells, which may name their site, so it does not go with --anonymise-sites; leave one of them out.");
        if (request.IncludeWorklist)
            throw new JobException(ExitCode.Usage, "--include-worklist names records so that their site finds them, so it does not go with --anonymise-sites; leave one of them out.");
    }

    private static UnknownPolicy? Policy(UnknownSetting? setting) => setting switch
    {
        null => null,
        UnknownSetting.NotMet => UnknownPolicy.NotMet,
        UnknownSetting.LeaveOut => UnknownPolicy.LeaveOut,
        _ => UnknownPolicy.ReportBoth,
    };

    private MeasurePlan Plan(IReadOnlyList<StandardSet> sets, IReadOnlyList<Breakdown> breakdowns, IReadOnlyList<ImportedFile> files)
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
            [.. dictionary.Fields.Where(field => field.Type != FieldType.Text && mapped.Contains(field.Name))])
        {
            Strata = new Strata(standards.Folder.Comparisons.StandardiseBy),
            PlausibilityRules = PlausibilityFindings.Rules(standards.Folder, mapped),
            BetweenRecordsRules = PlausibilityFindings.BetweenRules(standards.Folder, files),
            KeepsMarkedValues = request.Input.ShowValues,
        };
    }

    private IReadOnlyList<Breakdown> Breakdowns() => [.. request.By.Distinct().Select(Breakdown)];

    private Breakdown Breakdown(string name)
    {
        var folder = standards.Folder;
        if (folder.Breakdowns.FirstOrDefault(declared => declared.Name == name) is { } breakdown) return breakdown;
        if (folder.Dictionary.Find(name) is { Type: FieldType.Code } field) return Standards.Breakdown.Of(field);
        string[] names = [.. folder.Breakdowns.Select(declared => declared.Name), .. folder.Dictionary.Fields.Where(known => known.Type == FieldType.Code).Select(known => known.Name)];
        throw new JobException(ExitCode.Usage, $"--by takes breakdowns and code fields; '{name}' is none{(NearestName.Hint(name, names) is { Length: > 0 } hint ? hint : ".")} Try one such as fracture_site or sex.");
    }

    private IReadOnlyList<string> Write(OutputFolder output, ReleasedReport report, ReportContext context, IReadOnlyList<SiteReconciliation> bySite, AnonymousNames? names, RejectedSpool rejected, RepairSpool? repaired)
    {
        request.Input.Progress?.Invoke(new JobProgress("Writing the report", 0, 0));
        output.Write("results.csv", stream => ResultsCsv.Write(report, stream));
        output.Write("site-comparison.csv", stream => SiteComparisonCsv.Write(report, stream));
        output.Write(ControlChartCsv.FileName, stream => ControlChartCsv.Write(report, stream));
        output.Write(DifferencesCsv.FileName, stream => DifferencesCsv.Write(report, stream));
        output.Write(TrendsCsv.FileName, stream => TrendsCsv.Write(report, stream));
        output.Write(SiteRanksCsv.FileName, stream => SiteRanksCsv.Write(report, stream));
        output.Write(SiteProfilesCsv.FileName, stream => SiteProfilesCsv.Write(report, stream));
        output.Write(StandardisedCsv.FileName, stream => StandardisedCsv.Write(report, stream));
        output.Write("findings.csv", stream => FindingsCsv.Write(context.Findings, request.Input.ShowValues, stream));
        if (request.Disclosure.IsInternal) WriteRowLists(output, bySite, names, rejected, repaired);

        // The spools lie in the same folder and must be gone before the folder is listed.
        rejected.Dispose();
        repaired?.Dispose();
        output.WriteFolder("figures", directory => Figures.Write(report, directory));
        output.Write("benchmark.xlsx", stream => Workbook.Write(report, context, stream));
        output.Write("report.html", stream => HtmlPage.Write(report, context, stream));
        var hashes = output.Hashes();
        output.Write(Manifest.FileName, stream => new Manifest
        {
            ToolVersion = context.ToolVersion,
            Verb = "report",
            Arguments = context.Arguments,
            AsAt = request.AsAt,
            Inputs = [.. context.Inputs.Select(input => new HashedFile(input.Path, input.Sha256))],
            Definitions = standards.Hashes(),
            Outputs = hashes,
            Rows = request.Disclosure.IsInternal ? context.Reconciliations : null,
        }.Write(stream));
        output.Publish();
        return [.. hashes.Select(file => file.Path), Manifest.FileName];
    }

    private void WriteRowLists(OutputFolder output, IReadOnlyList<SiteReconciliation> bySite, AnonymousNames? names, RejectedSpool rejected, RepairSpool? repaired)
    {
        var showValues = request.Input.ShowValues;
        output.Write(ReconciliationCsv.FileName, stream => ReconciliationCsv.Write(bySite, stream));
        var notUsed = names is null ? rejected.Rows() : rejected.Rows(row => names.PlaceOf(row.Place.File)).Select(names.Of);
        output.Write("rejected.csv", stream => RejectedCsv.Write(notUsed, showValues, stream));
        if (repaired is null) return;
        var repairs = names is null ? repaired.Rows() : repaired.Rows(repair => names.PlaceOf(repair.Place.File)).Select(names.Of);
        output.Write(RepairsCsv.FileName, stream => RepairsCsv.Write(repairs, showValues, stream));
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
        var suggestion = ingestion.SuggestAsAt() is { } day ? $" The last date that several records support is {ReportDescription.Iso(day)}." : "";
        return new JobException(ExitCode.Input, string.Create(CultureInfo.InvariantCulture, $"No record lies in the dates asked for: the {total.OutOfRange} rows with a fracture date are all after the as-at date {ReportDescription.Iso(request.AsAt)} or outside --from and --to.{suggestion}"));
    }

    private IEnumerable<Finding> OwnSetsNotNamed(IReadOnlyList<StandardSet> sets) =>
        from own in standards.Folder.Sets
        where own.IsOwn && sets.All(set => set.Name != own.Name)
        select new Finding("own-set-not-named", Severity.Warning, new Place(null), $"The folder of own definitions adds the set '{own.Name}', which --standards does not name, so it is not in the report.", $"Add {own.Name} to --standards, or leave the folder out.");

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
}
