namespace FlsAudit.Simulation.Records;

/// <summary>Splits a whole number by shares with the largest-remainder method (Hamilton); a tie goes to the earlier share.</summary>
internal static class Apportionment
{
    public static IReadOnlyList<int> Of(int total, IReadOnlyList<double> shares)
    {
        var sum = shares.Sum();
        if (shares.Count == 0 || shares.Any(share => !(share >= 0)) || !(sum > 0))
            throw new ScenarioException("The shares of the sites must not be negative, and one must be above zero.");
        double[] exact = [.. shares.Select(share => total * share / sum)];
        int[] parts = [.. exact.Select(part => (int)Math.Floor(part))];
        var byRemainder = Enumerable.Range(0, parts.Length).OrderByDescending(i => exact[i] - parts[i]).ThenBy(i => i).ToArray();
        var left = total - parts.Sum();
        for (var i = 0; i < left; i++) parts[byRemainder[i % parts.Length]]++;
        return parts;
    }
}
