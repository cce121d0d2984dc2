using System.Globalization;
using System.Reflection;
using FlsAudit.Analysis;
using FlsAudit.Analysis.Periods;
using FlsAudit.Import;
using FlsAudit.Jobs.Anonymising;
using FlsAudit.Jobs.Output;
using FlsAudit.Model;
using FlsAudit.Reports;

namespace FlsAudit.Jobs;

/// <summary>What a report says of the run that made it: arguments, inputs and remarks, without a clock or an absolute path.</summary>
internal static class ReportDescription
{
    /// <summary>The description of one run.</summary>
    /// <param name="request">What was asked for.</param>
    /// <param name="import">What was read.</param>
    /// <param name="organisation">What services answered.</param>
    /// <param name="charts">What people decided about charts.</param>
    /// <param name="findings">All findings.</param>
    /// <param name="names">What stands for the names on the command line; null for themselves.</param>
    public static ReportContext Of(ReportRequest request, ImportResult import, OrganisationFile organisation, ChartSettingsFile charts, IReadOnlyList<Finding> findings, AnonymousNames? names) => new()
    {
        ToolVersion = ToolVersion,
        AsAt = request.AsAt,
        Registries = [.. import.Files.Select(file => file.Profile).OfType<RegistryProfile>().DistinctBy(profile => profile.Name)],
        Arguments = Arguments(request, names),
        Inputs =
        [
            .. Inputs(import),
            .. organisation.Hash is { } hash ? [new ReportInput(hash.Path, "organisation", hash.Sha256)] : Array.Empty<ReportInput>(),
            .. charts.Hash is { } settings ? [new ReportInput(settings.Path, "chart settings", settings.Sha256)] : Array.Empty<ReportInput>(),
        ],
        Organisation = organisation.Answers,
        Reconciliations = Disclosure.Rows(import.Reconciliations, request.Disclosure),
        Findings = findings,
        Remarks = [.. Remarks(import), .. Settings(request), .. Changes(request.Input, request.Disclosure.IsInternal)],
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

    /// <summary>Settings of the run that stand in place of what the definitions say, which no reader may overlook.</summary>
    private static IEnumerable<string> Settings(ReportRequest request)
    {
        if (request.Unknown is { } unknown)
            yield return "Setting of this run, in place of each definition's own policy: " + unknown switch
            {
                UnknownSetting.NotMet => "records that do not say count as not met.",
                UnknownSetting.LeaveOut => "records that do not say are left out.",
                _ => "both answers are given, with the records that do not say counted as not met and with them left out.",
            };
        if (request.Input.DateOrders.Count > 0)
            yield return $"Setting of this run, in place of the profile's and of what the dates show: day and month are read as named ({string.Join(", ", request.Input.DateOrders.Select(Written))}).";
        if (request.FunnelLimits == FunnelLimitKind.Normal)
            yield return "Setting of this run: the limits of funnels are normal approximations in place of exact ones; on few records they are too narrow at one end and too wide at the other.";
        if (request.ExcludesDeaths is { } excludes)
            yield return $"Setting of this run, in place of each set's own: deaths before a follow-up window closes are {(excludes ? "excluded" : "kept")}.";
    }

    // The lists are row by row, so they are part of an internal report only.
    private static IEnumerable<string> Changes(InputOptions input, bool isInternal)
    {
        if (input.Repair) yield return $"Setting of this run: dates whose year was probably mistyped were used with the year that fits{(isInternal ? $"; {RepairsCsv.FileName} lists each of them" : "")}.";
        if (input.WashOut is { } days)
            yield return FormattableString.Invariant($"Setting of this run: an episode of the same patient, fracture site and side within {days} days of the one before it was not counted{(isInternal ? "; rejected.csv lists each of them" : "")}.");
    }

    private static IReadOnlyList<KeyValuePair<string, string>> Arguments(ReportRequest request, AnonymousNames? names)
    {
        var input = request.Input;
        string Named(string path)
        {
            var bare = input.IsPiped(path) ? StandardInput.Name : BareName(path);
            return names?.OfArgument(path, bare) ?? bare;
        }

        (string Name, string? Value)[] all =
        [
            ("inputs", string.Join(", ", input.Inputs.Select(Named))),
            ("as-at", Iso(request.AsAt)),
            ("registry", input.Registry is null ? null : Named(input.Registry)),
            ("date-order", input.DateOrders.Count == 0 ? null : string.Join(", ", input.DateOrders.Select(Written))),
            ("standards", request.Sets.Count == 0 ? null : string.Join(",", request.Sets)),
            ("standards-dir", input.StandardsDirectory is null ? null : Named(input.StandardsDirectory)),
            ("caseload", input.Caseload is null ? null : Named(input.Caseload)),
            ("organisation", input.Organisation is null ? null : Named(input.Organisation)),
            ("sites", input.Sites is null ? null : Named(input.Sites)),
            ("period", request.Period == PeriodKind.FinancialQuarter ? "fy-quarter" : request.Period.ToString().ToLowerInvariant()),
            ("from", input.From is { } from ? Iso(from) : null),
            ("to", input.To is { } to ? Iso(to) : null),
            ("by", request.By.Count == 0 ? null : string.Join(",", request.By)),
            ("control-chart", request.ControlChart?.Word()),
            ("preset", request.Preset?.Word()),
            ("chart-settings", input.ChartSettings is null ? null : Named(input.ChartSettings)),
            ("repair", input.Repair ? "true" : null),
            ("wash-out", input.WashOut?.ToString(CultureInfo.InvariantCulture)),
            ("unknown", request.Unknown switch { null => null, UnknownSetting.NotMet => "not-met", UnknownSetting.LeaveOut => "leave-out", _ => "report-both" }),
            ("deaths", request.ExcludesDeaths switch { null => null, true => "exclude", _ => "keep" }),
            ("funnel", request.FunnelLimits == FunnelLimitKind.Normal ? "normal" : null),
            ("disclosure", request.Disclosure.Word),
            ("anonymise-sites", request.AnonymiseSites ? "true" : null),
            ("include-worklist", request.IncludeWorklist ? "true" : null),
            ("strict", request.Strict ? "true" : null),
            ("fail-on", request.FailOn?.ToString().ToLowerInvariant()),
            ("show-values", input.ShowValues ? "true" : null),
        ];
        return [.. all.Where(argument => argument.Value is not null).Select(argument => new KeyValuePair<string, string>(argument.Name, argument.Value!))];
    }

    private static string Written(NamedDateOrder named) =>
        $"{(named.Heading is null ? "" : $"{named.Heading}=")}{(named.Order == DateOrder.DayFirst ? "day-first" : "month-first")}";

    // An archive went in as one file, whatever is in it.
    private static IEnumerable<ReportInput> Inputs(ImportResult import) =>
        from same in import.Files.Where(file => file.Kind != FileKind.Ignored).GroupBy(file => file.FullPath)
        where HashedFile.CanBeMade(same.Key)
        select new ReportInput(
            same.First().Archive ?? same.First().Path,
            string.Join("; ", same.Select(Kind).Distinct()),
            HashedFile.Of("", same.Key).Sha256);

    private static string Kind(ImportedFile file) => file.Kind switch
    {
        FileKind.Records => $"records, {file.Profile?.Name}",
        var kind => kind.ToString().ToLowerInvariant(),
    };

    /// <summary>Only the last part of a path: where a hospital keeps its exports is nobody's business, and must not change the manifest.</summary>
    public static string BareName(string path) => Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(path)));

    /// <summary>A day as files and messages print it.</summary>
    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The program's version.</summary>
    public static string ToolVersion { get; } =
        typeof(ReportJob).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0";
}
