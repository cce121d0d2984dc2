namespace FlsAudit.Standards.Checking;

/// <summary>
/// How much may still be searched for contradictions in one run. A definition made to keep the search busy uses it up, and what comes after is accepted
/// unsearched: a stranger's file cannot hang the program.
/// </summary>
internal sealed class SearchBudget
{
    private int steps = 200_000;

    /// <summary>Takes one step; false when none is left.</summary>
    public bool Take() => steps > 0 && steps-- > 0;
}
