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

    /// <summary>
    /// A ladder of levels 1 to 3: on a percentage (<see cref="MeasureDefinition.Levels"/>), on windows of time (<see cref="MeasureDefinition.Timing"/>), or on an
    /// answer of the organisation (<see cref="MeasureDefinition.Answer"/>).
    /// </summary>
    Level,

    /// <summary>How many patients fewer than a model expects of a caseload; negative when more were observed.</summary>
    Shortfall,
}

/// <summary>What a measure counts.</summary>
public enum CountedUnit
{
    /// <summary>Every record, which is a fracture episode.</summary>
    FractureEpisode,

    /// <summary>Of the episodes of one patient at one site that belong and are not excluded, the earliest.</summary>
    PatientFirstEpisode,
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

    /// <summary>What stands in for the caseload group where the caseload has no row of it; null when nothing does.</summary>
    public DerivedCaseload? Derived { get; init; }

    /// <summary>The level that a step of a timing ladder leads to, 1 to 3; 0 for every other part.</summary>
    public int Level { get; init; }
}

/// <summary>Counts fields with many missing values: good when few.</summary>
/// <param name="MissingOver">A field counts when strictly more than this percentage is missing.</param>
/// <param name="FewerThan">The result is good when strictly fewer fields count.</param>
public sealed record CompletenessRule(double MissingOver, int FewerThan)
{
    /// <summary>Whether a field with this percentage missing, unrounded, is one of those that count.</summary>
    public bool Counts(double percentMissing) => percentMissing > MissingOver;

    /// <summary>Whether so many fields that count are few enough.</summary>
    public bool IsGood(double fields) => fields < FewerThan;
}

/// <summary>One worked case of what is computed from counts.</summary>
/// <param name="Line">The line in the definition file.</param>
/// <param name="Inputs">Column to text, without blanks, expectation and reason.</param>
/// <param name="Expected">Column to expected text: <c>value</c> for a computed number, <c>expect</c> for a band or level.</param>
/// <param name="Why">The reason in words.</param>
public sealed record ValueCase(int Line, IReadOnlyDictionary<string, string> Inputs, IReadOnlyDictionary<string, string> Expected, string Why);

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
    int Line, IReadOnlyDictionary<string, string> Values, int AsAt, string Part, string Expected, int? ExpectedGap, string Why)
{
    /// <summary>What a case of a question of several codes writes for an answer that gives none of them, which is not the same as no answer.</summary>
    public const string NoItem = "none";
}

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

    /// <summary>The ladder on a percentage; null for measures without one.</summary>
    public LevelRule? Levels { get; init; }

    /// <summary>The ladder on windows of time; null for measures without one.</summary>
    public TimingRule? Timing { get; init; }

    /// <summary>The ladder on an answer of the organisation, which needs no records; null for measures without one.</summary>
    public AnswerRule? Answer { get; init; }

    /// <summary>What a shortfall expects of a caseload; null for other kinds.</summary>
    public ShortfallModel? Model { get; init; }

    /// <summary>What is counted.</summary>
    public CountedUnit Unit { get; init; }

    /// <summary>The day and month on which a year of a patient's first episode begins; null when there is one first episode for ever.</summary>
    public MonthDay? IntakeYearStarts { get; init; }

    /// <summary>Fields without which a site's rows are not computed: it never records one of them.</summary>
    public IReadOnlyList<Field> Needs { get; init; } = [];

    /// <summary>Whether the set's setting on deaths before the window closes is about this measure.</summary>
    public bool IsFollowUp { get; init; }

    /// <summary>The exclusion that the set's setting on deaths stands for; null unless it is a follow-up measure.</summary>
    public Exclusion? DeathBeforeWindow { get; init; }

    /// <summary>The field of the day of death that this exclusion reads; null unless it is a follow-up measure.</summary>
    public Field? DeathDate { get; init; }

    /// <summary>The breakdowns by which it is always shown, those of its set.</summary>
    public IReadOnlyList<Breakdown> By { get; init; } = [];

    /// <summary>The parameters of its set that it uses.</summary>
    public IReadOnlyList<Parameter> Parameters { get; init; } = [];

    /// <summary>What it asks, as a name that measures of other sets share; null when it stands alone.</summary>
    public string? Topic { get; init; }

    /// <summary>Why it matters to patients; empty when the definition does not say.</summary>
    public string Why { get; init; } = "";

    /// <summary>What a service can do that falls short; empty when the definition does not say.</summary>
    public string Action { get; init; } = "";

    /// <summary>Worked cases of what is computed from counts: bands, levels, rules, factors.</summary>
    public IReadOnlyList<ValueCase> ValueCases { get; init; } = [];

    /// <summary>How fields with many missing values are counted; null unless the kind is completeness with such a rule.</summary>
    public CompletenessRule? Completeness { get; init; }

    /// <summary>Which direction is better.</summary>
    public Better Better { get; init; }

    /// <summary>Its worked cases.</summary>
    public IReadOnlyList<WorkedCase> Cases { get; init; } = [];

    /// <summary>The definition file, relative to the standards folder, with forward slashes.</summary>
    public required string File { get; init; }

    /// <summary>The weakest provenance of the definition, its thresholds and its factors.</summary>
    public ProvenanceStatus WeakestProvenance => Statuses.Max();

    /// <summary>Whether its value is the share of a population for which the numerator holds: a proportion, or a ladder on one.</summary>
    public bool IsShare => Kind == MeasureKind.Proportion || Levels is not null;

    /// <summary>Whether what unknown numerators count as is a question for it: for shares and the steps of cascades and ladders.</summary>
    public bool HasUnknownPolicy => IsShare || Kind == MeasureKind.Cascade || Timing is not null;

    /// <summary>Whether records are judged at all; an answer of the organisation needs none.</summary>
    public bool ReadsRecords => Answer is null;

    /// <summary>The band or level of an unrounded value; null when the measure has neither or the value passes no test.</summary>
    public Band? BandOf(double value) => Bands?.Of(value) ?? Levels?.Of(value) ?? Answer?.Share?.Of(value);

    /// <summary>
    /// The measure with deaths before the window closes kept or excluded; the same when it is no follow-up measure. The exclusion comes last.
    /// </summary>
    public MeasureDefinition WithDeaths(bool exclude) => DeathBeforeWindow is not { } death
        ? this
        : this with { Exclusions = [.. Exclusions.Where(exclusion => exclusion != death), .. exclude ? [death] : Array.Empty<Exclusion>()] };

    private IEnumerable<ProvenanceStatus> Statuses =>
    [
        Provenance.Status,
        .. new[] { Bands?.Status, Levels?.Status, Answer?.Status, Model?.Status }.OfType<ProvenanceStatus>(),
        .. Parts.Select(part => part.Derived).OfType<DerivedCaseload>().Select(derived => derived.Status),
        .. Parameters.Select(parameter => parameter.Status),
    ];
}
