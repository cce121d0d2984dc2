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
}
