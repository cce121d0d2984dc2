using FlsAudit.Statistics.ControlCharts;

namespace FlsAudit.Analysis.Periods;

/// <summary>What people decided about one series, and what an unfinished period asks for, as a baseline and in words.</summary>
internal sealed class SeriesDecisions
{
    private readonly HashSet<int> excluded;

    public SeriesDecisions(PeriodSeries series, IReadOnlyList<ChartAction> actions)
    {
        List<(int Place, ChartAction Action)> own =
        [
            .. from action in actions
               where action.IsAbout(series)
               let place = PlaceOf(series, action.Period)
               where place >= 0
               orderby place, action.Kind
               select (place, action),
        ];
        excluded = [.. Places(own, ChartActionKind.Exclude)];
        Baseline = new ChartBaseline
        {
            Steps = Places(own, ChartActionKind.Rebase),
            FrozenThrough = Places(own, ChartActionKind.Freeze),
            Excluded = [.. excluded, .. Enumerable.Range(0, series.Points.Count).Where(i => series.Points[i].IsIncomplete)],
        };
        Words = [.. own.Select(decision => Worded(decision.Action)).Distinct()];
    }

    public ChartBaseline Baseline { get; }

    /// <summary>A sentence for each decision, in order of time.</summary>
    public IReadOnlyList<string> Words { get; }

    public bool IsExcluded(int place) => excluded.Contains(place);

    private static int[] Places(List<(int Place, ChartAction Action)> own, ChartActionKind kind) =>
        [.. own.Where(decision => decision.Action.Kind == kind).Select(decision => decision.Place)];

    private static int PlaceOf(PeriodSeries series, string label) =>
        Enumerable.Range(0, series.Points.Count).FirstOrDefault(i => series.Points[i].Label == label, -1);

    private static string Worded(ChartAction action)
    {
        var what = action.Kind switch
        {
            ChartActionKind.Freeze => $"Centre and limits come from the periods through {action.Period}",
            ChartActionKind.Exclude => $"{action.Period} is shown and takes part in no centre, limit or rule",
            _ => $"A new centre and new limits begin with {action.Period}",
        };
        return action.Reason.Length == 0 ? $"{what}." : $"{what}: {action.Reason.TrimEnd('.')}.";
    }
}
