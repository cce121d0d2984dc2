namespace FlsAudit.Statistics.ControlCharts;

/// <summary>A pattern that was found: which rule, which way, and at which points.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Side">The way it points; <see cref="SignalSide.Both"/> for rules without one.</param>
/// <param name="Points">The places of the points that make it up, from 0, in order. A longer row than the rule asks for is one signal, and so are overlapping ones.</param>
public sealed record SpecialCauseSignal(SpecialCauseRule Rule, SignalSide Side, IReadOnlyList<int> Points);
