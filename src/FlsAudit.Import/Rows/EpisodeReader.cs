using FlsAudit.Import.Cells;
using FlsAudit.Model;

namespace FlsAudit.Import.Rows;

/// <summary>Turns a row into whose fracture it is, of which bone and side, as a hash, and its day. One thread uses it.</summary>
internal sealed class EpisodeReader : IRowVisitor<EpisodeRow>
{
    private readonly RowShape shape;
    private readonly SiteColumn site;
    private readonly IReadOnlySet<long> replaced;
    private readonly ColumnReader[] readers;
    private readonly IndexFractureReader? indexFracture;
    private readonly IdentityReader identity;
    private readonly RecordBatch batch;
    private readonly YearTypos typos;
    private readonly KeyedHash hash;
    private readonly int dateSlot;
    private readonly int boneSlot;
    private readonly int sideSlot;

    /// <summary>Makes a reader.</summary>
    /// <param name="plan">Reads the fracture date, bone and side.</param>
    /// <param name="site">Finds the site.</param>
    /// <param name="replaced">The rows that a later submission replaced, which take no part.</param>
    /// <param name="request">The request, for a layout of these three fields and with patients.</param>
    /// <param name="secret">The run's secret for hashes.</param>
    public EpisodeReader(RecordPlan plan, SiteColumn site, IReadOnlySet<long> replaced, ImportRequest request, byte[] secret)
    {
        this.site = site;
        this.replaced = replaced;
        shape = new RowShape(plan);
        readers = plan.NewReaders();
        indexFracture = plan.NewIndexFractureReader();
        identity = new IdentityReader(plan, request, secret);
        batch = identity.NewBatch(1);
        typos = new YearTypos(plan, request);
        hash = new KeyedHash(secret);
        dateSlot = request.Layout.SlotOf(FieldNames.FractureDate);
        boneSlot = request.Layout.SlotOf(FieldNames.FractureSite);
        sideSlot = request.Layout.SlotOf(FieldNames.FractureSide);
    }

    public EpisodeRow Visit<TCells>(TCells cells)
        where TCells : ICells
    {
        if (shape.IsBlank(cells) || shape.Check(cells) != RejectReason.None || replaced.Contains(cells.Row)) return EpisodeRow.None;
        var number = site.Of(cells);
        if (number == SiteColumn.None) return EpisodeRow.None;
        identity.Read(cells, number, batch, 0);
        if (batch.Patients![0] == UInt128.Zero) return EpisodeRow.None;
        foreach (var reader in readers)
        {
            var cell = cells.At(reader.Column);
            reader.Read(cell, batch, 0, cells.Row);
        }

        indexFracture?.Read(cells, batch, 0);
        if (typos.Repairs && typos.CanLook && typos.Read(cells)) typos.WriteTo(batch, 0);
        var day = batch.Dates(dateSlot)[0];
        var bone = batch.Codes(boneSlot)[0];
        if (day == Missing.Date || bone == Missing.Code || bone == batch.Layout.Fields[boneSlot].NotKnownIndex) return EpisodeRow.None;
        hash.Start();
        hash.Put((long)(ulong)(batch.Patients[0] >> 64));
        hash.Put((long)(ulong)batch.Patients[0]);
        hash.Put(bone);
        if (sideSlot >= 0) hash.Put(batch.Codes(sideSlot)[0]);
        var (high, low) = hash.Finish();
        return new EpisodeRow(high, low, day, cells.Row);
    }
}
