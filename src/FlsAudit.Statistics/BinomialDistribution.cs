using MathNet.Numerics;

namespace FlsAudit.Statistics;

/// <summary>The binomial distribution for numbers of trials beyond 32 bits. Each tail is computed by itself, so that a small one keeps its digits.</summary>
/// <param name="Trials">Above 0.</param>
/// <param name="Success">The chance of success, above 0 and below 1.</param>
internal readonly record struct BinomialDistribution(long Trials, double Success)
{
    internal double Probability(long k) => Math.Exp(
        SpecialFunctions.GammaLn(Trials + 1.0) - SpecialFunctions.GammaLn(k + 1.0) - SpecialFunctions.GammaLn(Trials - k + 1.0)
        + (k * Math.Log(Success)) + ((Trials - k) * Math.Log(1 - Success)));

    /// <summary>The chance of k successes or fewer.</summary>
    internal double AtMost(long k) =>
        k < 0 ? 0 : k >= Trials ? 1 : SpecialFunctions.BetaRegularized(Trials - k, k + 1.0, 1 - Success);

    /// <summary>The chance of more than k successes.</summary>
    internal double Above(long k) =>
        k < 0 ? 1 : k >= Trials ? 0 : SpecialFunctions.BetaRegularized(k + 1.0, Trials - k, Success);

    /// <summary>The smallest count r for which r or fewer has at least the chance of one tail.</summary>
    internal long LowerQuantile(ConfidenceLevel level)
    {
        var distribution = this;
        return Smallest(NormalGuess(-level.Z), k => distribution.AtMost(k) >= level.Tail);
    }

    /// <summary>
    /// The quantile of a lower tail, interpolated between counts: r - (P(X ≤ r) - tail)/P(X = r) with r the smallest count that reaches
    /// the tail. Both chances are computed once, at a guess, and carried along from count to count.
    /// </summary>
    internal double InterpolatedLower(double tail, double z)
    {
        var k = Guess(-z);
        var (atMost, here) = (AtMost(k), Probability(k));
        while (k > 0 && atMost - here >= tail)
        {
            atMost -= here;
            here *= k / (Trials - k + 1.0) * ((1 - Success) / Success);
            k--;
        }

        while (k < Trials && atMost < tail)
        {
            k++;
            here *= (Trials - k + 1.0) / k * (Success / (1 - Success));
            atMost += here;
        }

        return k - ((atMost - tail) / here);
    }

    /// <summary>The quantile of an upper tail, interpolated in the same way: r - (tail - P(X > r))/P(X = r) with r the smallest count above which no more than the tail lies.</summary>
    internal double InterpolatedUpper(double tail, double z)
    {
        var k = Guess(z);
        var (above, here) = (Above(k), Probability(k));
        while (k > 0 && above + here <= tail)
        {
            above += here;
            here *= k / (Trials - k + 1.0) * ((1 - Success) / Success);
            k--;
        }

        while (k < Trials && above > tail)
        {
            k++;
            here *= (Trials - k + 1.0) / k * (Success / (1 - Success));
            above = k == Trials ? 0 : above - here;
        }

        return k - ((tail - above) / here);
    }

    // Cornish and Fisher's expansion: the normal guess, moved for skewness, is at most a few counts off.
    private long Guess(double z)
    {
        var mean = Trials * Success;
        var guess = mean + (z * Math.Sqrt(mean * (1 - Success))) + (((z * z) - 1) * (1 - (2 * Success)) / 6) - 0.5;
        return (long)Math.Clamp(Math.Ceiling(guess), 0, Trials);
    }

    // The normal guess is within a few counts of the answer, so stepping beats bisecting 0..n.
    private long Smallest(long guess, Func<long, bool> holds)
    {
        var k = guess;
        while (k > 0 && holds(k - 1)) k--;
        while (k < Trials && !holds(k)) k++;
        return k;
    }

    private long NormalGuess(double z)
    {
        var mean = Trials * Success;
        return (long)Math.Clamp(Math.Round(mean + (z * Math.Sqrt(mean * (1 - Success)))), 0, Trials);
    }
}
