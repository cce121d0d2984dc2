using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace FlsAudit.Simulation.Exports;

/// <summary>The parts of a workbook that do not depend on its rows, with relationship ids that never change.</summary>
internal static class XlsxParts
{
    public const string SheetPart = "xl/worksheets/sheet1.xml";
    public const string SharedStringsPart = "xl/sharedStrings.xml";

    /// <summary>The cell style that shows a number as a date.</summary>
    public const string DateStyle = "1";

    private const string WorkbookPart = "xl/workbook.xml";
    private const string StylesPart = "xl/styles.xml";
    private const string RelationshipType = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    // The built-in number format that shows the short date of whoever opens the workbook.
    private const uint ShortDate = 14;

    private static readonly XNamespace Types = "http://schemas.openxmlformats.org/package/2006/content-types";
    private static readonly XNamespace Relationships = "http://schemas.openxmlformats.org/package/2006/relationships";

    /// <summary>Writes them all.</summary>
    /// <param name="part">Opens a part of the archive by its name.</param>
    /// <param name="sheetName">The name on the sheet's tab.</param>
    public static void Write(Func<string, Stream> part, string sheetName)
    {
        Write(part, "[Content_Types].xml", ContentTypes());
        Write(part, "_rels/.rels", RelationshipsTo(("officeDocument", WorkbookPart)));
        Write(part, "xl/_rels/workbook.xml.rels", RelationshipsTo(("worksheet", "worksheets/sheet1.xml"), ("styles", "styles.xml"), ("sharedStrings", "sharedStrings.xml")));
        Write(part, WorkbookPart, new Workbook(new Sheets(new Sheet { Name = sheetName, SheetId = 1, Id = "rId1" })));
        Write(part, StylesPart, Stylesheet());
    }

    private static Stylesheet Stylesheet() => new(
        new Fonts(new Font()),
        new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
        new Borders(new Border()),
        new CellStyleFormats(new CellFormat()),
        new CellFormats(new CellFormat(), new CellFormat { NumberFormatId = ShortDate, ApplyNumberFormat = true }));

    private static XElement ContentTypes() => new(
        Types + "Types",
        new XElement(Types + "Default", new XAttribute("Extension", "rels"), new XAttribute("ContentType", "application/vnd.openxmlformats-package.relationships+xml")),
        new XElement(Types + "Default", new XAttribute("Extension", "xml"), new XAttribute("ContentType", "application/xml")),
        Override(WorkbookPart, "sheet.main+xml"),
        Override(SheetPart, "worksheet+xml"),
        Override(StylesPart, "styles+xml"),
        Override(SharedStringsPart, "sharedStrings+xml"));

    private static XElement Override(string part, string type) =>
        new(Types + "Override", new XAttribute("PartName", "/" + part), new XAttribute("ContentType", ContentType + type));

    private static XElement RelationshipsTo(params (string Type, string Target)[] targets) => new(
        Relationships + "Relationships",
        targets.Select((target, i) => new XElement(
            Relationships + "Relationship",
            new XAttribute("Id", $"rId{i + 1}"),
            new XAttribute("Type", RelationshipType + target.Type),
            new XAttribute("Target", target.Target))));

    private static void Write(Func<string, Stream> part, string name, XElement root)
    {
        using var stream = part(name);
        new XDocument(root).Save(stream, SaveOptions.DisableFormatting);
    }

    private static void Write(Func<string, Stream> part, string name, OpenXmlElement root)
    {
        using var stream = part(name);
        using var writer = new OpenXmlPartWriter(stream);
        writer.WriteStartDocument();
        writer.WriteElement(root);
        writer.Close();
    }
}
