using FlsAudit.Standards;

namespace FlsAudit.Analysis;

/// <summary>How the plain limits of a funnel are computed.</summary>
public enum FunnelLimitKind
{
    /// <summary>Binomial quantiles, interpolated between counts.</summary>
    Exact,

    /// <summary>The normal approximation, as older reports have it; too narrow where records are few.</summary>
    Normal,
}

/// <summary>Where a site lies against funnel limits. Outside means strictly outside.</summary>
public enum FunnelFlag
{
    /// <summary>Within the 95 % limits, or there are no limits.</summary>
    InLimits,

    /// <summary>Below the 95 % limit.</summary>
    Low95,

    /// <summary>Above the 95 % limit.</summary>
    High95,

    /// <summary>Below the 99.8 % limit.</summary>
    Low998,

    /// <summary>Above the 99.8 % limit.</summary>
    High998,
}

/// <summary>One site in a funnel; percentages 0-100.</summary>
public sealed record SiteInFunnel
{
    internal SiteInFunnel()
    {
    }

    /// <summary>The site.</summary>
    public required string Site { get; init; }

    /// <summary>Counts of the site.</summary>
    public required double Numerator { get; init; }

    /// <summary>Counts of the site; at least 1.</summary>
    public required double Denominator { get; init; }

    /// <summary>In percent.</summary>
    public required double Value { get; init; }

    /// <summary>Plain limits at this denominator.</summary>
    public required Limits Limits95 { get; init; }

    /// <summary>Plain limits at this denominator.</summary>
    public required Limits Limits998 { get; init; }

    /// <summary>Limits widened for over-dispersion; equal in kind to the plain ones where tau² is 0.</summary>
    public required Limits AdjustedLimits95 { get; init; }

    /// <summary>Limits widened for over-dispersion.</summary>
    public required Limits AdjustedLimits998 { get; init; }

    /// <summary>Standard deviations from the centre on the arcsine scale.</summary>
    public required double Z { get; init; }

    /// <summary>The same after widening.</summary>
    public required double AdjustedZ { get; init; }

    /// <summary>Against the plain limits.</summary>
    public required FunnelFlag Flag { get; init; }

    /// <summary>Against the widened limits.</summary>
    public required FunnelFlag AdjustedFlag { get; init; }
}

/// <summary>The limits at one denominator, for drawing the curves of a funnel.</summary>
public sealed record FunnelPoint(double Denominator, Limits Limits95, Limits Limits998, Limits AdjustedLimits95, Limits AdjustedLimits998);

/// <summary>All sites of one measure and period against their pooled centre.</summary>
public sealed record SiteComparison
{
    internal SiteComparison()
    {
    }

    /// <summary>What was measured: a proportion, or a ladder on one.</summary>
    public required MeasureDefinition Measure { get; init; }

    /// <summary>The period's label or <see cref="Result.All"/>.</summary>
    public required string Period { get; init; }

    /// <summary>The pooled percentage.</summary>
    public required double Centre { get; init; }

    /// <summary>Over-dispersion, winsorised; about 1 when sites differ by chance alone. Null when there are too few sites to estimate it.</summary>
    public required double? Phi { get; init; }

    /// <summary>Between-site variance on the arcsine scale; 0 when the limits are not widened.</summary>
    public required double Tau2 { get; init; }

    /// <summary>The sites with a value, by name.</summary>
    public required IReadOnlyList<SiteInFunnel> Sites { get; init; }

    /// <summary>The limit curves, by rising denominator.</summary>
    public required IReadOnlyList<FunnelPoint> Curve { get; init; }

    /// <summary>How the limits were obtained, in words.</summary>
    public required string Method { get; init; }

    /// <summary>The flag to act on: the widened one where tau² is above 0, else the plain one.</summary>
    public FunnelFlag HeadlineFlag(SiteInFunnel site) => Tau2 > 0 ? site.AdjustedFlag : site.Flag;
}
