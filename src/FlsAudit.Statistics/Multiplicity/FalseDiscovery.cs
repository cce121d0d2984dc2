namespace FlsAudit.Statistics.Multiplicity;

/// <summary>
/// Control of the share of false ones among the tests that are called significant (Benjamini and Hochberg, J R Stat Soc B 1995;57:289-300),
/// for tests that are independent or depend positively.
/// </summary>
public static class FalseDiscovery
{
    /// <summary>
    /// The adjusted p-values, in the order given: the smallest share of false discoveries at which a test is still called significant. Call
    /// those significant that do not exceed the share one accepts.
    /// </summary>
    /// <param name="pValues">0..1 each; null for a test that could not be made, which stays null and counts for nothing.</param>
    /// <returns>Never below the p-value itself, never above 1, in the same order by size, ties alike.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A p-value lies outside 0..1 or is no number.</exception>
    public static IReadOnlyList<double?> Adjusted(IReadOnlyList<double?> pValues)
    {
        var made = new List<int>(pValues.Count);
        for (var i = 0; i < pValues.Count; i++)
        {
            if (pValues[i] is not { } p) continue;
            if (!(p >= 0 && p <= 1)) throw new ArgumentOutOfRangeException(nameof(pValues), p, "A p-value must lie between 0 and 1.");
            made.Add(i);
        }

        made.Sort((a, b) => pValues[a]!.Value.CompareTo(pValues[b]!.Value));
        var adjusted = new double?[pValues.Count];
        var least = 1.0;
        for (var rank = made.Count; rank > 0; rank--)
        {
            least = Math.Min(least, pValues[made[rank - 1]]!.Value * ((double)made.Count / rank));
            adjusted[made[rank - 1]] = least;
        }

        return adjusted;
    }
}
