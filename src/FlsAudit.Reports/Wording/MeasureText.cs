using FlsAudit.Analysis;
using FlsAudit.Model;
using FlsAudit.Standards;

namespace FlsAudit.Reports.Wording;

/// <summary>What a definition says, in sentences.</summary>
internal static class MeasureText
{
    /// <summary>For example "Prescribed anti-osteoporosis medication, out of patients seen at the FLS".</summary>
    public static string OutOf(MeasureDefinition measure) => measure.Kind switch
    {
        MeasureKind.Duration => $"{Capital(measure.Words.Numerator)}, over {measure.Words.Denominator}",
        _ => $"{Capital(measure.Words.Numerator)}, out of {measure.Words.Denominator}",
    };

    /// <summary>What the value is, for a heading.</summary>
    public static string ValueHeading(MeasureDefinition measure, string unit) => (measure.Kind, unit) switch
    {
        (MeasureKind.Duration, _) => "Median (days)",
        (MeasureKind.Completeness, "fields") => "Fields",
        (_, "percent") => "%",
        _ => unit,
    };

    /// <summary>What the value is, for an axis.</summary>
    public static string AxisTitle(MeasureDefinition measure, string unit) => (measure.Kind, unit) switch
    {
        (MeasureKind.Duration, _) => "Median, days",
        (MeasureKind.Ratio, _) => "% of expected",
        (_, "percent") => "%",
        _ => Capital(unit),
    };

    /// <summary>Headings of numerator and denominator.</summary>
    /// <param name="measure">The measure.</param>
    /// <param name="row">A row beneath the headings; null when there is none.</param>
    public static (string Numerator, string Denominator) CountHeadings(MeasureDefinition measure, Result? row) => measure.Kind switch
    {
        MeasureKind.Duration => ("Records with a gap", "Out of"),
        MeasureKind.Ratio => ("Found", "Expected"),
        MeasureKind.Completeness when row?.Unit == "fields" => ("Fields that count", "Out of"),
        MeasureKind.Completeness when PoolsSites(measure) && row is { Breakdown.Length: 0 } => (GoodSites(measure), "Sites"),
        MeasureKind.Completeness => ("Recorded", "Values"),
        _ => ("Met", "Out of"),
    };

    /// <summary>Whether all sites together have another unit than a site: the share of sites with few enough fields, where a site has a number of fields.</summary>
    public static bool PoolsSites(MeasureDefinition measure) => measure is { Kind: MeasureKind.Completeness, Completeness: not null };

    /// <summary>What the value of all sites together counts where it counts sites.</summary>
    public static string GoodSites(MeasureDefinition measure) => $"Sites with fewer than {PrintedNumber.Plain(measure.Completeness!.FewerThan)} such fields";

    /// <summary>The category of a breakdown; the label of the measure's part where it has one.</summary>
    public static string Category(Result result) =>
        result.Measure.Parts.FirstOrDefault(part => part.Name == result.Category && part.Label.Length > 0)?.Label ?? result.Category;

    /// <summary>Whether records that do not say are a question for this kind at all.</summary>
    public static bool HasPolicy(MeasureDefinition measure) => measure.Kind is MeasureKind.Proportion or MeasureKind.Cascade;

    /// <summary>What happens to records that do not say.</summary>
    public static string OfPolicy(UnknownPolicy policy) => policy switch
    {
        UnknownPolicy.NotMet => "Records that do not say count as not met.",
        UnknownPolicy.LeaveOut => "Records that do not say are left out.",
        _ => "Both answers are given: with the records that do not say counted as not met, and with them left out.",
    };

    /// <summary>When records are judged; empty when there is no window.</summary>
    public static string Due(MeasureDefinition measure)
    {
        var rules = measure.Parts.Select(part => part.Due).Distinct().ToList();
        if (rules.Count > 1) return "Each part is judged once its own window is over, never before.";
        if (rules is not [{ } due]) return "";
        var weeks = due.Days % 7 == 0 ? $" ({PrintedNumber.Count(due.Days / 7)} weeks)" : "";
        return $"Judged once {PrintedNumber.Count(due.Days)} days{weeks} after {due.Start.Name} are over, never before.";
    }

    /// <summary>The bands in one line; empty when the source gives none.</summary>
    public static string Bands(MeasureDefinition measure)
    {
        if (measure.Bands is not { } bands) return "";
        var parts = new List<string> { Test(Band.Green, bands.Green) };
        if (bands.Amber is { } amber) parts.Add(Test(Band.Amber, amber));
        parts.Add(Test(Band.Red, bands.Red));
        return string.Join("; ", parts);

        static string Test(Band band, BandTest test) =>
            $"{BandMark.Of(band)} {Words.Of(band)} {Sign(test.Operator)} {PrintedNumber.AsNeeded(test.Threshold)}";
    }

    private static string Sign(string comparison) => comparison switch { ">=" => "≥", "<=" => "≤", _ => comparison };

    /// <summary>What a death before a follow-up window closes means.</summary>
    public static string Deaths(StandardSet set) => set.ExcludesDeathsBeforeWindow
        ? "A death before a follow-up window closes takes the record out of the follow-up measures."
        : "A death before a follow-up window closes does not take the record out of the follow-up measures.";

    /// <summary>Title, edition and how sure it is.</summary>
    public static string Source(Provenance provenance) =>
        $"{provenance.Title}{(provenance.Edition is { } edition ? $", {edition}" : "")} ({Words.Of(provenance.Status)}{ProvenanceMark.Of(provenance.Status)})";

    /// <summary>Who belongs and who is left out.</summary>
    public static string Exclusions(MeasureDefinition measure) =>
        string.Join("; ", measure.Exclusions.Select(exclusion => $"{exclusion.Reason} ({exclusion.When.Text})"));

    /// <summary>How each part decides, one line each; a part without a condition counts every record.</summary>
    public static string Numerators(MeasureDefinition measure) => string.Join("\n", measure.Parts.Select(part =>
        (part.Label.Length > 0 && measure.Parts.Count > 1 ? $"{part.Label}: " : "")
        + (part.Gap is { } gap ? $"days({gap.From.Name}, {gap.To.Name})" : part.Numerator?.Text ?? "every record")
        + (part.When is { } when ? $", of those with {when.Text}" : "")));

    /// <summary>The value with its counts: <c>94.9 % (243 of 256)</c>, or the status in words.</summary>
    public static string Answer(Result result) => result switch
    {
        { Status: not ResultStatus.Ok } or { Value: null } => Words.Of(result.Status),
        { Numerator: { } numerator, Denominator: { } denominator } when result.Measure.Kind != MeasureKind.Duration =>
            $"{PrintedNumber.WithUnit(result.Value.Value, result.Unit)} ({PrintedNumber.AsNeeded(numerator)} of {PrintedNumber.AsNeeded(denominator)})",
        _ => PrintedNumber.WithUnit(result.Value.Value, result.Unit),
    };

    /// <summary>With a capital first letter; scripts without capitals stay as they are.</summary>
    public static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
