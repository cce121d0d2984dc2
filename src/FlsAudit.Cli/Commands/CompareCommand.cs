using System.CommandLine;
using System.Globalization;
using FlsAudit.Analysis.Periods;
using FlsAudit.Analysis.Tables;
using FlsAudit.Cli.Arguments;
using FlsAudit.Jobs;
using FlsAudit.Model;

namespace FlsAudit.Cli.Commands;

/// <summary><c>flsaudit compare</c>.</summary>
internal static class CompareCommand
{
    public static Command Make(Terminal terminal)
    {
        var table = new Argument<string>("TABLE.csv")
        {
            Description = "A table that somebody else counted: site and/or period, numerator and denominator (or value for xmr and run), measure if there are several. Text or workbook; - for one that is piped in.",
        };
        table.Validators.Add(result =>
        {
            if (result.Tokens.Select(token => token.Value).FirstOrDefault(text => text.StartsWith('-') && text != PipedInput.Mark && !Path.Exists(text)) is { } text)
                result.AddError($"There is no option '{text}'.");
        });
        var chart = Texts.Choice("--chart", "CHART", "The comparison: sites (funnel, caterpillar), periods of each site (p, p-prime, xmr, run, trend), or both (difference). Required.", TableCharts.Words.Keys);
        var output = Texts.Text("--out", "DIR", "The folder that the comparison appears in. Required.");
        var better = BetterArgument.Make();
        var preset = Texts.Choice("--preset", "PRESET", "Special-cause rules, making-data-count unless said otherwise, anhoej for run.", ChartWords.Presets.Keys);
        var target = Texts.Number("--target", "The value to reach: a percentage, or a value where the table has values.");
        var command = new Command("compare", "Compare sites or periods of a table that somebody else counted, with the formulas of a report.") { table, chart, output, better, preset, target };
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(chart) is not { } word)
                throw new JobException(ExitCode.Usage, $"--chart is required: one of {string.Join(", ", TableCharts.Words.Keys)}.");
            if (parsed.GetValue(output) is not { Length: > 0 } folder)
                throw new JobException(ExitCode.Usage, "--out is required: the folder that the comparison appears in, for example --out comparison.");
            var outcome = CompareJob.Run(new CompareRequest
            {
                Table = parsed.GetRequiredValue(table),
                Piped = terminal.Piped,
                Chart = TableCharts.Words[word],
                Output = folder,
                HigherIsBetter = BetterArgument.IsHigher(parsed.GetValue(better)),
                Preset = parsed.GetValue(preset) is { } name ? ChartWords.Presets[name] : null,
                Target = parsed.GetValue(target),
            });
            foreach (var finding in outcome.Findings.Where(finding => finding.Severity > Severity.Information)) terminal.Warning(FindingLine.Of(finding));
            foreach (var sentence in outcome.Sentences) terminal.Line(sentence);
            foreach (var note in outcome.Notes) terminal.Line($"Note: {note}");
            foreach (var finding in outcome.Findings.Where(finding => finding.Severity == Severity.Information)) terminal.Line($"Note: {FindingLine.Of(finding)}");
            terminal.Line(string.Create(CultureInfo.InvariantCulture, $"{outcome.Files.Count:N0} files are in {folder}; begin with benchmark.xlsx."));
            return (int)ExitCode.Done;
        });
        return command;
    }
}
