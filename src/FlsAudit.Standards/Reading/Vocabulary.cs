using FlsAudit.Model;

namespace FlsAudit.Standards.Reading;

/// <summary>The words that definition files use for the choices of the model.</summary>
internal static class Vocabulary
{
    public static readonly IReadOnlyDictionary<string, ProvenanceStatus> Statuses = new Dictionary<string, ProvenanceStatus>
    {
        ["verified"] = ProvenanceStatus.Verified,
        ["secondary"] = ProvenanceStatus.Secondary,
        ["recalled"] = ProvenanceStatus.Recalled,
        ["inferred"] = ProvenanceStatus.Inferred,
    };

    public static readonly IReadOnlyDictionary<string, Severity> Severities = new Dictionary<string, Severity>
    {
        ["information"] = Severity.Information,
        ["warning"] = Severity.Warning,
        ["error"] = Severity.Error,
    };

    public static readonly IReadOnlyDictionary<string, FieldType> FieldTypes = new Dictionary<string, FieldType>
    {
        ["text"] = FieldType.Text,
        ["code"] = FieldType.Code,
        ["date"] = FieldType.Date,
        ["number"] = FieldType.Number,
    };

    public static readonly IReadOnlyDictionary<string, DateOrder> DateOrders = new Dictionary<string, DateOrder>
    {
        ["day-first"] = DateOrder.DayFirst,
        ["month-first"] = DateOrder.MonthFirst,
        ["iso"] = DateOrder.Iso,
        ["from-data"] = DateOrder.FromData,
    };

    public static readonly IReadOnlyDictionary<string, FractureDateBasis> DateBases = new Dictionary<string, FractureDateBasis>
    {
        ["injury"] = FractureDateBasis.Injury,
        ["diagnosis"] = FractureDateBasis.Diagnosis,
    };

    public static readonly IReadOnlyDictionary<string, MeasureKind> Kinds = new Dictionary<string, MeasureKind>
    {
        ["proportion"] = MeasureKind.Proportion,
        ["duration"] = MeasureKind.Duration,
        ["ratio"] = MeasureKind.Ratio,
        ["completeness"] = MeasureKind.Completeness,
        ["cascade"] = MeasureKind.Cascade,
        ["level"] = MeasureKind.Level,
        ["shortfall"] = MeasureKind.Shortfall,
    };

    public static readonly IReadOnlyDictionary<string, CountedUnit> Units = new Dictionary<string, CountedUnit>
    {
        ["fracture-episode"] = CountedUnit.FractureEpisode,
        ["patient-first-episode"] = CountedUnit.PatientFirstEpisode,
    };

    public static readonly IReadOnlyDictionary<string, AnswerType> AnswerTypes = new Dictionary<string, AnswerType>
    {
        ["code"] = AnswerType.Code,
        ["codes"] = AnswerType.Codes,
        ["percent"] = AnswerType.Percent,
        ["text"] = AnswerType.Text,
    };

    public static readonly IReadOnlyDictionary<string, UnknownPolicy> UnknownPolicies = new Dictionary<string, UnknownPolicy>
    {
        ["not-met"] = UnknownPolicy.NotMet,
        ["leave-out"] = UnknownPolicy.LeaveOut,
        ["report-both"] = UnknownPolicy.ReportBoth,
    };

    public static readonly IReadOnlyDictionary<string, Better> Directions = new Dictionary<string, Better>
    {
        ["higher"] = Better.Higher,
        ["lower"] = Better.Lower,
        ["none"] = Better.None,
    };

    public static readonly IReadOnlySet<string> CaseloadGroups =
        new HashSet<string>(["all", "hip", "spine", "non-spine", "non-hip"], StringComparer.Ordinal);

    public static readonly IReadOnlySet<string> Outcomes =
        new HashSet<string>(["met", "not met", "unknown", "not due", "excluded", "not in population"], StringComparer.Ordinal);

    /// <summary>What can come of an answer of the organisation.</summary>
    public static readonly IReadOnlySet<string> AnswerOutcomes =
        new HashSet<string>(["level 1", "level 2", "level 3", "below level 1", "unknown", "not computed"], StringComparer.Ordinal);

    /// <summary>Whether a text is a name as fields, codes, conditions and parameters have them.</summary>
    public static bool IsName(string text) =>
        text.Length > 0 && char.IsAsciiLetterLower(text[0]) && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_');

    public static Provenance Provenance(Yaml.YamlObject owner)
    {
        if (owner.Object("source") is not { } source)
        {
            owner.Problem("the key 'source' is missing: title, status and what rests on what.");
            return new Provenance("", ProvenanceStatus.Recalled);
        }

        var provenance = new Provenance(source.RequiredString("title"), source.Choice("status", ProvenanceStatus.Recalled, Statuses))
        {
            Edition = source.Text("edition")?.Value,
            Url = source.Text("url")?.Value,
            Note = source.Text("note")?.Value,
        };
        if (!source.Keys.Contains("status")) source.Problem("the key 'status' is missing: verified, secondary, recalled or inferred.");
        source.RefuseUnknownKeys();
        return provenance;
    }
}
