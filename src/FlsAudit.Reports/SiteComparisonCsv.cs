using FlsAudit.Analysis;
using FlsAudit.Reports.Csv;
using FlsAudit.Reports.Wording;

namespace FlsAudit.Reports;

/// <summary><c>site-comparison.csv</c>: one line per site in a funnel, in the order of the report; percentages 0-100, unrounded.</summary>
public static class SiteComparisonCsv
{
    /// <summary>The name of the file.</summary>
    public const string FileName = "site-comparison.csv";

    /// <summary>Writes the file to a stream, which stays open. A report without funnels gives the heading line alone.</summary>
    public static void Write(ReleasedReport report, Stream output) => Write(report.SiteComparisons, output);

    /// <summary>Writes comparisons of sites to a stream, which stays open.</summary>
    public static void Write(IReadOnlyList<SiteComparison> comparisons, Stream output)
    {
        using var csv = new TidyCsv(
            output,
            "measure", "site", "period", "numerator", "denominator", "value", "centre",
            "lower_95", "upper_95", "lower_998", "upper_998",
            "adjusted_lower_95", "adjusted_upper_95", "adjusted_lower_998", "adjusted_upper_998",
            "z", "adjusted_z", "phi", "tau2", "flag", "adjusted_flag", "method");
        foreach (var comparison in comparisons)
        {
            foreach (var site in comparison.Sites)
            {
                csv.Text(comparison.Measure.Id).Text(site.Site).Text(comparison.Period)
                    .Number(site.Numerator).Number(site.Denominator).Number(site.Value).Number(comparison.Centre)
                    .Number(site.Limits95.Lower).Number(site.Limits95.Upper)
                    .Number(site.Limits998.Lower).Number(site.Limits998.Upper)
                    .Number(site.AdjustedLimits95.Lower).Number(site.AdjustedLimits95.Upper)
                    .Number(site.AdjustedLimits998.Lower).Number(site.AdjustedLimits998.Upper)
                    .Number(site.Z).Number(site.AdjustedZ).Number(comparison.Phi).Number(comparison.Tau2)
                    .Text(Words.Of(site.Flag)).Text(Words.Of(site.AdjustedFlag)).Text(comparison.Method)
                    .EndRow();
            }
        }
    }
}
