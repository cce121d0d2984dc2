using FlsAudit.Analysis;
using FlsAudit.Analysis.Periods;
using FlsAudit.Reports.Csv;

namespace FlsAudit.Reports;

/// <summary><c>trends.csv</c>: one line per proportion and site over its complete periods; the slope in log-odds per period, unrounded.</summary>
public static class TrendsCsv
{
    /// <summary>The name of the file.</summary>
    public const string FileName = "trends.csv";

    /// <summary>Writes the trends of a report to a stream, which stays open. A report without any gives the heading line alone.</summary>
    public static void Write(ReleasedReport report, Stream output) => Write(report.Trends, output);

    /// <summary>Writes trends to a stream, which stays open.</summary>
    public static void Write(IReadOnlyList<PeriodTrend> trends, Stream output)
    {
        using var csv = new TidyCsv(output, "measure", "site", "periods", "chi_square", "p", "slope", "slope_lower_95", "slope_upper_95", "method");
        foreach (var trend in trends)
        {
            csv.Text(trend.Measure).Text(trend.Site).Count(trend.Periods).Number(trend.ChiSquare).Number(trend.P)
                .Number(trend.Slope).Number(trend.SlopeLimits95?.Lower).Number(trend.SlopeLimits95?.Upper)
                .Text(trend.Method)
                .EndRow();
        }
    }
}
