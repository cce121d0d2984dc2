using System.Text;
using FlsAudit.Model;

namespace FlsAudit.Jobs.Output;

/// <summary>
/// Rows that were not used, kept in a file until the end so that memory does not grow with them. The rows of a file that turns out to be broken
/// are taken back.
/// </summary>
internal sealed class RejectedSpool : IDisposable
{
    private readonly FileStream stream;
    private readonly BinaryWriter writer;
    private long committed;

    /// <summary>Makes a spool in a folder; its file is gone when it is disposed.</summary>
    public RejectedSpool(string folder)
    {
        stream = new FileStream(Path.Combine(folder, ".rejected"), FileMode.Create, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose);
        writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
    }

    /// <summary>Adds a row of the current file.</summary>
    public void Add(RejectedRow row)
    {
        writer.Write(row.Place.File ?? "");
        writer.Write(row.Place.Sheet ?? "");
        writer.Write(row.Place.Row ?? 0);
        writer.Write((byte)row.Fate);
        writer.Write(row.Reason);
        writer.Write(row.Cells?.Count ?? -1);
        foreach (var cell in row.Cells ?? []) writer.Write(cell);
    }

    /// <summary>Keeps the rows of the current file.</summary>
    public void Commit()
    {
        writer.Flush();
        committed = stream.Position;
    }

    /// <summary>Takes back the rows that were added since the last <see cref="Commit"/>.</summary>
    public void Rollback()
    {
        writer.Flush();
        stream.SetLength(committed);
        stream.Position = committed;
    }

    /// <summary>The kept rows in order, from the first on; ask at the end, when no more are added.</summary>
    public IEnumerable<RejectedRow> Rows()
    {
        Rollback();
        stream.Position = 0;
        using var reader = new BinaryReader(stream, Encoding.UTF8, leaveOpen: true);
        while (stream.Position < committed)
        {
            string file = reader.ReadString(), sheet = reader.ReadString();
            var row = reader.ReadInt64();
            var fate = (RowFate)reader.ReadByte();
            var reason = reader.ReadString();
            var count = reader.ReadInt32();
            var cells = count < 0 ? null : new string[count];
            for (var i = 0; i < count; i++) cells![i] = reader.ReadString();
            yield return new RejectedRow(new Place(file, sheet.Length == 0 ? null : sheet, row), fate, reason, cells);
        }
    }

    /// <summary>Removes the file. It may be called twice.</summary>
    public void Dispose() => stream.Dispose();
}
