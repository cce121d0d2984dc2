namespace FlsAudit.Statistics.ControlCharts;

/// <summary>A pattern that chance hardly makes. Where a single one is named for a point, the earlier in this list is.</summary>
public enum SpecialCauseRule
{
    /// <summary>A point outside the limits.</summary>
    OutsideLimits,

    /// <summary>A row of points each higher, or each lower, than the one before; all of them are marked.</summary>
    Trend,

    /// <summary>Two of three points in a row in the outer third on one side.</summary>
    TwoOfThree,

    /// <summary>A row of points on one side of the centre; a point on the centre ends it.</summary>
    Shift,

    /// <summary>Four of five points in a row more than one standard deviation off on one side.</summary>
    FourOfFive,

    /// <summary>A row of points that go up and down in turn.</summary>
    Alternating,

    /// <summary>A row of points within one standard deviation of the centre: too good to be true.</summary>
    Hugging,

    /// <summary>A row of points none of which lies within one standard deviation, on either side.</summary>
    AvoidingCentre,

    /// <summary>A run on one side longer than chance allows among so many points, points on the centre left out.</summary>
    LongRun,

    /// <summary>Fewer crossings of the centre than chance allows; it is about the whole segment.</summary>
    FewCrossings,
}

/// <summary>Which way a signal points.</summary>
public enum SignalSide
{
    /// <summary>Up.</summary>
    High,

    /// <summary>Down.</summary>
    Low,

    /// <summary>Neither.</summary>
    Both,
}
