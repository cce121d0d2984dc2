using FlsAudit.Measures;
using FlsAudit.Model;
using FlsAudit.Standards;

namespace FlsAudit.Analysis;

/// <summary>
/// Fields without which a measure says nothing of a site. A site that never fills one of them, over all periods, does not run short of it: its export has no
/// such column, and a blank exclusion or look-back would be taken for a "no".
/// </summary>
internal sealed class NeededFields(MeasurePlan plan, CubeTotals totals)
{
    /// <summary>The needed fields that no record of a site holds, be it as "not known", in the order of the definition; none for a site without records.</summary>
    public IReadOnlyList<string> NeverRecordedAt(string site, MeasureDefinition measure) =>
        !totals.Sites.Contains(site) ? []
        : [
            .. measure.Needs.Where(field => !IsRecordedAt(site, field)).Select(field => field.Name)
                .Concat(measure.Unit == CountedUnit.PatientFirstEpisode && totals.Linked(site) == 0 ? [FieldNames.PatientId] : [])
                .Distinct(),
        ];

    /// <summary>The sites with records that fill, at least once, each field that a measure needs.</summary>
    public IReadOnlyList<string> SitesWithAll(MeasureDefinition measure) => [.. totals.Sites.Where(site => NeverRecordedAt(site, measure).Count == 0)];

    private bool IsRecordedAt(string site, Field field)
    {
        var presence = totals.Presence(site, plan.PresenceOf(field));
        return presence.Recorded + presence.NotKnown > 0;
    }
}
