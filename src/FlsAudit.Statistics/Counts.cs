namespace FlsAudit.Statistics;

/// <summary>What every formula on counts asks of its input.</summary>
internal static class Counts
{
    internal static void RequireProportion(double x, double n)
    {
        if (!(n > 0 && double.IsFinite(n)))
        {
            throw new ArgumentOutOfRangeException(nameof(n), n, "The number of trials must be a finite number above 0.");
        }

        if (!(x >= 0 && x <= n))
        {
            throw new ArgumentOutOfRangeException(nameof(x), x, "The number of successes must lie between 0 and the number of trials.");
        }
    }

    /// <summary>As <see cref="RequireProportion"/>, but 0 of 0 may be: the formula has a word for it.</summary>
    internal static void RequireTally(double x, double n)
    {
        if (!(n >= 0 && double.IsFinite(n)))
        {
            throw new ArgumentOutOfRangeException(nameof(n), n, "The number of trials must be a finite number, 0 or more.");
        }

        if (!(x >= 0 && x <= n))
        {
            throw new ArgumentOutOfRangeException(nameof(x), x, "The number of successes must lie between 0 and the number of trials.");
        }
    }

    internal static void RequireFinite(double? value, string name)
    {
        if (value is { } number && !double.IsFinite(number))
        {
            throw new ArgumentOutOfRangeException(name, number, "A value must be a finite number; one that is missing is null.");
        }
    }
}
