using FlsAudit.Import;
using FlsAudit.Measures;
using FlsAudit.Measures.Reference;
using FlsAudit.Model;
using FlsAudit.Standards;

namespace FlsAudit.Jobs.Explaining;

/// <summary>
/// Finds the records of one outcome. Only their names are kept; for a measure that counts patients also a hash of every patient, and the records of those
/// who have several.
/// </summary>
internal sealed class OutcomeSearch(Ingestion ingestion, RecordReading reading, SiteTable sites, AskedSite site, ReferenceEngine engine, MeasureDefinition measure, MeasurePart part)
{
    // A record of a patient who has others waits until all of them are known.
    private sealed record Picked(int Part, ListedRecord? Listed, FoundRecord? Waiting);

    /// <summary>The records by site, file and row.</summary>
    public (ImportResult Import, IReadOnlyList<ListedRecord> Records) Find(Outcome outcome)
    {
        var several = measure.Unit == CountedUnit.PatientFirstEpisode ? PatientsWithSeveral() : [];
        var (import, picked) = ingestion.Pick(reading, sites, batch => Pick(batch, outcome, several));
        site.Require();
        var waiting = picked.Select(one => one.Waiting).OfType<FoundRecord>()
            .GroupBy(record => record.Episode.Patient)
            .SelectMany(ofPatient => Judged([.. ofPatient], outcome));
        IEnumerable<Picked> all = [.. picked.Where(one => one.Listed is not null), .. waiting];
        return (import,
        [
            .. all.OrderBy(one => one.Listed!.Site, StringComparer.Ordinal).ThenBy(one => one.Part).ThenBy(one => one.Listed!.Place.Row).Select(one => one.Listed!),
        ]);
    }

    private HashSet<UInt128> PatientsWithSeveral()
    {
        HashSet<UInt128> met = [], several = [];
        ingestion.Pick<object>(reading, sites, batch =>
        {
            lock (met)
            {
                foreach (var patient in batch.Patients!.Take(batch.Count))
                    if (patient != UInt128.Zero && !met.Add(patient)) several.Add(patient);
            }

            return [];
        });
        return several;
    }

    private IEnumerable<Picked> Pick(RecordBatch batch, Outcome outcome, HashSet<UInt128> several)
    {
        for (var i = 0; i < batch.Count; i++)
        {
            // The patient is one of the site, so the records of other sites are not needed.
            if (!site.Includes(batch.Sites[i])) continue;
            if (several.Count > 0 && several.Contains(batch.Patients![i])) yield return new Picked(batch.Part, null, FoundRecord.Of(batch, i));
            else if (PatientEpisodes.Judge(engine, measure, part, [FoundRecord.EpisodeOf(batch, i)])[0].Outcome == outcome) yield return Listed(FoundRecord.Of(batch, i));
        }
    }

    private IEnumerable<Picked> Judged(IReadOnlyList<FoundRecord> ofPatient, Outcome outcome) =>
        ofPatient.Zip(PatientEpisodes.Judge(engine, measure, part, [.. ofPatient.Select(record => record.Episode)]))
            .Where(pair => pair.Second.Outcome == outcome)
            .Select(pair => Listed(pair.First));

    private Picked Listed(FoundRecord record) =>
        new(record.Episode.Part, new ListedRecord(record.Name, sites.NameOf(record.Site), record.Place), null);
}
