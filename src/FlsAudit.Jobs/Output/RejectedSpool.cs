using FlsAudit.Model;

namespace FlsAudit.Jobs.Output;

/// <summary>Rows that were not used.</summary>
internal sealed class RejectedSpool(string folder) : RowSpool<RejectedRow>(Path.Combine(folder, ".rejected"))
{
    protected override void Write(BinaryWriter to, RejectedRow row)
    {
        to.Write(row.Place.File ?? "");
        to.Write(row.Place.Sheet ?? "");
        to.Write(row.Place.Row ?? 0);
        to.Write((byte)row.Fate);
        to.Write(row.Reason);
        to.Write(row.Content ?? "");
    }

    protected override RejectedRow Read(BinaryReader from)
    {
        string file = from.ReadString(), sheet = from.ReadString();
        var row = from.ReadInt64();
        var fate = (RowFate)from.ReadByte();
        string reason = from.ReadString(), content = from.ReadString();
        return new RejectedRow(new Place(file, NullIfEmpty(sheet), row), fate, reason, NullIfEmpty(content));
    }
}
