using FlsAudit.Analysis;
using FlsAudit.Model;
using FlsAudit.Reports.Csv;

namespace FlsAudit.Reports;

/// <summary>A row of the work-list with the place of its record in the export.</summary>
/// <param name="Row">Whose window, which step, and when it closes.</param>
/// <param name="Place">File, sheet and row.</param>
public sealed record WorklistLine(WorklistRow Row, Place Place);

/// <summary>The work-list as csv: one line per record and window, in the order given. A sheet stands in brackets after its file.</summary>
public static class WorklistCsv
{
    private static readonly string[] Headings = ["site", "record", "step", "measure", "closes", "days_left", "state", "file", "row"];

    /// <summary>The first line of every work-list.</summary>
    public static string HeadingLine => string.Join(',', Headings);

    /// <summary>Writes the file to a stream, which stays open. An empty list gives the heading line alone.</summary>
    public static void Write(IEnumerable<WorklistLine> lines, Stream output)
    {
        using var csv = new TidyCsv(output, Headings);
        foreach (var (row, place) in lines)
        {
            csv.Text(row.Site).Text(row.Record).Text(row.Step).Text(row.Measure.Id)
                .Text(row.Closes.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)).Count(row.DaysLeft).Text(row.State)
                .Text(place.Sheet is null ? place.File : $"{place.File}[{place.Sheet}]").Count(place.Row)
                .EndRow();
        }
    }
}
