using FlsAudit.Standards;

namespace FlsAudit.Analysis.Periods;

/// <summary>Whether proportions rise or fall along the periods of one measure and site.</summary>
public sealed record PeriodTrend
{
    internal PeriodTrend()
    {
    }

    /// <summary>The measure's id.</summary>
    public required string Measure { get; init; }

    /// <summary>What was measured, for people.</summary>
    public required string Title { get; init; }

    /// <summary>The site, or <see cref="Result.All"/>.</summary>
    public required string Site { get; init; }

    /// <summary>How many periods it is taken from: complete ones with a value.</summary>
    public required int Periods { get; init; }

    /// <summary>The first of them.</summary>
    public required string First { get; init; }

    /// <summary>The last of them.</summary>
    public required string Last { get; init; }

    /// <summary>Cochran and Armitage's chi-square; null when there is nothing to test.</summary>
    public required double? ChiSquare { get; init; }

    /// <summary>Its p; null when there is nothing to test.</summary>
    public required double? P { get; init; }

    /// <summary>The change of the log-odds per period; null when there is none, see <see cref="Method"/>.</summary>
    public required double? Slope { get; init; }

    /// <summary>Its 95 % limits.</summary>
    public required Limits? SlopeLimits95 { get; init; }

    /// <summary>Which direction is better.</summary>
    public required Better Better { get; init; }

    /// <summary>How it was obtained; where there is no slope, why.</summary>
    public required string Method { get; init; }

    /// <summary>The trend for people.</summary>
    public string Sentence => PeriodSentences.Of(this);
}
