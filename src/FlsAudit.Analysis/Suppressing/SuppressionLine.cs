namespace FlsAudit.Analysis.Suppressing;

/// <summary>Secondary suppression among sites whose total is shown, where everything about a suppressed site is withheld.</summary>
internal static class SuppressionLine
{
    private const int Fewest = 2;

    /// <summary>
    /// The sites to suppress: the small ones, and the next smallest until there are at least two and what they have together, which is the total less what is
    /// shown, is not small either. Null when even the total is small, or the sites do not add up to it: then nothing may be shown.
    /// </summary>
    /// <param name="sites">The counts of the sites by name; positions that are differences of counts may be negative.</param>
    /// <param name="total">The counts of all of them.</param>
    /// <param name="isSafe">Whether counts can be shown.</param>
    public static IReadOnlySet<string>? Of(IReadOnlyList<(string Site, IReadOnlyList<long> Counts)> sites, IReadOnlyList<long> total, Func<IReadOnlyList<long>, bool> isSafe)
    {
        if (!isSafe(total)) return null;
        var suppressed = new HashSet<string>(sites.Where(site => !isSafe(site.Counts)).Select(site => site.Site), StringComparer.Ordinal);
        if (suppressed.Count == 0) return suppressed;
        if (Enumerable.Range(0, total.Count).Any(i => sites.Sum(site => site.Counts[i]) != total[i])) return null;
        var next = new Queue<string>(sites.Where(site => !suppressed.Contains(site.Site))
            .OrderBy(site => site.Counts.Sum(Math.Abs)).ThenBy(site => site.Site, StringComparer.Ordinal).Select(site => site.Site));
        while (suppressed.Count < Fewest || !isSafe(Together(sites, suppressed, total.Count)))
        {
            if (!next.TryDequeue(out var site)) return null;
            suppressed.Add(site);
        }

        return suppressed;
    }

    private static long[] Together(IReadOnlyList<(string Site, IReadOnlyList<long> Counts)> sites, HashSet<string> suppressed, int count) =>
        [.. Enumerable.Range(0, count).Select(i => sites.Where(site => suppressed.Contains(site.Site)).Sum(site => site.Counts[i]))];
}
