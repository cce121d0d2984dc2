using FlsAudit.Standards;

namespace FlsAudit.Analysis.Periods;

/// <summary>Which two proportions are compared.</summary>
public enum DifferenceKind
{
    /// <summary>A period with the one before.</summary>
    PeriodBefore,

    /// <summary>A period with the same one a year earlier.</summary>
    YearEarlier,

    /// <summary>A site with all others pooled, over all periods.</summary>
    OtherSites,

    /// <summary>Two that somebody named.</summary>
    Named,
}

/// <summary>A ratio of two chances or odds, b over a.</summary>
/// <param name="State"><c>ok</c>; <c>zero</c>, <c>unbounded</c> or <c>undefined</c> when a cell is empty.</param>
/// <param name="Value">Null when it is unbounded or undefined.</param>
/// <param name="Limits95">Null unless it is ok.</param>
public sealed record RatioOfTwo(string State, double? Value, Limits? Limits95);

/// <summary>One proportion less another: b - a, in percentage points.</summary>
public sealed record PeriodDifference
{
    /// <summary>What the other side of a comparison of sites is called.</summary>
    public const string OtherSites = "all other sites";

    internal PeriodDifference()
    {
    }

    /// <summary>The measure's id.</summary>
    public required string Measure { get; init; }

    /// <summary>What was measured, for people.</summary>
    public required string Title { get; init; }

    /// <summary>The site of both; for a comparison of sites the one that is <see cref="B"/>.</summary>
    public required string Site { get; init; }

    /// <summary>Which two are compared.</summary>
    public required DifferenceKind Kind { get; init; }

    /// <summary>The first: an earlier period, or <see cref="OtherSites"/>.</summary>
    public required string A { get; init; }

    /// <summary>The second: a period, or a site.</summary>
    public required string B { get; init; }

    /// <summary>Met in a.</summary>
    public required double X1 { get; init; }

    /// <summary>Out of, in a.</summary>
    public required double N1 { get; init; }

    /// <summary>Met in b.</summary>
    public required double X2 { get; init; }

    /// <summary>Out of, in b.</summary>
    public required double N2 { get; init; }

    /// <summary>b - a in percentage points.</summary>
    public required double Difference { get; init; }

    /// <summary>Newcombe's limits, in percentage points.</summary>
    public required Limits Limits95 { get; init; }

    /// <summary>The pooled score test without continuity correction; null when nobody or everybody met it on both sides.</summary>
    public required double? P { get; init; }

    /// <summary>How many times as likely in b as in a.</summary>
    public required RatioOfTwo RiskRatio { get; init; }

    /// <summary>The odds in b over those in a.</summary>
    public required RatioOfTwo OddsRatio { get; init; }

    /// <summary>Which direction is better.</summary>
    public required Better Better { get; init; }

    /// <summary>The periods among a and b that may still change.</summary>
    public IReadOnlyList<string> Incomplete { get; init; } = [];

    /// <summary>How it was obtained and what was compared.</summary>
    public required string Method { get; init; }

    /// <summary>The comparison for people.</summary>
    public string Sentence => PeriodSentences.Of(this);
}
