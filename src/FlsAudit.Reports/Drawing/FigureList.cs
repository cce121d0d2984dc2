using FlsAudit.Analysis;
using FlsAudit.Reports.Wording;
using FlsAudit.Standards;

namespace FlsAudit.Reports.Drawing;

/// <summary>Which figures a report has.</summary>
internal static class FigureList
{
    /// <summary>All of them, in order of the measures.</summary>
    public static IEnumerable<Figure> Of(ReleasedReport report) =>
        report.Sets.SelectMany(set => set.Measures).SelectMany(measure => Of(report, measure));

    /// <summary>Those of one measure; empty when there is nothing to draw.</summary>
    public static IEnumerable<Figure> Of(ReleasedReport report, MeasureDefinition measure)
    {
        string[] footing = [.. new[] { ProvenanceMark.Meaning(measure), Words.PolicyLine(report.Policy) + "." }.Where(line => line.Length > 0)];
        return Drawn(report, measure).Select(figure => figure with { Footing = footing });
    }

    private static IEnumerable<Figure> Drawn(ReleasedReport report, MeasureDefinition measure)
    {
        if (measure.Kind == MeasureKind.Cascade)
        {
            if (CascadeFigure.Of(report, measure) is { } cascade) yield return cascade;
            yield break;
        }

        if (!MeasureText.HasCharts(measure)) yield break;
        if (report.Ranking(measure.Id) is { Sites.Count: > 1 } ranking)
        {
            yield return FunnelFigure.Of(ranking.Comparison);
            yield return CaterpillarFigure.Of(ranking);
        }

        if (TrendFigure.Of(report, measure) is { } trend) yield return trend;
    }
}
