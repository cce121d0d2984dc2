using FlsAudit.Analysis;
using FlsAudit.Reports.Pages;
using FlsAudit.Standards;

namespace FlsAudit.Reports.Wording;

/// <summary>The lines that introduce a measure, the same in workbook and page; lines with nothing to say are left out.</summary>
internal static class MeasureFacts
{
    public static IEnumerable<(string Label, string Text)> Of(
        MeasureDefinition measure, IReadOnlyList<Result> results, SiteComparison? funnel = null)
    {
        yield return ("Question", measure.Question);
        yield return ("What is counted", MeasureText.OutOf(measure));
        if (measure.HasUnknownPolicy) yield return ("Records that do not say", MeasureText.OfPolicy(measure.Unknown));
        if (MeasureText.Due(measure) is { Length: > 0 } due) yield return ("Time window", due);
        if (measure.Bands is { } bands) yield return ("Bands", MeasureText.Bands(bands));
        else if (measure.Kind is MeasureKind.Level or MeasureKind.Shortfall)
            yield return (measure.Kind == MeasureKind.Level ? "Levels" : "Model", string.Join('\n', ThresholdLines.Of(measure).Select(line => line.Text)));
        var whole = results.Where(result => result is { Breakdown.Length: 0, Period: Result.All, Value: not null }).ToList();
        var pooled = whole.Where(result => result.Site == Result.All).Select(result => result.Method);
        // Only where the pooled value is of another kind do sites have a method of their own worth telling.
        var ofSites = whole.Where(result => result.Unit != whole[0].Unit).Select(result => result.Method);
        string[] methods = [.. pooled.Concat(ofSites).Where(method => method.Length > 0).Distinct(StringComparer.Ordinal)];
        if (methods.Length > 0) yield return ("Method", MeasureText.Capital(string.Join("; ", methods)));
        if (funnel is not null)
            yield return ("Funnel", MeasureText.Capital(funnel.Method) + MeasureText.Dispersion(funnel));
        yield return ("Source", MeasureText.Source(measure.Provenance));
        if (measure.Provenance.Note is { Length: > 0 } note) yield return ("Note", note);
    }
}
