using FlsAudit.Model;

namespace FlsAudit.Measures;

/// <summary>The first episode of one patient so far: where it is counted once nothing earlier can come, and as what.</summary>
/// <param name="Day">The fracture day; undated episodes come last.</param>
/// <param name="Part">The place of its file or sheet in the order of submission.</param>
/// <param name="Row">Its row there.</param>
/// <param name="Cells">Its cells: as a whole, then one for each breakdown.</param>
/// <param name="Counter">What it counts as.</param>
/// <param name="HasUnknownExclusion">Whether one of its exclusions is unknown.</param>
/// <param name="Gap">The days of a duration that is met.</param>
internal sealed record Episode(int Day, int Part, long Row, IReadOnlyList<CellKey> Cells, byte Counter, bool HasUnknownExclusion, int Gap)
{
    public bool IsBefore(Episode other) => (Day, Part, Row).CompareTo((other.Day, other.Part, other.Row)) < 0;
}

/// <summary>
/// The first episodes of patients for the measures that count patients. Taking the earlier of two is commutative and associative, so groups of records merge in
/// any order; of two episodes the later is at once counted as not in the population.
/// </summary>
internal sealed class FirstEpisodes
{
    private readonly Dictionary<(int Item, UInt128 Patient, int Year), Episode> first = [];

    /// <summary>The year of records without a fracture date, and of measures that know no years.</summary>
    public const int NoYear = int.MinValue;

    /// <summary>Adds an episode.</summary>
    /// <returns>The episode that is not the first, or null when there is no other.</returns>
    public Episode? Add((int Item, UInt128 Patient, int Year) key, Episode episode)
    {
        if (!first.TryGetValue(key, out var other))
        {
            first.Add(key, episode);
            return null;
        }

        if (!episode.IsBefore(other)) return episode;
        first[key] = episode;
        return other;
    }

    /// <summary>Adds the episodes of another group of records; what is not the first there or here goes to <paramref name="later"/>.</summary>
    public void Merge(FirstEpisodes other, Action<int, Episode> later)
    {
        foreach (var (key, episode) in other.first)
            if (Add(key, episode) is { } dropped) later(key.Item, dropped);
    }

    /// <summary>Hands over all first episodes and forgets them.</summary>
    public void Settle(Action<int, Episode> count)
    {
        foreach (var (key, episode) in first) count(key.Item, episode);
        first.Clear();
    }
}
