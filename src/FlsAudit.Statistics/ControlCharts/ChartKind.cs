namespace FlsAudit.Statistics.ControlCharts;

/// <summary>What a control chart shows and how its limits come about.</summary>
public enum ChartKind
{
    /// <summary>Proportions, limits by the binomial distribution, <see cref="PChart"/>.</summary>
    P,

    /// <summary>Proportions, limits that also allow for variation between periods, <see cref="PChart"/>.</summary>
    PPrime,

    /// <summary>Rates of events that have no upper bound, limits by the Poisson distribution, <see cref="UChart"/>.</summary>
    U,

    /// <summary>Rates, limits that also allow for variation between periods, <see cref="UChart"/>.</summary>
    UPrime,

    /// <summary>Any values, limits from the differences of neighbours, <see cref="XmrChart"/>.</summary>
    Xmr,

    /// <summary>The differences of neighbours themselves, <see cref="MovingRangeChart"/>.</summary>
    MovingRange,

    /// <summary>Any values around their median, without limits, <see cref="RunChart"/>.</summary>
    Run,
}
