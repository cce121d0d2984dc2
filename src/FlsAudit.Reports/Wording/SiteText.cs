using FlsAudit.Analysis;
using FlsAudit.Analysis.Sites;
using FlsAudit.Model;
using FlsAudit.Standards;

namespace FlsAudit.Reports.Wording;

/// <summary>What the comparison of sites says, in sentences that need no statistics.</summary>
internal static class SiteText
{
    /// <summary>
    /// One sentence on a site: where it stands, its counts, the limits that it is held against, and how they were made. For example "Site 7 has fewer patients
    /// treated than expected by chance (41.0 % of 320; 99.8 % limits 46.0 to 60.0 %, widened for over-dispersion): alarm."
    /// </summary>
    public static string Sentence(SiteRanking ranking, SiteStanding standing)
    {
        var comparison = ranking.Comparison;
        var site = standing.Site;
        var counted = comparison.Measure.Words.Numerator;
        var value = $"{PrintedNumber.WithUnit(site.Value, "percent")} of {PrintedNumber.AsNeeded(site.Denominator)}";
        if (AreEqual(comparison)) return $"{site.Site} has the same share as all other sites: {counted}, {value}.";
        var where = standing.Flag switch
        {
            FunnelFlag.Low95 or FunnelFlag.Low998 => $"has fewer {counted} than expected by chance",
            FunnelFlag.High95 or FunnelFlag.High998 => $"has more {counted} than expected by chance",
            _ => $"differs from all sites together by no more than chance: {counted}",
        };
        var outer = standing.Flag is FunnelFlag.Low998 or FunnelFlag.High998;
        var limits = (comparison.Tau2 > 0, outer) switch
        {
            (true, true) => site.AdjustedLimits998,
            (true, false) => site.AdjustedLimits95,
            (false, true) => site.Limits998,
            _ => site.Limits95,
        };
        return $"{site.Site} {where} ({value}; {(outer ? "99.8" : "95")} % limits {PrintedNumber.Range(limits, "percent")} %, {Widening(comparison)}){Word(standing)}.";
    }

    /// <summary>Why a site is not compared; empty when it is.</summary>
    public static string NotCompared(Result result, bool hasComparison) => result.Status != ResultStatus.Ok
        ? $"{result.Site} is not compared: {Words.Of(result.Status)}."
        : hasComparison ? "" : $"{result.Site} is not compared: fewer than two sites have a value.";

    /// <summary>The sentences about all sites of a comparison together.</summary>
    public static IEnumerable<string> Together(SiteRanking ranking, OutlierPolicy policy)
    {
        var comparison = ranking.Comparison;
        if (AreEqual(comparison))
        {
            yield return $"All {Number(ranking.Sites.Count)} sites have the same share, so there is no order and nothing to explain.";
            yield break;
        }

        var outside95 = ranking.Sites.Count(site => site.Flag != FunnelFlag.InLimits);
        var outside998 = ranking.Sites.Count(site => site.Flag is FunnelFlag.Low998 or FunnelFlag.High998);
        yield return $"Outside the 95 % limits {Are(outside95)} of {Number(ranking.Sites.Count)} sites, where chance alone would put up to {PrintedNumber.Fixed(ranking.ExpectedOutside95, 1)}; outside the 99.8 % limits {Are(outside998)}, where chance alone would put up to {PrintedNumber.Fixed(ranking.ExpectedOutside998, 2)}.";
        yield return $"When one in twenty of the sites called different may be a false alarm, {Number(ranking.Different)} {(ranking.Different == 1 ? "is" : "are")} different (false discovery rate 5 %, Benjamini and Hochberg).";
        if (ranking.Achievable is { } best)
            yield return $"Achievable benchmark: {PrintedNumber.WithUnit(best.Value, "percent")}, what the best {(best.Sites == 1 ? "site reaches" : $"{Number(best.Sites)} sites reach together")} with at least a tenth of the records ({PrintedNumber.AsNeeded(best.Numerator)} of {PrintedNumber.AsNeeded(best.Denominator)}).";
        if (ranking.Sites.Any(site => site.Word.Length > 0)) yield return Policy(policy);
    }

