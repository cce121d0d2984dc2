using System.CommandLine;
using System.Diagnostics;
using FlsAudit.Analysis;
using FlsAudit.Analysis.Periods;
using FlsAudit.Cli.Arguments;
using FlsAudit.Jobs;
using FlsAudit.Model;

namespace FlsAudit.Cli.Commands;

/// <summary><c>flsaudit report</c>.</summary>
internal static class ReportCommand
{
    private static readonly Dictionary<string, PeriodKind> Periods = new()
    {
        ["month"] = PeriodKind.Month,
        ["quarter"] = PeriodKind.Quarter,
        ["fy-quarter"] = PeriodKind.FinancialQuarter,
        ["year"] = PeriodKind.Year,
    };

    private static readonly Dictionary<string, UnknownSetting> Unknowns = new()
    {
        ["not-met"] = UnknownSetting.NotMet,
        ["leave-out"] = UnknownSetting.LeaveOut,
        ["report-both"] = UnknownSetting.ReportBoth,
    };

    private static readonly Dictionary<string, FunnelLimitKind> Funnels = new() { ["exact"] = FunnelLimitKind.Exact, ["normal"] = FunnelLimitKind.Normal };

    private static readonly Dictionary<string, Severity> Severities = new()
    {
        ["information"] = Severity.Information,
        ["warning"] = Severity.Warning,
        ["error"] = Severity.Error,
    };

    public static Command Make(Terminal terminal)
    {
        var input = new InputArguments(terminal.Piped);
        var asAt = AsAtArgument.Make();
        var output = Texts.Text("--out", "DIR", "The folder that the report appears in. Required.");
        var sets = Texts.List("--standards", "SET", "Standard sets. Without it those that the registry profile names.");
        var period = Texts.Choice("--period", "LENGTH", "The length of periods, quarter unless said otherwise.", Periods.Keys);
        var by = Texts.List("--by", "FIELD", "Breakdowns such as age_band, and code fields, to break results down by, one at a time.");
        var unknown = Texts.Choice("--unknown", "POLICY", "What records that do not say count as, in place of each definition's own policy.", Unknowns.Keys);
        var deaths = DeathsArgument.Make();
        var funnel = Texts.Choice("--funnel", "LIMITS", "How the limits of funnels are computed, exact unless said otherwise.", Funnels.Keys);
        var disclosure = DisclosureArgument.Make();
        var anonymise = Texts.Flag("--anonymise-sites", "Letters for sites and numbers for files in everything that is written. The key is shown here, once, and written nowhere.");
        var chart = Texts.Choice("--control-chart", "CHART", "How periods are charted. Without it p, or p-prime where p would flag nearly everything.", ChartWords.Charts.Keys);
        var preset = Texts.Choice("--preset", "RULES", "Which patterns count as a special cause: anhoej for a run chart and making-data-count for others, unless said otherwise.", ChartWords.Presets.Keys);
        var settings = Texts.Text("--chart-settings", "FILE", "What people decided about charts: measure,site,action,period,reason; the action is freeze, exclude or rebase.");
        var worklist = Texts.Flag("--include-worklist", "Add a sheet that names the records whose next window closes soon or has just closed. With the internal policy only.");
        var rejected = Texts.Text("--write-rejected", "FILE.csv", "A new file for the rows that could not be placed: correct them, clear their reason, and give the file as a further input.");
        var strict = Texts.Flag("--strict", "End with exit code 11 when an input cannot be read. The report of the others is written all the same.");
        var failOn = Texts.Choice("--fail-on", "SEVERITY", "End with exit code 12 when there are findings of this severity or above.", Severities.Keys);

        var command = new Command("report", "Read exports and write a report: workbook, page, figures and tidy results.");
        input.AddTo(command);
        foreach (var option in new Option[] { asAt, output, sets, period, by, unknown, deaths, funnel, chart, preset, settings, disclosure, anonymise, worklist, rejected, strict, failOn }) command.Add(option);
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(asAt) is not { } day) throw AsAtArgument.Missing(input.Read(parsed, null));
            if (parsed.GetValue(output) is not { Length: > 0 } folder)
                throw new JobException(ExitCode.Usage, "--out is required: the folder that the report appears in, for example --out report.");
            var clock = Stopwatch.StartNew();
            var outcome = terminal.WithProgress(progress => ReportJob.Run(new ReportRequest
            {
                Input = input.Read(parsed, progress) with { ChartSettings = parsed.GetValue(settings) },
                AsAt = day,
                Output = folder,
                Sets = parsed.GetValue(sets) ?? [],
                Period = Periods[parsed.GetValue(period) ?? "quarter"],
                By = parsed.GetValue(by) ?? [],
                Unknown = parsed.GetValue(unknown) is { } policy ? Unknowns[policy] : null,
                ExcludesDeaths = DeathsArgument.Excludes(parsed.GetValue(deaths)),
                FunnelLimits = Funnels[parsed.GetValue(funnel) ?? "exact"],
                ControlChart = parsed.GetValue(chart) is { } kind ? ChartWords.Charts[kind] : null,
                Preset = parsed.GetValue(preset) is { } rules ? ChartWords.Presets[rules] : null,
                Disclosure = parsed.GetValue(disclosure) ?? DisclosurePolicy.Internal,
                AnonymiseSites = parsed.GetValue(anonymise),
                IncludeWorklist = parsed.GetValue(worklist),
                WriteRejected = parsed.GetValue(rejected),
                Strict = parsed.GetValue(strict),
                FailOn = parsed.GetValue(failOn) is { } severity ? Severities[severity] : null,
            }));
            if (parsed.GetValue(worklist)) AsAtArgument.WarnIfOld(terminal, day, ReportJob.SuggestAsAt(input.Read(parsed, null)));
            try
            {
                ReportSummary.Print(terminal, outcome, folder, clock.Elapsed);
            }
            catch (IOException)
            {
                terminal.Error($"The report is in {folder}; only its summary could not be printed here.");
            }

            return (int)outcome.ExitCode;
        });
        return command;
    }
}
