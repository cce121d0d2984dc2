using FlsAudit.Import.Cells;

namespace FlsAudit.Import.Rows;

/// <summary>Turns the place where a row for correction stood into a hash. One thread uses it.</summary>
internal sealed class OriginReader(RecordPlan plan, byte[] secret) : IRowVisitor<KeyedRow>
{
    // In the place of a site's number, which is never negative, so that no place is taken for a key.
    private const int OriginFollows = -1;

    private readonly RowShape shape = new(plan);
    private readonly KeyedHash hash = new(secret);

    public KeyedRow Visit<TCells>(TCells cells)
        where TCells : ICells
    {
        var origin = cells.At(plan.OriginColumn).Text;
        if (origin.IsEmpty || shape.IsBlank(cells) || shape.Check(cells) != RejectReason.None) return KeyedRow.None;
        hash.Start();
        hash.Put(OriginFollows);
        hash.Put(origin, plan.Fallback);
        var (high, low) = hash.Finish();
        return new KeyedRow(high, low, cells.Row);
    }
}
