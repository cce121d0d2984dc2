using FlsAudit.Analysis;
using FlsAudit.Standards;

namespace FlsAudit.Reports.Wording;

/// <summary>One step of a cascade for one site.</summary>
/// <param name="Label">For people.</param>
/// <param name="Result">Null when the report holds none.</param>
internal sealed record CascadeStep(string Label, Result? Result)
{
    public string Answer => Result is null ? Words.Of(ResultStatus.NotComputed) : MeasureText.Answer(Result);
}

/// <summary>The steps of a cascade over all periods, in the order of the definition.</summary>
internal static class CascadeSteps
{
    public static IReadOnlyList<CascadeStep> Of(ReleasedReport report, MeasureDefinition measure, string site)
    {
        var rows = report.Results.Where(result =>
            result.Measure.Id == measure.Id && result.Site == site && result.Period == Result.All && result.Breakdown == "step").ToList();
        return [.. measure.Parts.Select(part => new CascadeStep(part.Label, rows.Find(result => result.Category == part.Label)))];
    }
}
