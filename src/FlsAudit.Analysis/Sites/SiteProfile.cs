using FlsAudit.Standards;

namespace FlsAudit.Analysis.Sites;

/// <summary>One measure of a site's profile.</summary>
/// <param name="Measure">A share over all periods.</param>
/// <param name="Standing">The site among the others; null when it is not compared.</param>
/// <param name="Status">Why there is no standing: the status of its result, or ok when there are too few others.</param>
public sealed record ProfileEntry(MeasureDefinition Measure, SiteStanding? Standing, ResultStatus Status);

/// <summary>One site across all shares, over all periods: how far it is from the other sites, positive where it is better.</summary>
/// <param name="Site">The site.</param>
/// <param name="Entries">In the order of the measures.</param>
public sealed record SiteProfile(string Site, IReadOnlyList<ProfileEntry> Entries)
{
    /// <summary>How many entries have a standing.</summary>
    public int Compared => Entries.Count(entry => entry.Standing is not null);

    internal static IReadOnlyList<SiteProfile> Of(ReleasedReport report)
    {
        MeasureDefinition[] shares = [.. report.Sets.SelectMany(set => set.Measures).Where(measure => measure.IsShare)];
        var standings = shares.ToDictionary(
            measure => measure.Id,
            measure => report.Ranking(measure.Id)?.Sites.ToDictionary(standing => standing.Site.Site, StringComparer.Ordinal) ?? [],
            StringComparer.Ordinal);
        return
        [
            .. report.Sites.Select(site => new SiteProfile(site,
            [
                .. shares.Select(measure => new ProfileEntry(
                    measure, standings[measure.Id].GetValueOrDefault(site), report.Find(measure.Id, site, Result.All)?.Status ?? ResultStatus.NotComputed)),
            ])),
        ];
    }
}
