namespace FlsAudit.Import.Passes;

/// <summary>Adds up the bytes of all passes and tells the caller now and then.</summary>
internal sealed class ProgressMeter(Action<ImportProgress>? report, long total)
{
    private const long Step = 1 << 20;

    private readonly Action<ImportProgress>? report = report is null ? null : CallerException.Guarded(report);
    private long done;
    private long told;

    /// <summary>What a pass over one file calls with the bytes it has read so far.</summary>
    public Action<long> Of(string file)
    {
        var before = done;
        return bytes =>
        {
            done = Math.Max(done, before + bytes);
            if (done - told < Step) return;
            told = done;
            Tell(file);
        };
    }

    /// <summary>Tells that a file is finished, whatever became of it.</summary>
    public void Finish(string file) => Tell(file);

    private void Tell(string file) => report?.Invoke(new ImportProgress(done, Math.Max(total, done), file));
}
