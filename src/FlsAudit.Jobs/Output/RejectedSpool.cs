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
        to.Write(row.Cells?.Count ?? -1);
        foreach (var cell in row.Cells ?? []) to.Write(cell);
    }

    protected override RejectedRow Read(BinaryReader from)
    {
        string file = from.ReadString(), sheet = from.ReadString();
        var row = from.ReadInt64();
        var fate = (RowFate)from.ReadByte();
        var reason = from.ReadString();
        var count = from.ReadInt32();
        var cells = count < 0 ? null : new string[count];
        for (var i = 0; i < count; i++) cells![i] = from.ReadString();
        return new RejectedRow(new Place(file, NullIfEmpty(sheet), row), fate, reason, cells);
    }
}
