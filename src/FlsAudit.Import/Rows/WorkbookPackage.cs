using System.IO.Compression;
using System.Xml;
using FlsAudit.Import.Files;

namespace FlsAudit.Import.Rows;

/// <summary>What is to be known of an .xlsx workbook before its cells are read: whether it is small enough unpacked, and from which day it counts.</summary>
internal static class WorkbookPackage
{
    /// <summary>Looks into the package and leaves the stream at its start.</summary>
    /// <returns>The calendar of its dates.</returns>
    /// <exception cref="BrokenFileException">It unpacks to more than its limit.</exception>
    public static WorkbookCalendar CalendarOf(Stream stream)
    {
        using var package = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
        var left = UnpackingLimit.Of(stream.Length);
        foreach (var entry in package.Entries)
        {
            if (entry.Length > left) throw UnpackingLimit.Exceeded();
            left -= entry.Length;
        }

        var calendar = package.Entries.FirstOrDefault(entry => entry.FullName.EndsWith("/workbook.xml", StringComparison.OrdinalIgnoreCase)) is { } workbook
            ? CalendarIn(workbook)
            : WorkbookCalendar.From1900;
        stream.Position = 0;
        return calendar;
    }

    private static WorkbookCalendar CalendarIn(ZipArchiveEntry workbook)
    {
        using var content = workbook.Open();
        using var xml = XmlReader.Create(content, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "workbookPr") continue;
            // Excel writes 1, LibreOffice true; the package that reads the cells knows only the first.
            return xml.GetAttribute("date1904") switch
            {
                "1" => new WorkbookCalendar(WorkbookCalendar.DaysFrom1900To1904, 0),
                "true" => new WorkbookCalendar(WorkbookCalendar.DaysFrom1900To1904, WorkbookCalendar.DaysFrom1900To1904),
                _ => WorkbookCalendar.From1900,
            };
        }

        return WorkbookCalendar.From1900;
    }
}

/// <summary>How many days are to be added to what is read of a workbook, in which a day is a count of days.</summary>
/// <param name="ToNumbers">To a number without a date format, before it is read as a day of the calendar of 1900.</param>
/// <param name="ToDates">To a native date.</param>
internal readonly record struct WorkbookCalendar(int ToNumbers, int ToDates)
{
    /// <summary>Day 0 is 1899-12-30 in the one calendar and 1904-01-01 in the other, which old Macintosh workbooks have.</summary>
    public const int DaysFrom1900To1904 = 1462;

    public static WorkbookCalendar From1900 => default;
}
