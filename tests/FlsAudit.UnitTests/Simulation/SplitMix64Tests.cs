using FlsAudit.Simulation;

namespace FlsAudit.UnitTests.Simulation;

internal sealed class SplitMix64Tests
{
    [Test]
    public void Gives_the_published_sequence_of_seed_1234567()
    {
        // The vector that ports of the reference code use.
        var random = new SplitMix64(1234567);
        ulong[] first = [random.Next(), random.Next(), random.Next(), random.Next(), random.Next()];
        Assert.That(first, Is.EqualTo(new[]
        {
            6457827717110365317UL, 3203168211198807973UL, 9817491932198370423UL, 4593380528125082431UL, 16408922859458223821UL,
        }));
    }

    [Test]
    public void A_unit_number_is_the_upper_53_bits()
    {
        // 6457827717110365317 / 2^64 = 0.35008…
        Assert.That(new SplitMix64(1234567).NextUnit(), Is.EqualTo((6457827717110365317UL >> 11) / 9007199254740992.0));
    }

    [Test]
    public void A_number_below_a_count_takes_every_value_and_no_other()
    {
        var random = new SplitMix64(1);
        var seen = Enumerable.Range(0, 1000).Select(_ => random.Below(6)).Distinct().Order();
        Assert.That(seen, Is.EqualTo(new[] { 0, 1, 2, 3, 4, 5 }));
    }

    [Test]
    public void Streams_of_one_seed_differ()
    {
        Assert.That(SplitMix64.Stream(7, 0).Next(), Is.Not.EqualTo(SplitMix64.Stream(7, 1).Next()));
    }
}
