using System.Globalization;

namespace FlsAudit.Analysis;

/// <summary>
/// What may be shown to whom. Under every policy but <see cref="Internal"/> small counts are suppressed, with what is worked out from them and with as many
/// further places as it takes that they cannot be recovered from totals.
/// </summary>
public sealed record DisclosurePolicy
{
    // HES and ECDS from September 2018: sub-national counts of 1 to 7 suppressed, others to the nearest 5, zero shown (recalled for counts, verified for percentages and medians).
    private const int HesBelow = 8;
    private const int HesBase = 5;
    private const string BelowPrefix = "suppress-below-";

    /// <summary>The lowest count below which anything can be small: with 1 nothing would be suppressed.</summary>
    private const int LowestBelow = 2;

    private DisclosurePolicy(string word, int below, int roundTo)
    {
        Word = word;
        Below = below;
        RoundTo = roundTo;
    }

    /// <summary>Everything, for people who may see the records anyway; printed on every sheet and page.</summary>
    public static DisclosurePolicy Internal { get; } = new("internal", 0, 1);

    /// <summary>Counts of 1 to 7 are suppressed, others rounded to the nearest 5; percentages and limits are those of the rounded parts.</summary>
    public static DisclosurePolicy Hes { get; } = new("hes", HesBelow, HesBase);

    /// <summary>What a command line calls it: <c>internal</c>, <c>suppress-below-8</c>, <c>hes</c>.</summary>
    public string Word { get; }

    /// <summary>Counts from 1 up to one less are small; 0 where nothing is suppressed. Zero itself is shown.</summary>
    public int Below { get; }

    /// <summary>Counts are printed to the nearest multiple; 1 where they are exact.</summary>
    public int RoundTo { get; }

    /// <summary>Whether everything is shown, rows and exact counts of rows included.</summary>
    public bool IsInternal => Below == 0;

    /// <summary>What a method says of values that were released under it; empty for internal.</summary>
    internal string Remark => IsInternal ? "" : RoundTo == 1 ? $"disclosure {Word}" : string.Create(CultureInfo.InvariantCulture, $"disclosure {Word}, counts rounded to {RoundTo}");

    /// <summary>Counts from 1 to one less than a number are suppressed, of those who reached the numerator and of those who did not.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 2, where nothing would be suppressed.</exception>
    public static DisclosurePolicy SuppressBelow(int below)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(below, LowestBelow);
        return new(BelowPrefix + below.ToString(CultureInfo.InvariantCulture), below, 1);
    }

    /// <summary>Reads the word of a policy; null when it is none.</summary>
    public static DisclosurePolicy? Parse(string text)
    {
        if (text == Internal.Word) return Internal;
        if (text == Hes.Word) return Hes;
        return text.StartsWith(BelowPrefix, StringComparison.Ordinal)
            && int.TryParse(text.AsSpan(BelowPrefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var below) && below >= LowestBelow
                ? SuppressBelow(below)
                : null;
    }

    /// <summary>The word.</summary>
    public override string ToString() => Word;

    /// <summary>Whether a count, or what is left of a sum, is of a few people only.</summary>
    internal bool IsSmall(long count) => count != 0 && Math.Abs(count) < Below;

    /// <summary>A count as it is printed. Halves go up.</summary>
    internal double Rounded(double count) => RoundTo == 1 ? count : Math.Floor((count / RoundTo) + 0.5) * RoundTo;
}
