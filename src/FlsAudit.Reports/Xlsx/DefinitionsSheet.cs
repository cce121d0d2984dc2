using FlsAudit.Analysis;
using FlsAudit.Reports.Wording;

namespace FlsAudit.Reports.Xlsx;

/// <summary>Every definition as it was applied.</summary>
internal static class DefinitionsSheet
{
    public static void Fill(Sheet sheet, ReleasedReport report)
    {
        SheetHead.Write(sheet, "Definitions", report.Policy);
        sheet.Widths[0] = 26;
        sheet.Widths[1] = 110;
        sheet.Portrait = true;
        foreach (var set in report.Sets)
        {
            sheet.Add(CellStyle.Title with { Size = 14 }, set.Title);
            Fact(sheet, "Source", MeasureText.Source(set.Provenance));
            if (set.Note.Length > 0) Fact(sheet, "Note", set.Note);
            Fact(sheet, "Deaths", MeasureText.Deaths(set));
            sheet.Skip();
            foreach (var measure in set.Measures)
            {
                sheet.Add(CellStyle.Strong with { Fill = "DCE6F1" }, measure.Id, ProvenanceMark.Titled(measure));
                foreach (var section in MeasurePage.Of(measure, set).Sections)
                    Fact(sheet, section.Heading, section.Heading == MeasurePage.CasesHeading ? Cases(section) : string.Join('\n', section.Lines.Select(line => line.Text)));
                sheet.Skip();
            }
        }

        sheet.Add(CellStyle.Quiet, ProvenanceMark.Footnote);
    }

    private static string Cases(PageSection section) =>
        section.Lines[0].Text + (section.Tables.Count > 0 ? " They are in the definitions of report.html and in the definition file." : "");

    private static void Fact(Sheet sheet, string label, string text)
    {
        var row = sheet.Add(CellStyle.Label, label);
        sheet.Set(row, 1, text, CellStyle.Wrapped);
    }
}
