using FlsAudit.Statistics.Quantiles;

namespace FlsAudit.Statistics.Funnels;

/// <summary>How far z-scores spread, and the variance between units that this takes.</summary>
/// <param name="Phi">Their mean square once extremes were dealt with; null with fewer than <see cref="OverDispersion.FewestUnits"/> of them.</param>
/// <param name="Tau2">The variance between units by moments; 0 when chance explains all; null like phi.</param>
/// <param name="Used">How many scores it rests on.</param>
internal readonly record struct ScoreSpread(double? Phi, double? Tau2, int Used)
{
    private const int ExtremeShare = 10;

    /// <summary>The spread of scores, each with the reciprocal of its variance; a score without bound is the first to be cut off and is never counted.</summary>
    internal static ScoreSpread Of(IEnumerable<(double Z, double Weight)> scores, ExtremeScores extremes)
    {
        var sorted = scores.OrderBy(score => score.Z).ToArray();
        var cut = extremes == ExtremeScores.Truncated ? sorted.Length / ExtremeShare : 0;
        sorted = [.. sorted[cut..^cut].Where(score => double.IsFinite(score.Z))];
        if (sorted.Length < OverDispersion.FewestUnits) return new ScoreSpread(null, null, sorted.Length);
        double[] z = [.. sorted.Select(score => score.Z)];
        if (extremes == ExtremeScores.Winsorised)
        {
            var (low, high) = (Quantile.Type7(z, 1.0 / ExtremeShare), Quantile.Type7(z, 1 - (1.0 / ExtremeShare)));
            for (var i = 0; i < z.Length; i++) z[i] = Math.Clamp(z[i], low, high);
        }

        var phi = z.Average(score => score * score);
        return new ScoreSpread(phi, BetweenUnits(phi, sorted), sorted.Length);
    }

    // Written as Σ w(Σw - w)/Σw, the divisor stays positive when one unit outweighs all others.
    private static double BetweenUnits(double phi, (double Z, double Weight)[] scores)
    {
        var excess = (scores.Length * phi) - (scores.Length - 1);
        if (excess <= 0) return 0;
        var total = scores.Sum(score => score.Weight);
        return excess / scores.Sum(score => score.Weight * ((total - score.Weight) / total));
    }
}
