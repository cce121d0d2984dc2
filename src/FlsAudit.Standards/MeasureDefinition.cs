using FlsAudit.Model;
using FlsAudit.Standards.Expressions;

namespace FlsAudit.Standards;

/// <summary>What a measure computes.</summary>
public enum MeasureKind
{
    /// <summary>The share of a population for which the numerator holds.</summary>
    Proportion,

    /// <summary>The median number of days between two dates.</summary>
    Duration,

    /// <summary>Records over an expected number from a caseload file; may exceed 100 %.</summary>
    Ratio,

    /// <summary>How completely fields are filled.</summary>
    Completeness,

    /// <summary>Steps of care that a record passes one after the other.</summary>
    Cascade,
}

/// <summary>What is done with records whose numerator is unknown, after judgement.</summary>
public enum UnknownPolicy
{
    /// <summary>They count in the denominator as if the numerator were false.</summary>
    NotMet,

    /// <summary>They leave the denominator.</summary>
    LeaveOut,

    /// <summary>Both answers are given, a row each.</summary>
    ReportBoth,
}

/// <summary>Which direction is better, for bands and special causes.</summary>
public enum Better
{
    /// <summary>More is better.</summary>
    Higher,

    /// <summary>Less is better.</summary>
    Lower,

    /// <summary>Neither.</summary>
    None,
}

/// <summary>A reason to leave a record out.</summary>
/// <param name="Reason">In words.</param>
/// <param name="When">When it applies; an unknown answer does not exclude.</param>
public sealed record Exclusion(string Reason, Expression When);

/// <summary>The last day on which the numerator can become true.</summary>
/// <param name="Days">Days after the start; weeks are seven days.</param>
/// <param name="Start">The date field that the window starts at.</param>
public sealed record DueRule(int Days, Field Start);

/// <summary>
/// One thing that is counted. A proportion has one part; a completeness measure one per field, a cascade one per step, a ratio one
/// per caseload group. Population, exclusions and, unless it says otherwise, the due rule are the measure's.
/// </summary>
/// <param name="Name">Unique in its measure; empty for the measure as a whole.</param>
/// <param name="Label">For people.</param>
/// <param name="When">Narrows the population to the records that the part is about; null when it is about all of them.</param>
/// <param name="Numerator">When a record counts; null for a part that counts every record of its population.</param>
public sealed record MeasurePart(string Name, string Label, Expression? When, Expression? Numerator)
{
    /// <summary>The window; null when there is none.</summary>
    public DueRule? Due { get; init; }

    /// <summary>The two dates of a duration; null for other kinds.</summary>
    public DayDifference? Gap { get; init; }

    /// <summary>The caseload group that a ratio is divided by; null for other kinds.</summary>
    public string? CaseloadGroup { get; init; }
}

/// <summary>Counts fields with many missing values: good when few.</summary>
/// <param name="MissingOver">A field counts when strictly more than this percentage is missing.</param>
/// <param name="FewerThan">The result is good when strictly fewer fields count.</param>
public sealed record CompletenessRule(double MissingOver, int FewerThan);

/// <summary>Nouns for people: what is counted, out of what.</summary>
/// <param name="Numerator">For example "prescribed anti-osteoporosis medication".</param>
/// <param name="Denominator">For example "patients seen at the FLS".</param>
public sealed record MeasureWords(string Numerator, string Denominator);

/// <summary>One worked case of a measure: a record, what is expected, and why.</summary>
/// <param name="Line">The line in the definition file.</param>
/// <param name="Values">Field name to text; a field that is not there was not recorded.</param>
/// <param name="AsAt">The day up to which the data are complete.</param>
/// <param name="Part">The part that is judged; empty for the measure as a whole.</param>
/// <param name="Expected">The expected outcome as the table writes it.</param>
/// <param name="ExpectedGap">The expected days of a duration; null when not stated.</param>
/// <param name="Why">The reason in words.</param>
public sealed record WorkedCase(
    int Line, IReadOnlyDictionary<string, string> Values, int AsAt, string Part, string Expected, int? ExpectedGap, string Why);

/// <summary>A measure: one file under <c>standards/measures</c>.</summary>
public sealed record MeasureDefinition
{
    /// <summary>Unique over all sets.</summary>
    public required string Id { get; init; }

    /// <summary>The set it belongs to.</summary>
    public required string Set { get; init; }

    /// <summary>For people.</summary>
    public required string Title { get; init; }

    /// <summary>What it asks, in one sentence.</summary>
    public required string Question { get; init; }

    /// <summary>What it computes.</summary>
    public required MeasureKind Kind { get; init; }

    /// <summary>Where it comes from; the status is that of its weakest part.</summary>
    public required Provenance Provenance { get; init; }

    /// <summary>Who belongs.</summary>
    public required Expression Population { get; init; }

    /// <summary>Who is left out, and why.</summary>
    public IReadOnlyList<Exclusion> Exclusions { get; init; } = [];

    /// <summary>What is counted, in order of presentation; at least one.</summary>
    public required IReadOnlyList<MeasurePart> Parts { get; init; }

    /// <summary>What happens to unknown numerators.</summary>
    public required UnknownPolicy Unknown { get; init; }

    /// <summary>What is counted out of what.</summary>
    public required MeasureWords Words { get; init; }

    /// <summary>Bands; null when the source gives none.</summary>
    public BandRule? Bands { get; init; }

    /// <summary>How fields with many missing values are counted; null unless the kind is completeness with such a rule.</summary>
    public CompletenessRule? Completeness { get; init; }

    /// <summary>Which direction is better.</summary>
    public Better Better { get; init; }

    /// <summary>Its worked cases.</summary>
    public IReadOnlyList<WorkedCase> Cases { get; init; } = [];

    /// <summary>The definition file, relative to the standards folder, with forward slashes.</summary>
    public required string File { get; init; }

    /// <summary>The weakest provenance of the definition and its bands.</summary>
    public ProvenanceStatus WeakestProvenance =>
        Bands is { } bands && bands.Status > Provenance.Status ? bands.Status : Provenance.Status;
}
