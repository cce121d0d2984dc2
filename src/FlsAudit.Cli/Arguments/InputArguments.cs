using System.CommandLine;
using FlsAudit.Jobs;
using FlsAudit.Model;

namespace FlsAudit.Cli.Arguments;

/// <summary>The arguments of every verb that reads exports.</summary>
internal sealed class InputArguments(PipedInput piped)
{
    private readonly Argument<string[]> inputs = new("INPUT")
    {
        Description = "Exports (csv, tsv, txt, xlsx, xls, and these in zip or gz) and folders of them; - for one that is piped in. Of two submissions of one record the later argument wins.",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<string?> registry = Texts.Text("--registry", "NAME|FILE", "The registry profile. Without it the headings decide, file by file.");
    private readonly Option<IReadOnlyList<NamedDateOrder>> dateOrder = DateOrderArgument.Make();
    private readonly Option<string?> standards = Texts.Text("--standards-dir", "DIR", "A folder of your own definitions, added to the shipped ones: measures/SET/*.yaml and what they need.");
    private readonly Option<string?> caseload = Texts.Text("--caseload", "FILE", "Expected fractures: site,period,group,expected,basis. Found by its headings in an input folder.");
    private readonly Option<string?> sites = Texts.Text("--sites", "FILE", "Spellings of sites: alias,site,code,peer_group. Found by its headings in an input folder.");
    private readonly Option<string?> organisation = Texts.Text("--organisation", "FILE", "Answers of the services as organisations. An organisation.yaml in an input folder is found.");
    private readonly Option<DateOnly?> from = Texts.Date("--from", "The first fracture date to use.");
    private readonly Option<DateOnly?> to = Texts.Date("--to", "The last fracture date to use.");
    private readonly Option<bool> repair = Texts.Flag("--repair", "Use dates whose year was probably mistyped with the only year that fits. Each repair is a finding, and a report lists them all in repairs.csv.");
    private readonly Option<int?> washOut = Texts.Days("--wash-out", "Do not count an episode of the same patient, fracture site and side within N days of the one before it. Off by default: an early re-fracture is real.");
    private readonly Option<bool> showValues = Texts.Flag("--show-values", "Show cell values in findings, rejected rows and explanations. They may identify patients.");

    public void AddTo(Command command)
    {
        // A mistyped option would otherwise be taken for a file that does not exist.
        inputs.Validators.Add(result =>
        {
            foreach (var text in result.Tokens.Select(token => token.Value).Where(text => text.StartsWith('-') && text != PipedInput.Mark && !Path.Exists(text)))
                result.AddError($"There is no option '{text}'.");
            if (result.Tokens.Count(token => token.Value == PipedInput.Mark) > 1) result.AddError("The input '-' stands for what is piped in, of which there is one; give it once.");
        });
        command.Add(inputs);
        foreach (var option in new Option[] { registry, dateOrder, standards, caseload, sites, organisation, from, to, repair, washOut, showValues }) command.Add(option);
    }

    public InputOptions Read(ParseResult parsed, Action<JobProgress>? progress) => new()
    {
        Inputs = parsed.GetRequiredValue(inputs),
        Piped = piped,
        Registry = parsed.GetValue(registry),
        DateOrders = parsed.GetValue(dateOrder) ?? [],
        StandardsDirectory = parsed.GetValue(standards),
        Caseload = parsed.GetValue(caseload),
        Sites = parsed.GetValue(sites),
        Organisation = parsed.GetValue(organisation),
        From = parsed.GetValue(from),
        To = parsed.GetValue(to),
        Repair = parsed.GetValue(repair),
        WashOut = parsed.GetValue(washOut),
        ShowValues = parsed.GetValue(showValues),
        Progress = progress,
    };
}
