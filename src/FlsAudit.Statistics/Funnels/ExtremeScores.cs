namespace FlsAudit.Statistics.Funnels;

/// <summary>What is done with extreme z before their spread is taken, so that a true outlier does not widen the limits that should show it.</summary>
public enum ExtremeScores
{
    /// <summary>Those beyond the 10 % and 90 % quantile (type 7) count as if they lay there.</summary>
    Winsorised,

    /// <summary>A tenth of them, rounded down, is left out at either end.</summary>
    Truncated,

    /// <summary>They count as they are.</summary>
    Kept,
}
