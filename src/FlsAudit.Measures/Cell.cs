namespace FlsAudit.Measures;

/// <summary>The counters of one cell: eight per part, three per field of the data-quality table, and day histograms of the durations.</summary>
internal sealed class Cell(MeasurePlan plan)
{
    private const int PresenceCounters = 3;

    private readonly Dictionary<int, long[]> histograms = [];

    public long[] Counters { get; } = new long[plan.Items.Count * Counter.Count];

    /// <summary>By field and truth of its presence: blank, not known, recorded.</summary>
    public long[] Presence { get; } = new long[plan.Presence.Count * PresenceCounters];

    /// <summary>The first and last fracture day; first after last while there is none.</summary>
    public int FirstDay { get; private set; } = int.MaxValue;

    public int LastDay { get; private set; } = int.MinValue;

    /// <summary>Records that say whose they are.</summary>
    public long Linked { get; set; }

    public void Count(int item, byte counter, bool hasUnknownExclusion)
    {
        var at = item * Counter.Count;
        Counters[at + counter]++;
        if (hasUnknownExclusion) Counters[at + Counter.UnknownExclusion]++;
    }

    public void CountDay(int day)
    {
        FirstDay = Math.Min(FirstDay, day);
        LastDay = Math.Max(LastDay, day);
    }

    public Tally Tally(int item) =>
        new(Counters.AsSpan(item * Counter.Count, Counter.Count), histograms.GetValueOrDefault(item, []));

    public (long Recorded, long NotKnown, long Blank) PresenceOf(int field)
    {
        var at = field * PresenceCounters;
        return (Presence[at + 2], Presence[at + 1], Presence[at]);
    }

    public void CountPresence(int field, sbyte truth) => Presence[(field * PresenceCounters) + truth + 1]++;

    public long[] Histogram(int item)
    {
        if (histograms.TryGetValue(item, out var histogram)) return histogram;
        return histograms[item] = new long[plan.Items[item].Part.Due!.Days + 1];
    }

    public void Merge(Cell other)
    {
        FirstDay = Math.Min(FirstDay, other.FirstDay);
        LastDay = Math.Max(LastDay, other.LastDay);
        Linked += other.Linked;
        Add(Counters, other.Counters);
        Add(Presence, other.Presence);
        foreach (var (item, histogram) in other.histograms) Add(Histogram(item), histogram);
    }

    private static void Add(long[] sum, long[] other)
    {
        for (var i = 0; i < sum.Length; i++) sum[i] += other[i];
    }
}
