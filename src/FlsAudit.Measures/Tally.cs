namespace FlsAudit.Measures;

/// <summary>
/// How many records had each outcome, and for a duration how many had each number of days. Tallies form a commutative monoid under
/// <see cref="Merge"/> with <see cref="Empty"/> as its unit: the tally of two groups of records is the merge of their tallies, in any order.
/// </summary>
public sealed record Tally
{
    private readonly long[] days;

    internal Tally(ReadOnlySpan<long> counters, ReadOnlySpan<long> days)
    {
        Met = counters[Counter.Met];
        NotMet = counters[Counter.NotMet];
        UnknownNumerator = counters[Counter.UnknownNumerator];
        UnknownEligibility = counters[Counter.UnknownEligibility];
        NotDue = counters[Counter.NotDue];
        Excluded = counters[Counter.Excluded];
        NotInPopulation = counters[Counter.NotInPopulation];
        UnknownExclusion = counters[Counter.UnknownExclusion];
        this.days = days.ToArray();
    }

    /// <summary>The tally of no records.</summary>
    public static Tally Empty { get; } = new(stackalloc long[Counter.Count], []);

    /// <summary>Records whose numerator holds.</summary>
    public long Met { get; private init; }

    /// <summary>Records whose numerator does not hold.</summary>
    public long NotMet { get; private init; }

    /// <summary>Records that belong and do not say whether the numerator holds.</summary>
    public long UnknownNumerator { get; private init; }

    /// <summary>Records that do not say whether they belong.</summary>
    public long UnknownEligibility { get; private init; }

    /// <summary>Records whose window has not closed.</summary>
    public long NotDue { get; private init; }

    /// <summary>Records that an exclusion takes out.</summary>
    public long Excluded { get; private init; }

    /// <summary>Records that do not belong.</summary>
    public long NotInPopulation { get; private init; }

    /// <summary>
    /// Records that belong, that no exclusion takes out, and of which at least one exclusion is unknown. They have an outcome of their own as well.
    /// </summary>
    public long UnknownExclusion { get; private init; }

    /// <summary>Every record judged.</summary>
    public long Records => Met + NotMet + UnknownNumerator + UnknownEligibility + NotDue + Excluded + NotInPopulation;

    /// <summary>The exact histogram of a duration: days and how many met records had them, by rising days. Empty for other kinds.</summary>
    public IReadOnlyList<(int Days, long Count)> Histogram =>
        [.. days.Select((count, day) => (day, count)).Where(bar => bar.count > 0)];

    /// <summary>The tally of both groups of records.</summary>
    public Tally Merge(Tally other)
    {
        var sum = new long[Math.Max(days.Length, other.days.Length)];
        for (var day = 0; day < days.Length; day++) sum[day] += days[day];
        for (var day = 0; day < other.days.Length; day++) sum[day] += other.days[day];
        return new Tally(
            [
                NotInPopulation + other.NotInPopulation,
                Excluded + other.Excluded,
                NotDue + other.NotDue,
                UnknownEligibility + other.UnknownEligibility,
                UnknownNumerator + other.UnknownNumerator,
                NotMet + other.NotMet,
                Met + other.Met,
                UnknownExclusion + other.UnknownExclusion,
            ],
            sum);
    }

    /// <summary>Equal counts and equal histograms; trailing empty days do not count.</summary>
    public bool Equals(Tally? other) =>
        other is not null
        && (Met, NotMet, UnknownNumerator, UnknownEligibility, NotDue, Excluded, NotInPopulation, UnknownExclusion)
            == (other.Met, other.NotMet, other.UnknownNumerator, other.UnknownEligibility, other.NotDue, other.Excluded, other.NotInPopulation, other.UnknownExclusion)
        && Histogram.SequenceEqual(other.Histogram);

    /// <inheritdoc />
    public override int GetHashCode() =>
        HashCode.Combine(Met, NotMet, UnknownNumerator, UnknownEligibility, NotDue, Excluded, NotInPopulation, UnknownExclusion);
}

/// <summary>Where each count stands in the counters of a part.</summary>
internal static class Counter
{
    public const int NotInPopulation = 0;
    public const int Excluded = 1;
    public const int NotDue = 2;
    public const int UnknownEligibility = 3;
    public const int UnknownNumerator = 4;
    public const int NotMet = 5;
    public const int Met = 6;
    public const int UnknownExclusion = 7;
    public const int Count = 8;
}
