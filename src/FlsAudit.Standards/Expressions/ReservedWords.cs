namespace FlsAudit.Standards.Expressions;

/// <summary>The words and signs of the language, which name nothing.</summary>
internal static class ReservedWords
{
    public static readonly IReadOnlySet<string> All =
        new HashSet<string>(["and", "or", "not", "is", "in", "known", "missing", "within", "on", "of", "days"], StringComparer.Ordinal);

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
