using FlsAudit.Model;
using FlsAudit.Standards;

namespace FlsAudit.Reports.Wording;

/// <summary>The mark on everything that nobody has read in its source yet.</summary>
internal static class ProvenanceMark
{
    public const string Sign = "†";

    private const string NoBreak = "\u00A0";

    public const string Footnote =
        "† Not verified: the definition or its thresholds were read in another source (secondary), come from general knowledge (recalled) or were worked out (inferred).";

    /// <summary>What the sign behind one measure's title means; empty for a verified measure.</summary>
    public static string Meaning(MeasureDefinition measure) => measure.WeakestProvenance switch
    {
        ProvenanceStatus.Secondary => "† Not verified: the definition or its thresholds were read in another source (secondary).",
        ProvenanceStatus.Recalled => "† Not verified: the definition or its thresholds come from general knowledge (recalled).",
        ProvenanceStatus.Inferred => "† Not verified: the definition or its thresholds were worked out (inferred).",
        _ => "",
    };

    /// <summary>The sign, or nothing for what is verified.</summary>
    public static string Of(ProvenanceStatus status) => status == ProvenanceStatus.Verified ? "" : Sign;

    /// <summary>The status in words with the sign where one is due: <c>verified</c>, <c>recalled †</c>.</summary>
    public static string Worded(ProvenanceStatus status) =>
        status == ProvenanceStatus.Verified ? Words.Of(status) : $"{Words.Of(status)}{NoBreak}{Sign}";

    /// <summary>The title with the sign behind it where one is due.</summary>
    public static string Titled(MeasureDefinition measure) => Titled(measure, measure.Title);

    /// <summary>The same for a title that says more than the measure's own.</summary>
    public static string Titled(MeasureDefinition measure, string title) =>
        measure.WeakestProvenance == ProvenanceStatus.Verified ? title : title + NoBreak + Sign;
}
