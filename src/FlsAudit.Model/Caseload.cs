namespace FlsAudit.Model;

/// <summary>
/// The fractures expected at a site, from outside the registry (hospital coding, a multiple of hip fractures, …). It is taken as exact:
/// limits around an identification rate describe the numerator only.
/// </summary>
/// <param name="Site">The site's name as the report prints it.</param>
/// <param name="Period">A period label, an ISO interval such as <c>2016-01-01/2018-01-31</c>, or <c>All</c> for all the report covers.</param>
/// <param name="Group">all, hip, spine, non-spine or non-hip.</param>
/// <param name="Expected">The number of fractures; not negative.</param>
/// <param name="Basis">How it was obtained, in the file's own words.</param>
public sealed record CaseloadRow(string Site, string Period, string Group, double Expected, string Basis);

/// <summary>One spelling of a site in the exports.</summary>
/// <param name="Alias">The spelling, or the file name when sites come from file names.</param>
/// <param name="Site">The name that reports print.</param>
/// <param name="Code">A short code; empty when there is none.</param>
/// <param name="PeerGroup">Sites of one peer group may be compared; empty when there is none.</param>
public sealed record SiteAlias(string Alias, string Site, string Code, string PeerGroup);
