namespace FlsAudit.Simulation.Exports;

/// <summary>Writes the rows of one export. What is not completed is no export.</summary>
internal abstract class TableWriter : IDisposable
{
    /// <summary>Writes the headings; an empty one is an unnamed column.</summary>
    public abstract void Header(IReadOnlyList<string> headings);

    public abstract void Row(ReadOnlySpan<Cell> cells);

    /// <summary>Called once after the last row.</summary>
    public abstract void Complete();

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected abstract void Dispose(bool disposing);
}
