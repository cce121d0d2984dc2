namespace FlsAudit.Simulation.Records;

/// <summary>
/// A distribution as its quantiles with straight lines between them. Only additions and multiplications are needed to draw from it, so the
/// same seed gives the same value on every machine; a formula with logarithms would not.
/// </summary>
internal sealed class QuantileTable
{
    private readonly double[] shares;
    private readonly double[] values;

    /// <summary>Makes a table of pairs of share and value.</summary>
    /// <exception cref="ScenarioException">The pairs do not run from share 0 to share 1 with rising shares and values that never fall.</exception>
    public QuantileTable(string name, IReadOnlyList<IReadOnlyList<double>> pairs)
    {
        var valid = pairs.Count >= 2 && pairs.All(pair => pair.Count == 2) && pairs[0][0] == 0 && pairs[^1][0] == 1;
        for (var i = 1; valid && i < pairs.Count; i++)
            valid = pairs[i][0] > pairs[i - 1][0] && pairs[i][1] >= pairs[i - 1][1];
        if (!valid)
            throw new ScenarioException($"The quantiles of '{name}' must be pairs of share and value from share 0 to share 1, shares rising and values not falling.");
        shares = [.. pairs.Select(pair => pair[0])];
        values = [.. pairs.Select(pair => pair[1])];
    }

    public double Draw(SplitMix64 random)
    {
        var share = random.NextUnit();
        var i = 1;
        while (shares[i] < share) i++;
        return values[i - 1] + ((share - shares[i - 1]) / (shares[i] - shares[i - 1]) * (values[i] - values[i - 1]));
    }
}
