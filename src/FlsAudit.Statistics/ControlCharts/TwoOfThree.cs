namespace FlsAudit.Statistics.ControlCharts;

/// <summary>What counts for two of three points in the outer third.</summary>
public enum TwoOfThree
{
    /// <summary>The rule is not used.</summary>
    Off,

    /// <summary>Points between the warning and the outer limit count, and the third point must be on the same side of the centre.</summary>
    InsideLimitsAllOnOneSide,

    /// <summary>Points beyond the warning limit count, outside the limits or not, wherever the third point is.</summary>
    BeyondWarning,
}
