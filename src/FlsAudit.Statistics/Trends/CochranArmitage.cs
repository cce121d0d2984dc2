namespace FlsAudit.Statistics.Trends;

/// <summary>
/// Whether proportions rise or fall along a row of periods (Cochran, Biometrics 1954;10:417-451; Armitage, Biometrics 1955;11:375-386).
/// The score of a period is its place, 0, 1, 2 ...; the variance is divided by the number of trials, not by one less.
/// </summary>
public static class CochranArmitage
{
    /// <summary>The test with one degree of freedom.</summary>
    /// <param name="periods">Successes and trials in order; a period without trials keeps its place and says nothing.</param>
    /// <returns>Null when there is nothing to test: fewer than two periods with trials, or no success or no failure at all.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A count is impossible.</exception>
    public static ChiSquareResult? Of(IReadOnlyList<(double X, double N)> periods)
    {
        var (x, n, scores, compared) = (0.0, 0.0, 0.0, 0);
        for (var i = 0; i < periods.Count; i++)
        {
            Counts.RequireTally(periods[i].X, periods[i].N);
            x += periods[i].X;
            n += periods[i].N;
            scores += i * periods[i].N;
            if (periods[i].N > 0) compared++;
        }

        if (compared < 2 || x == 0 || x == n) return null;
        var (p, middle) = (x / n, scores / n);
        var (along, spread) = (0.0, 0.0);
        for (var i = 0; i < periods.Count; i++)
        {
            along += (periods[i].X - (periods[i].N * p)) * (i - middle);
            spread += periods[i].N * (i - middle) * (i - middle);
        }

        return ChiSquareResult.Of(along * along / (p * (1 - p) * spread), 1);
    }
}
