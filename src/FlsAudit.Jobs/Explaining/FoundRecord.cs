using FlsAudit.Import;
using FlsAudit.Measures.Reference;
using FlsAudit.Model;

namespace FlsAudit.Jobs.Explaining;

/// <summary>A record of an export with what it takes to name it and to judge it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Site">The number of its site.</param>
/// <param name="Place">File, sheet and row.</param>
/// <param name="Episode">Its values, its patient and its place in the order of submission.</param>
internal sealed record FoundRecord(string Name, int Site, Place Place, EpisodeRecord Episode)
{
    /// <summary>Copies a record out of a batch.</summary>
    public static FoundRecord Of(RecordBatch batch, int index) =>
        new(RecordName.Of(batch, index), batch.Sites[index], batch.Source with { Row = batch.Rows[index] }, EpisodeOf(batch, index));

    /// <summary>Copies what it takes to judge it.</summary>
    public static EpisodeRecord EpisodeOf(RecordBatch batch, int index)
    {
        var slot = batch.Layout.SlotOf(FieldNames.FractureDate);
        int? day = batch.Dates(slot)[index] is not Missing.Date and var recorded ? recorded : null;
        object? patient = batch.Patients?[index] is { } hash && hash != UInt128.Zero ? hash : null;
        return new EpisodeRecord(Record.Of(batch, index), patient, day, batch.Part, batch.Rows[index]);
    }

    /// <summary>By site, file and row: the order of lists.</summary>
    public static IReadOnlyList<FoundRecord> InOrder(IEnumerable<FoundRecord> records, SiteTable sites) =>
    [
        .. records.OrderBy(record => sites.NameOf(record.Site), StringComparer.Ordinal).ThenBy(record => record.Episode.Part).ThenBy(record => record.Episode.Row),
    ];
}
