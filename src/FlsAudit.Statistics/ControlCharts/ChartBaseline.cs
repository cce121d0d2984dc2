namespace FlsAudit.Statistics.ControlCharts;

/// <summary>
/// From which points centre and limits are taken. A step begins a new segment with a centre and limits of its own; freezing takes only the
/// first points of each segment; an excluded point is shown, but is in no centre, limit or signal. All of it is decided by people, for a
/// reason: nothing is ever re-based by itself.
/// </summary>
public sealed record ChartBaseline
{
    /// <summary>Every point counts, in one segment.</summary>
    public static ChartBaseline AllPoints { get; } = new();

    /// <summary>The places, from 0, at which a new segment begins; in any order. Places before the second point or after the last begin nothing.</summary>
    public IReadOnlyList<int> Steps { get; init; } = [];

    /// <summary>How many points at the beginning of each segment centre and limits are taken from; null takes all.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is 0 or less.</exception>
    public int? Freeze
    {
        get;
        init => field = value is null or > 0 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "A chart is frozen on one point at least.");
    }

    /// <summary>
    /// The places, from 0, through which a segment is frozen: centre and limits of the segment that holds such a place are taken from its points up to and
    /// with it. Of several in one segment, and of <see cref="Freeze"/>, the earliest counts.
    /// </summary>
    public IReadOnlyList<int> FrozenThrough { get; init; } = [];

    /// <summary>The places, from 0, of points that are shown and count for nothing.</summary>
    public IReadOnlyList<int> Excluded { get; init; } = [];

    /// <summary>The segments of a chart of so many points, in order; none when there is no point.</summary>
    internal IEnumerable<(int First, int Count)> Segments(int points)
    {
        if (points == 0) yield break;
        var first = 0;
        foreach (var step in Steps.Where(step => step > 0 && step < points).Distinct().Order())
        {
            yield return (first, step - first);
            first = step;
        }

        yield return (first, points - first);
    }

    /// <summary>How many points at the beginning of a segment its centre and limits are taken from.</summary>
    internal int Length(int first, int count)
    {
        var length = Math.Min(count, Freeze ?? count);
        foreach (var place in FrozenThrough)
            if (place >= first && place < first + count) length = Math.Min(length, place - first + 1);
        return length;
    }

    internal bool[]? ExcludedAmong(int points)
    {
        if (Excluded.Count == 0) return null;
        var excluded = new bool[points];
        foreach (var place in Excluded.Where(place => place >= 0 && place < points)) excluded[place] = true;
        return excluded;
    }
}
