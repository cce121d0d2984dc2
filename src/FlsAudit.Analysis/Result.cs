using FlsAudit.Model;
using FlsAudit.Standards;

namespace FlsAudit.Analysis;

/// <summary>Why a result has a value, or has none. Zero is a value; none of these stands for it.</summary>
public enum ResultStatus
{
    /// <summary>There is a value.</summary>
    Ok,

    /// <summary>No record belongs to the denominator.</summary>
    NoCases,

    /// <summary>Records belong, and none of their windows has closed yet.</summary>
    NotDue,

    /// <summary>Records belong, and none of them says whether the numerator holds.</summary>
    Unknown,

    /// <summary>Disclosure control withholds it.</summary>
    Suppressed,

    /// <summary>What it needs is not there, for example a caseload.</summary>
    NotComputed,

    /// <summary>The site is expected and sent nothing.</summary>
    NoDataSubmitted,
}

/// <summary>Lower and upper limit in the unit of the value they belong to.</summary>
public sealed record Limits(double Lower, double Upper);

/// <summary>How many records had each outcome, before any policy.</summary>
/// <param name="Met">The numerator holds.</param>
/// <param name="NotMet">It does not.</param>
/// <param name="Unknown">The record does not say, of its belonging or of its numerator.</param>
/// <param name="Excluded">An exclusion holds.</param>
/// <param name="NotDue">The window has not closed by the as-at date.</param>
/// <param name="NotInPopulation">It does not belong.</param>
public sealed record OutcomeCounts(long Met, long NotMet, long Unknown, long Excluded, long NotDue, long NotInPopulation)
{
    /// <summary>Every record judged.</summary>
    public long Records => Met + NotMet + Unknown + Excluded + NotDue + NotInPopulation;
}

/// <summary>The answer of one measure for one site, period and category: a row of <c>results.csv</c>.</summary>
public sealed record Result
{
    /// <summary>What pooled rows print as site and as period.</summary>
    public const string All = SiteTable.PooledName;

    /// <summary>What records without a date print as period.</summary>
    public const string UnknownPeriod = "unknown";

    internal Result()
    {
    }

    /// <summary>What was measured.</summary>
    public required MeasureDefinition Measure { get; init; }

    /// <summary>The site, or <see cref="All"/>.</summary>
    public required string Site { get; init; }

    /// <summary>The period's label, <see cref="UnknownPeriod"/>, or <see cref="All"/>.</summary>
    public required string Period { get; init; }

    /// <summary>
    /// The field, breakdown or kind of part that the row is broken down by; empty for a whole. A window of time within a breakdown is both, joined by
    /// a colon and a blank, and so is its category: <c>patient_group: window</c>, <c>hip: within_8_weeks</c>.
    /// </summary>
    public string Breakdown { get; init; } = "";

    /// <summary>The category of the breakdown; empty for a whole.</summary>
    public string Category { get; init; } = "";

    /// <summary>Counts before policy; zeros where they are withheld, so what prints them takes <see cref="PrintedCounts"/>.</summary>
    public required OutcomeCounts Counts { get; init; }

    /// <summary>Whether disclosure control withholds the counts before policy, be there a value or not.</summary>
    internal bool CountsWithheld { get; init; }

    /// <summary>Counts before policy as they may be printed; null where there are none or disclosure control withholds them.</summary>
    public OutcomeCounts? PrintedCounts => CountsWithheld || Status is ResultStatus.Suppressed or ResultStatus.NoDataSubmitted ? null : Counts;

    /// <summary>The policy of this row: <see cref="UnknownPolicy.NotMet"/> or <see cref="UnknownPolicy.LeaveOut"/>.</summary>
    public required UnknownPolicy Policy { get; init; }

    /// <summary>Unknown numerators that the policy counts in the denominator.</summary>
    public long UnknownCounted { get; init; }

    /// <summary>Null when there is no value, and for a level, which is no fraction.</summary>
    public double? Numerator { get; init; }

    /// <summary>Null when there is no value, and for a level. What a caseload expects may be no whole number.</summary>
    public double? Denominator { get; init; }

    /// <summary>Unrounded, in <see cref="Unit"/>; null when <see cref="Status"/> is not ok.</summary>
    public double? Value { get; init; }

    /// <summary><c>percent</c> (0-100), <c>days</c>, <c>fields</c>, <c>level</c> (0-3, 0 below level 1) or <c>patients</c>.</summary>
    public required string Unit { get; init; }

    /// <summary>95 % limits; null when there are none.</summary>
    public Limits? Limits95 { get; init; }

    /// <summary>99.8 % limits; null when there are none.</summary>
    public Limits? Limits998 { get; init; }

    /// <summary>Lower quartile of a duration.</summary>
    public double? LowerQuartile { get; init; }

    /// <summary>Upper quartile of a duration.</summary>
    public double? UpperQuartile { get; init; }

    /// <summary>How value and limits were obtained, in words.</summary>
    public required string Method { get; init; }

    /// <summary>The band or level, if the measure has such and there is a value.</summary>
    public Band? Band { get; init; }

    /// <summary>Whether there is a value, and if not, why.</summary>
    public required ResultStatus Status { get; init; }

    /// <summary>The same row with its counts and nothing worked out from them.</summary>
    internal Result WithoutValue(ResultStatus status, string method) => this with
    {
        UnknownCounted = 0,
        Numerator = null,
        Denominator = null,
        Value = null,
        Limits95 = null,
        Limits998 = null,
        LowerQuartile = null,
        UpperQuartile = null,
        Band = null,
        Method = method,
        Status = status,
    };
}
