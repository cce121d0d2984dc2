namespace FlsAudit.Analysis.Suppressing;

/// <summary>How fields are filled, as it may be shown: a table of sites for each field.</summary>
internal static class ReleasedCompleteness
{
    public static IReadOnlyList<FieldCompleteness> Of(IReadOnlyList<FieldCompleteness> completeness, DisclosurePolicy policy)
    {
        var suppressed = completeness.GroupBy(entry => entry.Field.Name).ToDictionary(field => field.Key, field => Suppressed([.. field], policy), StringComparer.Ordinal);
        return [.. completeness.Select(entry => entry.Records > 0 && (suppressed[entry.Field.Name]?.Contains(entry.Site) ?? true)
            ? new FieldCompleteness(entry.Field, entry.Site, 0, 0, 0) { IsSuppressed = true }
            : entry with { Recorded = Rounded(entry.Recorded), NotKnown = Rounded(entry.NotKnown), Blank = Rounded(entry.Blank) })];

        long Rounded(long count) => (long)policy.Rounded(count);
    }

    private static IReadOnlySet<string>? Suppressed(FieldCompleteness[] field, DisclosurePolicy policy) => SuppressionLine.Of(
        [.. field.Where(entry => entry.Site != Result.All && entry.Records > 0).Select(entry => (entry.Site, Counts(entry)))],
        field.Where(entry => entry.Site == Result.All).Select(Counts).FirstOrDefault([0, 0, 0]),
        counts => !counts.Any(policy.IsSmall));

    private static IReadOnlyList<long> Counts(FieldCompleteness entry) => [entry.Recorded, entry.NotKnown, entry.Blank];
}
