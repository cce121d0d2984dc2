using FlsAudit.Model;

namespace FlsAudit.Jobs.Output;

/// <summary>Dates whose year was repaired. Without values their days are not kept, not even in the spool.</summary>
internal sealed class RepairSpool(string folder, bool withValues) : RowSpool<RepairedDate>(Path.Combine(folder, ".repaired"))
{
    protected override void Write(BinaryWriter to, RepairedDate row)
    {
        to.Write(row.Place.File ?? "");
        to.Write(row.Place.Sheet ?? "");
        to.Write(row.Place.Row ?? 0);
        to.Write(row.Place.Column ?? "");
        to.Write(row.Field);
        to.Write(row.Rule);
        to.Write(withValues ? row.From : 0);
        to.Write(withValues ? row.To : 0);
    }

    protected override RepairedDate Read(BinaryReader from)
    {
        string file = from.ReadString(), sheet = from.ReadString();
        var row = from.ReadInt64();
        var column = from.ReadString();
        return new RepairedDate(new Place(file, NullIfEmpty(sheet), row, NullIfEmpty(column)), from.ReadString(), from.ReadString(), from.ReadInt32(), from.ReadInt32());
    }
}
