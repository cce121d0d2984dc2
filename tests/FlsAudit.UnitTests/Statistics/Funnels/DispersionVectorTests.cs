using FlsAudit.Statistics;
using FlsAudit.Statistics.Funnels;

namespace FlsAudit.UnitTests.Statistics.Funnels;

/// <summary>
/// Spiegelhalter's multiplicative over-dispersion (Qual Saf Health Care 2005;14:347-351) on twelve rows of a published benchmark of 2019. The
/// numerators are inferred from printed percentages; the arithmetic on them is exact.
/// </summary>
public sealed class DispersionVectorTests
{
    private static readonly (double X, double N)[] Rows = [
        (48, 105), (253, 505), (396, 720), (39, 59), (270, 416), (180, 184), (326, 685), (144, 383), (353, 615), (6, 40), (315, 572), (456, 508),
    ];

    [Test]
    public void Centre_and_z_of_each_row()
    {
        var dispersion = MultiplicativeDispersion.Of(Rows);

        Assert.That((Rows.Sum(row => row.X), Rows.Sum(row => row.N)), Is.EqualTo((2786.0, 4792.0)));
        Assert.That(dispersion.Centre, Near.To(2786.0 / 4792));
        Assert.That(
            dispersion.Z.Select(z => Math.Round(z, 2, MidpointRounding.AwayFromZero)),
            Is.EqualTo(new[] { -2.58, -3.66, -1.71, 1.24, 2.80, 10.91, -5.60, -8.15, -0.37, -5.53, -1.49, 14.45 }));
    }

    [Test]
    public void Phi_with_and_without_winsorising()
    {
        Assert.That(MultiplicativeDispersion.Of(Rows, ExtremeScores.Kept).Phi, Is.EqualTo(40.902958).Within(0.000_000_5));
        Assert.That(MultiplicativeDispersion.Of(Rows, ExtremeScores.Winsorised).Phi, Is.EqualTo(27.651389).Within(0.000_000_5));
    }

    [Test]
    public void Eight_of_twelve_lie_outside_limits_that_are_not_stretched_and_stretching_is_by_the_root_of_phi()
    {
        var dispersion = MultiplicativeDispersion.Of(Rows);
        var plain = Rows.Count(row => !FunnelLimits.Of(dispersion.Centre, (long)row.N, ConfidenceLevel.Percent95, FunnelMethod.Normal).Contains(row.X / row.N));
        var limits = FunnelLimits.Of(dispersion.Centre, 10_000, ConfidenceLevel.Percent95, FunnelMethod.Normal);

        Assert.That(plain, Is.EqualTo(8));
        Assert.That(dispersion.LimitsAt(10_000, ConfidenceLevel.Percent95).Upper - dispersion.Centre, Near.To((limits.Upper - dispersion.Centre) * Math.Sqrt(dispersion.Phi!.Value)));
    }

    [Test]
    public void Limits_are_never_narrower_than_plain_ones()
    {
        // Two equal and one nearly equal proportion: phi is close to 0.
        var dispersion = MultiplicativeDispersion.Of([(50, 100), (50, 100), (51, 100)]);

        Assert.That(dispersion.Phi, Is.LessThan(0.1));
        Assert.That(dispersion.LimitsAt(100, ConfidenceLevel.Percent95).Upper, Near.To(FunnelLimits.Of(dispersion.Centre, 100, ConfidenceLevel.Percent95, FunnelMethod.Normal).Upper));
    }

    [Test]
    public void Few_units_and_no_variation_are_said()
    {
        Assert.That(MultiplicativeDispersion.Of([(1, 2), (2, 2)]).Phi, Is.Null);
        Assert.That(MultiplicativeDispersion.Of([(0, 2), (0, 3), (0, 9)]).Z, Is.All.Zero);
        Assert.That(MultiplicativeDispersion.Of([(2, 2), (3, 3), (9, 9)]).LimitsAt(5, ConfidenceLevel.Percent95), Is.EqualTo(new FlsAudit.Statistics.Interval(1, 1)));
        Assert.That(() => MultiplicativeDispersion.Of([]), Throws.ArgumentException);
        Assert.That(() => MultiplicativeDispersion.Of([(0, 0)]), Throws.TypeOf<ArgumentOutOfRangeException>());
    }

    [Test]
    public void What_is_done_with_extremes_is_the_callers_choice()
    {
        // Ten units; truncating leaves out the one at either end, which the other two ways keep.
        (double, double)[] units = [(0, 50), (25, 50), (24, 50), (26, 50), (25, 50), (27, 50), (23, 50), (25, 50), (26, 50), (50, 50)];
        var kept = OverDispersion.Of(units, ExtremeScores.Kept).Phi!.Value;
        var winsorised = OverDispersion.Of(units).Phi!.Value;
        var truncated = OverDispersion.Of(units, ExtremeScores.Truncated).Phi!.Value;

        Assert.That(truncated, Is.LessThan(winsorised));
        Assert.That(winsorised, Is.LessThan(kept));
    }
}
