namespace FlsAudit.Model;

/// <summary>Finds the name that somebody probably meant.</summary>
public static class NearestName
{
    /// <summary>
    /// The candidate with the smallest edit distance, if that is at most a third of the longer name; otherwise null.
    /// Ties go to the first candidate in ordinal order.
    /// </summary>
    public static string? Of(string name, IEnumerable<string> candidates)
    {
        string? best = null;
        var bestDistance = int.MaxValue;
        // Names whose lengths alone differ by more are never near; most are told apart by that.
        foreach (var candidate in candidates.Where(other => Math.Abs(other.Length - name.Length) * 3 <= Math.Max(name.Length, other.Length)).Order(StringComparer.Ordinal))
        {
            var distance = Distance(name, candidate);
            if (distance < bestDistance) (best, bestDistance) = (candidate, distance);
        }

        return best is not null && bestDistance * 3 <= Math.Max(name.Length, best.Length) ? best : null;
    }

    /// <summary>A clause such as <c>; did you mean 'dxa_date'?</c>, or nothing when no candidate is near.</summary>
    public static string Hint(string name, IEnumerable<string> candidates) =>
        Of(name, candidates) is { } nearest ? $"; did you mean '{nearest}'?" : "";

    /// <summary>How alike two texts are: 1 less the share of characters that must be changed, case apart; two empty texts are alike.</summary>
    public static double Likeness(string a, string b) => a.Length + b.Length == 0 ? 1 : 1 - ((double)Distance(a, b) / Math.Max(a.Length, b.Length));

    // Levenshtein's edit distance, folding case: one row of the table at a time.
    private static int Distance(string a, string b)
    {
        var row = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++) row[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var substitution = diagonal + (char.ToLowerInvariant(a[i - 1]) == char.ToLowerInvariant(b[j - 1]) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(substitution, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[b.Length];
    }
}
