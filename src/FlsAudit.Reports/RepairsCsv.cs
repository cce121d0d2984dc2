using System.Globalization;
using FlsAudit.Model;
using FlsAudit.Reports.Csv;

namespace FlsAudit.Reports;

/// <summary><c>repairs.csv</c>: one line per date whose year was repaired.</summary>
public static class RepairsCsv
{
    /// <summary>The name of the file.</summary>
    public const string FileName = "repairs.csv";

    /// <summary>Writes the file to a stream, which stays open. Repairs are written as they come, so memory does not grow with them.</summary>
    /// <param name="repairs">In the order to be written; enumerated once.</param>
    /// <param name="showValues">Whether the user asked for cell values; only then are there columns <c>from</c> and <c>to</c>.</param>
    /// <param name="output">Where to.</param>
    public static void Write(IEnumerable<RepairedDate> repairs, bool showValues, Stream output)
    {
        string[] headings = ["file", "sheet", "row", "column", "field", "rule"];
        using var csv = new TidyCsv(output, showValues ? [.. headings, "from", "to"] : headings);
        foreach (var repair in repairs)
        {
            csv.Text(repair.Place.File).Text(repair.Place.Sheet).Count(repair.Place.Row).Text(repair.Place.Column).Text(repair.Field).Text(repair.Rule);
            if (showValues) csv.Text(Iso(repair.From)).Text(Iso(repair.To));
            csv.EndRow();
        }
    }

    private static string Iso(int day) => DateOnly.FromDayNumber(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
