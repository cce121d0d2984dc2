namespace FlsAudit.Simulation;

/// <summary>
/// The SplitMix64 generator: Steele, Lea and Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014. It is written out here
/// because the numbers of <see cref="Random"/> may change with the runtime, and a sample must not.
/// </summary>
internal sealed class SplitMix64(ulong seed)
{
    // The odd integer nearest to 2^64 divided by the golden ratio; the paper's default increment.
    private const ulong GoldenGamma = 0x9E3779B97F4A7C15;

    private const double OneInTwoTo53 = 1.0 / (1UL << 53);

    private ulong state = seed;

    /// <summary>The generator of one numbered stream of a seed; streams do not disturb each other.</summary>
    public static SplitMix64 Stream(ulong seed, ulong number) => new(Mix(seed + ((number + 1) * GoldenGamma)) ^ seed);

    /// <summary>The next 64 bits.</summary>
    public ulong Next() => Mix(state += GoldenGamma);

    /// <summary>A number from 0 inclusive to 1 exclusive, in steps of 2^-53.</summary>
    public double NextUnit() => (Next() >> 11) * OneInTwoTo53;

    /// <summary>A whole number from 0 inclusive to <paramref name="count"/> exclusive.</summary>
    public int Below(int count) => (int)Math.BigMul(Next(), (ulong)count, out _);

    // The paper's mix64 with Stafford's variant 13 constants.
    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
