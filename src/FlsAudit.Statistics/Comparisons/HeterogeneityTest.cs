namespace FlsAudit.Statistics.Comparisons;

/// <summary>Whether several proportions differ by more than chance: Pearson's chi-square (Phil Mag 1900;50:157-175) with as many degrees of freedom as there are proportions, less one.</summary>
public static class HeterogeneityTest
{
    /// <summary>The test; those without trials are left out.</summary>
    /// <param name="units">Successes and trials of each.</param>
    /// <returns>Null when there is nothing to test: fewer than two with trials, or no success or no failure at all.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A count is impossible.</exception>
    public static ChiSquareResult? Of(IReadOnlyList<(double X, double N)> units)
    {
        var (x, n, compared) = (0.0, 0.0, 0);
        foreach (var unit in units)
        {
            Counts.RequireTally(unit.X, unit.N);
            (x, n) = (x + unit.X, n + unit.N);
            if (unit.N > 0) compared++;
        }

        if (compared < 2 || x == 0 || x == n) return null;
        var p = x / n;
        var sum = 0.0;
        foreach (var unit in units)
        {
            if (unit.N > 0) sum += (unit.X - (unit.N * p)) * (unit.X - (unit.N * p)) / unit.N;
        }

        return ChiSquareResult.Of(sum / (p * (1 - p)), compared - 1);
    }
}
