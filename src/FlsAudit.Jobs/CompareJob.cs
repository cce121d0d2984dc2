using System.Globalization;
using FlsAudit.Analysis;
using FlsAudit.Analysis.Periods;
using FlsAudit.Analysis.Tables;
using FlsAudit.Import;
using FlsAudit.Jobs.Output;
using FlsAudit.Model;
using FlsAudit.Reports;
using FlsAudit.Standards;

namespace FlsAudit.Jobs;

/// <summary>What <c>flsaudit compare</c> was asked for.</summary>
public sealed record CompareRequest
{
    /// <summary>The table, or <see cref="PipedInput.Mark"/>.</summary>
    public required string Table { get; init; }

    /// <summary>What is piped in; null when nothing can be.</summary>
    public PipedInput? Piped { get; init; }

    /// <summary>The comparison.</summary>
    public required TableChart Chart { get; init; }

    /// <summary>The folder that appears.</summary>
    public required string Output { get; init; }

    /// <summary>Whether higher values are better, or lower ones; null when nobody says.</summary>
    public bool? HigherIsBetter { get; init; }

    /// <summary>The special-cause rules; null for those that go with the chart.</summary>
    public RulePreset? Preset { get; init; }

    /// <summary>The value to reach, in percent for counts; null when there is none.</summary>
    public double? Target { get; init; }
}

/// <summary>What <c>flsaudit compare</c> wrote.</summary>
/// <param name="Sentences">One for each comparison.</param>
/// <param name="Notes">What must be known besides.</param>
/// <param name="Findings">About the table, without errors.</param>
/// <param name="Files">What appeared, relative to the folder.</param>
public sealed record CompareOutcome(IReadOnlyList<string> Sentences, IReadOnlyList<string> Notes, IReadOnlyList<Finding> Findings, IReadOnlyList<string> Files);

/// <summary>Compares sites and periods of a table that somebody else counted, with the formulas, files and figures of a report.</summary>
public sealed class CompareJob
{
    /// <summary>More lines than this are not read on a terminal.</summary>
    private const int MostLines = 50;

    private readonly CompareRequest request;

    private CompareJob(CompareRequest request) => this.request = request;

    /// <summary>Reads the table, compares, and writes. The folder appears whole or not at all.</summary>
    /// <exception cref="JobException">It cannot be done; an earlier result in the output folder is untouched.</exception>
    public static CompareOutcome Run(CompareRequest request) => new CompareJob(request).Run();

    private Better Better => request.HigherIsBetter switch { null => Better.None, true => Better.Higher, _ => Better.Lower };

    private bool IsPiped => request.Table == PipedInput.Mark && request.Piped is not null;

    private string Path => IsPiped ? request.Piped!.Path : request.Table;

    private string Name => IsPiped ? StandardInput.Name : ReportDescription.BareName(request.Table);

    private CompareOutcome Run()
    {
        RequireSense();
        using var output = OutputFolder.ForReport(request.Output, IsPiped ? [] : [request.Table]);
        var reading = ComparisonTables.Read(request.Table, request.Chart.Needs(), request.Chart.MayHaveValues(), IsPiped ? Path : null);
        if (reading.Table is not { } table) throw NotRead(reading);
        RequireTarget(table);
        var comparison = Disclosure.ReleaseTable(
            TableComparison.Of(new TableRequest { Table = table, Chart = request.Chart, Better = Better, Preset = request.Preset, Target = request.Target }), DisclosurePolicy.Internal);
        return new CompareOutcome(comparison.Sentences, comparison.Notes, reading.Findings, Write(output, comparison, reading));
    }

    private void RequireSense()
    {
        if (request.Preset is not null && !request.Chart.IsControlChart())
            throw new JobException(ExitCode.Usage, $"--preset names rules for charts of periods, so it goes with --chart {Listed(TableCharts.IsControlChart)}; leave it out for --chart {request.Chart.Word()}.");
        if (request.Target is not null && !request.Chart.TakesTarget())
            throw new JobException(ExitCode.Usage, $"--target goes with --chart {Listed(TableCharts.TakesTarget)}; leave it out for --chart {request.Chart.Word()}, which has no value that could reach it.");
    }

