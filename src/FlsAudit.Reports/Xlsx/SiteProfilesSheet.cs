using FlsAudit.Analysis;
using FlsAudit.Analysis.Sites;
using FlsAudit.Reports.Wording;

namespace FlsAudit.Reports.Xlsx;

/// <summary>Every site against every share: how far it is from the others, positive where it is better.</summary>
internal static class SiteProfilesSheet
{
    private const double HighestHeading = 240;
    private const string SignedFormat = "+0.0;-0.0;0.0";

    public static void Fill(Sheet sheet, ReleasedReport report, IReadOnlyDictionary<string, string> sheetOfMeasure)
    {
        var profiles = report.SiteProfiles;
        var entries = profiles[0].Entries;
        var last = Math.Max(entries.Count, 12);
        SheetHead.Write(sheet, SiteProfileText.Heading, report.Policy);
        sheet.SetAcross(sheet.NextRow, 0, last, SiteProfileText.Introduction, CellStyle.Wrapped);
        if (SiteText.Policy(report.Outliers) is { Length: > 0 } policy) sheet.SetAcross(sheet.NextRow, 0, last, policy, CellStyle.Wrapped);
        sheet.Skip();
        var heading = sheet.NextRow;
        var rotated = CellStyle.ColumnHeading with { Rotation = 90, Vertical = "", Colour = CellStyle.Link.Colour, Underline = true };
        sheet.Set(heading, 0, "Site", CellStyle.ColumnHeading with { Horizontal = "left" });
        string[] titles = [.. entries.Select(entry => ProvenanceMark.Titled(entry.Measure))];
        for (var i = 0; i < entries.Count; i++)
        {
            sheet.Set(heading, i + 1, titles[i], rotated);
            sheet.Links.Add(new SheetLink(heading, i + 1, sheetOfMeasure[entries[i].Measure.Id]));
        }

        sheet.Heights[heading] = RowHeight.OfRotated(titles, HighestHeading);
        foreach (var profile in profiles)
        {
            var row = sheet.NextRow;
            sheet.Set(row, 0, profile.Site, CellStyle.Body with { Wrap = true });
            for (var i = 0; i < profile.Entries.Count; i++)
            {
                var cell = Cell(profile.Entries[i]);
                sheet.Set(row, i + 1, cell.Value, cell.Style);
            }
        }

        sheet.Skip();
        if (entries.Any(entry => entry.Measure.Better == Standards.Better.None))
            sheet.SetAcross(sheet.NextRow, 0, last, "Grey: neither direction is better; positive is higher.", CellStyle.Quiet);
        sheet.SetAcross(sheet.NextRow, 0, last, ProvenanceMark.Footnote, CellStyle.Quiet with { Vertical = "top" });
        sheet.Frozen = (heading + 1, 1);
        sheet.PrintTitles = (heading, heading);
        sheet.Widths[0] = 34;
        for (var i = 1; i <= last; i++) sheet.Widths[i] = 9;
    }

    private static SheetCell Cell(ProfileEntry entry) => entry.Standing is { } standing
        ? new SheetCell(
            standing.FavourableZ ?? standing.Z,
            CellStyle.Body with { Format = SignedFormat, Horizontal = "center", Fill = SiteText.Ground(standing), Colour = standing.FavourableZ is null ? CellStyle.Quiet.Colour : "" })
        : new SheetCell(SiteProfileText.Without(entry), CellStyle.Body with { Italic = true, Colour = CellStyle.Quiet.Colour, Size = 8, Wrap = true, Horizontal = "center" });
}
