using FlsAudit.Analysis;
using FlsAudit.Reports.Csv;
using FlsAudit.Reports.Wording;
using FlsAudit.Standards;

namespace FlsAudit.Reports;

/// <summary>
/// <c>results.csv</c>: one line per <see cref="Result"/>, in the order of the report. Values and limits are percent (0-100), days, fields, levels (0 to 3) or patients, unrounded.
/// A result without a value has an empty value and its status in words; counts are empty as well where nothing may or can be counted
/// (suppressed, no data submitted). Counts before policy are written under the internal policy only.
/// </summary>
public static class ResultsCsv
{
    /// <summary>Writes the file to a stream, which stays open. An empty report gives the heading line alone.</summary>
    public static void Write(ReleasedReport report, Stream output)
    {
        using var csv = new TidyCsv(
            output,
            "set", "measure", "title", "site", "period", "breakdown", "category",
            "met", "not_met", "unknown", "excluded", "not_due", "not_in_population", "unknown_policy", "unknown_counted",
            "numerator", "denominator", "value", "unit", "lower_95", "upper_95", "lower_998", "upper_998", "q1", "q3",
            "method", "band", "status", "provenance");
        foreach (var result in report.Results)
        {
            csv.Text(result.Measure.Set).Text(result.Measure.Id).Text(result.Measure.Title)
                .Text(result.Site).Text(result.Period).Text(result.Breakdown).Text(result.Category);
            WriteCounts(csv, result);
            csv.Number(result.Numerator).Number(result.Denominator).Number(result.Value).Text(result.Unit)
                .Number(result.Limits95?.Lower).Number(result.Limits95?.Upper)
                .Number(result.Limits998?.Lower).Number(result.Limits998?.Upper)
                .Number(result.LowerQuartile).Number(result.UpperQuartile)
                .Text(result.Method)
                .Text(result.Band?.Word())
                .Text(Words.Of(result.Status))
                .Text(Words.Of(result.Measure.WeakestProvenance))
                .EndRow();
        }
    }

    private static void WriteCounts(TidyCsv csv, Result result)
    {
        var counts = result.PrintedCounts;
        csv.Count(counts?.Met).Count(counts?.NotMet).Count(counts?.Unknown)
            .Count(counts?.Excluded).Count(counts?.NotDue).Count(counts?.NotInPopulation)
            .Text(Words.Of(result.Policy))
            .Count(counts is null ? null : result.UnknownCounted);
    }
}
