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
    private readonly Dictionary<(string Site, string Measure), IReadOnlyList<string>> found = [];

    /// <summary>The needed fields that no record of a site holds, be it as "not known", in the order of the definition; none for a site without records.</summary>
    public IReadOnlyList<string> NeverRecordedAt(string site, MeasureDefinition measure)
    {
        if (found.TryGetValue((site, measure.Id), out var never)) return never;
        return found[(site, measure.Id)] = totals.Sites.Contains(site) ? [.. NamesOf(measure).Where(name => !IsRecordedAt(site, measure, name))] : [];
    }

    /// <summary>The needed fields that at least one site with records never holds, in the order of the definition.</summary>
    public IReadOnlyList<string> NeverRecordedSomewhere(MeasureDefinition measure) =>
        [.. NamesOf(measure).Where(name => totals.Sites.Any(site => NeverRecordedAt(site, measure).Contains(name)))];

    /// <summary>The sites with records that fill, at least once, each field that a measure needs.</summary>
    public IReadOnlyList<string> SitesWithAll(MeasureDefinition measure) => [.. totals.Sites.Where(site => NeverRecordedAt(site, measure).Count == 0)];

    // Whose first episode it is can be told only of patients with a number.
    private static IEnumerable<string> NamesOf(MeasureDefinition measure) =>
        measure.Needs.Select(field => field.Name).Concat(measure.Unit == CountedUnit.PatientFirstEpisode ? [FieldNames.PatientId] : []).Distinct();

    private bool IsRecordedAt(string site, MeasureDefinition measure, string name)
    {
        if (measure.Needs.FirstOrDefault(field => field.Name == name) is not { } needed) return totals.Linked(site) > 0;
        var presence = totals.Presence(site, plan.PresenceOf(needed));
        return presence.Recorded + presence.NotKnown > 0;
    }
}
