using FlsAudit.Standards;

namespace FlsAudit.Analysis.Sites;

/// <summary>One site over all periods against what all sites together reach with patients alike.</summary>
public sealed record StandardisedResult
{
    internal StandardisedResult()
    {
    }

    /// <summary>What was measured.</summary>
    public required MeasureDefinition Measure { get; init; }

    /// <summary>The site.</summary>
    public required string Site { get; init; }

    /// <summary>Its numerator.</summary>
    public required double Observed { get; init; }

    /// <summary>The numerator that the pooled share of each group predicts for its records.</summary>
    public required double Expected { get; init; }

    /// <summary>Its denominator.</summary>
    public required double Denominator { get; init; }

    /// <summary>How many groups its records fall into.</summary>
    public required int Strata { get; init; }

    /// <summary>Records of the denominator that do not say at least one of the things that make the groups; they form groups of their own.</summary>
    public required double NotRecorded { get; init; }

    /// <summary>Observed over expected; null when nothing is expected.</summary>
    public double? Ratio { get; init; }

    /// <summary>95 % limits of <see cref="Ratio"/>.</summary>
    public Limits? RatioLimits95 { get; init; }

    /// <summary>The ratio times the pooled percentage; it may exceed 100. Null when nothing is expected.</summary>
    public double? Percentage { get; init; }

    /// <summary>95 % limits of <see cref="Percentage"/>.</summary>
    public Limits? PercentageLimits95 { get; init; }

    /// <summary>Ok, or not computed when nothing is expected.</summary>
    public required ResultStatus Status { get; init; }

    /// <summary>How it was obtained, in words.</summary>
    public required string Method { get; init; }
}
