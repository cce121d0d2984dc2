using FlsAudit.Statistics;
using FlsAudit.Statistics.Funnels;
using PropertyAttribute = FsCheck.NUnit.PropertyAttribute;

namespace FlsAudit.UnitTests.Statistics.Funnels;

public sealed class OverDispersionTests
{
    [Test]
    public void Z_by_hand()
    {
        // 25 of 100 and 75 of 100: centre 0.5, asin √0.5 = 45°, asin √0.25 = 30°; z = -15°·2·√100 = -π/12·20.
        var spread = OverDispersion.Of([(25, 100), (75, 100)]);

        Assert.That(spread.Centre, Is.EqualTo(0.5));
        Assert.That(spread.Z[0], Near.To(-Math.PI / 12 * 20));
        Assert.That(spread.Z[1], Near.To(Math.PI / 12 * 20));
    }

    [Test]
    public void Phi_tau2_and_adjusted_z_by_hand()
    {
        // z = -π/12·20, 0, π/12·20, n = 100. Quantiles of type 7 at 10 % and 90 % of three lie at 0.2 and 1.8: ∓0.8 of the extreme.
        // phi = 2·(0.8·5.2360)²/3 = 11.6973; equal weights w = 400: Σw - Σw²/Σw = 1200 - 400 = 800; tau² = (3·phi - 2)/800.
        var spread = OverDispersion.Of([(25, 100), (50, 100), (75, 100)]);
        var extreme = Math.PI / 12 * 20;
        var phi = 2 * Math.Pow(0.8 * extreme, 2) / 3;
        var tau2 = ((3 * phi) - 2) / 800;

        Assert.That(spread.Phi, Near.To(phi));
        Assert.That(spread.Tau2, Near.To(tau2));
        Assert.That(spread.AdjustedZ[2], Near.To(extreme * 0.05 / Math.Sqrt((0.05 * 0.05) + tau2)));
    }

    [Test]
    public void Two_units_estimate_no_spread_and_widen_nothing()
    {
        var spread = OverDispersion.Of([(10, 100), (90, 100)]);

        Assert.That(spread.Phi, Is.Null);
        Assert.That(spread.Tau2, Is.Null);
        Assert.That(spread.AdjustedZ, Is.EqualTo(spread.Z));
        Assert.That(spread.AdjustedLimitsAt(100, ConfidenceLevel.Percent95), Is.EqualTo(spread.LimitsAt(100, ConfidenceLevel.Percent95)));
    }

    [TestCase(0)]
    [TestCase(0.5)]
    [TestCase(1)]
    public void Equal_proportions_have_no_spread(double proportion)
    {
        var spread = OverDispersion.Of([(10 * proportion, 10), (20 * proportion, 20), (30 * proportion, 30), (1000 * proportion, 1000)]);

        Assert.That(spread.Phi, Is.EqualTo(0).Within(1e-20));
        Assert.That(spread.Tau2, Is.EqualTo(0.0));
        Assert.That(spread.Z, Is.All.EqualTo(0).Within(1e-10));
    }

    [Test]
    public void A_limit_past_the_end_of_the_scale_is_the_end()
    {
        // 19 of 20 at n = 2: 77.1° + 1.96/(2·√2) rad = 117°, and sin² 117° would fold back to 0.8.
        var spread = OverDispersion.Of([(19, 20), (190, 200), (1900, 2000)]);

        Assert.That(spread.LimitsAt(2, ConfidenceLevel.Percent95).Upper, Is.EqualTo(1.0));
        Assert.That(OverDispersion.Of([(1, 20), (10, 200), (100, 2000)]).LimitsAt(2, ConfidenceLevel.Percent95).Lower, Is.EqualTo(0.0));
    }

    [Test]
    public void One_unit_that_outweighs_all_others_leaves_finite_numbers()
    {
        var spread = OverDispersion.Of([(500_000_000_000_000_000, 1_000_000_000_000_000_000), (0, 1), (1, 1), (1, 1), (0, 1), (0, 7), (9, 9)]);

        Assert.That(spread.Tau2, Is.Not.Null.And.InRange(0, double.MaxValue));
        Assert.That(spread.AdjustedZ, Is.All.InRange(-1e6, 1e6));
    }

    [Test]
    public void No_unit_and_units_without_trials_are_refused()
    {
        Assert.That(() => OverDispersion.Of([]), Throws.ArgumentException);
        Assert.That(() => OverDispersion.Of([(1, 2), (0, 0)]), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(() => OverDispersion.Of([(3, 2)]), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(() => OverDispersion.Of([(1, 2)]).LimitsAt(0, ConfidenceLevel.Percent95), Throws.TypeOf<ArgumentOutOfRangeException>());
    }

    [Property]
    public void Every_number_is_finite_limits_lie_inside_0_to_1_and_adjusting_only_widens((ushort, ushort)[] pairs, ushort at)
    {
        if (pairs.Length == 0) return;
        var spread = OverDispersion.Of([.. pairs.Select(pair => Unit(pair.Item1, pair.Item2))]);
        var plain = spread.LimitsAt(at + 1, ConfidenceLevel.Percent95);
        var adjusted = spread.AdjustedLimitsAt(at + 1, ConfidenceLevel.Percent95);

        Assert.That(spread.Phi is null, Is.EqualTo(pairs.Length < OverDispersion.FewestUnits));
        Assert.That(spread.Z.Concat(spread.AdjustedZ).Append(spread.Phi ?? 0).Append(spread.Tau2 ?? 0).All(double.IsFinite), Is.True);
        Assert.That(plain.Lower, Is.InRange(0, spread.Centre + 1e-12));
        Assert.That(plain.Upper, Is.InRange(spread.Centre - 1e-12, 1));
        Assert.That(adjusted.Lower, Is.InRange(0, plain.Lower));
        Assert.That(adjusted.Upper, Is.InRange(plain.Upper, 1));
    }

    private static (double X, double N) Unit(ushort first, ushort second) =>
        (Math.Min(first, second), Math.Max(Math.Max(first, second), (ushort)1));
}
