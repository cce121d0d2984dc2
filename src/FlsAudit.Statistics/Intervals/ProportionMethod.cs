namespace FlsAudit.Statistics.Intervals;

/// <summary>How the interval of a proportion is computed.</summary>
public enum ProportionMethod
{
    /// <summary>The score interval, <see cref="WilsonInterval"/>: the usual one.</summary>
    Wilson,

    /// <summary>The score interval with continuity correction, close to the exact one.</summary>
    WilsonWithContinuity,

    /// <summary>Clopper and Pearson's, <see cref="ExactBinomial"/>: never too narrow.</summary>
    Exact,

    /// <summary>The exact interval with half the weight of the count that was seen, <see cref="MidPInterval"/>.</summary>
    MidP,

    /// <summary>Beta quantiles with half a success and half a failure more, <see cref="JeffreysInterval"/>.</summary>
    Jeffreys,

    /// <summary>What a likelihood ratio test does not reject, <see cref="LikelihoodRatioInterval"/>.</summary>
    LikelihoodRatio,

    /// <summary>Wald's formula around the centre of Wilson's interval, <see cref="AgrestiCoullInterval"/>; may leave 0..1.</summary>
    AgrestiCoull,

    /// <summary>The textbook formula, <see cref="WaldInterval"/>; no width at 0 of n and n of n, and may leave 0..1. To reproduce others only.</summary>
    Wald,

    /// <summary>The textbook formula with continuity correction; may leave 0..1. To reproduce others only.</summary>
    WaldWithContinuity,
}
