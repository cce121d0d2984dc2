using FlsAudit.Analysis;
using FlsAudit.Standards;

namespace FlsAudit.Reports.Wording;

/// <summary>
/// Measures that give two answers for each place, once with unknown records counted as not met and once with them left out. Wherever one answer
/// is shown, it says which.
/// </summary>
internal static class BothAnswers
{
    /// <summary>Whether a result is the one that matrix, charts and headlines show: the one that counts unknowns, or the only one.</summary>
    public static bool IsHeadline(Result result) =>
        result.Measure.Unknown != UnknownPolicy.ReportBoth || result.Policy == UnknownPolicy.NotMet;

    /// <summary>What a heading adds for an answer: "; unknown counted as not met"; empty for a measure with one answer.</summary>
    public static string Suffix(MeasureDefinition measure, UnknownPolicy policy = UnknownPolicy.NotMet) =>
        measure.Unknown != UnknownPolicy.ReportBoth ? ""
        : policy == UnknownPolicy.NotMet ? "; unknown counted as not met" : "; unknown left out";
}
