using FlsAudit.Model;
using FlsAudit.Standards;

namespace FlsAudit.Reports.Wording;

/// <summary>What a death means for a measure.</summary>
internal static class DeathText
{
    /// <summary>Whether patients who died are left out of the measure in any case.</summary>
    public static bool LeavesOut(MeasureDefinition measure) => Exclusion(measure) is not null;

    /// <summary>In words, without a full stop.</summary>
    public static string Of(MeasureDefinition measure) => (Exclusion(measure), measure.IsFollowUp) switch
    {
        ({ } exclusion, true) => $"left out: {exclusion.Reason} (a setting of the set)",
        ({ } exclusion, false) => $"left out: {exclusion.Reason}",
        (null, true) => "kept, also when the patient died before the window closed (a setting of the set)",
        _ => "kept; the measure takes nobody out for a death",
    };

    /// <summary>Whether an exclusion looks at the date of death.</summary>
    public static bool IsAboutDeath(Exclusion exclusion) => FieldsRead.By(exclusion.When).Contains(FieldNames.DeathDate, StringComparer.Ordinal);

    private static Exclusion? Exclusion(MeasureDefinition measure) => measure.Exclusions.FirstOrDefault(IsAboutDeath);
}
