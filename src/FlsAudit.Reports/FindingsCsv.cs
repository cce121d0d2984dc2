using FlsAudit.Model;
using FlsAudit.Reports.Csv;
using FlsAudit.Reports.Wording;

namespace FlsAudit.Reports;

/// <summary>
/// <c>findings.csv</c>: one line per example row of a finding, or one line for a finding that is not about rows. <c>occurrences</c> is the
/// count of the whole finding and repeats on each of its lines.
/// </summary>
public static class FindingsCsv
{
    /// <summary>Writes the file to a stream, which stays open.</summary>
    /// <param name="findings">In the order to be written.</param>
    /// <param name="showValues">Whether the user asked for cell values; only then is there a column <c>value</c>.</param>
    /// <param name="output">Where to.</param>
    public static void Write(IEnumerable<Finding> findings, bool showValues, Stream output)
    {
        string[] headings = ["code", "severity", "file", "sheet", "row", "column", "occurrences", "message", "expected"];
        using var csv = new TidyCsv(output, showValues ? [.. headings, "value"] : headings);
        foreach (var finding in findings)
        {
            if (finding.ExampleRows.Count == 0) WriteLine(csv, finding, finding.Place.Row, 0, showValues);
            for (var i = 0; i < finding.ExampleRows.Count; i++) WriteLine(csv, finding, finding.ExampleRows[i], i, showValues);
        }
    }

    private static void WriteLine(TidyCsv csv, Finding finding, long? row, int example, bool showValues)
    {
        csv.Text(finding.Code).Text(Words.Of(finding.Severity))
            .Text(finding.Place.File).Text(finding.Place.Sheet).Count(row).Text(finding.Place.Column)
            .Count(finding.Occurrences).Text(finding.Message).Text(finding.Expected);
        if (showValues) csv.Text(example < finding.ExampleValues.Count ? finding.ExampleValues[example] : null);
        csv.EndRow();
    }
}
