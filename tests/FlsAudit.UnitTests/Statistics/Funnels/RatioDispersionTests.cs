using FlsAudit.Statistics;
using FlsAudit.Statistics.Funnels;
using PropertyAttribute = FsCheck.NUnit.PropertyAttribute;

namespace FlsAudit.UnitTests.Statistics.Funnels;

public sealed class RatioDispersionTests
{
    [Test]
    public void Z_by_hand()
    {
        // 9 seen of 4 expected: 2·√4·(√2.25 - 1) = 2 on the square-root scale, √4·ln 2.25 on the logarithmic one.
        Assert.That(RatioDispersion.Of([(9, 4)], RatioScale.SquareRoot).Z[0], Near.To(2));
        Assert.That(RatioDispersion.Of([(9, 4)], RatioScale.Logarithm).Z[0], Near.To(2 * Math.Log(2.25)));
    }

    [Test]
    public void Limits_by_hand()
    {
        // E = 4, z = 1.96: the root of the ratio varies by 1.96/(2·2) = 0.49 either way, and is squared back.
        var limits = RatioDispersion.Of([(9, 4)], RatioScale.SquareRoot).LimitsAt(4, ConfidenceLevel.Percent95);

        Near.AssertInterval(limits, Math.Pow(1 - (ConfidenceLevel.Z95 / 4), 2), Math.Pow(1 + (ConfidenceLevel.Z95 / 4), 2));
    }

    [Test]
    public void A_root_below_0_does_not_fold_back()
    {
        // E = 0.5: 1.96/(2·0.707) = 1.39 is more than 1.
        Assert.That(RatioDispersion.Of([(1, 1)], RatioScale.SquareRoot).LimitsAt(0.5, ConfidenceLevel.Percent95).Lower, Is.EqualTo(0.0));
    }

    [Test]
    public void No_event_has_no_logarithm_and_widens_nothing()
    {
        var spread = RatioDispersion.Of([(0, 20), (19, 20), (21, 20), (20, 20), (22, 20)], RatioScale.Logarithm);

        Assert.That(spread.Z[0], Is.Null);
        Assert.That(spread.AdjustedZ[0], Is.Null);
        Assert.That(spread.Used, Is.EqualTo(4));
        Assert.That(spread.Phi, Is.LessThan(1));
        Assert.That(RatioDispersion.Of([(0, 20), (19, 20)], RatioScale.SquareRoot).Z[0], Near.To(-2 * Math.Sqrt(20)), "the square root has a place for 0");
    }

    [Test]
    public void Few_units_and_no_event_at_all_are_said()
    {
        Assert.That(RatioDispersion.Of([(1, 2), (9, 2)], RatioScale.SquareRoot).Tau2, Is.Null);
        Assert.That(RatioDispersion.Of([(0, 2), (0, 3), (0, 5)], RatioScale.Logarithm).Phi, Is.Null);
        Assert.That(() => RatioDispersion.Of([(0, 2), (0, 3)], RatioScale.TwoCounts), Throws.ArgumentException);
        Assert.That(() => RatioDispersion.Of([], RatioScale.Logarithm), Throws.ArgumentException);
        Assert.That(() => RatioDispersion.Of([(1, 0)], RatioScale.Logarithm), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(() => RatioDispersion.Of([(-1, 2)], RatioScale.Logarithm), Throws.TypeOf<ArgumentOutOfRangeException>());
    }

    // 1, the middle of the range: the exact limits of the count leave 1 - exp(-E) and so on; here by their closed form at O = 0.
    [Test]
    public void The_z_of_an_exact_limit_is_that_of_its_level()
    {
        foreach (var expected in new[] { 0.7, 5, 33.3, 1_000 })
        {
            var limits = RatioFunnel.LimitsAt(expected, ConfidenceLevel.Percent95);
            Assert.That(RatioFunnel.Z(limits.Lower * expected, expected), Is.EqualTo(-ConfidenceLevel.Z95).Within(1e-6), $"{expected}");
            Assert.That(RatioFunnel.Z(limits.Upper * expected, expected), Is.EqualTo(ConfidenceLevel.Z95).Within(1e-6), $"{expected}");
        }
    }

    [TestCase(0, 1_000_000)]
    [TestCase(0, 0.001)]
    [TestCase(1_000_000, 1)]
    public void Z_stays_a_number_however_far_off(double observed, double expected) =>
        Assert.That(RatioFunnel.Z(observed, expected), Is.InRange(-37, 37));

    [Property]
    public void Every_number_is_finite_and_adjusting_only_widens((byte, byte)[] pairs, byte at)
    {
        if (pairs.Length == 0) return;
        (double, double)[] units = [.. pairs.Select(pair => ((double)pair.Item1, pair.Item2 + 0.5)), (1, 1)];
        foreach (var scale in Enum.GetValues<RatioScale>())
        {
            var spread = RatioDispersion.Of(units, scale);
            var (plain, adjusted) = (spread.LimitsAt(at + 1, ConfidenceLevel.Percent95), spread.AdjustedLimitsAt(at + 1, ConfidenceLevel.Percent95));

            Assert.That(spread.Z.Concat(spread.AdjustedZ).Append(spread.Phi).Append(spread.Tau2).All(number => number is null || double.IsFinite(number.Value)), scale.ToString());
            Assert.That(adjusted.Lower, Is.InRange(0, plain.Lower), scale.ToString());
            Assert.That(adjusted.Upper, Is.GreaterThanOrEqualTo(plain.Upper), scale.ToString());
        }
    }
}
