using FlsAudit.Analysis;
using FlsAudit.Reports.Wording;
using FlsAudit.Standards;

namespace FlsAudit.Reports.Drawing;

/// <summary>How many of those identified reach each step of care.</summary>
internal static class CascadeFigure
{
    /// <summary>The figure of all sites over all periods, or null when no step has a value.</summary>
    public static Figure? Of(ReleasedReport report, MeasureDefinition measure)
    {
        var steps = CascadeSteps.Of(report, measure, Result.All);
        if (!steps.Any(step => step.Result is { Value: not null })) return null;
        var bars = steps.Select((step, i) => new Bar(i, step.Result?.Value, step.Answer)).ToList();
        var names = new Axis("", -0.5, steps.Count - 0.5, [.. steps.Select((step, i) => new Tick(i, step.Label))]) { Names = true };
        var layer = new BarLayer("Reached the step", Tone.Main, bars);
        var panel = new Panel("", NiceScale.Over("", 0, 100, 5) with { Title = "% of those in the denominator" }, names, [layer]);
        return new Figure(
            FigureName.Of("cascade", measure.Id), ProvenanceMark.Titled(measure),
            "Bars: " + string.Join("; ", steps.Select(step => $"{step.Label} {step.Answer}")) + ".",
            [new PanelRow(46 * steps.Count, 1, [panel])])
        {
            Subtitle = $"{MeasureText.Capital(measure.Words.Denominator)}; all sites, all periods{BothAnswers.Suffix(measure)}",
            Note = (steps.Select(step => step.Result?.Method).FirstOrDefault(method => method is { Length: > 0 }) ?? "") is { Length: > 0 } method
                ? $"{MeasureText.Capital(method)}. {MeasureText.OfPolicy(measure.Unknown)}"
                : MeasureText.OfPolicy(measure.Unknown),
        };
    }
}
