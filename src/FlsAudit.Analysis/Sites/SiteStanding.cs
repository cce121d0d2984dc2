namespace FlsAudit.Analysis.Sites;

/// <summary>Where the interval of a site lies against the pooled value.</summary>
public enum IntervalSide
{
    /// <summary>It holds the pooled value, ends included.</summary>
    Holds,

    /// <summary>All of it is lower.</summary>
    Below,

    /// <summary>All of it is higher.</summary>
    Above,
}

/// <summary>One site among the others; percentages 0-100.</summary>
public sealed record SiteStanding
{
    internal SiteStanding()
    {
    }

    /// <summary>The very site of the funnel.</summary>
    public required SiteInFunnel Site { get; init; }

    /// <summary>The flag to act on, that of the funnel.</summary>
    public required FunnelFlag Flag { get; init; }

    /// <summary>Standard deviations from the pooled value: widened where the limits are.</summary>
    public required double Z { get; init; }

    /// <summary>The z on which more is better; null where neither direction is.</summary>
    public required double? FavourableZ { get; init; }

    /// <summary>Wilson's 95 % limits of the site's own value.</summary>
    public required Limits Own { get; init; }

    /// <summary>Where <see cref="Own"/> lies against the pooled value.</summary>
    public required IntervalSide Side { get; init; }

    /// <summary>Its place, 1 for the best, or for the highest where neither direction is better; sites with the same value share the better place.</summary>
    public required long Rank { get; init; }

    /// <summary>The best place that it may have: all sites together have theirs with 95 %.</summary>
    public required long BestRank { get; init; }

    /// <summary>The worst place that it may have.</summary>
    public required long WorstRank { get; init; }

    /// <summary>The two-sided p-value of <see cref="Z"/>.</summary>
    public required double P { get; init; }

    /// <summary>The smallest share of false ones among the sites called different at which this one still is.</summary>
    public required double Q { get; init; }

    /// <summary>The outlier policy's word; empty when there is none, and for a site within the 95 % limits.</summary>
    public required string Word { get; init; }
}
