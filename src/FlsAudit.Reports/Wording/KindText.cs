using FlsAudit.Standards;

namespace FlsAudit.Reports.Wording;

/// <summary>Kinds of measures in words.</summary>
internal static class KindText
{
    public static string Of(MeasureDefinition measure) => measure.Kind switch
    {
        MeasureKind.Proportion => "proportion",
        MeasureKind.Duration => "duration",
        MeasureKind.Ratio => "ratio to caseload",
        MeasureKind.Completeness => "completeness",
        MeasureKind.Cascade => "cascade",
        MeasureKind.Shortfall => "shortfall",
        _ when measure.Answer is not null => "level by answer",
        _ when measure.Timing is not null => "level by time",
        _ => "level by share",
    };
}
