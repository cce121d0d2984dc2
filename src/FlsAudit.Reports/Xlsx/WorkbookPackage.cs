using System.Globalization;
using System.IO.Compression;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace FlsAudit.Reports.Xlsx;

/// <summary>
/// Puts sheets into a package. The same sheets give the same bytes: every part has a fixed id, and the archive is written again in the order of
/// names with one fixed time, because the packaging library stamps times and makes up ids.
/// </summary>
internal static class WorkbookPackage
{
    private static readonly DateTimeOffset FixedTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static void Write(IReadOnlyList<Sheet> sheets, string footer, Stream output)
    {
        using var draft = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(draft, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            document.ChangeIdOfPart(workbook, "rId1");
            var styles = new StyleTable();
            var list = new Sheets();
            for (var i = 0; i < sheets.Count; i++)
            {
                var id = "rId" + (i + 1).ToString(CultureInfo.InvariantCulture);
                var part = workbook.AddNewPart<WorksheetPart>(id);
                if (sheets[i].Charts.Count > 0) DrawingXml.Write(sheets[i], part);
                SheetPart.Write(sheets[i], part, styles, footer, first: i == 0);
                list.Append(new DocumentFormat.OpenXml.Spreadsheet.Sheet { Name = sheets[i].Name, SheetId = (uint)i + 1, Id = id });
            }

            workbook.AddNewPart<WorkbookStylesPart>("rIdStyles").Stylesheet = styles.ToStylesheet();
            workbook.Workbook = new DocumentFormat.OpenXml.Spreadsheet.Workbook(new BookViews(new WorkbookView { TabRatio = 800 }), list);
            var names = Names(sheets).ToList();
            if (names.Count > 0) workbook.Workbook.Append(new DefinedNames(names));
        }

        draft.Position = 0;
        Repack(draft, output);
    }

    private static IEnumerable<DefinedName> Names(IReadOnlyList<Sheet> sheets)
    {
        for (var i = 0; i < sheets.Count; i++)
        {
            var sheet = sheets[i];
            var quoted = $"'{sheet.Name.Replace("'", "''", StringComparison.Ordinal)}'";
            if (sheet.LastPrintedColumn is { } last)
                yield return new DefinedName(string.Create(CultureInfo.InvariantCulture, $"{quoted}!$A$1:${Sheet.ColumnName(last)}${sheet.NextRow}"))
                {
                    Name = "_xlnm.Print_Area",
                    LocalSheetId = (uint)i,
                };
            if (sheet.Filter is { } filter)
                yield return new DefinedName(string.Create(
                    CultureInfo.InvariantCulture, $"{quoted}!$A${filter.Row + 1}:${Sheet.ColumnName(filter.LastColumn)}${sheet.NextRow}"))
                {
                    Name = "_xlnm._FilterDatabase",
                    LocalSheetId = (uint)i,
                    Hidden = true,
                };
            if (sheet.PrintTitles is { } titles)
                yield return new DefinedName(string.Create(CultureInfo.InvariantCulture, $"{quoted}!${titles.First + 1}:${titles.Last + 1}"))
                {
                    Name = "_xlnm.Print_Titles",
                    LocalSheetId = (uint)i,
                };
        }
    }

    private static void Repack(Stream draft, Stream output)
    {
        using var source = new ZipArchive(draft, ZipArchiveMode.Read);
        using var target = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
        // Readers expect the list of content types first.
        foreach (var entry in source.Entries.OrderBy(entry => entry.FullName != "[Content_Types].xml").ThenBy(entry => entry.FullName, StringComparer.Ordinal))
        {
            var copy = target.CreateEntry(entry.FullName, CompressionLevel.Optimal);
            copy.LastWriteTime = FixedTime;
            using var from = entry.Open();
            using var to = copy.Open();
            from.CopyTo(to);
        }
    }
}
