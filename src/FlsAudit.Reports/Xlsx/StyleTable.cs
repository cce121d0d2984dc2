using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace FlsAudit.Reports.Xlsx;

/// <summary>Numbers styles in the order in which sheets use them, and writes the stylesheet.</summary>
internal sealed class StyleTable
{
    private const uint FirstOwnFormat = 164;

    private readonly Dictionary<CellStyle, uint> numbers = [];
    private readonly List<CellStyle> styles = [];

    public StyleTable() => NumberOf(CellStyle.Plain);

    /// <summary>The number of a style; a new one gets the next.</summary>
    public uint NumberOf(CellStyle style)
    {
        if (numbers.TryGetValue(style, out var number)) return number;
        number = (uint)styles.Count;
        styles.Add(style);
        numbers[style] = number;
        return number;
    }

    public Stylesheet ToStylesheet()
    {
        var formats = styles.Select(style => style.Format).Where(format => format.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        var numbering = new NumberingFormats(formats.Select((format, i) => new NumberingFormat { NumberFormatId = FirstOwnFormat + (uint)i, FormatCode = format }));
        numbering.Count = (uint)formats.Count;
        var fonts = new Fonts(styles.Select(FontOf)) { Count = (uint)styles.Count };
        // The first two fills are reserved by the format.
        var fills = new Fills(
            styles.Select(FillOf).Prepend(new Fill(new PatternFill { PatternType = PatternValues.Gray125 })).Prepend(new Fill(new PatternFill { PatternType = PatternValues.None })))
        {
            Count = (uint)styles.Count + 2,
        };
        var borders = new Borders(new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder(), new DiagonalBorder()), Thin()) { Count = 2 };
        var cells = new CellFormats(styles.Select((style, i) => FormatOf(style, (uint)i, formats))) { Count = (uint)styles.Count };
        return new Stylesheet(
            numbering, fonts, fills, borders,
            new CellStyleFormats(new CellFormat { NumberFormatId = 0, FontId = 0, FillId = 0, BorderId = 0 }) { Count = 1 },
            cells,
            new CellStyles(new DocumentFormat.OpenXml.Spreadsheet.CellStyle { Name = "Normal", FormatId = 0, BuiltinId = 0 }) { Count = 1 });
    }

    private static Font FontOf(CellStyle style)
    {
        var font = new Font();
        if (style.Bold) font.Append(new Bold());
        if (style.Italic) font.Append(new Italic());
        if (style.Underline) font.Append(new Underline());
        font.Append(new FontSize { Val = style.Size });
        if (style.Colour.Length > 0) font.Append(new Color { Rgb = "FF" + style.Colour });
        font.Append(new FontName { Val = "Arial" }, new FontFamilyNumbering { Val = 2 });
        return font;
    }

    private static Fill FillOf(CellStyle style) => style.Fill.Length == 0
        ? new Fill(new PatternFill { PatternType = PatternValues.None })
        : new Fill(new PatternFill(new ForegroundColor { Rgb = "FF" + style.Fill }, new BackgroundColor { Indexed = 64 }) { PatternType = PatternValues.Solid });

    private static Border Thin()
    {
        static Color Grey() => new() { Rgb = "FFBFBFBF" };
        return new Border(
            new LeftBorder(Grey()) { Style = BorderStyleValues.Thin }, new RightBorder(Grey()) { Style = BorderStyleValues.Thin },
            new TopBorder(Grey()) { Style = BorderStyleValues.Thin }, new BottomBorder(Grey()) { Style = BorderStyleValues.Thin }, new DiagonalBorder());
    }

    private static CellFormat FormatOf(CellStyle style, uint number, List<string> formats)
    {
        var format = new CellFormat
        {
            NumberFormatId = style.Format.Length == 0 ? 0 : FirstOwnFormat + (uint)formats.IndexOf(style.Format),
            FontId = number,
            FillId = number + 2,
            BorderId = style.Border ? 1u : 0u,
            FormatId = 0,
            ApplyNumberFormat = true,
            ApplyFont = true,
            ApplyFill = true,
            ApplyBorder = true,
            ApplyAlignment = true,
        };
        var alignment = new Alignment();
        if (style.Horizontal.Length > 0) alignment.SetAttribute(new OpenXmlAttribute("horizontal", "", style.Horizontal));
        if (style.Vertical.Length > 0) alignment.SetAttribute(new OpenXmlAttribute("vertical", "", style.Vertical));
        if (style.Rotation > 0) alignment.SetAttribute(new OpenXmlAttribute("textRotation", "", style.Rotation.ToString(CultureInfo.InvariantCulture)));
        if (style.Wrap) alignment.WrapText = true;
        if (alignment.HasAttributes) format.Append(alignment);
        return format;
    }
}
