namespace FlsAudit.Statistics;

/// <summary>Where a condition that holds on the left of some point and not on its right changes.</summary>
internal static class Bisection
{
    /// <summary>The change between low, where the condition is taken to hold, and high, to the last digit.</summary>
    internal static double Last(double low, double high, Func<double, bool> holds)
    {
        while (true)
        {
            var middle = low + ((high - low) / 2);
            if (middle <= low || middle >= high) return middle;
            if (holds(middle)) low = middle;
            else high = middle;
        }
    }
}
