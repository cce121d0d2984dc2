using FlsAudit.Standards;

namespace FlsAudit.Reports.Wording;

/// <summary>What becomes of records that do not say, for every kind.</summary>
internal static class UnknownText
{
    public static string Of(MeasureDefinition measure) => measure.Kind switch
    {
        MeasureKind.Level when measure.Answer is not null => "An answer 'not known' gives no level (unknown); a question that is not answered is not computed. Neither is below level 1.",
        MeasureKind.Duration => "A record without both dates has no number of days and is left out.",
        MeasureKind.Ratio => "Records that do not say whether they belong are not counted as found.",
        MeasureKind.Shortfall => "Records that do not say are not counted as observed.",
        MeasureKind.Completeness => "Does not apply: a value that is missing is what is counted.",
        _ => MeasureText.OfPolicy(measure.Unknown),
    };
}
