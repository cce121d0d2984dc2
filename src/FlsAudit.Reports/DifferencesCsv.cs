using FlsAudit.Analysis;
using FlsAudit.Analysis.Periods;
using FlsAudit.Reports.Csv;

namespace FlsAudit.Reports;

/// <summary><c>differences.csv</c>: one line per comparison of two periods, or of a site and all others; b - a in percentage points, unrounded.</summary>
public static class DifferencesCsv
{
    /// <summary>The name of the file.</summary>
    public const string FileName = "differences.csv";

    /// <summary>Writes the differences of a report to a stream, which stays open. A report without any gives the heading line alone.</summary>
    public static void Write(ReleasedReport report, Stream output) => Write(report.Differences, output);

    /// <summary>Writes differences to a stream, which stays open.</summary>
    public static void Write(IReadOnlyList<PeriodDifference> differences, Stream output)
    {
        using var csv = new TidyCsv(output, "measure", "site", "a", "b", "x1", "n1", "x2", "n2", "difference", "lower_95", "upper_95", "p", "method");
        foreach (var difference in differences)
        {
            csv.Text(difference.Measure).Text(difference.Site).Text(difference.A).Text(difference.B)
                .Number(difference.X1).Number(difference.N1).Number(difference.X2).Number(difference.N2)
                .Number(difference.Difference).Number(difference.Limits95.Lower).Number(difference.Limits95.Upper).Number(difference.P)
                .Text(difference.Method)
                .EndRow();
        }
    }
}
