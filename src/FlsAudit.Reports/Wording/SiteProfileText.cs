using FlsAudit.Analysis;
using FlsAudit.Analysis.Sites;

namespace FlsAudit.Reports.Wording;

/// <summary>The words of site profiles, the same in workbook and page.</summary>
internal static class SiteProfileText
{
    public const string Heading = "Site profiles";

    public const string Introduction =
        "Each site across all shares, over all periods: how many standard deviations it lies from all sites together, turned so that positive is better. Where sites differ by more "
        + "than chance, that is allowed for (over-dispersion). Blue is better and orange worse than the 95 % limits, darker beyond the 99.8 % limits: the very flags of the funnels. "
        + "With many measures, one outside the 95 % limits is to be expected of every twentieth by chance.";

    /// <summary>Whether any site stands in any comparison.</summary>
    public static bool HasAny(ReleasedReport report) => report.SiteProfiles.Any(profile => profile.Compared > 0);

    /// <summary>How many measures of a site stand out, in one line.</summary>
    public static string Summary(SiteProfile profile)
    {
        SiteStanding[] standings = [.. profile.Entries.Select(entry => entry.Standing).OfType<SiteStanding>()];
        if (standings.Length == 0) return "not compared in any measure";
        int better = standings.Count(standing => SiteText.Class(standing) is { } look && look.StartsWith("better", StringComparison.Ordinal));
        int worse = standings.Count(standing => SiteText.Class(standing) is { } look && look.StartsWith("worse", StringComparison.Ordinal));
        return $"{ReportText.Number(standings.Length, "measure")} compared, {PrintedNumber.Count(better)} better and {PrintedNumber.Count(worse)} worse than chance explains";
    }

    /// <summary>The z on which positive is better; with its own direction where neither is better, said so.</summary>
    public static string Z(SiteStanding standing) =>
        standing.FavourableZ is { } z ? SiteText.Signed(z) : $"{SiteText.Signed(standing.Z)} (higher; neither is better)";

    /// <summary>Why a site has no z.</summary>
    public static string Without(ProfileEntry entry) => entry.Status == ResultStatus.Ok ? "no other site to compare with" : Words.Of(entry.Status);
}
