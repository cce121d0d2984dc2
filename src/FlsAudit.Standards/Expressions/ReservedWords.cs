namespace FlsAudit.Standards.Expressions;

/// <summary>The words and signs of the language, which name nothing.</summary>
internal static class ReservedWords
{
    /// <summary>The day up to which the data are complete, as the tables of worked cases write it.</summary>
    public const string AsAt = "as_at";

    public static readonly IReadOnlySet<string> All =
        new HashSet<string>(["and", "or", "not", "is", "in", "known", "missing", "within", "on", "of", "days", AsAt], StringComparer.Ordinal);

    public static readonly IReadOnlyDictionary<string, Comparison> Comparisons = new Dictionary<string, Comparison>(StringComparer.Ordinal)
    {
        ["="] = Comparison.Equal,
        ["!="] = Comparison.NotEqual,
        ["<"] = Comparison.Less,
        ["<="] = Comparison.LessOrEqual,
        [">"] = Comparison.Greater,
        [">="] = Comparison.GreaterOrEqual,
    };
}