    // Only the table tells whether there are percentages.
    private void RequireTarget(ComparisonTable table)
    {
        if (request.Target is < 0 or > 100 && !table.HasValues)
            throw new JobException(ExitCode.Usage, "--target takes a percentage from 0 to 100 where the table has numerators and denominators, for example --target 80.");
    }

    private JobException NotRead(ComparisonReading reading)
    {
        Finding[] errors = [.. reading.Findings.Where(finding => finding.Severity == Severity.Error)];
        var message = string.Create(CultureInfo.InvariantCulture, $"The table '{Name}' cannot be compared: {errors.Length:N0} {(errors.Length == 1 ? "problem" : "problems")}; nothing was written. Correct {(errors.Length == 1 ? "it" : "them")} and run again.");
        string[] more = errors.Length > MostLines ? [string.Create(CultureInfo.InvariantCulture, $"and {errors.Length - MostLines:N0} more.")] : [];
        return new JobException(ExitCode.Input, message, [.. errors.Take(MostLines).Select(FindingLine.Of), .. more]);
    }

    private IReadOnlyList<string> Write(OutputFolder output, ReleasedComparison comparison, ComparisonReading reading)
    {
        var context = new ComparisonContext
        {
            ToolVersion = ReportDescription.ToolVersion,
            Arguments = Arguments(),
            Input = new ReportInput(Name, "table", HashedFile.Of("", Path).Sha256),
            Findings = reading.Findings,
        };
        if (request.Chart.ComparesSites()) output.Write(SiteComparisonCsv.FileName, stream => SiteComparisonCsv.Write(comparison.SiteComparisons, stream));
        if (request.Chart.IsControlChart()) output.Write(ControlChartCsv.FileName, stream => ControlChartCsv.Write(comparison.Charts, stream));
        if (request.Chart == TableChart.Difference) output.Write(DifferencesCsv.FileName, stream => DifferencesCsv.Write(comparison.Differences, stream));
        if (request.Chart == TableChart.Trend) output.Write(TrendsCsv.FileName, stream => TrendsCsv.Write(comparison.Trends, stream));
        output.Write("findings.csv", stream => FindingsCsv.Write(reading.Findings, false, stream));
        output.WriteFolder("figures", directory => Figures.Write(comparison, directory));
        output.Write("benchmark.xlsx", stream => ComparisonWorkbook.Write(comparison, context, stream));
        var hashes = output.Hashes();
        output.Write(Manifest.FileName, stream => new Manifest
        {
            ToolVersion = context.ToolVersion,
            Verb = "compare",
            Arguments = context.Arguments,
            AsAt = null,
            Inputs = [new HashedFile(context.Input.Path, context.Input.Sha256)],
            Definitions = [],
            Outputs = hashes,
            Rows = [new Reconciliation(Name, reading.Rows, 0, 0, 0) { Read = reading.Rows }],
        }.Write(stream));
        output.Publish();
        return [.. hashes.Select(file => file.Path), Manifest.FileName];
    }

    private IReadOnlyList<KeyValuePair<string, string>> Arguments()
    {
        (string Name, string? Value)[] all =
        [
            ("table", Name),
            ("chart", request.Chart.Word()),
            ("better", request.HigherIsBetter switch { null => null, true => "higher", _ => "lower" }),
            ("preset", request.Preset?.Word()),
            ("target", request.Target?.ToString(CultureInfo.InvariantCulture)),
        ];
        return [.. all.Where(argument => argument.Value is not null).Select(argument => new KeyValuePair<string, string>(argument.Name, argument.Value!))];
    }

    private static string Listed(Func<TableChart, bool> fits) => string.Join(", ", TableCharts.Words.Where(pair => fits(pair.Value)).Select(pair => pair.Key));
}
