using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using FlsAudit.Reports.Wording;
using A = DocumentFormat.OpenXml.Drawing;
using C = DocumentFormat.OpenXml.Drawing.Charts;
using Xdr = DocumentFormat.OpenXml.Drawing.Spreadsheet;

namespace FlsAudit.Reports.Xlsx;

/// <summary>Places the charts of a sheet, each with its alternative text.</summary>
internal static class DrawingXml
{
    private const long EmuPerPixel = 9525;

    public static void Write(Sheet sheet, WorksheetPart part)
    {
        var drawing = part.AddNewPart<DrawingsPart>("rId1");
        var anchors = new Xdr.WorksheetDrawing();
        for (var i = 0; i < sheet.Charts.Count; i++)
        {
            var id = "rId" + (i + 1).ToString(CultureInfo.InvariantCulture);
            drawing.AddNewPart<ChartPart>(id).ChartSpace = ChartXml.Of(sheet.Charts[i].Chart);
            anchors.Append(Anchor(sheet.Charts[i], (uint)i + 2, id));
        }

        drawing.WorksheetDrawing = anchors;
    }

    private static Xdr.OneCellAnchor Anchor(PlacedChart placed, uint number, string id) => new(
        new Xdr.FromMarker(
            new Xdr.ColumnId(placed.Column.ToString(CultureInfo.InvariantCulture)), new Xdr.ColumnOffset("0"),
            new Xdr.RowId(placed.Row.ToString(CultureInfo.InvariantCulture)), new Xdr.RowOffset("0")),
        new Xdr.Extent { Cx = placed.Width * EmuPerPixel, Cy = placed.Height * EmuPerPixel },
        new Xdr.GraphicFrame(
            new Xdr.NonVisualGraphicFrameProperties(
                new Xdr.NonVisualDrawingProperties { Id = number, Name = PlainText.Of(placed.Chart.Title), Description = PlainText.Of(placed.Chart.Alternative) },
                new Xdr.NonVisualGraphicFrameDrawingProperties()),
            new Xdr.Transform(new A.Offset { X = 0, Y = 0 }, new A.Extents { Cx = 0, Cy = 0 }),
            new A.Graphic(new A.GraphicData(new C.ChartReference { Id = id }) { Uri = "http://schemas.openxmlformats.org/drawingml/2006/chart" }))
        {
            Macro = "",
        },
        new Xdr.ClientData());
}
