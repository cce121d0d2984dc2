using System.Buffers.Binary;

namespace FlsAudit.Import.Rows;

/// <summary>
/// What is to be known of an .xls workbook before its cells are read: from which day it counts. The package that reads the cells heeds that for native dates
/// and does not tell it, and a bare number counts from the same day. The layout is that of [MS-CFB] (a file of chained sectors) and [MS-XLS] (records).
/// </summary>
internal sealed class BinaryWorkbook
{
    private const int HeaderLength = 512;
    private const int EntryLength = 128;
    private const uint EndOfChain = 0xFFFFFFFE;
    private const int FirstPointers = 109;

    // Far more than stands before the list of sheets in any workbook; a damaged chain ends here.
    private const int MostBytesLookedAt = 1 << 22;

    // Records of the workbook stream.
    private const ushort EndOfGlobals = 0x0A;
    private const ushort DateMode = 0x22;
    private const ushort BoundSheet = 0x85;

    private readonly Stream stream;
    private readonly byte[] header;
    private readonly int sectorLength;
    private readonly Dictionary<uint, uint[]> allocation = [];
    private readonly List<uint> allocationSectors = [];

    private BinaryWorkbook(Stream stream, byte[] header)
    {
        this.stream = stream;
        this.header = header;
        sectorLength = 1 << Math.Clamp((int)BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(30)), 7, 16);
        for (var i = 0; i < FirstPointers; i++) allocationSectors.Add(Number(header, 76 + (i * 4)));
    }

    /// <summary>Looks into the workbook and leaves the stream at its start.</summary>
    /// <returns>The calendar of its dates; that of 1900 when the workbook does not say, or is too damaged to be asked, which its reader finds out.</returns>
    public static WorkbookCalendar CalendarOf(Stream stream)
    {
        var header = new byte[HeaderLength];
        var length = stream.ReadAtLeast(header, header.Length, throwOnEndOfStream: false);
        var from1904 = length == HeaderLength && header.AsSpan(0, 4).SequenceEqual((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0])
            ? new BinaryWorkbook(stream, header).CountsFrom1904()
            : CountsFrom1904(Bare(stream));
        stream.Position = 0;
        return from1904 ? new WorkbookCalendar(WorkbookCalendar.DaysFrom1900To1904, 0) : WorkbookCalendar.From1900;
    }

    // Before Excel 5 a workbook was nothing but its records.
    private static byte[] Bare(Stream stream)
    {
        stream.Position = 0;
        var bytes = new byte[Math.Min(stream.Length, MostBytesLookedAt)];
        return bytes[..stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false)];
    }

    private bool CountsFrom1904()
    {
        var directory = Chain(Number(header, 48));
        for (var at = 0; at + EntryLength <= directory.Length; at += EntryLength)
        {
            var entry = directory.AsSpan(at, EntryLength);
            var name = System.Text.Encoding.Unicode.GetString(entry[..Math.Clamp(BinaryPrimitives.ReadUInt16LittleEndian(entry[64..]) - 2, 0, 64)]);
            if (name is not ("Workbook" or "Book")) continue;
            // A stream below the limit of the header lies in small sectors, in the chain of the first entry of the directory.
            var start = BinaryPrimitives.ReadUInt32LittleEndian(entry[116..]);
            var isSmall = BinaryPrimitives.ReadUInt32LittleEndian(entry[120..]) < Number(header, 56);
            return CountsFrom1904(isSmall ? Small(Chain(Number(directory, 116)), start) : Chain(start));
        }

        return false;
    }

    private static bool CountsFrom1904(ReadOnlySpan<byte> records)
    {
        while (records.Length >= 4)
        {
            var kind = BinaryPrimitives.ReadUInt16LittleEndian(records);
            var length = BinaryPrimitives.ReadUInt16LittleEndian(records[2..]);
            if (records.Length < 4 + length || kind is EndOfGlobals or BoundSheet) return false;
            if (kind == DateMode) return length >= 2 && BinaryPrimitives.ReadUInt16LittleEndian(records[4..]) == 1;
            records = records[(4 + length)..];
        }

        return false;
    }

    private byte[] Small(byte[] all, uint sector)
    {
        const int SmallLength = 64;
        var table = Chain(Number(header, 60));
        using var content = new MemoryStream();
        while (((long)sector + 1) * SmallLength <= all.Length && ((long)sector + 1) * 4 <= table.Length && content.Length < all.Length)
        {
            content.Write(all, (int)sector * SmallLength, SmallLength);
            sector = Number(table, (int)sector * 4);
        }

        return content.ToArray();
    }

    private byte[] Chain(uint sector)
    {
        using var content = new MemoryStream();
        while (sector < EndOfChain && content.Length < MostBytesLookedAt && Sector(sector) is { } bytes)
        {
            content.Write(bytes);
            sector = Next(sector);
        }

        return content.ToArray();
    }

    // The table of sectors lies in sectors itself; the first of them are named in the header, which is enough for 7 MB and for what stands first in the file.
    private uint Next(uint sector)
    {
        var perSector = (uint)(sectorLength / 4);
        var index = sector / perSector;
        if (index >= allocationSectors.Count) return EndOfChain;
        if (!allocation.TryGetValue(index, out var table))
        {
            var bytes = Sector(allocationSectors[(int)index]);
            allocation[index] = table = bytes is null ? [] : [.. Enumerable.Range(0, (int)perSector).Select(i => Number(bytes, i * 4))];
        }

        return table.Length == 0 ? EndOfChain : table[sector % perSector];
    }

    private byte[]? Sector(uint number)
    {
        var start = ((long)number + 1) * sectorLength;
        if (start >= stream.Length) return null;
        stream.Position = start;
        var bytes = new byte[sectorLength];
        stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        return bytes;
    }

    private static uint Number(byte[] bytes, int at) => bytes.Length < at + 4 ? EndOfChain : BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(at));
}
