using FlsAudit.Analysis;
using FlsAudit.Standards;

namespace FlsAudit.Reports.Wording;

/// <summary>What stands for a measure and site in the matrix.</summary>
internal static class MatrixValue
{
    /// <summary>The whole over all periods; of a cascade its last step. Null when the report holds none.</summary>
    public static Result? Of(ReleasedReport report, MeasureDefinition measure, string site) =>
        report.Find(measure.Id, site, Result.All)
        ?? (measure.Kind == MeasureKind.Cascade ? CascadeSteps.Of(report, measure, site)[^1].Result : null);
}
