using FlsAudit.Model;

namespace FlsAudit.Import.Passes;

/// <summary>Counts the rows of a file three times over: as the readers read them, as records were handed over, and by the fate of the others.</summary>
internal sealed class RowTally(string file)
{
    private long used;
    private long duplicate;
    private long rejected;
    private long outOfRange;

    public long Read { get; private set; }

    public void Add(long read, long handedOver)
    {
        Read += read;
        used += handedOver;
    }

    public void Count(RowFate fate)
    {
        switch (fate)
        {
            case RowFate.Duplicate: duplicate++; break;
            case RowFate.Rejected: rejected++; break;
            case RowFate.OutOfRange: outOfRange++; break;
        }
    }

    /// <summary>The account.</summary>
    /// <exception cref="InvalidOperationException">It does not add up.</exception>
    public Reconciliation ToReconciliation()
    {
        var account = new Reconciliation(file, used, duplicate, rejected, outOfRange) { Read = Read };
        return account.AddsUp ? account : throw new InvalidOperationException(
            FormattableString.Invariant($"The rows of '{file}' do not add up: {Read} read, {used} used, {duplicate} duplicate, {rejected} rejected, {outOfRange} out of range."));
    }
}