    /// <summary>What the words mean and how sure that is; empty when no policy is declared.</summary>
    public static string Policy(OutlierPolicy policy)
    {
        if (policy.Levels.Count == 0) return "";
        var levels = policy.Levels.Select(level => $"{level.Word} = more than {PrintedNumber.AsNeeded(level.Beyond)}");
        var favourable = policy.Favourable.Length > 0 ? $"; {policy.Favourable} = more than {PrintedNumber.AsNeeded(policy.Levels[0].Beyond)} on the other side" : "";
        return $"Words: {string.Join(", ", levels)} standard deviations on the unfavourable side{favourable}, and outside the 95 % limits ({policy.Provenance.Title}, {ProvenanceMark.Worded(policy.Provenance.Status)}). They ask for an explanation and are no verdict.";
    }

    /// <summary>The places that a site may have: <c>2 (1 to 4)</c>.</summary>
    public static string Rank(SiteStanding standing) => $"{PrintedNumber.Count(standing.Rank)} ({PrintedNumber.Count(standing.BestRank)} to {PrintedNumber.Count(standing.WorstRank)})";

    /// <summary>A z with its sign: <c>+1.2</c>.</summary>
    public static string Signed(double z) => PrintedNumber.Fixed(z, 1) is var text && text.StartsWith('-') ? text.Replace('-', '−') : "+" + text;

    /// <summary>The standardised percentage with its limits, or why there is none.</summary>
    public static string Standardised(StandardisedResult result) => result is { Percentage: { } percentage, PercentageLimits95: { } limits }
        ? $"{PrintedNumber.Bare(percentage, "percent")} ({PrintedNumber.Range(limits, "percent")})"
        : Words.Of(result.Status);

    /// <summary>q as people read it: three decimals, or below the smallest of these.</summary>
    public static string Q(SiteStanding standing) => standing.Q < 0.0005 ? "< 0.001" : PrintedNumber.Fixed(standing.Q, 3);

    /// <summary>Whether a flagged site is better or worse, and how far out; null within the limits and where neither direction is better.</summary>
    public static string? Class(SiteStanding standing) => standing is not { Flag: not FunnelFlag.InLimits, FavourableZ: { } z }
        ? null
        : (z > 0 ? "better" : "worse") + (standing.Flag is FunnelFlag.Low998 or FunnelFlag.High998 ? " far" : "");

    /// <summary>The ground of a cell about a site, like the class on the page; empty for none.</summary>
    public static string Ground(SiteStanding standing) => Class(standing) switch
    {
        "better far" => "9CC7EC",
        "better" => "CBE2F6",
        "worse far" => "F5B583",
        "worse" => "FBDCC0",
        _ => "",
    };

    /// <summary>How the columns were made, in small print.</summary>
    /// <param name="comparison">The comparison.</param>
    /// <param name="standardised">A standardised result; null where there is none.</param>
    public static string Explanation(SiteComparison comparison, StandardisedResult? standardised) =>
        $"Rank 1 is the {(comparison.Measure.Better switch { Better.Higher => "highest, which is better", Better.Lower => "lowest, which is better", _ => "highest; neither direction is better" })}; "
        + "beside it the ranks that a site may have, all sites together at 95 % (intervals that do not touch, Šidák's joint level). "
        + $"z: standard deviations from all sites together{(comparison.Tau2 > 0 ? ", widened for over-dispersion" : "")}; q: p-value adjusted for the number of sites (Benjamini and Hochberg)."
        + (standardised is null ? "" : $" Standardised: {standardised.Method}; observed over expected times the share of all sites, so it may exceed 100 %.");

    private static bool AreEqual(SiteComparison comparison) => comparison.Sites.All(site => site.Value == comparison.Sites[0].Value);

    private static string Widening(SiteComparison comparison) => comparison switch
    {
        { Tau2: > 0 } => "widened for over-dispersion",
        { Phi: null } => "too few sites to estimate over-dispersion",
        _ => "not widened",
    };

    private static string Word(SiteStanding standing) => standing.Word.Length > 0 ? $": {standing.Word}" : "";

    private static string Are(int count) => count == 0 ? "are none" : $"{(count == 1 ? "is" : "are")} {Number(count)}";

    private static string Number(int count) => PrintedNumber.Count(count);
}
