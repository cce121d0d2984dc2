using FlsAudit.Analysis;
using FlsAudit.Standards;

namespace FlsAudit.Reports.Wording;

/// <summary>One step of a cascade for one site.</summary>
/// <param name="Label">For people.</param>
/// <param name="Result">Null when the report holds none.</param>
/// <param name="Status">Of the step, or why there is none.</param>
internal sealed record CascadeStep(string Label, Result? Result, ResultStatus Status)
{
    public string Answer => Result is null ? Words.Of(Status) : MeasureText.Answer(Result);
}

/// <summary>The steps of a cascade over all periods, in the order of the definition.</summary>
internal static class CascadeSteps
{
    public static IReadOnlyList<CascadeStep> Of(ReleasedReport report, MeasureDefinition measure, string site)
    {
        var rows = report.Results.Where(result =>
            result.Measure.Id == measure.Id && result.Site == site && result.Period == Result.All && result.Breakdown == "step" && BothAnswers.IsHeadline(result)).ToList();
        // A site without any record has no steps: what is said of the whole cascade is true of each.
        var without = Missing.Status(report.Find(measure.Id, site, Result.All), ResultStatus.NotComputed);
        return [.. measure.Parts.Select(part => StepOf(part, rows.Find(result => result.Category == part.Label), without))];
    }

    private static CascadeStep StepOf(MeasurePart part, Result? row, ResultStatus without) => new(part.Label, row, row?.Status ?? without);
}
