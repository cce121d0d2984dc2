using FlsAudit.Model;

namespace FlsAudit.Import;

/// <summary>
/// Takes the records of one file. Everything it is given is provisional until <paramref name="Commit"/>: a file that turns out to be broken
/// (cut off, damaged, unreadable half-way) never commits and contributes nothing.
/// </summary>
/// <param name="Receive">Takes a batch of used records. Called from several threads at once; the batch is valid during the call only.</param>
/// <param name="Reject">Takes a row that was not used. Called on the thread that runs the import, in row order.</param>
/// <param name="Commit">Called once, last, on the thread that runs the import, when the whole file was sound.</param>
public sealed record RecordSink(Action<RecordBatch> Receive, Action<RejectedRow> Reject, Action Commit)
{
    /// <summary>Takes a date whose year was repaired, when the run repairs. Called as <see cref="Reject"/> is.</summary>
    public Action<RepairedDate> Repair { get; init; } = _ => { };

    /// <summary>A sink that keeps nothing, for looking at files without using them.</summary>
    public static RecordSink None { get; } = new(_ => { }, _ => { }, () => { });
}
