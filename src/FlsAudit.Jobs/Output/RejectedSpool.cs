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
    private readonly List<(long Start, long End)> files = [];
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
        writer.Write(row.Content ?? "");
    }

    /// <summary>Keeps the rows of the current file.</summary>
    public void Commit()
    {
        writer.Flush();
        files.Add((committed, stream.Position));
        committed = stream.Position;
    }

    /// <summary>Takes back the rows that were added since the last <see cref="Commit"/>.</summary>
    public void Rollback()
    {
        writer.Flush();
        stream.SetLength(committed);
        stream.Position = committed;
    }

    /// <summary>The kept rows in order; enumerate once, at the end.</summary>
    /// <param name="placeOf">Where the rows of a file stand among those of the others; null to leave the files in the order in which they were read.</param>
    public IEnumerable<RejectedRow> Rows(Func<string?, int>? placeOf = null)
    {
        Rollback();
        using var reader = new BinaryReader(stream, Encoding.UTF8, leaveOpen: true);
        var filled = files.Where(file => file.End > file.Start).ToList();
        if (placeOf is not null) filled = [.. filled.OrderBy(file => placeOf(RowAt(reader, file.Start).Place.File))];
        foreach (var (start, end) in filled)
        {
            for (stream.Position = start; stream.Position < end;) yield return Row(reader);
        }
    }

    /// <summary>Removes the file. It may be called twice.</summary>
    public void Dispose() => stream.Dispose();

    private RejectedRow RowAt(BinaryReader reader, long position)
    {
        stream.Position = position;
        return Row(reader);
    }

    private static RejectedRow Row(BinaryReader reader)
    {
        string file = reader.ReadString(), sheet = reader.ReadString();
        var row = reader.ReadInt64();
        var fate = (RowFate)reader.ReadByte();
        string reason = reader.ReadString(), content = reader.ReadString();
        return new RejectedRow(new Place(file, sheet.Length == 0 ? null : sheet, row), fate, reason, content.Length == 0 ? null : content);
    }
}
