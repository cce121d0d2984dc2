using System.Collections.Immutable;
using FlsAudit.Standards.Expressions;

namespace FlsAudit.Standards.Checking;

/// <summary>How far days must lie apart: for pairs of days the most that the second may lie after the first. A contradiction is a round trip of negative length.</summary>
internal sealed class DayDistances
{
    private const int NoLimit = int.MaxValue;

    private readonly ImmutableDictionary<(string From, string To), int> most;
    private readonly ImmutableHashSet<string> known;

    private DayDistances(ImmutableDictionary<(string From, string To), int> most, ImmutableHashSet<string> known)
    {
        this.most = most;
        this.known = known;
    }

    public static DayDistances Any { get; } = new(ImmutableDictionary<(string From, string To), int>.Empty, []);

    /// <summary>The spans of whole days that fulfil a comparison: none, one or two.</summary>
    public static IEnumerable<(int? Least, int? Most)> Spans(Comparison comparison, double number)
    {
        int floor = (int)Math.Clamp(Math.Floor(number), -1e8, 1e8), ceiling = (int)Math.Clamp(Math.Ceiling(number), -1e8, 1e8);
        var isWhole = floor == ceiling;
        switch (comparison)
        {
            case Comparison.Equal: return isWhole ? [(floor, floor)] : [];
            case Comparison.NotEqual: return isWhole ? [(null, floor - 1), (floor + 1, null)] : [(null, null)];
            case Comparison.Less: return [(null, ceiling - 1)];
            case Comparison.LessOrEqual: return [(null, floor)];
            case Comparison.Greater: return [(floor + 1, null)];
            default: return [(ceiling, null)];
        }
    }

    /// <summary>With one day lying between two limits after another; null when that contradicts what is there.</summary>
    public DayDistances? With(string from, string to, int? atLeast, int? atMost)
    {
        var next = this;
        if (atMost is { } upper) next = next.Limit(from, to, upper);
        if (atLeast is { } lower) next = next?.Limit(to, from, -lower);
        return next;
    }

    // Every path is kept at its shortest, so a new limit can only shorten those that go through it.
    private DayDistances? Limit(string from, string to, int limit)
    {
        if (Between(from, to) <= limit) return this;
        if (Between(to, from) is not NoLimit and var back && back + limit < 0) return null;
        var days = known.Add(from).Add(to);
        var shorter = most.ToBuilder();
        foreach (var start in days)
        {
            foreach (var end in days)
            {
                int before = Between(start, from), after = Between(to, end);
                if (start == end || before == NoLimit || after == NoLimit) continue;
                var through = before + limit + after;
                if (through < Between(start, end)) shorter[(start, end)] = through;
            }
        }

        return new DayDistances(shorter.ToImmutable(), days);
    }

    private int Between(string from, string to) => from == to ? 0 : most.GetValueOrDefault((from, to), NoLimit);
}
