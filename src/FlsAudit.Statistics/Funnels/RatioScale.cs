namespace FlsAudit.Statistics.Funnels;

/// <summary>The scale on which ratios of observed to expected are compared, and what is done with extreme z.</summary>
public enum RatioScale
{
    /// <summary>z = 2√E(√(O/E) - 1), extremes winsorised; limits are squared back. As the English regulator of care does.</summary>
    SquareRoot,

    /// <summary>z = √E·ln(O/E), extremes truncated. As the English summary hospital-level mortality indicator does. O = 0 has no z.</summary>
    Logarithm,

    /// <summary>
    /// Both numbers are counts by chance: the logarithm of (O + ½)/(E + ½) against the pooled ratio, with the variance
    /// O/(O + ½)² + E/(E + ½)², extremes winsorised (Spiegelhalter, Stat Med 2005;24:1185-1202, section on ratios of counts, as others quote it).
    /// </summary>
    TwoCounts,
}
