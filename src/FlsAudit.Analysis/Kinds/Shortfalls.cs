using System.Globalization;
using FlsAudit.Standards;
using FlsAudit.Statistics;
using FlsAudit.Statistics.Intervals;

namespace FlsAudit.Analysis.Kinds;

/// <summary>How many patients fewer were observed than a model expects of a caseload; negative where more were observed.</summary>
internal static class Shortfalls
{
    /// <summary>The model in words.</summary>
    public static string Method(ShortfallModel model)
    {
        var factors = string.Concat(model.Factors.Select(factor => string.Create(CultureInfo.InvariantCulture, $" x {100 * factor.Share:0.##} % {factor.Label}")));
        return $"patients expected less patients observed, expected = caseload{factors}{Sureness.Of(model.Status, "factors")};"
            + " limits of the observed count, exact below 10 patients and Byar's from 10, caseload and factors taken as exact";
    }

    /// <summary>The row with its value. The lower limit belongs to the upper limit of the count.</summary>
    /// <param name="row">Without a value.</param>
    /// <param name="match">Observed patients, and the caseload on the same fracture days.</param>
    public static Result Of(Result row, CaseloadMatch match)
    {
        var model = row.Measure.Model!;
        double observed = match.Records, caseload = match.Caseload.Expected;
        var value = model.Shortfall(caseload, observed);
        return row with
        {
            Numerator = observed,
            Denominator = model.Expected(caseload),
            Value = value,
            Limits95 = Limits(PoissonInterval.Of(observed, ConfidenceLevel.Percent95)),
            Limits998 = Limits(PoissonInterval.Of(observed, ConfidenceLevel.Percent998)),
            Band = row.Measure.BandOf(value),
        };

        Limits Limits(Interval count) => new(model.Shortfall(caseload, count.Upper), model.Shortfall(caseload, count.Lower));
    }
}
