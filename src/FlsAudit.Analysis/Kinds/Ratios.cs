using FlsAudit.Statistics;
using FlsAudit.Statistics.Intervals;

namespace FlsAudit.Analysis.Kinds;

/// <summary>Records over the fractures expected by a caseload; the percentage may exceed 100.</summary>
internal static class Ratios
{
    public const string Method = "records over expected fractures, exact limits below 10 records and Byar's from 10, caseload taken as exact";

    /// <summary>The row with its value.</summary>
    /// <param name="row">Without a value.</param>
    /// <param name="match">Its caseload is above 0.</param>
    public static Result Of(Result row, CaseloadMatch match)
    {
        double records = match.Records, expected = match.Caseload.Expected;
        var value = Proportions.Percent(records, expected);
        return row with
        {
            Numerator = records,
            Denominator = expected,
            Value = value,
            Limits95 = Proportions.Percent(PoissonInterval.OfRatio(records, expected, ConfidenceLevel.Percent95)),
            Limits998 = Proportions.Percent(PoissonInterval.OfRatio(records, expected, ConfidenceLevel.Percent998)),
            Band = row.Measure.BandOf(value),
        };
    }
}
