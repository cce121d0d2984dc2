using System.Text;
using FlsAudit.Import.Cells;
using FlsAudit.Import.Headings;
using FlsAudit.Model;

namespace FlsAudit.Import.Rows;

/// <summary>Reads who a record is, as far as the run asks for it. One thread uses it.</summary>
internal sealed class IdentityReader
{
    private readonly RecordPlan plan;
    private readonly int recordColumn;
    private readonly int patientColumn;
    private readonly bool withRecordIds;
    private readonly KeyedHash? hash;

    public IdentityReader(RecordPlan plan, ImportRequest request, byte[] secret)
    {
        this.plan = plan;
        recordColumn = plan.ColumnOf(FieldNames.RecordId);
        patientColumn = plan.ColumnOf(FieldNames.PatientId);
        withRecordIds = request.WithRecordIds;
        hash = request.WithPatients ? new KeyedHash(secret) : null;
    }

    /// <summary>A batch with room for what is read.</summary>
    public RecordBatch NewBatch(int capacity) => plan.NewBatch(capacity, withRecordIds, hash is not null);

    /// <summary>Writes it, blank or not, so that nothing of an earlier record stays.</summary>
    public void Read<TCells>(TCells cells, int site, RecordBatch batch, int record)
        where TCells : ICells
    {
        if (batch.RecordIds is { } ids)
        {
            var text = TextOf(cells, recordColumn);
            ids[record] = text.IsEmpty ? null : Encoding.UTF8.GetString(text);
        }

        if (batch.Patients is { } patients) patients[record] = Patient(TextOf(cells, patientColumn), site);
    }

    private UInt128 Patient(ReadOnlySpan<byte> text, int site)
    {
        if (text.IsEmpty || IdText.IsZero(text) || IdText.IsPlaceholder(text) || IdText.IsDamaged(text)) return UInt128.Zero;
        hash!.Start();
        hash.Put(site);
        hash.Put(IdText.WithoutLeadingZeros(text), Encoding.UTF8);
        var (high, low) = hash.Finish();
        return new UInt128(high, low);
    }

    // UTF-8, whatever the file has, so that a patient is the same in files of two encodings. White space outside ASCII can be told only in decoded text.
    private ReadOnlySpan<byte> TextOf<TCells>(TCells cells, int column)
        where TCells : ICells
    {
        if (column < 0) return default;
        var text = cells.At(column).Text;
        if (!Ascii.IsValid(text)) text = Encoding.UTF8.GetBytes(TextEncodings.Decode(text, plan.Fallback).Trim());
        return plan.Missing.Contains(text) ? default : text;
    }
}
