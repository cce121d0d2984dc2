using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using FlsAudit.Reports.Wording;

namespace FlsAudit.Reports.Xlsx;

/// <summary>Streams one <see cref="Sheet"/> into its part; the order of the elements is the schema's.</summary>
internal static class SheetPart
{
    private const int LongestText = 32767;

    public static void Write(Sheet sheet, WorksheetPart part, StyleTable styles, string footer, bool first)
    {
        using var writer = OpenXmlWriter.Create(part);
        writer.WriteStartElement(new Worksheet());
        writer.WriteElement(new SheetProperties(new PageSetupProperties { FitToPage = true }));
        writer.WriteElement(new SheetViews(View(sheet, first)));
        writer.WriteElement(new SheetFormatProperties { DefaultRowHeight = 15 });
        if (sheet.Widths.Count > 0)
            writer.WriteElement(new Columns(sheet.Widths.Select(width => new Column
            {
                Min = (uint)width.Key + 1,
                Max = (uint)width.Key + 1,
                Width = width.Value,
                CustomWidth = true,
            })));
        WriteData(writer, sheet, styles);
        if (sheet.Filter is { } filter)
            writer.WriteElement(new AutoFilter { Reference = $"{Sheet.Address(filter.Row, 0)}:{Sheet.Address(sheet.NextRow - 1, filter.LastColumn)}" });
        if (sheet.Merges.Count > 0)
            writer.WriteElement(new MergeCells(sheet.Merges.Select(merge => new MergeCell
            {
                Reference = $"{Sheet.Address(merge.Row, merge.FirstColumn)}:{Sheet.Address(merge.Row, merge.LastColumn)}",
            })));
        if (sheet.Links.Count > 0)
            writer.WriteElement(new Hyperlinks(sheet.Links.Select(link => new Hyperlink
            {
                Reference = Sheet.Address(link.Row, link.Column),
                Location = $"'{link.Target.Replace("'", "''", StringComparison.Ordinal)}'!A1",
                Display = link.Target,
            })));
        writer.WriteElement(new PrintOptions { HorizontalCentered = false });
        writer.WriteElement(new PageMargins { Left = 0.4, Right = 0.4, Top = 0.5, Bottom = 0.6, Header = 0.3, Footer = 0.3 });
        writer.WriteElement(new PageSetup
        {
            PaperSize = 9,
            Orientation = sheet.Portrait ? OrientationValues.Portrait : OrientationValues.Landscape,
            FitToWidth = 1,
            FitToHeight = sheet.OnePage ? 1u : 0u,
        });
        writer.WriteElement(new HeaderFooter(new OddFooter($"&L{Escaped(footer)}&C{Escaped(sheet.Name)}&RPage &P of &N")));
        if (part.DrawingsPart is not null) writer.WriteElement(new DocumentFormat.OpenXml.Spreadsheet.Drawing { Id = part.GetIdOfPart(part.DrawingsPart) });
        writer.WriteEndElement();
    }

    private static SheetView View(Sheet sheet, bool first)
    {
        var view = new SheetView { WorkbookViewId = 0, ShowGridLines = false };
        if (first) view.TabSelected = true;
        if (sheet.Frozen is not { } frozen) return view;
        view.Append(new Pane
        {
            HorizontalSplit = frozen.Column > 0 ? frozen.Column : null,
            VerticalSplit = frozen.Row > 0 ? frozen.Row : null,
            TopLeftCell = Sheet.Address(frozen.Row, frozen.Column),
            ActivePane = frozen switch { (_, 0) => PaneValues.BottomLeft, (0, _) => PaneValues.TopRight, _ => PaneValues.BottomRight },
            State = PaneStateValues.Frozen,
        });
        return view;
    }

    private static void WriteData(OpenXmlWriter writer, Sheet sheet, StyleTable styles)
    {
        writer.WriteStartElement(new SheetData());
        for (var row = 0; row < sheet.Rows.Count; row++)
        {
            var element = new Row { RowIndex = (uint)row + 1 };
            if (RowHeight.Of(sheet, row) is { } height)
            {
                element.Height = height;
                element.CustomHeight = true;
            }

            writer.WriteStartElement(element);
            for (var column = 0; column < sheet.Rows[row].Count; column++)
                if (sheet.Rows[row][column] is { } cell) writer.WriteElement(CellOf(cell, Sheet.Address(row, column), styles));
            writer.WriteEndElement();
        }

        writer.WriteEndElement();
    }

    private static Cell CellOf(SheetCell cell, string address, StyleTable styles)
    {
        var element = new Cell { CellReference = address, StyleIndex = styles.NumberOf(cell.Style) };
        switch (cell.Value)
        {
            case null: break;
            case string text:
                element.DataType = CellValues.InlineString;
                element.InlineString = new InlineString(new Text(Limited(PlainText.Of(text))) { Space = SpaceProcessingModeValues.Preserve });
                break;
            case DateOnly date:
                element.CellValue = new CellValue(date.ToDateTime(TimeOnly.MinValue).ToOADate().ToString("R", CultureInfo.InvariantCulture));
                break;
            case double number when !double.IsFinite(number): break;
            default:
                element.CellValue = new CellValue(((IFormattable)cell.Value).ToString(null, CultureInfo.InvariantCulture));
                break;
        }

        return element;
    }

    private static string Limited(string text) => text.Length <= LongestText ? text : text[..(LongestText - 1)] + "…";

    private static string Escaped(string text) => PlainText.Of(text).Replace("&", "&&", StringComparison.Ordinal);
}
