using System.Globalization;

namespace FlsAudit.Import.Files;

/// <summary>
/// Copies of contents that cannot be read where they are, because they came packed. They lie in a folder of the machine's temporary folder that only
/// this user may open, under names of their own, and are deleted on disposal.
/// </summary>
internal sealed class SpooledFiles : IDisposable
{
    private const int BufferSize = 1 << 17;

    private string? folder;
    private int count;

    /// <summary>Copies a content to its end.</summary>
    /// <param name="content">The content, which is read once.</param>
    /// <param name="most">How many bytes it may have.</param>
    /// <param name="look">Sees every part of it in order.</param>
    /// <returns>Where the copy is; null when there are more bytes than allowed.</returns>
    /// <exception cref="BrokenFileException">There is no room for it.</exception>
    public string? Take(Stream content, long most, Action<ReadOnlySpan<byte>> look)
    {
        using var copy = Create();
        var buffer = new byte[BufferSize];
        var length = 0L;
        while (content.Read(buffer) is > 0 and var read)
        {
            length += read;
            if (length > most)
            {
                copy.SetLength(0);
                return null;
            }

            look(buffer.AsSpan(0, read));
            Guarded(() =>
            {
                copy.Write(buffer, 0, read);
                return true;
            });
        }

        return copy.Name;
    }

    public void Dispose()
    {
        if (folder is null) return;
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A scanner may hold a file; the results stand, and the system clears its temporary folder.
        }
    }

    private FileStream Create() => Guarded(() =>
    {
        folder ??= Directory.CreateTempSubdirectory("flsaudit-").FullName;
        var name = (count++).ToString(CultureInfo.InvariantCulture);
        return new FileStream(Path.Combine(folder, name), FileMode.CreateNew, FileAccess.Write, FileShare.Read, 1);
    });

    private static T Guarded<T>(Func<T> write)
    {
        try
        {
            return write();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BrokenFileException("no-room-to-unpack", "The file could not be unpacked: the temporary folder has no room or cannot be written.",
                "Room in the temporary folder of this machine, or the files unpacked beforehand.");
        }
    }
}
