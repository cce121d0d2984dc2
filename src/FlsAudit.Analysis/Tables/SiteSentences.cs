using FlsAudit.Analysis.Periods;
using FlsAudit.Standards;

namespace FlsAudit.Analysis.Tables;

/// <summary>Comparisons of sites in one sentence that says the method.</summary>
internal static class SiteSentences
{
    /// <summary>A longer list is no sentence; the files name all.</summary>
    private const int MostSites = 6;

    public static string Of(SiteComparison comparison, double? target)
    {
        var centre = PlainWords.Value(comparison.Centre, Units.Percent);
        var subject = Subject(comparison.Measure, comparison.Period);
        SiteInFunnel[] outside =
        [
            .. comparison.Sites.Where(site => comparison.HeadlineFlag(site) != FunnelFlag.InLimits)
                .OrderByDescending(site => Math.Abs(comparison.Tau2 > 0 ? site.AdjustedZ : site.Z)).ThenBy(site => site.Site, StringComparer.Ordinal),
        ];
        var sites = PlainWords.Count(comparison.Sites.Count, "site");
        var verdict = comparison.Sites.All(site => site.Value == comparison.Centre) ? $"all {sites} are at {centre}, so nothing varies and no site is flagged"
            : outside.Length == 0 ? $"none of {sites} differs from the pooled {centre} by more than chance explains"
            : $"{outside.Length} of {sites} {(outside.Length == 1 ? "differs" : "differ")} from the pooled {centre} by more than chance explains: {Named(comparison, outside)}";
        return $"{subject}: {verdict} ({Limits(comparison)}).{Target(comparison, target)}";
    }

    /// <summary>Why there is no comparison.</summary>
    public static string TooFew(MeasureDefinition measure, string period, IReadOnlyList<Result> sites)
    {
        string[] valued = [.. sites.Where(site => site.Value is not null).Select(site => site.Site)];
        return $"{Subject(measure, period)}: {(valued.Length == 0 ? "no site has cases" : $"only {valued[0]} has cases ({PlainWords.Value(sites.First(site => site.Value is not null).Value!.Value, Units.Percent)})")}, so there is nothing to compare with.";
    }

    private static string Subject(MeasureDefinition measure, string period) => period == Result.All ? measure.Title : $"{measure.Title}, {period}";

    private static string Named(SiteComparison comparison, SiteInFunnel[] outside)
    {
        var named = string.Join(", ", outside.Take(MostSites).Select(site => $"{site.Site} ({PlainWords.Value(site.Value, Units.Percent)}, {Place(comparison.HeadlineFlag(site), comparison.Measure.Better)})"));
        return outside.Length > MostSites ? $"{named} and {outside.Length - MostSites} more" : named;
    }

    private static string Place(FunnelFlag flag, Better better)
    {
        var isHigh = flag is FunnelFlag.High95 or FunnelFlag.High998;
        var limit = flag is FunnelFlag.Low998 or FunnelFlag.High998 ? "99.8" : "95";
        var meaning = better == Better.None ? "" : isHigh == (better == Better.Higher) ? ", better" : ", worse";
        return $"{(isHigh ? "above" : "below")} the {limit} % limit{meaning}";
    }

    private static string Limits(SiteComparison comparison) =>
        comparison.Tau2 > 0 ? "funnel limits widened for over-dispersion" : comparison.Phi is null ? "exact funnel limits, too few sites to estimate over-dispersion" : "exact funnel limits, no over-dispersion found";

    private static string Target(SiteComparison comparison, double? target)
    {
        if (target is not { } asked) return "";
        var lower = comparison.Measure.Better == Better.Lower;
        var reached = comparison.Sites.Count(site => lower ? site.Value <= asked : site.Value >= asked);
        return $" {reached} of {PlainWords.Count(comparison.Sites.Count, "site")} {(reached == 1 ? "is" : "are")} at {PlainWords.Value(asked, Units.Percent)} or {(lower ? "below" : "above")}.";
    }
}
