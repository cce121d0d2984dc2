namespace FlsAudit.Statistics.ControlCharts;

/// <summary>One pass of all rules over a chart. It allocates nothing unless it finds something.</summary>
internal sealed class SpecialCauseSearch
{
    // The class of a point that belongs to a row whichever way it lies; 1 and -1 are above and below.
    private const int Unsided = 2;

    private readonly ControlChart chart;
    private readonly SpecialCauseRules rules;
    private List<SpecialCauseSignal>? found;
    private int first;
    private int end;

    private SpecialCauseSearch(ControlChart chart, SpecialCauseRules rules) => (this.chart, this.rules) = (chart, rules);

    internal static IReadOnlyList<SpecialCauseSignal> In(ControlChart chart, SpecialCauseRules rules)
    {
        var search = new SpecialCauseSearch(chart, rules);
        foreach (var segment in chart.Segments)
        {
            if (!segment.MaySignal) continue;
            (search.first, search.end) = (segment.First, segment.First + segment.Count);
            search.SearchSegment(segment);
        }

        return search.found is null ? [] : [.. search.found.OrderBy(signal => signal.Rule)];
    }

    private void SearchSegment(ChartSegment segment)
    {
        if (rules.OutsideLimits) Rows(SpecialCauseRule.OutsideLimits, 1);
        if (rules.Trend is { } trend) Rows(SpecialCauseRule.Trend, trend - 1);
        if (rules.TwoOfThree != TwoOfThree.Off) Windows(SpecialCauseRule.TwoOfThree, 2, 3);
        if (rules.Shift is { } shift) Rows(SpecialCauseRule.Shift, shift);
        if (rules.FourOfFive) Windows(SpecialCauseRule.FourOfFive, 4, 5);
        if (rules.Alternating is { } alternating) Rows(SpecialCauseRule.Alternating, alternating - 2);
        if (rules.Hugging is { } hugging) Rows(SpecialCauseRule.Hugging, hugging);
        if (rules.AvoidingCentre is { } avoiding) Rows(SpecialCauseRule.AvoidingCentre, avoiding);
        if (rules.RunsAndCrossings) RunsAndCrossings(RunsAnalysis.Of(chart, segment));
    }

    // A row goes on while neighbours are of one class; what the first of a row looks back to belongs to it.
    private void Rows(SpecialCauseRule rule, int length)
    {
        var (start, previous) = (first, 0);
        for (var i = first; i <= end; i++)
        {
            var here = i < end ? ClassOf(rule, i) : 0;
            if (here == previous) continue;
            if (previous != 0 && i - start >= length) Add(rule, SideOf(previous), [.. Enumerable.Range(start - LooksBack(rule), i - start + LooksBack(rule))]);
            (start, previous) = (i, here);
        }
    }

    private int ClassOf(SpecialCauseRule rule, int i) => rule switch
    {
        SpecialCauseRule.OutsideLimits => chart.Points[i].SideOutside,
        SpecialCauseRule.Shift => chart.Points[i].Side,
        SpecialCauseRule.Trend => StepTo(i),
        SpecialCauseRule.Alternating => StepTo(i) * StepTo(i - 1) < 0 ? Unsided : 0,
        SpecialCauseRule.Hugging => chart.Points[i] is { Counts: true, Sigma: not null } point && point.SideBeyond(1) == 0 ? Unsided : 0,
        _ => chart.Points[i].SideBeyond(1) == 0 ? 0 : Unsided,
    };

    private static int LooksBack(SpecialCauseRule rule) => rule switch
    {
        SpecialCauseRule.Trend => 1,
        SpecialCauseRule.Alternating => 2,
        _ => 0,
    };

    private int StepTo(int i) =>
        i > first && chart.Points[i].Counts && chart.Points[i - 1].Counts
            ? Math.Sign(chart.Points[i].Value!.Value.CompareTo(chart.Points[i - 1].Value!.Value))
            : 0;

    private void Windows(SpecialCauseRule rule, int wanted, int width)
    {
        for (var side = 1; side >= -1; side -= 2)
        {
            List<int>? points = null;
            var last = -1;
            for (var i = first; i + width <= end; i++)
            {
                if (!Fires(rule, side, i, wanted, width)) continue;
                if (points is not null && i > last)
                {
                    Add(rule, SideOf(side), points);
                    points = null;
                }

                points ??= [];
                for (var j = i; j < i + width; j++)
                {
                    if (IsFar(rule, side, j) && (points.Count == 0 || points[^1] < j)) points.Add(j);
                }

                last = i + width - 1;
            }

            if (points is not null) Add(rule, SideOf(side), points);
        }
    }

    private bool Fires(SpecialCauseRule rule, int side, int from, int wanted, int width)
    {
        var far = 0;
        for (var i = from; i < from + width; i++)
        {
            if (!chart.Points[i].Counts || (AllOnOneSide(rule) && chart.Points[i].Side != side)) return false;
            if (IsFar(rule, side, i)) far++;
        }

        return far >= wanted;
    }

    private bool IsFar(SpecialCauseRule rule, int side, int i) =>
        rule == SpecialCauseRule.FourOfFive ? chart.Points[i].SideBeyond(1) == side
        : chart.Points[i].SideBeyond(2) == side && !(AllOnOneSide(rule) && chart.Points[i].SideOutside != 0);

    private bool AllOnOneSide(SpecialCauseRule rule) =>
        rule == SpecialCauseRule.TwoOfThree && rules.TwoOfThree == TwoOfThree.InsideLimitsAllOnOneSide;

    private void RunsAndCrossings(RunsAnalysis runs)
    {
        var useful = Enumerable.Range(first, end - first).Where(i => chart.Points[i].Side != 0);
        if (runs.RunTooLong)
        {
            List<int> run = [];
            foreach (var i in useful)
            {
                if (run.Count > 0 && chart.Points[i].Side != chart.Points[run[0]].Side)
                {
                    AddRun(run, runs.LongestRunLimit!.Value);
                    run = [];
                }

                run.Add(i);
            }

            AddRun(run, runs.LongestRunLimit!.Value);
        }

        if (runs.CrossingsTooFew) Add(SpecialCauseRule.FewCrossings, SignalSide.Both, [.. useful]);
    }

    private void AddRun(List<int> run, int limit)
    {
        if (run.Count > limit) Add(SpecialCauseRule.LongRun, SideOf(chart.Points[run[0]].Side), run);
    }

    private static SignalSide SideOf(int side) => side switch
    {
        1 => SignalSide.High,
        -1 => SignalSide.Low,
        _ => SignalSide.Both,
    };

    private void Add(SpecialCauseRule rule, SignalSide side, IReadOnlyList<int> points) => (found ??= []).Add(new SpecialCauseSignal(rule, side, points));
}
