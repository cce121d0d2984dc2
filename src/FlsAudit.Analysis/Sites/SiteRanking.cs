using FlsAudit.Standards;
using FlsAudit.Statistics;
using FlsAudit.Statistics.Intervals;
using FlsAudit.Statistics.Multiplicity;
using FlsAudit.Statistics.Ranking;

namespace FlsAudit.Analysis.Sites;

/// <summary>
/// The sites of one comparison in order, with what is known of that order. Made of the released comparison itself, so that it never tells more than the funnel
/// and never tells it differently.
/// </summary>
public sealed record SiteRanking
{
    /// <summary>The share of false ones among the sites called different that is taken for small.</summary>
    public const double AcceptedFalseShare = 0.05;

    private SiteRanking()
    {
    }

    /// <summary>The comparison.</summary>
    public required SiteComparison Comparison { get; init; }

    /// <summary>The sites in the order of the comparison.</summary>
    public required IReadOnlyList<SiteStanding> Sites { get; init; }

    /// <summary>What can be achieved; null where neither direction is better.</summary>
    public required AchievableValue? Achievable { get; init; }

    /// <summary>How many sites lie outside 95 % limits by chance alone when none differs; the most to expect, as limits on counts leave out less.</summary>
    public required double ExpectedOutside95 { get; init; }

    /// <summary>The same for the 99.8 % limits.</summary>
    public required double ExpectedOutside998 { get; init; }

    /// <summary>How many sites are called different when a twentieth of them may be false ones.</summary>
    public int Different => Sites.Count(site => site.Q <= AcceptedFalseShare);

    /// <summary>The standing of a site, or null when it is not compared.</summary>
    public SiteStanding? Find(string site) => Sites.FirstOrDefault(standing => standing.Site.Site == site);

    internal static SiteRanking Of(SiteComparison comparison, OutlierPolicy policy)
    {
        var better = comparison.Measure.Better;
        var highestFirst = better != Better.Lower;
        var sites = comparison.Sites;
        var joint = sites.Count == 0 ? ConfidenceLevel.Percent95 : RankInterval.JointLevel(ConfidenceLevel.Percent95, sites.Count);
        var ranges = RankInterval.Of([.. sites.Select(site => WilsonInterval.Of(site.Numerator, site.Denominator, joint))], highestFirst);
        double[] values = [.. sites.Select(site => site.Value)];
        Array.Sort(values);
        double[] z = [.. sites.Select(site => comparison.Tau2 > 0 ? site.AdjustedZ : site.Z)];
        double?[] p = [.. z.Select(score => ChanceFlags.TwoSidedP(score))];
        var q = FalseDiscovery.Adjusted(p);
        return new SiteRanking
        {
            Comparison = comparison,
            Sites = [.. sites.Select((site, i) => Standing(site, i))],
            Achievable = better == Better.None ? null : Reached(AchievableBenchmark.Of([.. sites.Select(site => (site.Numerator, site.Denominator))], highestFirst)),
            ExpectedOutside95 = ChanceFlags.Expected(sites.Count, ConfidenceLevel.Percent95),
            ExpectedOutside998 = ChanceFlags.Expected(sites.Count, ConfidenceLevel.Percent998),
        };

        SiteStanding Standing(SiteInFunnel site, int i)
        {
            var flag = comparison.HeadlineFlag(site);
            var own = Kinds.Proportions.Percent(WilsonInterval.Of(site.Numerator, site.Denominator, ConfidenceLevel.Percent95));
            return new SiteStanding
            {
                Site = site,
                Flag = flag,
                Z = z[i],
                FavourableZ = better switch { Better.Higher => z[i], Better.Lower => -z[i], _ => null },
                Own = own,
                Side = comparison.Centre < own.Lower ? IntervalSide.Above : comparison.Centre > own.Upper ? IntervalSide.Below : IntervalSide.Holds,
                Rank = 1 + (highestFirst ? Above(values, site.Value) : Below(values, site.Value)),
                BestRank = ranges[i].Best,
                WorstRank = ranges[i].Worst,
                P = p[i]!.Value,
                Q = q[i]!.Value,
                // On few records the score goes far where the exact limits do not: no word where the chart shows nothing.
                Word = flag == FunnelFlag.InLimits ? "" : policy.WordOf(z[i], better),
            };
        }
    }

    private static AchievableValue? Reached(AchievableBenchmark? benchmark) =>
        benchmark is { } best ? new AchievableValue(Kinds.Proportions.Percent(best.X, best.N), best.Units, best.X, best.N) : null;

    private static int Above(double[] sorted, double value) => sorted.Length - First(sorted, other => other > value);

    private static int Below(double[] sorted, double value) => First(sorted, other => other >= value);

    private static int First(double[] sorted, Func<double, bool> holds)
    {
        var (low, high) = (0, sorted.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (holds(sorted[middle])) high = middle;
            else low = middle + 1;
        }

        return low;
    }
}
