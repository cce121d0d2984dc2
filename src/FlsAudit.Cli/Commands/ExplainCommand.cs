using System.CommandLine;
using System.Globalization;
using FlsAudit.Cli.Arguments;
using FlsAudit.Jobs;

namespace FlsAudit.Cli.Commands;

/// <summary><c>flsaudit explain</c>.</summary>
internal static class ExplainCommand
{
    public static Command Make(Terminal terminal)
    {
        var input = new InputArguments(terminal.Piped);
        var asAt = AsAtArgument.Make();
        var measures = Texts.List("--measure", "MEASURE", "The measures, of any set. Of several, the explanations stand one after the other. Required.");
        var record = Texts.Text("--record", "ID", "Explain this record: its id in the export, or its place as lists print it, file:row or file[sheet]:row.");
        var outcome = Texts.Choice("--outcome", "OUTCOME", "List the names of the records with this outcome instead.", ExplainJob.OutcomeNames);
        var part = Texts.Text("--part", "PART", "One part of a measure that has several.");
        var deaths = DeathsArgument.Make();
        var site = Texts.Text("--site", "SITE", "Records of this site only.");

        var command = new Command("explain", "Say why a record counts in a measure or does not, clause by clause, or list the records of an outcome.");
        input.AddTo(command);
        foreach (var option in new Option[] { record, outcome, measures, part, site, deaths, asAt }) command.Add(option);
        command.SetAction(parsed =>
        {
            var (name, word) = (parsed.GetValue(record), parsed.GetValue(outcome));
            if (string.IsNullOrWhiteSpace(name) == (word is null))
                throw new JobException(ExitCode.Usage, "Say which records: --record ID explains one, --outcome OUTCOME lists those of an outcome, for example --outcome not-met.");
            if (parsed.GetValue(measures) is not { Count: > 0 } ids)
                throw new JobException(ExitCode.Usage, "--measure is required: the measures to explain, by their ids. 'flsaudit standards list' names them all.");
            if (parsed.GetValue(asAt) is not { } day) throw AsAtArgument.Missing(input.Read(parsed, null));
            ExplainRequest Request(Action<JobProgress>? progress) => new()
            {
                Input = input.Read(parsed, progress),
                AsAt = day,
                Measures = ids,
                Part = parsed.GetValue(part),
                ExcludesDeaths = DeathsArgument.Excludes(parsed.GetValue(deaths)),
                Site = parsed.GetValue(site),
            };
            if (word is null) Explanation.Print(terminal, terminal.WithProgress(progress => ExplainJob.Record(Request(progress), name!)));
            else Print(terminal, terminal.WithProgress(progress => ExplainJob.List(Request(progress), word)), word, day);
            return (int)ExitCode.Done;
        });
        return command;
    }

    private static void Print(Terminal terminal, OutcomeList list, string outcome, DateOnly asAt)
    {
        foreach (var finding in list.Findings) terminal.Error(FindingLine.Of(finding));
        int Widest(Func<ListedRecord, string> text) => list.Records.Select(text).Select(one => one.Length).DefaultIfEmpty().Max();
        var (names, sites) = (Widest(record => record.Name), Widest(record => record.Site));
        foreach (var record in list.Records)
            terminal.Line($"{record.Name.PadRight(names)}  {record.Site.PadRight(sites)}  {Explanation.Row(record.Place)}");
        terminal.Line(string.Create(CultureInfo.InvariantCulture,
            $"{list.Records.Count:N0} {(list.Records.Count == 1 ? "record is" : "records are")} {outcome.Replace('-', ' ')} as at {asAt:yyyy-MM-dd}: {list.Measure}, {list.Title} ({Explanation.Mark(list.Provenance)})."));
    }
}
