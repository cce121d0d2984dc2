using FlsAudit.Model;

namespace FlsAudit.Jobs.Anonymising;

/// <summary>The letters that stand for sites: A, B, … Z, AA, AB and so on.</summary>
internal static class SiteLetters
{
    private const int Letters = 26;

    /// <summary>The letters in order, without those that would read as pooled results.</summary>
    public static IEnumerable<string> All => Enumerable.Range(0, int.MaxValue).Select(At).Where(letters => !SiteTable.IsReserved(letters));

    private static string At(int index) => (index >= Letters ? At((index / Letters) - 1) : "") + (char)('A' + (index % Letters));
}
