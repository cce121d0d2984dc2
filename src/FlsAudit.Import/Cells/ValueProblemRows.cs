namespace FlsAudit.Import.Cells;

/// <summary>Counts rows and keeps the first few of them, the same ones whichever thread met which row.</summary>
internal sealed class ValueProblemRows
{
    private const int MostExamples = 5;

    private readonly SortedSet<long> examples = [];

    public long Count { get; private set; }

    public IReadOnlyList<long> Examples => [.. examples];

    public void Add(long row)
    {
        Count++;
        Keep(row);
    }

    public void Merge(ValueProblemRows other)
    {
        Count += other.Count;
        foreach (var row in other.examples) Keep(row);
    }

    private void Keep(long row)
    {
        if (examples.Count == MostExamples && row > examples.Max) return;
        examples.Add(row);
        if (examples.Count > MostExamples) examples.Remove(examples.Max);
    }
}
