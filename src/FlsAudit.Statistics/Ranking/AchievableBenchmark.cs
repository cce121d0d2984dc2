namespace FlsAudit.Statistics.Ranking;

/// <summary>
/// The achievable benchmark of care (Kiefe et al., Int J Qual Health Care 1998;10:443-447; Weissman et al., J Eval Clin Pract
/// 1999;5:269-281): what the best units reach together that hold at least a tenth of all trials. Units are ordered by (x + 1)/(n + 2), so that 1 of 1 does not lead.
/// </summary>
/// <param name="Value">The pooled proportion of the best units, 0..1.</param>
/// <param name="Units">How many units it is made of.</param>
/// <param name="X">Their successes.</param>
/// <param name="N">Their trials.</param>
public readonly record struct AchievableBenchmark(double Value, int Units, double X, double N)
{
    private const double SmallestShare = 0.1;

    /// <summary>The benchmark of a table of units; those without trials are left out.</summary>
    /// <param name="units">Successes and trials of each; units that are equal by order come in together, so the order given does not matter.</param>
    /// <param name="higherIsBetter">Whether the best units are those with the highest proportions.</param>
    /// <returns>Null when no unit has trials.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A count is impossible.</exception>
    public static AchievableBenchmark? Of(IReadOnlyList<(double X, double N)> units, bool higherIsBetter = true)
    {
        foreach (var (x, n) in units) Counts.RequireTally(x, n);
        var all = units.Sum(unit => unit.N);
        if (all == 0) return null;
        var (sumX, sumN, count) = (0.0, 0.0, 0);
        var groups = units.Where(unit => unit.N > 0).GroupBy(unit => (unit.X + 1) / (unit.N + 2)).OrderBy(group => higherIsBetter ? -group.Key : group.Key);
        foreach (var group in groups)
        {
            foreach (var (x, n) in group) (sumX, sumN, count) = (sumX + x, sumN + n, count + 1);
            if (sumN >= SmallestShare * all) break;
        }

        return new AchievableBenchmark(sumX / sumN, count, sumX, sumN);
    }
}
