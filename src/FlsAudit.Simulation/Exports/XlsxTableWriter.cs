using System.Globalization;
using System.IO.Compression;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace FlsAudit.Simulation.Exports;

/// <summary>
/// Writes an export as a workbook of one sheet with native date cells. Rows go straight into the archive, which is stored without compression
/// and without times, so the bytes depend on nothing but the content.
/// </summary>
internal sealed class XlsxTableWriter : TableWriter
{
    private static readonly DateTimeOffset ZipEpoch = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly ZipArchive archive;
    private readonly Stream sheetStream;
    private readonly OpenXmlWriter sheet;
    private readonly Dictionary<string, int> texts = new(StringComparer.Ordinal);
    private readonly List<string> letters = [];
    private int row;

    public XlsxTableWriter(string path, string sheetName)
    {
        archive = new ZipArchive(File.Create(path), ZipArchiveMode.Create);
        XlsxParts.Write(Part, sheetName);
        sheetStream = Part(XlsxParts.SheetPart);
        sheet = new OpenXmlPartWriter(sheetStream);
        sheet.WriteStartDocument();
        sheet.WriteStartElement(new Worksheet());
        sheet.WriteStartElement(new SheetData());
    }

    public override void Header(IReadOnlyList<string> headings) => Row([.. headings.Select(Cell.OfText)]);

    public override void Row(ReadOnlySpan<Cell> cells)
    {
        row++;
        var number = row.ToString(CultureInfo.InvariantCulture);
        sheet.WriteStartElement(new Row(), [new OpenXmlAttribute("r", "", number)]);
        for (var i = 0; i < cells.Length; i++)
            if (cells[i].Kind != CellKind.Blank) Write(cells[i], Letters(i) + number);
        sheet.WriteEndElement();
    }

    public override void Complete()
    {
        sheet.WriteEndElement();
        sheet.WriteEndElement();
        sheet.Close();
        sheetStream.Dispose();
        using var stream = Part(XlsxParts.SharedStringsPart);
        using var strings = new OpenXmlPartWriter(stream);
        strings.WriteStartDocument();
        strings.WriteElement(new SharedStringTable(texts.OrderBy(pair => pair.Value).Select(pair => new SharedStringItem(new Text(pair.Key) { Space = SpaceProcessingModeValues.Preserve }))));
        strings.Close();
    }

    protected override void Dispose(bool disposing)
    {
        sheet.Dispose();
        sheetStream.Dispose();
        archive.Dispose();
    }

    private void Write(in Cell cell, string reference)
    {
        List<OpenXmlAttribute> attributes = [new OpenXmlAttribute("r", "", reference)];
        if (cell.Kind == CellKind.Text) attributes.Add(new OpenXmlAttribute("t", "", "s"));
        if (cell.Kind == CellKind.Date) attributes.Add(new OpenXmlAttribute("s", "", XlsxParts.DateStyle));
        sheet.WriteStartElement(new DocumentFormat.OpenXml.Spreadsheet.Cell(), attributes);
        sheet.WriteElement(new CellValue(cell.Kind switch
        {
            CellKind.Text => SharedText(cell.Text),
            CellKind.Number => cell.Text,
            _ => cell.Serial.ToString(CultureInfo.InvariantCulture),
        }));
        sheet.WriteEndElement();
    }

    private string SharedText(string text)
    {
        if (!texts.TryGetValue(text, out var number)) texts.Add(text, number = texts.Count);
        return number.ToString(CultureInfo.InvariantCulture);
    }

    private Stream Part(string name)
    {
        var entry = archive.CreateEntry(name, CompressionLevel.NoCompression);
        entry.LastWriteTime = ZipEpoch;
        entry.ExternalAttributes = 0;
        return entry.Open();
    }

    // A, B, … Z, AA, AB, …
    private string Letters(int column)
    {
        while (letters.Count <= column)
        {
            var n = letters.Count;
            letters.Add((n < 26 ? "" : ((char)('A' + (n / 26) - 1)).ToString()) + (char)('A' + (n % 26)));
        }

        return letters[column];
    }
}
