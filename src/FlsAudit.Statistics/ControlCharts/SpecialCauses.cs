namespace FlsAudit.Statistics.ControlCharts;

/// <summary>Every special-cause pattern of a chart.</summary>
public sealed class SpecialCauses
{
    private static readonly SpecialCauseRule[] Rules = Enum.GetValues<SpecialCauseRule>();
    private static readonly SignalSide[] Sides = Enum.GetValues<SignalSide>();

    private readonly uint[] marks;

    private SpecialCauses(int points, IReadOnlyList<SpecialCauseSignal> signals)
    {
        Signals = signals;
        marks = signals.Count == 0 ? [] : new uint[points];
        foreach (var signal in signals)
        {
            foreach (var place in signal.Points) marks[place] |= Mark(signal.Rule, signal.Side);
        }
    }

    /// <summary>All signals, by rule in the order of <see cref="SpecialCauseRule"/>, then by place.</summary>
    public IReadOnlyList<SpecialCauseSignal> Signals { get; }

    /// <summary>
    /// Looks for the patterns. None reaches over a step; a missing or excluded point ends a row, since nobody knows what would have been
    /// there; a segment that does not vary, or has too few points to tell, has no signals at all.
    /// </summary>
    /// <param name="chart">The chart. Without limits, only rules that need none can find anything.</param>
    /// <param name="rules">What to look for.</param>
    public static SpecialCauses Of(ControlChart chart, SpecialCauseRules rules) => new(chart.Points.Count, SpecialCauseSearch.In(chart, rules));

    /// <summary>Every rule that marked a point, in order of precedence; none when it is unremarkable.</summary>
    /// <param name="place">The place of the point, from 0.</param>
    public IEnumerable<(SpecialCauseRule Rule, SignalSide Side)> At(int place) =>
        marks.Length == 0 || marks[place] == 0 ? [] :
        from rule in Rules
        from side in Sides
        where (marks[place] & Mark(rule, side)) != 0
        select (rule, side);

    /// <summary>The first rule by precedence that marked a point; null when none did.</summary>
    /// <param name="place">The place of the point, from 0.</param>
    public (SpecialCauseRule Rule, SignalSide Side)? LeadingAt(int place) => marks.Length == 0 || marks[place] == 0 ? null : At(place).First();

    private static uint Mark(SpecialCauseRule rule, SignalSide side) => 1u << (((int)rule * 3) + (int)side);
}
