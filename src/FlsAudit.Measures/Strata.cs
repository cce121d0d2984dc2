using FlsAudit.Standards;

namespace FlsAudit.Measures;

/// <summary>Groups of records alike in every one of several breakdowns. A record that is in no category of one has a group of its own there.</summary>
/// <param name="breakdowns">What is crossed; none for no groups.</param>
public sealed class Strata(IReadOnlyList<Breakdown> breakdowns)
{
    /// <summary>No groups.</summary>
    public static Strata None { get; } = new([]);

    /// <summary>What is crossed.</summary>
    public IReadOnlyList<Breakdown> Breakdowns => breakdowns;

    /// <summary>Whether there is nothing to count.</summary>
    public bool AreNone => breakdowns.Count == 0;

    /// <summary>The number of a group, from its category in each breakdown, <see cref="CellKey.NoCategory"/> included; each group has one of its own.</summary>
    /// <param name="categoryOf">The category in the breakdown at a position.</param>
    public int NumberOf(Func<int, int> categoryOf)
    {
        var number = 0;
        for (var i = 0; i < breakdowns.Count; i++) number = (number * (breakdowns[i].Categories.Count + 1)) + categoryOf(i) + 1;
        return number;
    }

    /// <summary>The categories that a number stands for, by position of the breakdown.</summary>
    public IReadOnlyList<int> CategoriesOf(int number)
    {
        var categories = new int[breakdowns.Count];
        for (var i = breakdowns.Count - 1; i >= 0; i--)
        {
            categories[i] = (number % (breakdowns[i].Categories.Count + 1)) - 1;
            number /= breakdowns[i].Categories.Count + 1;
        }

        return categories;
    }
}
