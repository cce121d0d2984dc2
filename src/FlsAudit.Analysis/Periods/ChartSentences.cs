using FlsAudit.Statistics.Rounding;

namespace FlsAudit.Analysis.Periods;

/// <summary>What a chart says in words.</summary>
internal static class ChartSentences
{
    /// <summary>One sentence: where it lies, what stands out by which rule, and the method.</summary>
    public static string Of(PeriodChart chart)
    {
        var subject = PlainWords.Subject(chart.Site, chart.Title);
        var method = $"({chart.Chart.Name()}, rules of {chart.Preset.Name()})";
        var last = chart.Stretches.Last(stretch => stretch.State != StretchState.NoCases || chart.Stretches.All(each => each.State == StretchState.NoCases));
        if (last.Centre is not { } centre) return $"{subject} has no complete period yet, so there is no centre and nothing is flagged {method}.";
        var noun = PlainWords.Noun(chart.Points[last.First].Period.Label);
        var level = $"{subject} lies around {PlainWords.Value(centre, chart.Unit)}, taken from {PlainWords.Count(last.BaselinePeriods, noun)} since {FirstWithValue(chart, last)}";
        return $"{level}; {Verdict(chart, last, noun)} {method}.";
    }

    /// <summary>What must be known besides.</summary>
    /// <param name="chart">The chart.</param>
    /// <param name="isAssured">Whether limits and target allow a judgement.</param>
    /// <param name="isChosen">Whether it stands in place of a p chart that would flag nearly everything.</param>
    public static IEnumerable<string> Notes(PeriodChart chart, bool isAssured, bool isChosen)
    {
        if (isChosen) yield return "By chance alone more than half of the periods would lie outside the limits, which would tell nothing, so this is a p′ chart in place of a p chart.";
        if (chart.Stretches.Any(stretch => stretch.State == StretchState.Trial)) yield return "Limits that come from fewer than 12 periods are trial limits: later periods may move them.";
        if (chart.Stretches.Any(stretch => stretch.Centre is not null) && chart.Chart is ChartType.P or ChartType.PPrime) yield return "Limits are three standard deviations from the centre, and wider where a period has fewer records.";
        if (Laney(chart) is { } note) yield return note;
        string[] incomplete = [.. chart.Points.Where(point => point.Period is { IsIncomplete: true, Value: not null }).Select(point => point.Period.Label)];
        if (incomplete.Length > 0)
            yield return $"{PlainWords.List(incomplete)} {(incomplete.Length == 1 ? "is" : "are")} incomplete, since time windows were still open or the period was not over on the as-at date, and {(incomplete.Length == 1 ? "takes" : "take")} part in no centre, limit or rule.";
        if (isAssured)
            yield return $"As things are, the target of {PlainWords.Value(chart.Target!.Value, chart.Unit)} will {chart.MeetsTarget switch { true => "be reached", false => "not be reached", _ => "be reached at times, by chance" }}.";
        if (chart.SuggestedStep is { } step) yield return $"A step may have happened at {step}; if you know why, re-base there. Nothing is re-based by itself.";
    }

    private static string Verdict(PeriodChart chart, ChartStretch last, string noun)
    {
        string[] signals = [.. Signals(chart)];
        if (signals.Length > 0) return $"beyond what chance explains: {string.Join("; ", signals)}";
        return last.State switch
        {
            StretchState.NoVariation => "no variation, so there are no limits and nothing is flagged",
            StretchState.TooFewPoints => "too few periods for limits, so nothing is flagged",
            _ => $"no {noun} differs from that by more than chance explains",
        };
    }

    private static IEnumerable<string> Signals(PeriodChart chart) =>
        from signal in chart.Points.SelectMany((point, place) => point.Signals.Select(signal => (signal, place)))
        group signal.place by signal.signal into places
        orderby places.First()
        select $"{PlainWords.List([.. Stretches(chart, [.. places])])} ({places.Key.Rule}{(places.Key.Direction == ChartDirections.Both ? "" : $": {places.Key.Direction}")})";

    private static IEnumerable<string> Stretches(PeriodChart chart, int[] places)
    {
        for (var i = 0; i < places.Length; i++)
        {
            var first = i;
            while (i + 1 < places.Length && places[i + 1] == places[i] + 1) i++;
            var (from, to) = (chart.Points[places[first]].Period.Label, chart.Points[places[i]].Period.Label);
            yield return first == i ? from : $"{from} to {to}";
        }
    }

    private static string? Laney(PeriodChart chart)
    {
        if (chart.Stretches.Select(stretch => stretch.Laney).Max() is not { } factor) return null;
        var printed = PrintedDecimal.Of(factor, 2);
        return (chart.Chart, factor > 1) switch
        {
            (ChartType.P, true) => $"Periods differ {printed} times as much as chance alone explains (Laney's factor), so limits may be too narrow; a p′ chart allows for it.",
            (ChartType.PPrime, true) => $"Limits are widened {printed} times, as much as periods differ beyond chance (Laney's factor).",
            (ChartType.PPrime, false) => $"Laney's factor is {printed}: periods differ no more than chance explains, so the limits are narrower than those of a p chart, which is the one to use.",
            _ => null,
        };
    }

    private static string FirstWithValue(PeriodChart chart, ChartStretch stretch) =>
        chart.Points.Skip(stretch.First).Take(stretch.Count).First(point => point.Period is { Value: not null, IsIncomplete: false } && !point.IsExcluded).Period.Label;
}
