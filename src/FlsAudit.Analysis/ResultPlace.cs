using FlsAudit.Standards;

namespace FlsAudit.Analysis;

/// <summary>The head of a result row: which measure, where, when, which category.</summary>
internal sealed record ResultPlace(MeasureDefinition Measure, string Site, string Period, string Breakdown = "", string Category = "")
{
    /// <summary>A row of this place without a value.</summary>
    public Result Empty(OutcomeCounts counts, UnknownPolicy policy, string unit, string method, ResultStatus status) => new()
    {
        Measure = Measure,
        Site = Site,
        Period = Period,
        Breakdown = Breakdown,
        Category = Category,
        Counts = counts,
        Policy = policy,
        Unit = unit,
        Method = method,
        Status = status,
    };
}

/// <summary>The units of values.</summary>
internal static class Units
{
    public const string Percent = "percent";
    public const string Days = "days";
    public const string Fields = "fields";
    public const string Level = "level";
    public const string Patients = "patients";
}
