using System.Globalization;
using FlsAudit.Import;
using FlsAudit.Jobs.Explaining;
using FlsAudit.Measures;
using FlsAudit.Measures.Reference;
using FlsAudit.Model;
using FlsAudit.Standards;

namespace FlsAudit.Jobs;

/// <summary>Answers why a record counted or did not, and which records have an outcome. It writes nothing.</summary>
public sealed class ExplainJob
{
    private readonly ExplainRequest request;
    private readonly OpenStandards standards;
    private readonly Ingestion ingestion;
    private readonly SiteTable sites = new();
    private readonly IReadOnlyList<(MeasureDefinition Measure, IReadOnlyList<MeasurePart> Parts)> asked;
    private readonly RecordReading reading;
    private readonly AskedSite site;

    private ExplainJob(ExplainRequest request)
    {
        this.request = request;
        standards = OpenStandards.WithOwn(request.Input.StandardsDirectory);
        asked = AskedMeasures.Of(request, standards);
        ingestion = new Ingestion(request.Input, standards, request.AsAt);
        site = new AskedSite(request.Site, sites);
        var measures = asked.Select(one => one.Measure).ToList();
        reading = new RecordReading(AskedMeasures.Fields(measures, standards.Folder.Dictionary), measures.Any(measure => measure.Unit == CountedUnit.PatientFirstEpisode));
    }

    /// <summary>The words for outcomes that <see cref="List"/> takes.</summary>
    public static IReadOnlyList<string> OutcomeNames { get; } = [.. Enum.GetValues<Outcome>().Reverse().Select(Hyphened)];

    /// <summary>Explains every record of a name.</summary>
    /// <param name="request">The exports and the measures.</param>
    /// <param name="name">A record id, or <c>file:row</c> or <c>file[sheet]:row</c> as lists print it.</param>
    /// <exception cref="JobException">There is no such record, site, measure or part, or nothing can be read.</exception>
    public static ExplainOutcome Record(ExplainRequest request, string name) => new ExplainJob(request).Answer(new AskedName(name));

    /// <summary>Lists the records with an outcome of one measure, or of one part where it has several.</summary>
    /// <param name="request">The exports and the measure.</param>
    /// <param name="outcome">One of <see cref="OutcomeNames"/>.</param>
    /// <exception cref="JobException">There is no such site, measure or part, the measure has no outcomes, or nothing can be read.</exception>
    public static OutcomeList List(ExplainRequest request, string outcome) => new ExplainJob(request).Search(Enum.GetValues<Outcome>().Single(known => Hyphened(known) == outcome));

    private ExplainOutcome Answer(AskedName name)
    {
        var (import, picked) = ingestion.Pick(reading, sites, batch => name.In(batch).Select(i => FoundRecord.Of(batch, i)));
        site.Require();
        var found = FoundRecord.InOrder(picked.Where(record => site.Includes(record.Site)), sites);
        var total = Reconciliation.Total(import.Reconciliations);
        var notUsed = total.Used == total.Read ? [] : ingestion.RowsNotUsed(sites, name.Fits);
        if (found.Count == 0) throw NotFound(name, picked, notUsed, import);
        var mates = Mates(found);
        var explainer = new Explainer(request.AsAt, new RecordedFields(import, standards.Folder.Dictionary, request.AsAt.DayNumber, request.Input.ShowValues));
        return new ExplainOutcome([.. found.Select(record => Explain(explainer, record, mates))], notUsed, Ingestion.ToTell(import));
    }

    private ExplainedRecord Explain(Explainer explainer, FoundRecord record, ILookup<object, FoundRecord> mates) => new(
        record.Name,
        sites.NameOf(record.Site),
        record.Place,
        [
            .. asked.Select(one => explainer.Explain(
                one.Measure,
                one.Parts,
                record,
                one.Measure.Unit == CountedUnit.PatientFirstEpisode && record.Episode.Patient is { } patient ? [.. mates[patient]] : [record])),
        ]);

    // A patient is known only once the record is found, and other records of the patient may stand before it: they take a second reading.
    private ILookup<object, FoundRecord> Mates(IReadOnlyList<FoundRecord> found)
    {
        HashSet<UInt128> patients = [.. found.Select(record => record.Episode.Patient).OfType<UInt128>()];
        IEnumerable<FoundRecord> all = patients.Count == 0
            ? []
            : ingestion.Pick(reading, sites, batch => Enumerable.Range(0, batch.Count).Where(i => patients.Contains(batch.Patients![i])).Select(i => FoundRecord.Of(batch, i))).Picked;
        return FoundRecord.InOrder(all, sites).ToLookup(record => record.Episode.Patient!);
    }

    private OutcomeList Search(Outcome outcome)
    {
        if (asked.Count != 1) throw new JobException(ExitCode.Usage, "--outcome lists the records of one measure; name one with --measure.");
        var (measure, parts) = asked[0];
        if (!measure.ReadsRecords)
            throw new JobException(ExitCode.Usage, $"The measure '{measure.Id}' reads no records: its level comes from the answer to '{measure.Answer!.Question.Name}' in organisation.yaml.");
        if (parts.Count > 1)
            throw new JobException(ExitCode.Usage, $"The measure '{measure.Id}' has several parts; name one with --part: {AskedMeasures.Named(measure)}.");
        var search = new OutcomeSearch(ingestion, reading, sites, site, new ReferenceEngine(request.AsAt.DayNumber), measure, parts[0]);
        var (import, records) = search.Find(outcome);
        return new OutcomeList(measure.Id, parts[0].Name.Length > 0 ? $"{measure.Title}: {parts[0].Label}" : measure.Title, measure.WeakestProvenance, records, Ingestion.ToTell(import));
    }

    private JobException NotFound(AskedName name, IReadOnlyList<FoundRecord> elsewhere, IReadOnlyList<RejectedRow> notUsed, ImportResult import)
    {
        string[] broken = [.. import.Files.Where(file => file.Kind == FileKind.Broken).Select(file => file.Path)];
        var unread = broken.Length == 0 ? "" : $" These files could not be read and may hold it: {string.Join(", ", broken)}.";
        if (elsewhere.Count > 0)
            return new JobException(ExitCode.Usage, $"The record {name.ForPeople} is not of the site '{request.Site}' but of {string.Join(", ", elsewhere.Select(record => sites.NameOf(record.Site)).Distinct().Order(StringComparer.Ordinal))}.");
        if (notUsed.Count > 0)
            return new JobException(ExitCode.Input, $"No record {name.ForPeople} is counted: its rows were not used, for the reasons below.{unread}", [.. notUsed.Select(RowLine.Of)]);
        var examples = import.Files.First(file => file.Kind == FileKind.Records);
        var sheet = examples.Sheets.First(sheet => sheet.Profile is not null);
        var example = RecordName.AtRow(new Place(examples.Path, sheet.Sheet), sheet.HeadingRow + 1);
        var total = Reconciliation.Total(import.Reconciliations);
        return new JobException(ExitCode.Usage, string.Create(CultureInfo.InvariantCulture,
            $"There is no record {name.ForPeople} among the {total.Read:N0} rows read; give a record id as the export spells it, or its place such as '{example}'.{unread}"));
    }

    private static string Hyphened(Outcome outcome) => outcome.Word().Replace(' ', '-');
}
