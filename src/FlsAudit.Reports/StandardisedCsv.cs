using FlsAudit.Analysis;
using FlsAudit.Reports.Csv;
using FlsAudit.Reports.Wording;

namespace FlsAudit.Reports;

/// <summary><c>standardised.csv</c>: a line for each share and site over all periods, set against what all sites together reach with patients alike.</summary>
public static class StandardisedCsv
{
    /// <summary>The name of the file.</summary>
    public const string FileName = "standardised.csv";

    /// <summary>Writes the file to a stream, which stays open. Without standardisation it is the heading line alone.</summary>
    public static void Write(ReleasedReport report, Stream output)
    {
        using var csv = new TidyCsv(
            output,
            "measure", "site", "observed", "expected", "denominator", "strata", "not_recorded", "ratio", "ratio_lower_95", "ratio_upper_95",
            "standardised", "standardised_lower_95", "standardised_upper_95", "status", "method");
        foreach (var result in report.Standardised)
        {
            csv.Text(result.Measure.Id).Text(result.Site).Number(result.Observed).Number(result.Expected).Number(result.Denominator)
                .Count(result.Strata).Number(result.NotRecorded)
                .Number(result.Ratio).Number(result.RatioLimits95?.Lower).Number(result.RatioLimits95?.Upper)
                .Number(result.Percentage).Number(result.PercentageLimits95?.Lower).Number(result.PercentageLimits95?.Upper)
                .Text(Words.Of(result.Status)).Text(result.Method).EndRow();
        }
    }
}
