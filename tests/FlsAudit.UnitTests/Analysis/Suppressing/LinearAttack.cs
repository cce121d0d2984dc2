namespace FlsAudit.UnitTests.Analysis.Suppressing;

/// <summary>
/// Somebody who knows that counts are whole, not negative and add up, and wants to know those that are not printed: bounds are drawn together along every sum
/// until nothing moves, and the sums are solved exactly.
/// </summary>
internal sealed class LinearAttack
{
    private const long Unbounded = 1L << 40;
    private const long Prime = 1_000_000_007;
    private const int MostRounds = 200;

    private readonly List<(long Low, long High)> bounds = [];
    private readonly List<(int Variable, int Sign)[]> sums = [];
    private readonly HashSet<int> solved = [];

    /// <summary>A count between bounds.</summary>
    public int Add(long low = 0, long high = Unbounded)
    {
        bounds.Add((low, high));
        return bounds.Count - 1;
    }

    /// <summary>Some counts add up to another.</summary>
    public void AddUp(IEnumerable<int> parts, int total) => sums.Add([.. parts.Select(part => (part, 1)), (total, -1)]);

    public void Run()
    {
        var moved = true;
        for (var round = 0; moved && round < MostRounds; round++)
        {
            moved = false;
            foreach (var sum in sums) moved |= Propagate(sum);
        }

        Eliminate();
    }

    /// <summary>What the attack knows of a count.</summary>
    public (long Low, long High) BoundsOf(int variable) => bounds[variable];

    /// <summary>Whether only one value is left.</summary>
    public bool IsKnown(int variable) => bounds[variable].Low == bounds[variable].High || solved.Contains(variable);

    private bool Propagate((int Variable, int Sign)[] sum)
    {
        var moved = false;
        foreach (var (variable, sign) in sum)
        {
            long low = 0, high = 0;
            foreach (var (other, otherSign) in sum)
            {
                if (other == variable) continue;
                var relative = -otherSign * sign;
                low += relative > 0 ? bounds[other].Low : -bounds[other].High;
                high += relative > 0 ? bounds[other].High : -bounds[other].Low;
            }

            var narrowed = (Low: Math.Max(bounds[variable].Low, low), High: Math.Min(bounds[variable].High, high));
            Assert.That(narrowed.Low, Is.LessThanOrEqualTo(narrowed.High), "what is printed contradicts itself");
            if (narrowed == bounds[variable]) continue;
            bounds[variable] = narrowed;
            moved = true;
        }

        return moved;
    }

    // Gauss-Jordan in a prime field: a count is settled by the sums alone when its row has nothing else in it.
    private void Eliminate()
    {
        int[] open = [.. Enumerable.Range(0, bounds.Count).Where(variable => bounds[variable].Low != bounds[variable].High)];
        var columnOf = open.Select((variable, column) => (variable, column)).ToDictionary(pair => pair.variable, pair => pair.column);
        var rows = sums.Select(sum =>
        {
            var row = new long[open.Length];
            foreach (var (variable, sign) in sum)
                if (columnOf.TryGetValue(variable, out var column)) row[column] = (row[column] + sign + Prime) % Prime;
            return row;
        }).ToList();
        var done = 0;
        for (var column = 0; column < open.Length && done < rows.Count; column++)
        {
            var pivot = rows.FindIndex(done, row => row[column] != 0);
            if (pivot < 0) continue;
            (rows[done], rows[pivot]) = (rows[pivot], rows[done]);
            var inverse = Power(rows[done][column], Prime - 2);
            for (var i = 0; i < open.Length; i++) rows[done][i] = rows[done][i] * inverse % Prime;
            for (var other = 0; other < rows.Count; other++)
            {
                if (other == done || rows[other][column] == 0) continue;
                var factor = Prime - rows[other][column];
                for (var i = 0; i < open.Length; i++) rows[other][i] = (rows[other][i] + (factor * rows[done][i])) % Prime;
            }

            done++;
        }

        foreach (var row in rows)
            if (row.Count(value => value != 0) == 1) solved.Add(open[Array.FindIndex(row, value => value != 0)]);
    }

    private static long Power(long value, long exponent)
    {
        var result = 1L;
        for (; exponent > 0; exponent >>= 1, value = value * value % Prime)
            if ((exponent & 1) == 1) result = result * value % Prime;
        return result;
    }
}
