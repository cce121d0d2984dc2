using System.Globalization;
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
        MeasureKind.Shortfall => $"{Capital(measure.Words.Numerator)}, set against {measure.Words.Denominator}",
        _ => $"{Capital(measure.Words.Numerator)}, out of {measure.Words.Denominator}",
    };

    /// <summary>What the value is, for a heading.</summary>
    public static string ValueHeading(MeasureDefinition measure, string unit) => (measure.Kind, unit) switch
    {
        (MeasureKind.Duration, _) => "Median (days)",
        (MeasureKind.Completeness, "fields") => "Fields",
        (MeasureKind.Shortfall, _) => "Fewer than expected",
        (_, "percent") => "%",
        (_, "level") => "Level",
        _ => unit,
    };

    /// <summary>What the value is, for an axis.</summary>
    public static string AxisTitle(MeasureDefinition measure, string unit) => (measure.Kind, unit) switch
    {
        (MeasureKind.Duration, _) => "Median, days",
        (MeasureKind.Ratio, _) => "% of expected",
        (MeasureKind.Shortfall, _) => "Patients fewer than expected",
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
        MeasureKind.Shortfall => ("Observed", "Expected"),
        MeasureKind.Completeness when row?.Unit == "fields" => ("Fields that count", "Out of"),
        MeasureKind.Completeness when PoolsSites(measure) && row is { Breakdown.Length: 0 } => (GoodSites(measure), "Sites"),
        MeasureKind.Completeness => ("Recorded", "Values"),
        _ => ("Met", "Out of"),
    };

    /// <summary>Whether all sites together have another unit than a site: the share of sites with few enough fields, where a site has a number of fields.</summary>
    public static bool PoolsSites(MeasureDefinition measure) => measure is { Kind: MeasureKind.Completeness, Completeness: not null };

    /// <summary>What the value of all sites together counts where it counts sites.</summary>
    public static string GoodSites(MeasureDefinition measure) => $"Sites with fewer than {PrintedNumber.Plain(measure.Completeness!.FewerThan)} such fields";

    /// <summary>Whether values come with limits.</summary>
    public static bool HasLimits(MeasureDefinition measure) =>
        measure.Kind != MeasureKind.Completeness && (measure.Kind != MeasureKind.Level || measure.IsShare);

    /// <summary>Whether a value is a fraction or difference of two counts.</summary>
    public static bool HasCounts(MeasureDefinition measure) => measure.Kind != MeasureKind.Level || measure.IsShare;

    /// <summary>Whether values can be drawn: a level is read in a table.</summary>
    public static bool HasCharts(MeasureDefinition measure) => HasCounts(measure);

    /// <summary>Whether its results have a band or level.</summary>
    public static bool HasBands(MeasureDefinition measure) => measure.Bands is not null || measure.Kind == MeasureKind.Level;

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
        if (!measure.ReadsRecords) return "";
        var rules = measure.Parts.Select(part => part.Due).Distinct().ToList();
        if (rules.Count > 1) return "Each part is judged once its own window is over, never before.";
        return rules is [{ } due] ? Due(due) : "";
    }

    /// <summary>When records are judged under one rule.</summary>
    public static string Due(DueRule due) => $"Judged once {Window(due)} {(due.Days == 1 ? "is" : "are")} over, never before.";

    /// <summary>For example "84 days (12 weeks) after fracture_date".</summary>
    public static string Window(DueRule due)
    {
        var weeks = due.Days > 0 && due.Days % 7 == 0 ? $" ({ReportText.Number(due.Days / 7, "week")})" : "";
        return $"{ReportText.Number(due.Days, "day")}{weeks} after {due.Start.Name}";
    }

    /// <summary>What a record or row stands for in the count.</summary>
    public static string Unit(MeasureDefinition measure) => (measure.Unit, measure.IntakeYearStarts) switch
    {
        (CountedUnit.FractureEpisode, _) => "every fracture episode",
        (_, null) => "of a patient's episodes that belong, only the earliest",
        (_, { } start) => $"of a patient's episodes that belong, only the earliest of each year that starts on {new DateOnly(2000, start.Month, start.Day).ToString("d MMMM", CultureInfo.InvariantCulture)}",
    };

    /// <summary>Bands in one line.</summary>
    public static string Bands(BandRule bands)
    {
        var parts = new List<string> { Test(Band.Green, bands.Green) };
        if (bands.Amber is { } amber) parts.Add(Test(Band.Amber, amber));
        parts.Add(Test(Band.Red, bands.Red));
        return string.Join("; ", parts);
    }

    /// <summary>A ladder in one line, the highest level first.</summary>
    public static string Ladder(LevelRule levels) =>
        string.Join("; ", Test(Band.Level3, levels.Level3), Test(Band.Level2, levels.Level2), Test(Band.Level1, levels.Level1));

    /// <summary>A band with its sign: <c>●●○ level 2</c>.</summary>
    public static string Marked(Band band) => $"{BandMark.Of(band)} {band.Word()}";

    private static string Test(Band band, BandTest test) => $"{Marked(band)} {Sign(test.Operator)} {PrintedNumber.AsNeeded(test.Threshold)}";

    private static string Sign(string comparison) => comparison switch { ">=" => "≥", "<=" => "≤", _ => comparison };

    /// <summary>What a death before a follow-up window closes means.</summary>
    public static string Deaths(StandardSet set) => set.ExcludesDeathsBeforeWindow
        ? "A death before a follow-up window closes takes the record out of the follow-up measures."
        : "A death before a follow-up window closes does not take the record out of the follow-up measures.";

    /// <summary>Title, edition and how sure it is.</summary>
    public static string Source(Provenance provenance) =>
        $"{provenance.Title}{(provenance.Edition is { } edition ? $", {edition}" : "")} ({ProvenanceMark.Worded(provenance.Status)})";

    /// <summary>The value with its counts: <c>94.9 % (243 of 256)</c>, or the status in words.</summary>
    public static string Answer(Result result) => result switch
    {
        { Status: not ResultStatus.Ok } or { Value: null } => Words.Of(result.Status),
        { Unit: "patients", Numerator: { } observed, Denominator: { } expected } =>
            $"{PrintedNumber.WithUnit(result.Value.Value, result.Unit)} fewer than expected ({PrintedNumber.AsNeeded(observed)} of {PrintedNumber.AsNeeded(expected)})",
        { Numerator: { } numerator, Denominator: { } denominator } when result.Measure.Kind != MeasureKind.Duration =>
            $"{PrintedNumber.WithUnit(result.Value.Value, result.Unit)} ({PrintedNumber.AsNeeded(numerator)} of {PrintedNumber.AsNeeded(denominator)})",
        _ => PrintedNumber.WithUnit(result.Value.Value, result.Unit),
    };

    /// <summary>How over-dispersed the sites of a funnel are, in brackets; empty where too few sites allow no estimate.</summary>
    public static string Dispersion(SiteComparison comparison) => comparison.Phi is { } phi
        ? $" (phi {PrintedNumber.Fixed(phi, 2)}, tau² {PrintedNumber.Fixed(comparison.Tau2, 4)})"
        : "";

    /// <summary>With a capital first letter; scripts without capitals stay as they are.</summary>
    public static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
